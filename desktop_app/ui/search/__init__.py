"""Searching: the query, its results, and the way back."""
