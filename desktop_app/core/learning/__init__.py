"""A library's own hash head, fitted to stored descriptors in seconds, without gradients."""
