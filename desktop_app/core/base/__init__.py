"""Errors, paths, processes and files: what every other room of the core stands on."""
