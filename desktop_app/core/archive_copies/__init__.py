"""Find photos of an archive that are copies of each other, by what its shards hold."""
