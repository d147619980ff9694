"""Schemes, smart-city projects, milestones, indicators."""
