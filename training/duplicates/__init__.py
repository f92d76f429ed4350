"""Edited copies of photos, and how many of them this program and others find."""
