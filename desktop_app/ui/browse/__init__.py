"""Browsing all photos: order and filters."""
