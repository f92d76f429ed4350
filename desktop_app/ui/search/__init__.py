"""Searching: the query, its results and saved searches."""
