"""Settings and the overview of keys."""
