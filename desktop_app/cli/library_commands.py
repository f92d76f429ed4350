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
from desktop_app.cli.options import (
    AsJson,
    Library,
    Threads,
    existing_library,
    path_argument,
)
from desktop_app.cli.terminal import photo_count, print_text, run_with_progress
from desktop_app.core.base.paths import sample_pictures
from desktop_app.core.care.back_up import back_up_after
from desktop_app.core.care.known_library import library_files
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.exclusions import store_following
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import library_status, list_failures, root_counts
from desktop_app.core.catalogue.root_edits import known_root, pause_root, relocate_root, remove_root
from desktop_app.core.catalogue.roots import readable_folder
from desktop_app.core.indexing.indexer import index, reread, retry_failed
from desktop_app.core.models.library_models import encoder_in_use

Root = Annotated[Path, typer.Argument(parser=path_argument, help="A folder of the library.")]


def index_folders(
    folders: Annotated[
        list[Path] | None,
        typer.Argument(
            parser=path_argument,
            help=(
                "Folders to add or rescan; with --reread, also photos."
                " Default: all folders of the library."
            ),
        ),
    ] = None,
    follow_links: Annotated[
        bool | None,
        typer.Option(
            "--follow-links/--no-follow-links",
            help="Follow links that lead out of the folders, from now on. Default: as before.",
        ),
    ] = None,
    again: Annotated[
        bool,
        typer.Option("--reread", help="Read these again, even if they have not changed."),
    ] = False,
    threads: Threads = 0,
    library: Library = None,
    as_json: AsJson = False,
) -> None:
    """Add folders to the library, and index new and changed photos."""
    files = existing_library(library) if again else _library_for(folders, library)
    if library and not files.exists() and not as_json:
        print_text(f"Making a new library in {files.folder}.")
    if follow_links is not None:
        run_with_progress(store_following(files, follow_links=follow_links), quiet=True)
    read = reread if again else index
    events = back_up_after(files, read(files, encoder_in_use(files), folders or [], threads))
    print_index_summary(run_with_progress(events, quiet=as_json), as_json=as_json)


def _library_for(folders: list[Path] | None, library: Path | None) -> LibraryFiles:
    """Return the library that folders are added to; it may be new.

    Raises:
        NoLibraryError, NoOwnLibraryError: It is new, and there are no folders to add.
        NotAFolderError: It is new, and one of the folders cannot be read. Nothing is created then.
    """
    files = library_files(library)
    if not folders or files.exists():
        return existing_library(library)
    for folder in folders:
        readable_folder(folder)
    return files


def status(library: Library = None, as_json: AsJson = False) -> None:
    """Show the number of photos in the library, and its model and folders."""
    with Catalogue(existing_library(library)) as catalogue:
        print_status(library_status(catalogue), catalogue.roots(), as_json=as_json)


def failures(
    ignored: Annotated[
        bool,
        typer.Option(
            "--ignored", help="List hidden files and files that are not pictures instead."
        ),
    ] = False,
    library: Library = None,
    as_json: AsJson = False,
) -> None:
    """List the files that could not be indexed, and why."""
    with Catalogue(existing_library(library)) as catalogue:
        print_failures(list_failures(catalogue, ignored=ignored), as_json=as_json)


def retry(
    failed: Annotated[
        list[Path] | None,
        typer.Argument(parser=path_argument, help="Photos to retry. Default: all failed photos."),
    ] = None,
    threads: Threads = 0,
    library: Library = None,
    as_json: AsJson = False,
) -> None:
    """Try again to index photos that failed."""
    files = existing_library(library)
    read = retry_failed(files, encoder_in_use(files), failed or [], threads)
    events = back_up_after(files, read)
    print_index_summary(run_with_progress(events, quiet=as_json), as_json=as_json)


def roots(library: Library = None, as_json: AsJson = False) -> None:
    """List the folders of the library, with their states and photo counts."""
    with Catalogue(existing_library(library)) as catalogue:
        print_roots(catalogue.roots(), root_counts(catalogue), as_json=as_json)


def remove(folder: Root, library: Library = None) -> None:
    """Remove a folder from the library. The photos stay on disk."""
    files = existing_library(library)
    with Catalogue(files) as catalogue:
        root = known_root(catalogue, folder)
        count = root_counts(catalogue)[root.id].indexed
    run_with_progress(remove_root(files, folder), quiet=False)
    print_text(
        f"Removed {root.path} ({photo_count(count)}) from the library. The photos stay on disk."
    )


def relocate(
    old: Root,
    new: Annotated[Path, typer.Argument(parser=path_argument, help="New location of the folder.")],
    library: Library = None,
) -> None:
    """Change the location of a folder that was moved. Its photos are not indexed again."""
    moved = run_with_progress(relocate_root(existing_library(library), old, new), quiet=False)
    print_text(f"{old} is now {moved.path}. Run 'lookalike index' to find other changes.")


def pause(folder: Root, library: Library = None) -> None:
    """Stop scanning a folder until it is resumed. Its photos stay searchable."""
    paused = run_with_progress(
        pause_root(existing_library(library), folder, is_paused=True), quiet=True
    )
    print_text(f"Paused {paused.path}.")


def resume(folder: Root, library: Library = None) -> None:
    """Resume a paused folder. The next 'lookalike index' scans it."""
    resumed = run_with_progress(
        pause_root(existing_library(library), folder, is_paused=False), quiet=True
    )
    print_text(f"Resumed {resumed.path}. Run 'lookalike index' to rescan it.")


def samples(
    folder: Annotated[
        Path | None,
        typer.Argument(
            parser=path_argument, help="Folder to save them in. Default: Lookalike's data folder."
        ),
    ] = None,
) -> None:
    """Create sample pictures, to try Lookalike without photos."""
    # Imported only here: the scenes are a fifth of all imported modules.
    from desktop_app.samples.sample_pictures import write_samples

    target = folder or sample_pictures()
    run_with_progress(write_samples(target), quiet=False)
    print_text(f"Sample pictures saved to {target}.")
