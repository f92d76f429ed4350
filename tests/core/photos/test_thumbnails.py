"""The store of thumbnails is a cache: it may vanish or be damaged at any time, and comes back."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.core.base.errors import LibraryBusyError
from desktop_app.core.photos.thumbnails import (
    THUMBNAIL_SIDE,
    Thumbnails,
    broken_thumbnails,
    is_whole,
    make_thumbnail,
    store_fault,
)

JPEG = make_thumbnail(Image.new("RGB", (8, 8)))
FILES = ("thumbnails.sqlite", "thumbnails.sqlite-wal", "thumbnails.sqlite-shm")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "thumbnails.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[Thumbnails]:
    """With enough thumbnails for pages below the first."""
    with closing(Thumbnails(path)) as store:
        store.put_all({bytes([n]): JPEG for n in range(100)})
        yield store


def spoil(path: Path) -> None:
    """Overwrite all but the head of the file, whose log is empty."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (path.stat().st_size - 4096))


@pytest.mark.parametrize("names", [FILES, FILES[:1], FILES[1:]])
def test_a_store_that_is_deleted_while_it_is_open_comes_back(
    store: Thumbnails, path: Path, names: tuple[str, ...]
) -> None:
    assert store.get(b"\x01") == JPEG
    for name in names:
        path.with_name(name).unlink()
    store.put_all({b"new": JPEG})
    assert store.get(b"new") == JPEG
    with closing(Thumbnails(path)) as other:
        assert other.get(b"new") == JPEG


def test_a_store_that_is_damaged_while_it_is_open_is_made_anew(
    store: Thumbnails, path: Path
) -> None:
    spoil(path)
    assert store.get(b"\x01") is None
    store.put_all({b"new": JPEG})
    assert store.get(b"new") == JPEG
    assert store_fault(path, full=True) == ""


@pytest.mark.parametrize("content", [b"", b"garbage" * 999])
def test_a_damaged_store_is_opened_empty(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with closing(Thumbnails(path)) as store:
        assert store.get(b"\x01") is None


def test_a_store_that_is_busy_is_not_taken_for_damaged(store: Thumbnails, path: Path) -> None:
    store._cache._connection.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryBusyError):
            store.put_all({b"new": JPEG})
    assert store.get(b"\x01") == JPEG


def test_the_fault_of_a_store_is_told_and_nothing_is_changed(store: Thumbnails, path: Path) -> None:
    assert store_fault(path, full=False) == ""
    spoil(path)
    spoiled = path.read_bytes()
    assert store_fault(path, full=False) != ""
    assert path.read_bytes() == spoiled
    assert store_fault(path.with_name("none"), full=False) == ""


def test_a_thumbnail_that_cannot_be_decoded_is_broken(store: Thumbnails) -> None:
    store.put_all({b"cut": JPEG[: len(JPEG) // 2], b"text": b"text"})
    assert broken_thumbnails(store, [b"\x01", b"cut", b"text", b"unknown"]) == [b"cut", b"text"]
    assert is_whole(JPEG)


def encoded(image: Image.Image, kind: str, **options: bool) -> bytes:
    data = io.BytesIO()
    image.save(data, kind, **options)
    return data.getvalue()


def with_sides(jpeg: bytes, side: int) -> bytes:
    """Return a JPEG whose head promises a square of this side."""
    start = jpeg.index(b"\xff\xc0") + 5
    return jpeg[:start] + 2 * side.to_bytes(2, "big") + jpeg[start + 4 :]


SMALL = Image.new("RGB", (8, 8))
STRANGE = {
    "unfolds to more than a gigabyte": with_sides(encoded(SMALL, "JPEG"), 22_000),
    "is one pixel too wide": encoded(Image.new("RGB", (THUMBNAIL_SIDE + 1, 1)), "JPEG"),
    "has many scans": encoded(SMALL, "JPEG", progressive=True),
    "is large": encoded(SMALL, "JPEG") + bytes(2**19),
    "is a PNG": encoded(SMALL, "PNG"),
    "is an SVG": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "is text": "text",
    "is a number": 7,
    "is empty": b"",
}


@pytest.mark.parametrize("jpeg", STRANGE.values(), ids=STRANGE.keys())
def test_a_thumbnail_that_this_program_never_made_is_broken(
    store: Thumbnails, jpeg: bytes | str | int
) -> None:
    store._cache._connection.execute("UPDATE thumbnails SET jpeg = ?", (jpeg,))
    stored = store.get(b"\x01")
    assert stored is not None
    assert len(stored) <= 2**19
    assert not is_whole(stored)
    assert not (isinstance(jpeg, bytes) and is_whole(jpeg))
    assert broken_thumbnails(store, [b"\x01"]) == [b"\x01"]


def test_a_thumbnail_of_the_largest_size_is_whole() -> None:
    assert is_whole(make_thumbnail(Image.effect_noise((4000, 3000), 90).convert("RGB")))


def test_the_hashes_of_a_range_include_both_ends(store: Thumbnails) -> None:
    assert store.between(b"\x01", b"\x03") == {b"\x01", b"\x02", b"\x03"}
