"""Saved and recent searches: their list in the sidebar, and their names as words."""
