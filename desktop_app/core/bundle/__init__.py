"""Model bundles: read, checked and run."""
