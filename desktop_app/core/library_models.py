"""The models that a library can be searched with, and the encoder of the one in use."""

from __future__ import annotations

from desktop_app.core.catalogue import Catalogue
from desktop_app.core.encoder import Encoder
from desktop_app.core.library_files import LibraryFiles
from desktop_app.core.models import Models
from desktop_app.core.paths import default_bundle


def models_of(files: LibraryFiles) -> Models:
    return Models(files, default_bundle())


def encoder_of(files: LibraryFiles) -> Encoder:
    """Of the model that the library is searched with. Raises BundleError."""
    with Catalogue(files) as catalogue:
        return Encoder(models_of(files).in_use(catalogue))
