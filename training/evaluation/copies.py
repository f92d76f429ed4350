"""Near-duplicates: do edited copies of a photo find their original?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from pathlib import Path
from statistics import fmean

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from desktop_app.core.base.codes import pack
from desktop_app.core.photos.edits import EDITS
from training.base.arrays import Floats
from training.base.markdown import markdown_table
from training.data.features import FeatureStore
from training.data.pictures import PictureSet
from training.evaluation.experiment_data import feature_store, load_experiment_data
from training.evaluation.experiments import load_experiment
from training.evaluation.methods import OURS, Hasher, itq_method, our_method
from training.learning.recipe import read_recipe
from training.measuring.rankings import asymmetric_distances, hamming_distances
from training.networks.backbones import load_backbone
from training.networks.bundle_networks import describe

COPIED = 1000


@dataclass(frozen=True, eq=False)
class EditedCopies:
    """Descriptors of N pictures and of edited copies of some of them.

    Attributes:
        originals: float32 [N, D].
        rows: int64 [M], the pictures that were copied.
        edits: by the name of each edit, float32 [M, D] of the copies.
    """

    originals: Floats
    rows: NDArray[np.int64]
    edits: dict[str, Floats]


@dataclass(frozen=True)
class CopyRecall:
    """How often the original is the nearest of all pictures: a share for each edit, by name.

    Attributes:
        method, bits: what was measured.
        plain: by Hamming distance; t tied pictures count 1 / t each.
        asymmetric: by the copy's logits, the application's order.
    """

    method: str
    bits: int
    plain: dict[str, float]
    asymmetric: dict[str, float]


def measure_copies(
    recipe_name: str, bits: Sequence[int], seeds: int, data: Path, cache: Path
) -> list[CopyRecall]:
    """Measure Corel-5K's photos with ITQ and with a recipe, both trained on train.tar.gz.

    Raises:
        RecipeError, MissingDataError, PhotoError.
    """
    experiment, recipe = load_experiment("corel", data, cache), read_recipe(recipe_name)
    inputs = load_experiment_data(experiment, recipe, cache)
    store = feature_store(load_backbone(recipe.backbone), recipe, cache)
    descriptors = partial(describe, inputs.extractor.descriptor)
    copies = edited_copies(store, descriptors, experiment.benchmark.pictures)
    recalls = []
    for size, method in product(bits, (itq_method(), our_method(OURS, recipe))):
        hashers = [method.fit(inputs, size, seed) for seed in range(seeds)]
        recalls.append(copy_recall(method.title, hashers, copies))
    return recalls


def edited_copies(
    store: FeatureStore, describe: Callable[[Floats], Floats], pictures: PictureSet
) -> EditedCopies:
    """Describe 1,000 random pictures, edited. `describe` maps features to descriptors.

    Raises:
        PhotoError: a picture cannot be read.
    """
    rows = np.sort(np.random.default_rng(0).permutation(len(pictures))[:COPIED])
    some = pictures.subset(rows)
    edits = {name: describe(store.of_edited(some, name, edit)) for name, edit in EDITS.items()}
    return EditedCopies(describe(store.of_pictures(pictures)), rows, edits)


def copy_recall(method: str, hashers: Sequence[Hasher], copies: EditedCopies) -> CopyRecall:
    """Measure a method: the mean over its hashers, one for each seed."""
    codes = [pack(hasher(copies.originals)) for hasher in hashers]
    plain, asymmetric = {}, {}
    for name, descriptors in copies.edits.items():
        logits = [hasher(descriptors) for hasher in hashers]
        plain[name] = fmean(
            recall_at_1(hamming_distances(pack(found), own), copies.rows)
            for found, own in zip(logits, codes, strict=True)
        )
        asymmetric[name] = fmean(
            recall_at_1(asymmetric_distances(found, own), copies.rows)
            for found, own in zip(logits, codes, strict=True)
        )
    return CopyRecall(method, 8 * codes[0].shape[1], plain, asymmetric)


def recall_at_1(distances: NDArray[np.floating | np.int64], rows: NDArray[np.int64]) -> float:
    """Compute how often a copy's original is its nearest picture; t tied pictures count 1 / t.

    Args:
        distances: [M, N], of copies to pictures.
        rows: int64 [M], the picture of each copy.
    """
    own = distances[np.arange(len(rows)), rows][:, None]
    first = (distances < own).sum(axis=1) == 0
    return float((first / (distances == own).sum(axis=1)).mean())


def print_copies(recalls: Sequence[CopyRecall]) -> None:
    title = f"Recall@1 of the originals of {COPIED:,} edited photos"
    table = Table(*_heading(recalls), title=title)
    for row in _rows(recalls):
        table.add_row(*row)
    Console(width=160).print(table)


def copies_as_markdown(recalls: Sequence[CopyRecall]) -> str:
    return markdown_table(_heading(recalls), _rows(recalls))


def _heading(recalls: Sequence[CopyRecall]) -> list[str]:
    return ["", "bits", "ranking", *recalls[0].plain, "mean"]


def _rows(recalls: Sequence[CopyRecall]) -> list[list[str]]:
    rows = []
    for recall in recalls:
        for ranking, shares in (("Hamming", recall.plain), ("asymmetric", recall.asymmetric)):
            cells = [f"{share:.3f}" for share in (*shares.values(), fmean(shares.values()))]
            rows.append([recall.method, str(recall.bits), ranking, *cells])
    return rows
