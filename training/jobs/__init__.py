"""Whole runs: the default model, a library's own, and what they would cost."""
