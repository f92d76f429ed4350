"""The check of a folder outside the library: which of its photos are new?"""
