"""Child processes that do long work for the window, and their words."""
