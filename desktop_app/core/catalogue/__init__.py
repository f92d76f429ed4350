"""What a library knows: roots, photos, codes, filters, searches and settings."""
