"""The documents as pages of a site."""
