"""Switch a library to another of its models."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from desktop_app.core.base.errors import BundleError
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.descriptors import claim_descriptor_id, owner_of_descriptor_id
from desktop_app.core.catalogue.model_switch import ModelSwitch
from desktop_app.core.catalogue.writer import CatalogueWriter
from desktop_app.core.indexing.rehash import rehash_if_needed
from desktop_app.core.jobs.progress import ModelUsed, Rehashing
from desktop_app.core.models.library_models import LibraryModels

logger = logging.getLogger(__name__)


def use_model(models: LibraryModels, model_id: str) -> Iterator[Rehashing | ModelUsed]:
    """Compute all codes again from the stored descriptors, and then switch in one transaction.

    Closing the generator (cancel) leaves the library unchanged. If the process is killed, the
    catalogue remembers the model (`pending_model_id`), so that the switch can be started again.
    Raises UnknownModelError, BundleError, LibraryBusyError and the library's other errors.
    """
    encoder = models.open(models.find(model_id))
    with models.files.writing(), Catalogue(models.files) as catalogue:
        _claim_for_model_in_use(models, catalogue)
        writer = CatalogueWriter(catalogue, encoder.bundle.manifest)
        with _pending(writer):
            yield from rehash_if_needed(catalogue, writer, encoder)
    logger.info("Switched %r to the model %s", models.files.folder, model_id)
    yield ModelUsed(model_id)


def _claim_for_model_in_use(models: LibraryModels, catalogue: Catalogue) -> None:
    """Let the model in use own the descriptors that it has made.

    A library of an earlier version does not know which network has made its descriptors, and must
    not take the next model, of whatever name, for it.
    """
    in_use = models.in_use(catalogue)
    if not owner_of_descriptor_id(catalogue, in_use.manifest.descriptor_id):
        with suppress(BundleError):  # it is refused, and what it has made is worth nothing
            claim_descriptor_id(catalogue, models.open(in_use).bundle.manifest)


@contextmanager
def _pending(writer: CatalogueWriter) -> Iterator[None]:
    """Mark the switch as pending inside the block, and also after an error of the library.

    A switch that was cancelled, or to a model that is refused, is not repeated.
    """
    switch = ModelSwitch(writer)
    with writer.batch():
        switch.mark_pending()
    try:
        yield
    except (GeneratorExit, BundleError):
        _clear(writer, switch)
        raise
    _clear(writer, switch)


def _clear(writer: CatalogueWriter, switch: ModelSwitch) -> None:
    with writer.batch():
        switch.clear_pending()
