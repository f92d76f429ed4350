"""The vocabulary for searching by words: how it is made, and how well it finds photos."""
