"""What a filter asks of the photos of an archive, in columns that are mapped into memory."""
