"""The window of an archive: it is browsed and searched as it is, and nothing of it is changed."""
