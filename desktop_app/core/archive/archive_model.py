"""Find the model that the codes of an archive are of."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from desktop_app.core.archive.archive import Archive
from desktop_app.core.base.errors import AppError
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.models.library_models import KnownModel, LibraryModels

logger = logging.getLogger(__name__)


def encoder_of_archive(
    archive: Archive, model_id: str, shipped: Path, libraries: Iterable[Path] = ()
) -> Encoder | None:
    """Load a model that an archive has codes of; None if it is not known here.

    It is the shipped one, one that the archive keeps, or one of some libraries. Raises BundleError:
    it is damaged.
    """
    for models, known in _known_models(shipped, [archive.files.folder, *libraries]):
        if known.model_id == model_id:
            logger.info("The archive is searched with the model in %r", known.bundle.folder)
            return models.open(known.bundle)
    return None


def _known_models(
    shipped: Path, libraries: Iterable[Path]
) -> Iterator[tuple[LibraryModels, KnownModel]]:
    """Yield the shipped model first. A folder that cannot be read has none."""
    for library in libraries:
        models = LibraryModels(LibraryFiles(library), shipped)
        with suppress(AppError, OSError):
            for known in models.all():
                yield models, known
