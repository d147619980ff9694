"""Builds the demo province from the texts and pictures, and removes it."""
