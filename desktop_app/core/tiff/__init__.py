"""TIFF pictures of every kind of number, read part by part and reduced."""
