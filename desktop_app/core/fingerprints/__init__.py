"""Fingerprints of pictures: made, turned, and joined with those that are nearly the same."""
