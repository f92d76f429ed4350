"""Model bundles: reading, checking and running them."""
