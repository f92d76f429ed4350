"""Compute the codes of another model from the stored descriptors, without opening photos."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from desktop_app.core.base.codes import PAGE_ROWS, pack
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.descriptors import (
    descriptor_batches,
    descriptor_count,
    descriptor_id_in_use,
)
from desktop_app.core.catalogue.model_switch import ModelSwitch
from desktop_app.core.catalogue.writer import CatalogueWriter
from desktop_app.core.jobs.progress import Rehashing

logger = logging.getLogger(__name__)


def rehash_if_needed(
    catalogue: Catalogue, writer: CatalogueWriter, encoder: Encoder
) -> Iterator[Rehashing]:
    """Switch the library to the encoder's model, unless it is in use already.

    The old model's codes are searched until the new ones are complete; then one transaction
    switches. Photos whose descriptor was made by another network become pending.
    """
    in_use = descriptor_id_in_use(catalogue, encoder.bundle.manifest)
    if (catalogue.model_id, in_use) == (encoder.model_id, writer.descriptor_id):
        return
    logger.info("Switching from %r to %r", catalogue.model_id, encoder.model_id)
    switch = ModelSwitch(writer)
    total = descriptor_count(catalogue, writer.descriptor_id)
    with writer.batch():
        switch.clear_codes()
    done = 0
    for batch in descriptor_batches(catalogue, writer.descriptor_id, PAGE_ROWS):
        codes = pack(encoder.hash_descriptors(batch.descriptors))
        with writer.batch():
            switch.put_codes(batch, codes)
        done += len(batch.ids)
        yield Rehashing(done, total)
    with writer.batch():
        switch.complete()
