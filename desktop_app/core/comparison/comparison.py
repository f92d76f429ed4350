"""Two models side by side on the user's own library, before anything changes. No photo is opened.

The old model is the one in use. What the figures mean: comparison_events.py; what they are worth as
evidence: verdict.py.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator

import numpy as np

from desktop_app.core.base.errors import IncomparableModelsError, ModelMismatchError
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.id_lists import Ids
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.comparison.compared_library import ComparedLibrary, hashed_by_both
from desktop_app.core.comparison.copies_found import COPIED, edited_copies, found_share
from desktop_app.core.comparison.disagreements import both_rows, strongest
from desktop_app.core.comparison.neighbour_agreement import (
    ASKED,
    Encoders,
    foreign_agreement,
    library_agreement,
)
from desktop_app.core.comparison.neighbourhoods import Rows
from desktop_app.core.comparison.paired_figures import measured, uniqueness
from desktop_app.core.jobs.comparison_events import (
    Comparing,
    ComparingStage,
    Comparison,
    Disagreement,
    Measured,
)
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.retraining import Retraining

_LOOKED_AT = 500


def compare(models: LibraryModels, model_id: str) -> Iterator[Comparing | Comparison]:
    """Measure one of the library's models beside the one in use; the result comes last.

    Nothing is written; closing the generator ends it. Raises UnknownModelError, BundleError,
    ModelMismatchError, IncomparableModelsError, TooFewToCompareError and the library's other
    errors.
    """
    with Catalogue(models.files) as catalogue:
        old, new = Encoder(models.in_use(catalogue)), Encoder(models.find(model_id))
        if old.bundle.manifest.descriptor_id != new.bundle.manifest.descriptor_id:
            raise IncomparableModelsError(new.model_id, old.model_id)
        if catalogue.model_id not in ("", old.model_id):  # the model of its codes has gone
            raise ModelMismatchError(models.files.folder, catalogue.model_id, old.model_id)
        library = yield from hashed_by_both(catalogue, old, new)
        unique = measured(uniqueness(library.old.codes), uniqueness(library.new.codes))
        copies = yield from _copies(catalogue, (old, new), library)
    asked, held_out = _asked(models.files, model_id, library.ids)
    neighbours, relatives = yield from library_agreement((old, new), library.descriptors, asked)
    foreign = yield from foreign_agreement((old, new))
    disagreements = yield from _disagreements((old, new), library)
    yield Comparison(
        old_model=old.model_id,
        new_model=new.model_id,
        photos=len(library.old),
        copies=copies,
        neighbours=neighbours,
        relatives=relatives,
        unique=unique,
        foreign=foreign,
        held_out=held_out,
        disagreements=disagreements,
    )


def _copies(
    catalogue: Catalogue, encoders: Encoders, library: ComparedLibrary
) -> Generator[Comparing, None, Measured | None]:
    total = min(COPIED, len(library.old))
    shares: list[list[float]] = []
    for copies in edited_copies(catalogue, encoders[0], library.old.ids):
        logits = [encoder.hash_descriptors(copies.descriptors) for encoder in encoders]
        indexes = (library.old, library.new)
        shares.append(
            [found_share(*pair, copies.photo_id) for pair in zip(indexes, logits, strict=True)]
        )
        yield Comparing(ComparingStage.COPIES, len(shares), total)
    if not shares:
        return None
    old, new = np.array(shares).T
    return measured(old, new)


def _asked(files: LibraryFiles, model_id: str, ids: Ids) -> tuple[Rows, int]:
    """Rows of the sample whose neighbours are looked at; and how many of them the new model is
    known not to have learned from: as many as there are.
    """
    result = Retraining(files).state.result
    spared = result.held_out if result and result.model_id == model_id else []
    order = np.random.default_rng(3).permutation(len(ids))
    is_spared = np.isin(ids[order], np.array(spared, np.int64))
    rows = np.concatenate([order[is_spared], order[~is_spared]])[:ASKED]
    return rows, min(int(is_spared.sum()), ASKED)


def _disagreements(
    encoders: Encoders, library: ComparedLibrary
) -> Generator[Comparing, None, list[Disagreement]]:
    rows = np.random.default_rng(4).permutation(len(library.ids))[:_LOOKED_AT]
    old, new = (encoder.hash_descriptors(library.descriptors[rows]) for encoder in encoders)
    found = []
    for both in both_rows((library.old, library.new), (old, new), library.ids[rows]):
        found.append(both)
        yield Comparing(ComparingStage.DISAGREEMENTS, len(found), len(rows))
    return strongest(found, library.old, encoders[0].bundle.manifest.same_distance)
