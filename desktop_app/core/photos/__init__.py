"""One photo: opened safely, read, hashed, and made small."""
