"""Drawn sample pictures, for a machine without photos and for tests."""
