"""The window that composes all rooms."""
