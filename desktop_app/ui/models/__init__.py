"""Models in the window: listed and compared."""
