"""The editorial office's side of the admin."""
