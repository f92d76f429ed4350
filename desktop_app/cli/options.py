"""Options and arguments that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desktop_app.core.base.paths import default_library
from desktop_app.core.catalogue.library_files import LibraryFiles

Library = Annotated[
    Path | None, typer.Option("--library", help="Folder of the library. Default: your own library.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")]
Threads = Annotated[int, typer.Option(min=0, max=256, help="Number of threads. 0: one per core.")]


def library_files(library: Path | None) -> LibraryFiles:
    """Return the files of the library in a folder. None is the user's own library."""
    return LibraryFiles((library or default_library()).absolute())
