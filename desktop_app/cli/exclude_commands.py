"""The commands `lookalike exclude ...`: list, add and remove patterns of excluded files."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from desktop_app.cli.options import AsJson, Library, existing_library
from desktop_app.cli.terminal import print_json, print_text, run_with_progress
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.exclusions import Exclusions, read_exclusions, store_exclusions
from desktop_app.core.catalogue.library_files import LibraryFiles

exclude_app = typer.Typer(
    no_args_is_help=True,
    help=(
        "Exclude files and folders from the library, by patterns in the syntax of .gitignore."
        " Patterns apply to every folder of the library at the next 'lookalike index'. Photos that"
        " are excluded return without being read again when the pattern is removed."
    ),
)

Patterns = Annotated[
    list[str],
    typer.Argument(metavar="PATTERN...", help="Such as '*.tmp', 'Drafts/' or '/2019/scans'."),
]


@exclude_app.command("list")
def list_patterns(library: Library = None, as_json: AsJson = False) -> None:
    """List the patterns."""
    _print(_stored(existing_library(library)), as_json=as_json)


@exclude_app.command()
def add(patterns: Patterns, library: Library = None, as_json: AsJson = False) -> None:
    """Add patterns. A pattern that begins with '!' includes what an earlier one excludes."""
    files = existing_library(library)
    stored = _stored(files)
    _store(files, replace(stored, patterns=stored.with_added(patterns)), as_json=as_json)


@exclude_app.command()
def remove(patterns: Patterns, library: Library = None, as_json: AsJson = False) -> None:
    """Remove patterns."""
    files = existing_library(library)
    stored = _stored(files)
    _store(files, replace(stored, patterns=stored.without(patterns)), as_json=as_json)


def _stored(files: LibraryFiles) -> Exclusions:
    with Catalogue(files) as catalogue:
        return read_exclusions(catalogue)


def _store(files: LibraryFiles, exclusions: Exclusions, *, as_json: bool) -> None:
    run_with_progress(store_exclusions(files, exclusions), quiet=True)
    _print(exclusions, as_json=as_json)
    if not as_json:
        print_text("Run 'lookalike index' to apply the change.")


def _print(exclusions: Exclusions, *, as_json: bool) -> None:
    if as_json:
        print_json({"patterns": list(exclusions.patterns), "follow_links": exclusions.follow_links})
        return
    for pattern in exclusions.patterns:
        print_text(pattern)
    if not exclusions.patterns:
        print_text("No files are excluded.")
