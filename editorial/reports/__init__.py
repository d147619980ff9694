"""What the office counts: output, timeliness, pages to be looked at again, links that lead nowhere."""
