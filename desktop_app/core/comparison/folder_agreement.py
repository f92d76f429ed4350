"""Measure how many of the photos that a model finds for a photo are of the same folder."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np

from desktop_app.core.comparison.compared_library import Encoders, nearest_others
from desktop_app.core.comparison.compared_sample import ComparedSample
from desktop_app.core.comparison.neighbourhoods import Rows
from desktop_app.core.comparison.paired_figures import paired_measure
from desktop_app.core.jobs.comparison_events import Comparing, ComparingStage, Measured

_FOUND = 20


def folder_agreement(
    encoders: Encoders, sample: ComparedSample, queries: Rows
) -> Generator[Comparing, None, Measured | None]:
    """Measure the share of a photo's folder among its 20 nearest photos, of each model.

    If the folder has fewer photos in the sample, as many are looked at. Folders say what belongs
    together in a library, without labels, and for models of any kind.

    Args:
        encoders: The models.
        sample: The photos.
        queries: Rows of the sample, of photos of `sample.rows_of_folders`.

    Returns:
        None without queries.
    """
    if not len(queries):
        return None
    library = sample.library
    folder_of = dict(zip(library.sample_ids.tolist(), sample.folders.tolist(), strict=True))
    sizes = np.bincount(sample.folders)
    models = [
        (index, encoder.hash_descriptors(descriptors[queries]))
        for index, encoder, descriptors in zip(
            (library.old, library.new), encoders, library.descriptors, strict=True
        )
    ]
    shares = []
    for place, row in enumerate(queries.tolist()):
        photo_id, own = int(library.sample_ids[row]), int(sample.folders[row])
        top = min(_FOUND, int(sizes[own]) - 1)
        found = [nearest_others(index, logits[place], photo_id, top) for index, logits in models]
        shares.append([sum(folder_of[each] == own for each in ids) / top for ids in found])
        yield Comparing(ComparingStage.RELATIVES, len(shares), len(queries))
    old, new = np.array(shares).T
    return paired_measure(old, new)
