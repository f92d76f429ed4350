"""Measures of rankings and previews, and their tables."""
