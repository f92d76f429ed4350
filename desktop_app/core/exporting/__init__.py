"""All photos of a library or an archive with their codes, handed over to other search engines.

It needs pyarrow (the extra `export`), so the window and other commands do not import it.
"""
