"""`lookalike duplicates`: find copies of photos, and list them."""

from __future__ import annotations

from pathlib import Path

import typer

from desktop_app.cli.duplicates_actions import (
    LINK,
    REFLINK,
    TRASH,
    Action,
    carry_out,
    stack_groups,
)
from desktop_app.cli.duplicates_options import (
    Against,
    AsCsv,
    DryRun,
    Keep,
    Levels,
    Link,
    Merge,
    Prefer,
    Protect,
    Reflink,
    Stack,
    Trash,
    chosen,
)
from desktop_app.cli.duplicates_output import (
    ListedStacks,
    print_groups_as_csv,
    print_groups_as_json,
    print_groups_as_text,
    print_newcomers,
)
from desktop_app.cli.options import AsJson, Library, existing_library
from desktop_app.cli.terminal import run_with_progress
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.clearing.discards import Discards, check_discards
from desktop_app.core.clearing.keep_rules import load_rules
from desktop_app.core.clearing.ranked_groups import RankedGroup, library_ranked
from desktop_app.core.clearing.suggestions import KeepRule, KeepRules
from desktop_app.core.duplicates.finder import find_duplicates
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.indexing.folder_check import check_folders
from desktop_app.core.jobs.duplicate_events import NewcomerChecked
from desktop_app.core.models.library_models import encoder_in_use, manifest_in_use

_DEFAULT_LEVELS = (Level.IDENTICAL, Level.SAME_PIXELS, Level.SAME_PHOTO)


def duplicates(
    level: Levels = "",
    keep: Keep = "",
    prefer: Prefer = None,
    protect: Protect = None,
    trash: Trash = False,
    link: Link = False,
    reflink: Reflink = False,
    stack: Stack = False,
    merge: Merge = False,
    dry_run: DryRun = True,
    against: Against = None,
    library: Library = None,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """Find copies of photos, and say which one to keep.

    Nothing is changed, unless --trash, --link, --reflink or --stack is given with --no-dry-run.
    """
    given = {"--trash": trash, "--link": link, "--reflink": reflink, "--stack": stack}
    action = _action(given, merge=merge)
    levels = _levels(level, action)
    files = existing_library(library)
    rules = _rules(load_rules(files.keep_rules), keep, prefer or [], protect or [])
    if against:
        _check_folder(files, against, as_json=as_json)
        return
    distance = manifest_in_use(files).similar_distance
    events = find_duplicates(files, distance, measures_sharpness=rules.needs_sharpness)
    run_with_progress(events, quiet=as_json or as_csv)
    with Catalogue(files) as catalogue:
        by_level = library_ranked(catalogue, rules)
        groups = [group for each in levels for group in by_level[each]]
        stacks = ListedStacks(catalogue)
        undecided = [group for group in groups if not stacks.has(group)]
        discards = _discards(catalogue, by_level, undecided, rules) if action else None
    if stack:
        stack_groups(files, undecided, dry_run=dry_run, as_json=as_json)
    elif action and discards:
        carry_out(files, discards, action, dry_run=dry_run, as_json=as_json)
    elif as_csv:
        print_groups_as_csv(groups, stacks)
    else:
        (print_groups_as_json if as_json else print_groups_as_text)(groups, stacks)


def _rules(stored: KeepRules, keep: str, preferred: list[Path], protected: list[Path]) -> KeepRules:
    """Return the library's rules with what is chosen here; its protected folders always count."""
    return KeepRules(
        chosen(KeepRule, keep, stored.order, "--keep"),
        tuple(preferred) or stored.preferred,
        (*stored.protected, *protected),
    )


def _action(wanted: dict[str, bool], *, merge: bool) -> Action | None:
    """Return what is to be done with files, of the options that are given."""
    given = [option for option, is_given in wanted.items() if is_given]
    if len(given) > 1:
        raise typer.BadParameter(f"It cannot be given with {given[0]}.", param_hint=given[1])
    if merge and given != ["--trash"]:
        raise typer.BadParameter("It is for --trash only.", param_hint="--merge")
    actions = {"--trash": TRASH._replace(inherits=merge), "--link": LINK, "--reflink": REFLINK}
    return actions.get(given[0]) if given else None


def _levels(words: str, action: Action | None) -> tuple[Level, ...]:
    """Return the levels that are listed; only identical files are linked."""
    is_link = action in (LINK, REFLINK)
    levels = chosen(Level, words, (Level.IDENTICAL,) if is_link else _DEFAULT_LEVELS, "--level")
    if is_link and levels != (Level.IDENTICAL,):
        raise typer.BadParameter(
            "Only identical files are linked or share their space.", param_hint="--level"
        )
    return levels


def _discards(
    catalogue: Catalogue,
    by_level: dict[Level, list[RankedGroup]],
    chosen: list[RankedGroup],
    rules: KeepRules,
) -> Discards:
    """Check which of the photos may go that are not suggested to stay."""
    spare = {photo.id for each in chosen for member in each.spare for photo in member.files}
    everything = [group for groups in by_level.values() for group in groups]
    return check_discards(catalogue, everything, spare, rules)


def _check_folder(files: LibraryFiles, folder: Path, *, as_json: bool) -> None:
    """Tell which photos of a folder the library does not have."""
    events = check_folders(files, encoder_in_use(files), [folder])
    print_newcomers((each for each in events if isinstance(each, NewcomerChecked)), as_json=as_json)
