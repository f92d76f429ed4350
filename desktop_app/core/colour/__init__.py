"""Pixels of any depth, colour space and transparency, brought to sRGB in 8 bits."""
