"""Count the files of a library, and list those that could not be indexed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.base.errors import PhotoProblem
from desktop_app.core.catalogue.catalogue import (
    UNMOUNTED,
    Catalogue,
    has_unmounted,
    join_path,
)
from desktop_app.core.catalogue.schema import Count, RootId, State
from desktop_app.core.catalogue.writer import EXCLUDED
from desktop_app.core.database.opening import library_errors


@dataclass(frozen=True)
class LibraryStatus:
    """Numbers of files in a library, without those that are missing.

    Attributes:
        photos: indexed + failed + waiting.
        indexed: Have a code.
        failed: Could not be read.
        waiting: New or changed, not read yet.
        offline: Those of `photos` whose drive is not connected.
        ignored: Files that are no pictures.
        model_id: The model in use; empty in a new library.
        code_bits: Length of its codes; 0 in a new library.
        excluded: Photos that have a code, but are left out by a pattern or a rule.
    """

    photos: int
    indexed: int
    failed: int
    waiting: int
    offline: int
    ignored: int
    model_id: str
    code_bits: int
    excluded: int = 0


@dataclass(frozen=True)
class RootCounts:
    """Numbers of files of one root, without those that are missing or no pictures.

    Attributes:
        waiting: New or changed, and can be read now if the root can.
        away: New or changed, on a drive that is mounted inside the root, but not now.
    """

    indexed: int = 0
    failed: int = 0
    waiting: int = 0
    away: int = 0

    @property
    def photos(self) -> int:
        return self.indexed + self.failed + self.waiting + self.away


@dataclass(frozen=True)
class Failure:
    """A file that has no code, and why."""

    path: Path
    problem: PhotoProblem
    detail: str


def library_status(catalogue: Catalogue) -> LibraryStatus:
    """Count the files of the whole library."""
    offline_roots = {root.id for root in catalogue.roots() if root.offline}
    counts = dict.fromkeys(("indexed", "failed", "pending", "ignored"), 0)
    offline = _unmounted_count(catalogue)
    for state, root_id, count in catalogue.read(
        tuple[State, RootId, Count],
        "SELECT state, root_id, count(*) FROM photos WHERE missing = 0 GROUP BY state, root_id",
    ):
        counts[state] += count
        offline += count if root_id in offline_roots and state != "ignored" else 0
    return LibraryStatus(
        photos=counts["indexed"] + counts["failed"] + counts["pending"],
        indexed=counts["indexed"],
        failed=counts["failed"],
        waiting=counts["pending"],
        offline=offline,
        ignored=counts["ignored"],
        model_id=catalogue.model_id,
        code_bits=code_bits(catalogue),
        excluded=_excluded_count(catalogue),
    )


def code_bits(catalogue: Catalogue) -> int:
    """Return the length of the codes; 0 in a new library."""
    query = "SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'code_bits'"
    rows = catalogue.read(tuple[Count], query)
    return rows[0][0] if rows else 0


def _excluded_count(catalogue: Catalogue) -> int:
    query = "SELECT count(*) FROM photos WHERE missing = ? AND state = 'indexed'"
    return int(catalogue.rows(query, EXCLUDED)[0][0])


def _unmounted_count(catalogue: Catalogue) -> int:
    """Count the photos on drives that are mounted inside roots, but not now."""
    if not has_unmounted(catalogue):
        return 0
    rows = catalogue.rows(
        "SELECT count(*) FROM photos JOIN roots ON roots.id = root_id"  # noqa: S608
        f" WHERE missing = 0 AND state != 'ignored' AND roots.offline = 0 AND {UNMOUNTED}"
    )
    return int(rows[0][0])


def root_counts(catalogue: Catalogue) -> dict[int, RootCounts]:
    """Count the files of each root, by the root's id; an empty root has counts of 0."""
    counts: dict[int, dict[str, int]] = {root.id: {} for root in catalogue.roots()}
    for state, root_id, count in catalogue.read(
        tuple[State, RootId, Count],
        "SELECT state, root_id, count(*) FROM photos WHERE missing = 0 AND state != 'ignored'"
        " GROUP BY state, root_id",
    ):
        counts.setdefault(root_id, {})[state] = count
    away = _waiting_away(catalogue)
    return {root_id: _counts(found, away.get(root_id, 0)) for root_id, found in counts.items()}


def _counts(found: dict[str, int], away: int) -> RootCounts:
    waiting = found.get("pending", 0) - away
    return RootCounts(found.get("indexed", 0), found.get("failed", 0), waiting, away)


def _waiting_away(catalogue: Catalogue) -> dict[int, int]:
    """Count the photos that wait for a drive which is mounted inside a root, by the root's id."""
    if not has_unmounted(catalogue):
        return {}
    rows = catalogue.read(
        tuple[RootId, Count],
        "SELECT root_id, count(*) FROM photos JOIN roots ON roots.id = root_id"  # noqa: S608
        f" WHERE missing = 0 AND state = 'pending' AND {UNMOUNTED} GROUP BY root_id",
    )
    return dict(rows)


def list_failures(catalogue: Catalogue, *, ignored: bool = False) -> list[Failure]:
    """List the files that failed, by path; with `ignored`, those that are no pictures instead."""
    rows = catalogue.read(
        tuple[bytes, bytes, bytes, PhotoProblem, str],
        "SELECT roots.path, folder, name, problem, detail FROM photos"
        " JOIN roots ON roots.id = root_id WHERE state = ? AND missing = 0"
        " ORDER BY roots.path, folder, name",
        "ignored" if ignored else "failed",
    )
    with library_errors(catalogue.files.catalogue):
        return [
            Failure(join_path(root, folder, name), problem, detail)
            for root, folder, name, problem, detail in rows
        ]
