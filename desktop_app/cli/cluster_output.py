"""What the commands `lookalike cluster ...` print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.cli.terminal import photo_count, print_error, print_json, print_text
from desktop_app.core.archive.progress import (
    ArchiveCompacted,
    ArchiveImported,
    ArchiveIndexed,
    ArchiveRecoded,
    ArchiveUpdated,
    ManifestWritten,
)
from desktop_app.core.archive_storage.addresses import shown_path
from desktop_app.core.base.json_codec import to_builtins
from desktop_app.sentences.archives import WORKER_LEFT_OUT
from desktop_app.sentences.errors import error_message

if TYPE_CHECKING:
    from desktop_app.cluster.workers import WorkerLeftOut
    from desktop_app.core.archive.archive_search import ArchiveMatch


def print_manifest(written: ManifestWritten, *, as_json: bool) -> None:
    if as_json:
        unreadable = [shown_path(folder) for folder in written.unreadable]
        print_json({**to_builtins(written), "unreadable": unreadable})
        return
    for folder in written.unreadable:
        print_error(f"{shown_path(folder)} cannot be read. Check its permissions.")
    print_text(f"{written.folder} lists {written.files:,} files in {written.shards:,} shards.")


def print_indexed(indexed: ArchiveIndexed, *, as_json: bool) -> None:
    if as_json:
        print_json(to_builtins(indexed))
    elif not indexed.shards:
        print_text("All shards are there.")
    else:
        photos = photo_count(indexed.photos)
        text = f"Indexed {photos} in {indexed.shards:,} shards in {indexed.seconds:,.0f} s."
        if indexed.failed:
            text += f" {indexed.failed:,} could not be read."
        print_text(text)


def print_updated(updated: ArchiveUpdated, *, as_json: bool) -> None:
    if as_json:
        print_json(to_builtins(updated))
        return
    for place in updated.kept:
        kept = f"{shown_path(place)} cannot be read, or is not mounted."
        print_error(f"{kept} What the archive has of it stays.")
    counts = {
        "{} new": updated.new,
        "{} read again": updated.reread,
        "{} gone": updated.gone,
        "{} could not be read": updated.failed,
    }
    parts = [text.format(f"{count:,}") for text, count in counts.items() if count]
    print_text("Files: " + ", ".join(parts) + "." if parts else "Nothing has changed.")


def print_missing(shards: list[int], *, as_json: bool) -> None:
    """Say which shards have to be read before an update can be completed."""
    if as_json:
        print_json({"missing": shards})
    elif not shards:
        print_text("No file is new. Update without --list-only to hide what is gone.")
    else:
        print_text(
            f"The archive lacks {len(shards):,} shards, from {shards[0]} to {shards[-1]}. Read them"
            " with 'lookalike cluster shard', and update without --list-only then."
        )


def print_compacted(compacted: ArchiveCompacted, *, as_json: bool) -> None:
    if as_json:
        print_json(to_builtins(compacted))
        return
    freed = f"{compacted.freed_bytes / 1e6:,.1f} MB"
    print_text(f"Deleted {compacted.rows:,} rows of {compacted.shards:,} shards: {freed}.")


def print_recoded(recoded: ArchiveRecoded, archive: Path, *, is_all: bool, as_json: bool) -> None:
    """Print what was computed, and how to search with it."""
    if as_json:
        print_json(to_builtins(recoded))
        return
    if recoded.shards:
        codes = f"the codes of {photo_count(recoded.photos)} in {recoded.shards:,} shards"
        print_text(f"Computed {codes} in {recoded.seconds:,.0f} s.")
    else:
        print_text(f"The codes of {recoded.model_id} are there.")
    if is_all:
        switch = f"lookalike cluster collect {archive} --model {recoded.model_id}"
        print_text(f"'{switch}' searches the archive with them.")


def tell_left_out(events: Iterable[Any]) -> Iterator[Any]:
    """Pass the events of a cluster on, and print which machines are left out."""
    from desktop_app.cluster.workers import WorkerLeftOut

    for event in events:
        if isinstance(event, WorkerLeftOut):
            print_left_out(event)
        yield event


def print_left_out(left_out: WorkerLeftOut) -> None:
    """Name a machine that gets no more work, and what it lacks."""
    problem = error_message(left_out.error)
    print_error(WORKER_LEFT_OUT.format(host=left_out.host, problem=problem))


def print_imported(imported: ArchiveImported, *, as_json: bool) -> None:
    if as_json:
        print_json(to_builtins(imported))
        return
    parts = [f"Imported {photo_count(imported.added)}."]
    if imported.known:
        parts.append(f"{imported.known:,} files were in the library before.")
    if imported.failed:
        parts.append(f"{imported.failed:,} are no photos, or could not be read.")
    print_text(" ".join(parts))


def print_archive_matches(paths: list[Path], matches: list[ArchiveMatch], *, as_json: bool) -> None:
    """Print photos and how far they are, nearest first."""
    found = list(zip(paths, matches, strict=True))
    if as_json:
        print_json({"matches": [_match_json(path, match) for path, match in found]})
        return
    print_text("distance  score           photo")
    for path, match in found:
        similar = "similar" if match.related else ""
        print_text(f"{match.distance:>8}  {match.score:.3f}  {similar:<7}  {shown_path(path)}")
    if not any(match.related for match in matches):
        print_text("Probably no similar photos; these are the closest.")


def _match_json(path: Path, match: ArchiveMatch) -> dict[str, object]:
    return {
        "path": shown_path(path),
        "distance": match.distance,
        "score": round(match.score, 6),
        "related": match.related,
    }
