"""Runners that read the shards of a manifest: this machine, or a cluster of Dask."""
