"""A view of photos, and what can be done with them."""
