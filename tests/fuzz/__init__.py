"""Broken pictures of every format, read as indexing reads them."""
