"""Bring an archive up to date: collect its codes, add and remove files, compact it."""
