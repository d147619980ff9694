"""English in the back office: the translator's day, files for translators outside, the tracker, trees in step."""
