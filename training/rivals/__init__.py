"""Learned hashing methods of the literature, reimplemented for comparison."""
