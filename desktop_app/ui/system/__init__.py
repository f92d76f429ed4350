"""The desktop around the window: files, trash, other programs, other starts."""
