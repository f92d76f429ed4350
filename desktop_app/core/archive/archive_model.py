"""Find the model that the codes of an archive are of."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.base.errors import AppError
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.models.library_models import KnownModel, LibraryModels

logger = logging.getLogger(__name__)


def encoder_of_archive(archive: Archive, shipped: Path, libraries: Iterable[Path]) -> Encoder:
    """Load the model of an archive: the shipped one, or one of some libraries.

    Raises:
        ArchiveError: None of them is it.
        BundleError: It is damaged.
    """
    wanted = archive.label.model_id
    for models, known in _known_models(shipped, libraries):
        if known.model_id == wanted:
            logger.info("The archive is searched with the model in %r", known.bundle.folder)
            return models.open(known.bundle)
    raise ArchiveError(archive.files.folder, ArchiveProblem.OTHER_MODEL, wanted)


def _known_models(
    shipped: Path, libraries: Iterable[Path]
) -> Iterator[tuple[LibraryModels, KnownModel]]:
    """Yield the shipped model first. A library that cannot be read has none."""
    for library in libraries:
        models = LibraryModels(LibraryFiles(library), shipped)
        with suppress(AppError, OSError):
            for known in models.all():
                yield models, known
