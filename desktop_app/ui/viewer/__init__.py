"""One photo, large, alone or compared."""
