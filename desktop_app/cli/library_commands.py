"""The commands that change a library or show its state."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desktop_app.cli.library_output import (
    print_failures,
    print_index_summary,
    print_roots,
    print_status,
)
from desktop_app.cli.options import AsJson, Library, Threads, library_files
from desktop_app.cli.terminal import print_text, run_with_progress
from desktop_app.core.base.paths import sample_pictures
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_status import library_status, list_failures, root_counts
from desktop_app.core.catalogue.root_edits import known_root, pause_root, relocate_root, remove_root
from desktop_app.core.indexing.indexer import index, retry_failed
from desktop_app.core.models.library_models import encoder_in_use

Root = Annotated[Path, typer.Argument(help="A folder of the library.")]


def index_folders(
    folders: Annotated[list[Path] | None, typer.Argument(help="None: all known folders.")] = None,
    threads: Threads = 0,
    library: Library = None,
    as_json: AsJson = False,
) -> None:
    """Add folders to the library and bring it up to date with them."""
    files = library_files(library)
    events = index(files, encoder_in_use(files), folders or [], threads)
    print_index_summary(run_with_progress(events, quiet=as_json), as_json=as_json)


def status(library: Library = None, as_json: AsJson = False) -> None:
    """Count the photos of the library."""
    with Catalogue(library_files(library)) as catalogue:
        print_status(library_status(catalogue), catalogue.roots(), as_json=as_json)


def failures(
    ignored: Annotated[
        bool, typer.Option("--ignored", help="Files that are no pictures, instead.")
    ] = False,
    library: Library = None,
    as_json: AsJson = False,
) -> None:
    """List the files that could not be indexed, and why."""
    with Catalogue(library_files(library)) as catalogue:
        print_failures(list_failures(catalogue, ignored=ignored), as_json=as_json)


def retry(
    failed: Annotated[list[Path] | None, typer.Argument(help="None: all that failed.")] = None,
    threads: Threads = 0,
    library: Library = None,
    as_json: AsJson = False,
) -> None:
    """Read files that could not be indexed once more."""
    files = library_files(library)
    events = retry_failed(files, encoder_in_use(files), failed or [], threads)
    print_index_summary(run_with_progress(events, quiet=as_json), as_json=as_json)


def roots(library: Library = None, as_json: AsJson = False) -> None:
    """List the folders of the library with their state and counts."""
    with Catalogue(library_files(library)) as catalogue:
        print_roots(catalogue.roots(), root_counts(catalogue), as_json=as_json)


def remove(folder: Root, library: Library = None) -> None:
    """Forget a folder and the codes of its photos; the photos themselves stay."""
    files = library_files(library)
    with Catalogue(files) as catalogue:
        root = known_root(catalogue, folder)
        count = root_counts(catalogue)[root.id].indexed
    run_with_progress(remove_root(files, folder), quiet=False)
    print_text(f"{root.path} is forgotten, with the codes of {count:,} photos; all files stay.")


def relocate(
    old: Root,
    new: Annotated[Path, typer.Argument(help="Where it lies now.")],
    library: Library = None,
) -> None:
    """Tell the library that a folder was moved; every code is kept."""
    moved = run_with_progress(relocate_root(library_files(library), old, new), quiet=False)
    print_text(f"{old} is {moved.path} now; 'lookalike index' looks for what else has changed.")


def pause(folder: Root, library: Library = None) -> None:
    """Leave a folder alone until it is resumed; its photos are searched as before."""
    paused = run_with_progress(
        pause_root(library_files(library), folder, is_paused=True), quiet=True
    )
    print_text(f"{paused.path} is paused.")


def resume(folder: Root, library: Library = None) -> None:
    """Bring a paused folder up to date again, from the next 'lookalike index' on."""
    resumed = run_with_progress(
        pause_root(library_files(library), folder, is_paused=False), quiet=True
    )
    print_text(f"{resumed.path} is resumed; 'lookalike index' brings it up to date.")


def samples(
    folder: Annotated[Path | None, typer.Argument(help="Where to draw them.")] = None,
) -> None:
    """Draw sample pictures, for a first try without photos."""
    # The scenes are a fifth of what this program imports at its start.
    from desktop_app.samples.sample_pictures import write_samples

    target = folder or sample_pictures()
    run_with_progress(write_samples(target), quiet=False)
    print_text(f"The sample pictures are in {target}.")
