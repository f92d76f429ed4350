"""The system around the window: files, trash, other programs, signals, a single instance."""
