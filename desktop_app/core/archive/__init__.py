"""Archives of millions of photos: a manifest of files, and shards that are read independently.

It needs pyarrow (the extra `cluster`), so the window and other commands do not import it.
"""
