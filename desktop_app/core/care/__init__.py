"""The care of a library: checking, mending, backing up and restoring it."""
