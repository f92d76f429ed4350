"""Compare two models on the user's own library, without changing it or opening photos.

The old model is the one in use. comparison_events.py defines the measures, and verdict.py
explains how far each of them can be trusted. Models with the same descriptors are compared on all
photos; others read thumbnails of a sample.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator

import numpy as np

from desktop_app.core.base.errors import ModelMismatchError
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.id_lists import Ids
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.comparison.compared_library import (
    ComparedLibrary,
    Encoders,
    encode_with_both,
)
from desktop_app.core.comparison.compared_sample import encode_sample
from desktop_app.core.comparison.copies_found import measure_copies
from desktop_app.core.comparison.disagreements import largest_disagreements, result_pairs
from desktop_app.core.comparison.folder_agreement import folder_agreement
from desktop_app.core.comparison.neighbour_agreement import (
    MAX_QUERIES,
    foreign_agreement,
    library_agreement,
)
from desktop_app.core.comparison.neighbourhoods import Rows
from desktop_app.core.comparison.paired_figures import paired_measure, uniqueness
from desktop_app.core.jobs.comparison_events import (
    Comparing,
    ComparingStage,
    Comparison,
    Disagreement,
)
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.retraining import Retraining

_COMPARED_SEARCHES = 500


def compare(models: LibraryModels, model_id: str) -> Iterator[Comparing | Comparison]:
    """Measure one of the library's models beside the one in use; the result comes last.

    Nothing is written. Closing the generator cancels. Raises UnknownModelError, BundleError,
    ModelMismatchError where the model of the library's codes was deleted, TooFewToCompareError, and
    the library's errors.
    """
    with Catalogue(models.files) as catalogue:
        old, new = encoders = _encoders(models, model_id, catalogue)
        sample = None
        if old.bundle.manifest.shares_descriptors(new.bundle.manifest):
            library = yield from encode_with_both(catalogue, encoders)
        else:
            sample = yield from encode_sample(catalogue, encoders)
            library = sample.library
        copies = yield from measure_copies(catalogue, encoders, library)
    rows = sample.rows_of_folders if sample else np.arange(len(library.sample_ids))
    queries, held_out = _query_rows(models.files, model_id, library.sample_ids, rows)
    neighbours = relatives = foreign = folders = None
    if sample:  # neighbours by the descriptor of one model would not measure the other
        folders = yield from folder_agreement(encoders, sample, queries)
    else:
        neighbours, relatives = yield from library_agreement(encoders, library, queries)
        foreign = yield from foreign_agreement(encoders)
    yield Comparison(
        old_model=old.model_id,
        new_model=new.model_id,
        photos=len(library.old),
        copies=copies,
        neighbours=neighbours,
        relatives=relatives,
        folders=folders,
        unique=paired_measure(uniqueness(library.old.codes), uniqueness(library.new.codes)),
        foreign=foreign,
        held_out=held_out,
        disagreements=(yield from _disagreements(encoders, library)),
    )


def _encoders(models: LibraryModels, model_id: str, catalogue: Catalogue) -> Encoders:
    old, new = models.open(models.in_use(catalogue)), models.open(models.find(model_id))
    if catalogue.model_id not in ("", old.model_id):  # the model of its codes was deleted
        raise ModelMismatchError(models.files.folder, catalogue.model_id, old.model_id)
    return old, new


def _query_rows(files: LibraryFiles, model_id: str, ids: Ids, rows: Rows) -> tuple[Rows, int]:
    """Choose the photos whose neighbours are measured: those first that the new model was not
    trained on.

    Args:
        files: The library's.
        model_id: Of the new model.
        ids: Of the sample, int64 [S].
        rows: Of the sample, to choose from, int64.

    Returns:
        Rows of the sample, int64 [Q], and how many of them were held out of the training.
    """
    result = Retraining(files).state.result
    held_out_ids = result.held_out if result and result.model_id == model_id else []
    order = np.random.default_rng(3).permutation(rows)
    is_held_out = np.isin(ids[order], np.array(held_out_ids, np.int64))
    chosen = np.concatenate([order[is_held_out], order[~is_held_out]])[:MAX_QUERIES]
    return chosen, min(int(is_held_out.sum()), MAX_QUERIES)


def _disagreements(
    encoders: Encoders, library: ComparedLibrary
) -> Generator[Comparing, None, list[Disagreement]]:
    rows = np.random.default_rng(4).permutation(len(library.sample_ids))[:_COMPARED_SEARCHES]
    pairs_of_model = zip(encoders, library.descriptors, strict=True)
    old, new = (encoder.hash_descriptors(made[rows]) for encoder, made in pairs_of_model)
    indexes = (library.old, library.new)
    pairs = []
    for pair in result_pairs(indexes, (old, new), library.sample_ids[rows]):
        pairs.append(pair)
        yield Comparing(ComparingStage.DISAGREEMENTS, len(pairs), len(rows))
    return largest_disagreements(pairs, library.old, encoders[0].bundle.manifest.same_distance)
