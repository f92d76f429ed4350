"""Archives of millions of photos: a manifest of files, and shards that are read independently.

It needs pyarrow (the extra `cluster`), so the window imports only recognition.py and
errors.py before an archive is opened.
"""
