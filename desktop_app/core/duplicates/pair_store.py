"""Keep what was found out about pairs of photos, by their content, in one SQLite file.

The file is a cache: without it, all photos are compared again. Contents are stored, not photos, so
moved, renamed and indexed again, a photo is not compared again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Annotated, NamedTuple

from msgspec import Meta

from desktop_app.core.catalogue.schema import ContentHash, Count, Flag, Side
from desktop_app.core.database.cache_database import CacheDatabase, Migrations
from desktop_app.core.database.opening import read_rows
from desktop_app.core.same_photo.turns import Turn
from desktop_app.core.same_photo.verification import Part, Verdict

Share = Annotated[float, Meta(ge=0, le=1)]
PartNumber = Annotated[int, Meta(ge=0, le=2)]
TurnNumber = Annotated[int, Meta(ge=0, le=7)]
Distance = Annotated[int, Meta(ge=0, le=4096)]

# Add a migration that deletes all rows whenever pairs would be judged differently, and one that
# forgets what was compared whenever other pairs would be.
_MIGRATIONS: Migrations = [
    (
        """
        CREATE TABLE pairs (                     -- the smaller hash first
            first BLOB NOT NULL,
            second BLOB NOT NULL,
            distance INTEGER,                    -- of their codes; NULL: not known
            same REAL NOT NULL,                  -- the rest is a Verdict
            overlap REAL NOT NULL,
            turn INTEGER NOT NULL,
            part INTEGER NOT NULL,
            same_pixels INTEGER,                 -- NULL: not compared
            PRIMARY KEY (first, second)
        ) WITHOUT ROWID
        """,
        # Contents that were compared with each other.
        "CREATE TABLE compared (content_hash BLOB PRIMARY KEY) WITHOUT ROWID",
    ),
    (),  # deleted all rows, as the last one does; migrations are counted
    (
        # At each longer side in pixels (same_photo/sharpness.py).
        """
        CREATE TABLE sharpness (
            content_hash BLOB NOT NULL,
            side INTEGER NOT NULL,
            value REAL NOT NULL,
            PRIMARY KEY (content_hash, side)
        ) WITHOUT ROWID
        """,
    ),
    (
        "DELETE FROM pairs",
        "DELETE FROM compared",
        "ALTER TABLE pairs ADD COLUMN framed INTEGER NOT NULL DEFAULT 0",  # of a Verdict, too
    ),
]


@dataclass(frozen=True)
class ComparedPair:
    """What is known of two contents.

    Attributes:
        first: Content hash of one photo, the smaller one.
        second: Content hash of the other photo.
        distance: Hamming distance of their codes; None if it is not known.
        verdict: What a look at both thumbnails says.
        same_pixels: Whether all pixels are equal; None if they were not compared.
    """

    first: bytes
    second: bytes
    distance: int | None
    verdict: Verdict
    same_pixels: bool | None = None


class _Row(NamedTuple):
    first: ContentHash
    second: ContentHash
    distance: Distance | None
    same: Share
    overlap: Share
    turn: TurnNumber
    part: PartNumber
    same_pixels: Flag | None
    framed: PartNumber


class PairStore:
    """An open store. Each thread opens its own; several processes may write (CacheDatabase)."""

    def __init__(self, path: Path) -> None:
        """Raises LibraryTooNewError, LibraryUnwritableError."""
        self._cache = CacheDatabase(path, _MIGRATIONS)

    def close(self) -> None:
        self._cache.close()

    def pairs(self) -> list[ComparedPair]:
        """Return all pairs that have something in common."""
        query = f"SELECT {', '.join(_Row._fields)} FROM pairs"  # noqa: S608
        rows = self._cache.run(lambda connection: read_rows(connection, _Row, query))
        return [_pair(row) for row in rows]

    def compared(self) -> set[bytes]:
        """Return the content hashes of photos that were compared with each other."""
        query = "SELECT content_hash FROM compared"
        rows = self._cache.run(lambda db: read_rows(db, tuple[ContentHash], query))
        return {content for (content,) in rows}

    def sharpness(self) -> dict[bytes, dict[int, float]]:
        """Return how sharp contents are at each side, by content hash, as far as it is known."""
        query = "SELECT content_hash, side, value FROM sharpness"
        found: dict[bytes, dict[int, float]] = defaultdict(dict)
        rows = self._cache.run(lambda db: read_rows(db, tuple[ContentHash, Side, Share], query))
        for content, side, value in rows:
            found[content][side] = value
        return dict(found)

    def add_sharpness(self, content: bytes, values: dict[int, float]) -> None:
        rows = [(content, side, value) for side, value in values.items()]
        self._cache.write(
            lambda db: db.executemany("REPLACE INTO sharpness VALUES (?, ?, ?)", rows)
        )

    @property
    def is_empty(self) -> bool:
        """Whether no photos were compared yet."""
        query = "SELECT count(*) FROM (SELECT 1 FROM compared LIMIT 1)"
        return not self._cache.run(lambda db: read_rows(db, tuple[Count], query))[0][0]

    def add(self, pairs: Iterable[ComparedPair]) -> None:
        """Store pairs, in place of what was known of them."""
        places = ", ".join("?" * len(_Row._fields))
        rows = [_values(pair) for pair in pairs]
        self._cache.write(
            lambda db: db.executemany(f"REPLACE INTO pairs VALUES ({places})", rows)  # noqa: S608
        )

    def mark_compared(self, contents: Iterable[bytes]) -> None:
        """Record that these contents were compared with each other and with all earlier ones."""
        rows = [(content,) for content in contents]
        self._cache.write(
            lambda db: db.executemany("INSERT OR IGNORE INTO compared VALUES (?)", rows)
        )


def _pair(row: _Row) -> ComparedPair:
    verdict = Verdict(row.same, row.overlap, Turn(row.turn), Part(row.part), Part(row.framed))
    same_pixels = None if row.same_pixels is None else bool(row.same_pixels)
    return ComparedPair(row.first, row.second, row.distance, verdict, same_pixels)


def _values(pair: ComparedPair) -> tuple[object, ...]:
    *verdict, framed = astuple(pair.verdict)
    return (pair.first, pair.second, pair.distance, *verdict, pair.same_pixels, framed)
