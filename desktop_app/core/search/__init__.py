"""Searching a library by codes."""
