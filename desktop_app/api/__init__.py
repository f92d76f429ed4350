"""The library for programmers. Its public names are those of the package `lookalike`."""
