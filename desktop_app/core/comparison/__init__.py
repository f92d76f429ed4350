"""The comparison of two models on one library."""
