"""Groups of duplicates as they are shown: in the grid, in words, and large beside each other."""
