"""Photos in a grid, and what can be done with them."""
