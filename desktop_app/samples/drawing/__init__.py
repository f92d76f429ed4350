"""What the scenes are drawn with and made of."""
