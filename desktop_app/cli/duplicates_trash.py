"""Move copies to the trash for `lookalike duplicates --trash`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop_app.cli.duplicates_output import print_discards
from desktop_app.cli.terminal import photo_count, print_error, print_text, run_with_progress
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.duplicates.discards import Discard, Discards
from desktop_app.core.indexing.indexer import index_changes
from desktop_app.core.models.library_models import encoder_in_use
from desktop_app.sentences.duplicates import REFUSALS
from desktop_app.sentences.values import size_text


def discard(files: LibraryFiles, discards: Discards, *, dry_run: bool, as_json: bool) -> None:
    """Move what may go to the trash, unless it is a dry run, and print it."""
    moved = discards.allowed
    if not dry_run:
        moved = tuple(each for each in discards.allowed if _to_trash(discards, each))
        _scan(files, moved, quiet=as_json)
    print_discards(replace(discards, allowed=moved), as_json=as_json)
    if as_json:
        return
    told = f"{photo_count(len(moved))} ({size_text(sum(m.photo.size_bytes for m in moved))})"
    if dry_run:
        print_text(f"{told} would be moved to the trash. Add --no-dry-run to do it.")
    else:
        print_text(f"Moved {told} to the trash.")


def _scan(files: LibraryFiles, moved: tuple[Discard, ...], *, quiet: bool) -> None:
    """Let the library notice what is gone."""
    folders = sorted({each.photo.path.parent for each in moved})
    if folders:
        run_with_progress(index_changes(files, encoder_in_use(files), folders), quiet=quiet)


def _to_trash(discards: Discards, each: Discard) -> bool:
    """Move one file, if it and the one that stays are still those that were compared."""
    reason = discards.trouble(each)
    if reason:
        print_error(f"{each.photo.path} stays: {REFUSALS[reason]}.")
        return False
    return _moved(each.photo.path)


def _moved(path: Path) -> bool:
    from send2trash import TrashPermissionError, send2trash  # type: ignore[import-untyped]

    try:
        send2trash(path)
    except (OSError, TrashPermissionError) as error:
        print_error(f"{path} stays: the trash does not take it ({error}).")
        return False
    return True
