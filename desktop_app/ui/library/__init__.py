"""The library in the window: its folders and the work on it."""
