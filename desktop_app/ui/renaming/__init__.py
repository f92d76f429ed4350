"""Giving photo files other names."""
