"""Words: from a text to a direction among the descriptors of photos."""
