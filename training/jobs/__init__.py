"""Whole trainings: the default model, a library's own, and estimates of their time."""
