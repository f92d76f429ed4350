"""A table in PostgreSQL has all photos, or is not there."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import psycopg
import pyarrow as pa
import pytest

from desktop_app.core.base.errors import UnknownModelError
from desktop_app.core.exporting.errors import TableError, TableProblem
from desktop_app.core.exporting.pgvector_table import NewTable, export_pgvector
from desktop_app.core.exporting.progress import PhotosExported
from tests.core.exporting.made_source import BITS, MadeSource, all_rows


def exported(address: str, source: MadeSource, name: str = "photos") -> PhotosExported:
    *_, last = export_pgvector(NewTable(address, name), source)
    assert isinstance(last, PhotosExported)
    return last


def answer(address: str, query: str) -> Any:
    with psycopg.connect(address) as database:
        return database.execute(query).fetchall()


def is_empty(address: str) -> bool:
    [(tables, extensions)] = answer(
        address,
        "SELECT (SELECT count(*) FROM pg_tables WHERE schemaname = 'public'),"
        " (SELECT count(*) FROM pg_extension WHERE extname = 'vector')",
    )
    return (tables, extensions) == (0, 0)


@pytest.mark.parametrize("count", [0, 70])
def test_every_value_is_kept(pictures: str, count: int) -> None:
    source = MadeSource(count)
    done = exported(pictures, source)
    assert (done.target, done.photos, done.code_bits) == ("photos in pictures", count, BITS)
    expected = all_rows(source)
    for row in expected:
        bits = int.from_bytes(row["code"], "little")  # type: ignore[arg-type]
        row["code"] = f"{bits:0{BITS}b}"[::-1]
    names = ", ".join(expected[0]) if expected else "id"
    rows = answer(pictures, f"SELECT {names} FROM photos ORDER BY id")
    assert rows == [tuple(row.values()) for row in expected]


def test_the_model_is_named_in_the_comment_of_the_table(pictures: str) -> None:
    exported(pictures, MadeSource(count=1))
    [(comment,)] = answer(pictures, "SELECT obj_description('photos'::regclass)")
    assert json.loads(comment)["model_id"] == "a-model"


def test_a_table_may_be_in_a_schema_and_have_any_name(pictures: str) -> None:
    with psycopg.connect(pictures) as database:
        database.execute("CREATE SCHEMA mine")
    exported(pictures, MadeSource(count=1), 'mine.the "photos"; x')
    assert answer(pictures, 'SELECT id FROM mine."the ""photos""; x"') == [(5,)]


def test_a_table_that_is_there_is_left_as_it_is(pictures: str) -> None:
    exported(pictures, MadeSource(count=7))
    with pytest.raises(TableError) as caught:
        exported(pictures, MadeSource(count=9))
    assert (caught.value.problem, caught.value.table) == (TableProblem.EXISTS, "photos")
    assert answer(pictures, "SELECT count(*) FROM photos") == [(7,)]


class BrokenSource(MadeSource):
    def tables(self) -> Iterator[pa.Table]:
        yield from super().tables()
        raise UnknownModelError("gone")


def test_an_error_of_the_source_leaves_nothing(pictures: str) -> None:
    with pytest.raises(UnknownModelError):
        exported(pictures, BrokenSource())
    assert is_empty(pictures)


def test_an_export_that_is_stopped_leaves_nothing(pictures: str) -> None:
    events = export_pgvector(NewTable(pictures, "photos"), MadeSource())
    next(events)
    events.close()
    assert is_empty(pictures)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_a_process_that_is_killed_leaves_nothing(pictures: str) -> None:
    code = (
        "import os, signal, sys\n"
        "from desktop_app.core.exporting.pgvector_table import NewTable, export_pgvector\n"
        "from tests.core.exporting.made_source import MadeSource\n"
        "for _ in export_pgvector(NewTable(sys.argv[1], 'photos'), MadeSource()):\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, pictures], check=False)
    assert done.returncode == -signal.SIGKILL
    assert is_empty(pictures)
    exported(pictures, MadeSource(count=1))


@pytest.mark.parametrize(
    ("address", "detail"),
    [
        ("photos.parquet", 'missing "=" after'),
        ("postgresql:///no_such_database", '"no_such_database" does not exist'),
        ("postgresql:///pictures?host=/no/such/folder", "No such file or directory"),
    ],
)
def test_an_address_that_leads_nowhere_is_told(pictures: str, address: str, detail: str) -> None:
    with pytest.raises(TableError) as caught:
        exported(address, MadeSource(count=1))
    assert caught.value.problem is TableProblem.UNREACHABLE
    assert detail in caught.value.detail
    assert "\n" not in caught.value.detail


@pytest.fixture
def of_a_guest(pictures: str) -> Iterator[str]:
    """The address of the database, for a user who may only read it."""
    with psycopg.connect(pictures) as database:
        database.execute("CREATE ROLE guest LOGIN")
    yield f"{pictures}?user=guest"
    with psycopg.connect(pictures) as database:
        database.execute("DROP ROLE guest")


def test_without_pgvector_the_user_is_told(of_a_guest: str) -> None:
    with pytest.raises(TableError) as caught:
        exported(of_a_guest, MadeSource(count=1))
    assert caught.value.problem is TableProblem.NO_PGVECTOR
    assert "permission denied" in caught.value.detail


def test_a_pgvector_that_is_too_old_is_told(pictures: str) -> None:
    with psycopg.connect(pictures) as database:
        database.execute("CREATE EXTENSION vector")
        database.execute("UPDATE pg_operator SET oprname = '<~~>' WHERE oprname = '<~>'")
    with pytest.raises(TableError) as caught:
        exported(pictures, MadeSource(count=1))
    assert caught.value.problem is TableProblem.NO_PGVECTOR
    assert answer(pictures, "SELECT to_regclass('photos')") == [(None,)]


def test_what_the_database_refuses_is_told(pictures: str, of_a_guest: str) -> None:
    with psycopg.connect(pictures) as database:
        database.execute("CREATE EXTENSION vector")
    with pytest.raises(TableError) as caught:
        exported(of_a_guest, MadeSource(count=1))
    assert caught.value.problem is TableProblem.REFUSED
    assert caught.value.detail == "permission denied for schema public"
