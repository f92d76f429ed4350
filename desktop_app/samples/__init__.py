"""Sample pictures for a machine without photos, and for the tests."""
