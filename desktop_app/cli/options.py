"""Options and arguments that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from desktop_app.cli.terminal import print_error
from desktop_app.core.archive_storage.addresses import address_path, checked_address
from desktop_app.core.archive_storage.errors import AddressError, AddressProblem
from desktop_app.core.base.codes import CODE_BITS
from desktop_app.core.base.given_paths import given_path, is_address
from desktop_app.core.care.known_library import known_library
from desktop_app.core.care.restore import recover_if_damaged
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.sentences.libraries import recovered_message


def picture_argument(word: str) -> str:
    """Check that a picture is given.

    An empty word is wrong usage: as a path it would be the current folder, but a script has only
    left a variable unset.
    """
    if not word:
        raise typer.BadParameter("The path is empty.")
    return word


def path_argument(word: str) -> Path:
    """Return the path that a word on the command line stands for."""
    if is_address(word):
        raise typer.BadParameter("It is a link. Lookalike does not open links.")
    path = given_path(picture_argument(word))
    if "\0" in str(path):
        raise typer.BadParameter("A path has no null characters.")
    return path


def folder_argument(word: str) -> Path:
    """As `path_argument`, of a manifest or an archive. Raises AddressError."""
    if is_address(word):
        raise AddressError(address_path(word), AddressProblem.FOLDER_NEEDED)
    return path_argument(word)


def place_argument(word: str) -> Path:
    """As `path_argument`; the address of a storage of photos is a path that stands for it.

    Raises AddressError.
    """
    return checked_address(word) if is_address(word) else path_argument(word)


def checked_bits(bits: int | None) -> int | None:
    """Check that codes can have so many bits; None stands for as many as the model allows."""
    if bits is not None and bits not in CODE_BITS:
        raise typer.BadParameter(f"{bits} is not 64, 128 or 256.")
    return bits


Library = Annotated[
    Path | None,
    typer.Option(
        "--library",
        parser=path_argument,
        help="Folder of the library. Default: your own library.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")]
Threads = Annotated[int, typer.Option(min=0, max=256, help="Number of threads. 0: one per core.")]


def use_library_below(context: typer.Context, library: Library = None) -> None:
    """Use a library that is given before a command, unless another one follows the command."""
    if library:
        context.default_map = _library_everywhere(context.command, str(library.absolute()))


def _library_everywhere(command: Any, library: str) -> dict[str, Any]:
    """The defaults of a command, or by their names, of the commands in a group."""
    below = getattr(command, "commands", {})
    return {name: _library_everywhere(each, library) for name, each in below.items()} or {
        "library": library
    }


def existing_library(library: Path | None) -> LibraryFiles:
    """Return the files of a library that is opened next. A damaged one is recovered first.

    Raises:
        NoLibraryError, NoOwnLibraryError: There is none in this folder.
        AppError: It cannot be opened.
    """
    files = known_library(library)
    if recovered := recover_if_damaged(files):
        print_error(recovered_message(recovered))
    return files
