"""What the commands of the command line share: the library that is meant."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desktop_app.core.base.paths import default_library
from desktop_app.core.catalogue.library_files import LibraryFiles

Library = Annotated[Path | None, typer.Option("--library", help="The library's folder.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")]


def library_files(library: Path | None) -> LibraryFiles:
    return LibraryFiles((library or default_library()).absolute())
