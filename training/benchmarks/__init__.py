"""Public retrieval benchmarks and the training set, with their published splits."""
