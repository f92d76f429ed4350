"""`lookalike cluster duplicates`: list the copies among the photos of an archive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from desktop_app.cli.archive_commands import ArchiveFolder
from desktop_app.cli.cluster_options import cluster_packages
from desktop_app.cli.duplicates_options import AsCsv, Keep, Prefer, chosen, word_of
from desktop_app.cli.duplicates_output import (
    NoStacks,
    print_groups_as_csv,
    print_groups_as_json,
    print_groups_as_text,
)
from desktop_app.cli.options import AsJson
from desktop_app.cli.terminal import run_with_progress
from desktop_app.core.base.given_paths import resolved
from desktop_app.core.clearing.ranked_groups import ranked
from desktop_app.core.clearing.suggestions import DEFAULT_RULES, KeepRule, KeepRules
from desktop_app.core.duplicates.levels import Level

if TYPE_CHECKING:
    from desktop_app.core.archive_copies.finder import ArchiveCopies

# Whether other files have the same pixels, only their photos say, which an archive does not read.
_LEVELS = (Level.IDENTICAL, Level.SAME_PHOTO, Level.VERSIONS, Level.BURST)
_NOT_KNOWN = (KeepRule.SHARPER,)

Levels = Annotated[
    str,
    typer.Option(
        help=f"Levels to list, separated by commas: {', '.join(map(word_of, _LEVELS))}; or 'all'."
    ),
]


def duplicates_command(
    archive: ArchiveFolder,
    level: Levels = "",
    keep: Keep = "",
    prefer: Prefer = None,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """List the copies among the photos of an archive, and say which one to keep.

    Nothing is changed. Photos are compared by their fingerprints and thumbnails in the archive.
    """
    levels = chosen(_LEVELS, level, (Level.IDENTICAL, Level.SAME_PHOTO), "--level")
    known = tuple(rule for rule in KeepRule if rule not in _NOT_KNOWN)
    rules = KeepRules(chosen(known, keep, DEFAULT_RULES, "--keep"), tuple(prefer or []))
    with cluster_packages():
        from desktop_app.core.archive.archive import Archive
        from desktop_app.core.archive.code_file import open_codes
        from desktop_app.core.archive_copies.finder import find_archive_copies
    opened = Archive(resolved(archive))
    events = find_archive_copies(opened, open_codes(opened))
    found: ArchiveCopies = run_with_progress(events, quiet=as_json or as_csv)
    by_level = ranked(found.groups, rules)
    groups = [group for each in levels for group in by_level[each]]
    if as_csv:
        print_groups_as_csv(groups, NoStacks())
    else:
        (print_groups_as_json if as_json else print_groups_as_text)(groups, NoStacks())
