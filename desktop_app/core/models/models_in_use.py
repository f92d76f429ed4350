"""The models that a library can be searched with, and the encoder of the one in use."""

from __future__ import annotations

from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.models.library_models import Models


def models_of(files: LibraryFiles) -> Models:
    return Models(files, default_bundle())


def encoder_of(files: LibraryFiles) -> Encoder:
    """Of the model that the library is searched with. Raises BundleError."""
    with Catalogue(files) as catalogue:
        return Encoder(models_of(files).in_use(catalogue))
