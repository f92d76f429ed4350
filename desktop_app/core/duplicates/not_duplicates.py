"""Remember which photos the user has told apart, by their content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.schema import ContentHash
from desktop_app.core.database.opening import library_errors, transaction
from desktop_app.core.jobs.duplicate_events import ToldApart

ContentPair = tuple[bytes, bytes]


def not_duplicates(catalogue: Catalogue) -> frozenset[ContentPair]:
    """Return the pairs of contents that are no duplicates, the smaller first."""
    query = "SELECT first, second FROM not_duplicates"
    return frozenset(catalogue.read(tuple[ContentHash, ContentHash], query))


def content_pairs(contents: Iterable[bytes]) -> list[ContentPair]:
    """Return all pairs of some contents, the smaller first."""
    return list(combinations(sorted(set(contents)), 2))


def tell_apart(
    files: LibraryFiles, pairs: list[ContentPair], *, are_duplicates: bool = False
) -> Iterator[ToldApart]:
    """Store that pairs of contents are no duplicates, or that they are some after all.

    Raises:
        LibraryBusyError, LibraryDamagedError, LibraryReadOnlyError, LibraryUnwritableError.
    """
    statement = (
        "DELETE FROM not_duplicates WHERE first = ? AND second = ?"
        if are_duplicates
        else "INSERT OR IGNORE INTO not_duplicates (first, second) VALUES (?, ?)"
    )
    with files.writing(), Catalogue(files) as catalogue:
        with library_errors(files.catalogue), transaction(catalogue.connection):
            catalogue.connection.executemany(statement, pairs)
        yield ToldApart(len(pairs))
