"""Browsing all photos: order, filters and unusual photos."""
