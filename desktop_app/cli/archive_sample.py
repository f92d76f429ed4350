"""The options by which `lookalike train` learns from an archive: from a library of a sample."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desktop_app.cli.cluster_options import cluster_packages
from desktop_app.cli.options import folder_argument
from desktop_app.cli.terminal import run_with_progress
from desktop_app.core.base.given_paths import resolved
from desktop_app.core.care.known_library import library_files
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.models.library_models import encoder_in_use

# As many as the slow training takes, and as a comparison of two models looks at.
_MOST_PHOTOS = 20_000

ArchiveOption = Annotated[
    Path | None,
    typer.Option(
        "--archive",
        parser=folder_argument,
        help=f"Learn from {_MOST_PHOTOS:,} random photos of an archive ('lookalike cluster'). Their"
        " library is written to --library; the archive is only read.",
    ),
]
Seed = Annotated[
    int, typer.Option(min=0, help="Draws the photos of --archive: another number, other photos.")
]


def sampled_library(archive: Path, library: Path | None, seed: int, *, quiet: bool) -> LibraryFiles:
    """Write a sample of an archive to a library, or complete it. Raises ArchiveError."""
    if library is None:
        raise typer.BadParameter(
            "Name a new folder for the photos of --archive.", param_hint="--library"
        )
    with cluster_packages():
        from desktop_app.core.archive.archive import Archive
        from desktop_app.core.archive.library_import import import_sample, root_in_library
    opened, files = Archive(resolved(archive)), library_files(library)
    _check_only_from([root_in_library(root) for root in opened.roots], files)
    encoder = encoder_in_use(files)
    run_with_progress(import_sample(files, opened, encoder, _MOST_PHOTOS, seed), quiet=quiet)
    return files


def _check_only_from(roots: list[Path], files: LibraryFiles) -> None:
    """A library of other photos is left alone."""
    if not files.exists():
        return
    with Catalogue(files) as catalogue:
        others = {root.path for root in catalogue.roots()} - {*roots}
    if others:
        raise typer.BadParameter(
            "It has other photos than those of the archive. Name a new folder.",
            param_hint="--library",
        )
