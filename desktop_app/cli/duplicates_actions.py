"""What `lookalike duplicates` does with copies: move them to the trash, link or stack them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from desktop_app.cli.duplicates_output import print_discards, print_stacks
from desktop_app.cli.terminal import photo_count, print_error, print_text, run_with_progress
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.clearing.discards import Discard, Discards, Refused
from desktop_app.core.clearing.inheritance import Inheritance, NotInheritedError
from desktop_app.core.clearing.ranked_groups import RankedGroup
from desktop_app.core.clearing.second_look import SecondLook
from desktop_app.core.clearing.stacked_groups import stacks_of
from desktop_app.core.files.file_moves import NotPlaced
from desktop_app.core.files.hard_links import link_files
from desktop_app.core.files.reflinks import NOT_SHARED, reflink_files
from desktop_app.core.files.sidecars import WrittenSidecar, own_sidecars, restore_sidecar
from desktop_app.core.files.stack_edits import stack_photos
from desktop_app.core.indexing.indexer import index_changes
from desktop_app.core.models.library_models import encoder_in_use
from desktop_app.sentences.values import size_text


class Action(NamedTuple):
    """What can be done with a copy.

    Attributes:
        would, done: Words for it.
        act: Returns why a file stays; empty if it was done.
        inherits: Whether the photo that stays inherits the rating and the keywords before.
    """

    would: str
    done: str
    act: Callable[[Discard], str]
    inherits: bool = False


def carry_out(
    files: LibraryFiles, discards: Discards, action: Action, *, dry_run: bool, as_json: bool
) -> None:
    """Do it to what may go, unless it is a dry run, and print it."""
    acted = discards if dry_run else _acted(files, discards, action, quiet=as_json)
    print_discards(acted, as_json=as_json)
    if as_json:
        return
    told = f"{photo_count(len(acted.allowed))} ({size_text(acted.size_bytes)})"
    more = f"{action.would}. Add --no-dry-run to do it." if dry_run else f"{action.done}."
    print_text(f"{told} {more}")


def stack_groups(
    files: LibraryFiles, groups: list[RankedGroup], *, dry_run: bool, as_json: bool
) -> None:
    """Let groups become stacks, unless it is a dry run, and print them."""
    paths = {photo.id: photo.path for ranked in groups for photo in ranked.files}
    stacks = stacks_of(groups)
    if stacks and not dry_run:
        for _ in stack_photos(files, stacks):
            pass
    print_stacks([[paths[photo] for photo in stack] for stack in stacks], as_json=as_json)
    if as_json:
        return
    told = f"{photo_count(sum(map(len, stacks)))} in {len(stacks):,} stacks"
    print_text(f"{told}. Add --no-dry-run to do it." if dry_run else f"{told} now.")


def _acted(files: LibraryFiles, discards: Discards, action: Action, *, quiet: bool) -> Discards:
    """Act on each file, if it and the one that stays are still what was compared."""
    done, refused = [], list(discards.refused)
    with closing(SecondLook(discards)) as look, closing(Inheritance()) as inheritance:
        for each in discards.allowed:
            refusal = look.trouble(each)
            if refusal:
                refused.append(Refused(each.photo, refusal))
            elif _is_done(each, action, inheritance):
                done.append(each)
    _scan(files, done, quiet=quiet)
    return replace(discards, allowed=tuple(done), refused=tuple(refused))


def _scan(files: LibraryFiles, done: list[Discard], *, quiet: bool) -> None:
    """Let the library notice what has changed."""
    folders = sorted({each.photo.path.parent for each in done})
    if folders:
        run_with_progress(index_changes(files, encoder_in_use(files), folders), quiet=quiet)


def _is_done(each: Discard, action: Action, inheritance: Inheritance) -> bool:
    """What was written to a sidecar for a file that stays after all is taken back."""
    written: WrittenSidecar | None = None
    try:
        if action.inherits:
            written = inheritance.hand_over(each.photo.path, each.kept.path)
        reason = action.act(each)
    except NotInheritedError as error:
        told = f"{error.sidecar}: {error.reason}"
        reason = f"its rating and keywords cannot be merged ({told})"
    if reason:
        print_error(f"{each.photo.path} stays: {reason}.")
        if written:
            restore_sidecar(written)
    return not reason


def _move_to_trash(each: Discard) -> str:
    from send2trash import TrashPermissionError, send2trash  # type: ignore[import-untyped]

    path: Path = each.photo.path
    sidecars = own_sidecars(path)
    try:
        send2trash(path)
    except (OSError, TrashPermissionError) as error:
        return f"the trash does not take it ({error})"
    for sidecar in sidecars:
        try:
            send2trash(sidecar.path)
        except (OSError, TrashPermissionError) as error:
            print_error(f"{sidecar.path} stays: the trash does not take it ({error}).")
    return ""


def _link(each: Discard) -> str:
    (step,) = link_files([(each.kept.path, each.photo.path)])
    return step.reason if isinstance(step, NotPlaced) else ""


def _share(each: Discard) -> str:
    (step,) = reflink_files([(each.kept.path, each.photo.path)])
    reason = step.reason if isinstance(step, NotPlaced) else ""
    return f"{reason}; --link makes hard links" if reason == NOT_SHARED else reason


TRASH = Action("would be moved to the trash", "moved to the trash", _move_to_trash)
LINK = Action("would be replaced by hard links", "replaced by hard links", _link)
REFLINK = Action("would share their space", "share their space now", _share)
