"""The commands `lookalike library ...`: check, mend, back up and restore a library."""

from __future__ import annotations

from typing import Annotated

import typer

from desktop_app.cli.care_output import (
    print_backed_up,
    print_backups,
    print_repaired,
    print_report,
    print_restored,
)
from desktop_app.cli.options import AsJson, Library, Threads
from desktop_app.cli.terminal import run_with_progress
from desktop_app.core.care.back_up import back_up
from desktop_app.core.care.backups import backups_of
from desktop_app.core.care.checkup import check_library
from desktop_app.core.care.known_library import known_library, library_files
from desktop_app.core.care.repair import repair
from desktop_app.core.care.restore import restore

care_app = typer.Typer(
    no_args_is_help=True, help="Check, repair, back up and restore the library itself."
)


@care_app.command()
def check(
    full: Annotated[
        bool,
        typer.Option("--full", help="Check every code and every thumbnail, not only samples."),
    ] = False,
    library: Library = None,
    as_json: AsJson = False,
) -> None:
    """Check whether the library is sound. Nothing is changed; exit status 1: something is wrong."""
    events = check_library(known_library(library), full=full)
    report = run_with_progress(events, quiet=as_json)
    print_report(report, as_json=as_json)
    if not report.is_sound:
        raise typer.Exit(1)


@care_app.command("repair")
def repair_command(threads: Threads = 0, library: Library = None, as_json: AsJson = False) -> None:
    """Mend what can be mended. A backup is made first."""
    events = repair(known_library(library), threads)
    print_repaired(run_with_progress(events, quiet=as_json), as_json=as_json)


@care_app.command()
def backup(library: Library = None, as_json: AsJson = False) -> None:
    """Back up the library, without thumbnails. The latest three, and one a week, are kept."""
    backed_up = run_with_progress(back_up(known_library(library)), quiet=as_json)
    print_backed_up(backed_up, as_json=as_json)


@care_app.command("restore")
def restore_command(
    backup: Annotated[
        str, typer.Argument(help="Name of a backup. Default: the newest sound one.")
    ] = "",
    library: Library = None,
    as_json: AsJson = False,
) -> None:
    """Put a backup in the place of the library. What it replaces is kept in a folder beside it."""
    print_restored(restore(library_files(library), backup), as_json=as_json)


@care_app.command()
def backups(library: Library = None, as_json: AsJson = False) -> None:
    """List the backups of the library, the newest first."""
    print_backups(backups_of(library_files(library)), as_json=as_json)
