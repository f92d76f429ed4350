"""Change the program in one place at a time, and count the changes that its tests notice."""
