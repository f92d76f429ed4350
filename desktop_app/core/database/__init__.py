"""SQLite files: opened safely, migrated, read with checked values; and caches."""
