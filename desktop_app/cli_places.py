"""What the commands of the command line share: the library that is meant, and its model."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desktop_app.core.catalogue import Catalogue
from desktop_app.core.encoder import Encoder
from desktop_app.core.library_files import LibraryFiles
from desktop_app.core.models import Models
from desktop_app.core.paths import default_bundle, default_library

Library = Annotated[Path | None, typer.Option("--library", help="The library's folder.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")]


def library_files(library: Path | None) -> LibraryFiles:
    return LibraryFiles((library or default_library()).absolute())


def models_of(files: LibraryFiles) -> Models:
    return Models(files, default_bundle())


def encoder_of(files: LibraryFiles) -> Encoder:
    """Of the model that the library is searched with."""
    with Catalogue(files) as catalogue:
        return Encoder(models_of(files).in_use(catalogue))
