"""Export to a table of a PostgreSQL database with pgvector, in one transaction."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
from psycopg import errors, sql

from desktop_app.core.base.json_codec import encode_json
from desktop_app.core.exporting.columns import export_schema
from desktop_app.core.exporting.errors import TableError, TableProblem
from desktop_app.core.exporting.label import ExportLabel, ExportSource
from desktop_app.core.exporting.pieces import pieces
from desktop_app.core.exporting.postgres_columns import column_names, table_columns, table_rows
from desktop_app.core.exporting.progress import Exporting, PhotosExported

_ROWS = 30_000
# The distance between codes, which pgvector has since version 0.7.
_DISTANCE = "SELECT to_regoperator('<~>(bit,bit)')"


@dataclass(frozen=True)
class NewTable:
    """A table to be made.

    Attributes:
        address: Of the database: a URI of libpq, or its keywords and values.
        name: May have a schema before it: `pictures.photos`.
    """

    address: str
    name: str

    @property
    def quoted(self) -> sql.Identifier:
        return sql.Identifier(*self.name.split("."))


def export_pgvector(table: NewTable, source: ExportSource) -> Generator[Exporting | PhotosExported]:
    """Write the photos of a source to a new table, which others see when it is complete.

    Raises TableError, and the errors of the source. Then the database is as before.
    """
    photos = 0
    with _refusals(table), _connection(table) as connection:
        _create(connection, table, source.label)
        names = column_names(export_schema(source.label))
        into = sql.SQL("COPY {} ({}) FROM STDIN").format(table.quoted, names)
        with connection.cursor() as cursor, cursor.copy(into) as copy:
            for piece in pieces(source, _ROWS):
                for row in table_rows(piece.photos):
                    copy.write_row(row)
                photos += len(piece.photos)
                yield piece.progress
        connection.execute(sql.SQL("ALTER TABLE {} ADD PRIMARY KEY (id)").format(table.quoted))
        place = f"{table.name} in {connection.info.dbname}"
    yield PhotosExported(place, photos, source.label.code_bits)


def _connection(table: NewTable) -> psycopg.Connection:
    """Connect to the database; the transaction is committed where the connection is left."""
    try:
        return psycopg.connect(table.address, application_name="lookalike")
    except psycopg.Error as error:
        raise TableError(TableProblem.UNREACHABLE, table.name, _detail(error)) from error


def _create(connection: psycopg.Connection, table: NewTable, label: ExportLabel) -> None:
    """Create the table, and the extension if it is missing and may be created."""
    try:
        connection.execute("CREATE EXTENSION IF NOT EXISTS vector")
    except psycopg.Error as error:
        raise TableError(TableProblem.NO_PGVECTOR, table.name, _detail(error)) from error
    if connection.execute(_DISTANCE).fetchone() == (None,):
        raise TableError(TableProblem.NO_PGVECTOR, table.name, "it is older than 0.7")
    columns = table_columns(export_schema(label))
    connection.execute(sql.SQL("CREATE TABLE {} ({})").format(table.quoted, columns))
    about = sql.Literal(encode_json(label))
    connection.execute(sql.SQL("COMMENT ON TABLE {} IS {}").format(table.quoted, about))


@contextmanager
def _refusals(table: NewTable) -> Iterator[None]:
    """Raise what the database refuses inside the block as a TableError."""
    try:
        yield
    except errors.DuplicateTable as error:
        raise TableError(TableProblem.EXISTS, table.name) from error
    except psycopg.Error as error:
        raise TableError(TableProblem.REFUSED, table.name, _detail(error)) from error


def _detail(error: psycopg.Error) -> str:
    """Return the message in one line."""
    return " ".join((error.diag.message_primary or str(error)).split()).rstrip(".")
