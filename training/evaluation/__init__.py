"""Evaluations of models and methods, as `python -m training` prints them."""
