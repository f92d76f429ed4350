"""Where the photos of an archive are: folders, or addresses such as s3://bucket/photos."""
