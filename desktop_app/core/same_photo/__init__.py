"""Whether two pictures show the same photo: laid over each other, and compared."""
