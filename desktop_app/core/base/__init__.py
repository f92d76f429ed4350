"""Errors, paths, files, logging and processes: the foundation of all other packages."""
