"""The semantic similarity matrix S: which photos should have similar codes."""
