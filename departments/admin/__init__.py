"""The department room in the admin."""
