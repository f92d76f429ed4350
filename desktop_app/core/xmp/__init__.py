"""XMP packets: what users have noted of photos, read, and added to byte for byte."""
