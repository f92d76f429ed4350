"""Copies of photos: found, verified, grouped, and what to do with them."""
