"""Screens of the editorial office in the admin."""
