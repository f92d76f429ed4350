"""The same photo, not only the same subject: do edited copies find their originals?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
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
from training.benchmarks.pictures import PictureSet
from training.data.features import FeatureStore
from training.evaluation.contests import contest
from training.evaluation.course import course_of, feature_store
from training.evaluation.methods import OURS, Hasher, itq_method, our_method
from training.learning.recipe import read_recipe
from training.measuring.rankings import asymmetric_distances, hamming_distances
from training.networks.backbones import load_backbone
from training.networks.bundle_networks import describe

COPIED = 1000


@dataclass(frozen=True, eq=False)
class Copies:
    """Descriptors of a set's N pictures, float32 [N, D], and of edited copies of some of them.

    `edits`: by the name of each edit, float32 [M, D] of the copies of the pictures `rows`, [M].
    """

    originals: Floats
    rows: NDArray[np.int64]
    edits: dict[str, Floats]


@dataclass(frozen=True)
class CopyRecall:
    """How often the original is the first of all pictures: a share for each edit, by name.

    plain        by Hamming distance; among equally near pictures, the place is the mean one
    asymmetric   by the copy's logits, as the application ranks
    """

    method: str
    bits: int
    plain: dict[str, float]
    asymmetric: dict[str, float]


def measure_copies(
    recipe_name: str, bits: Sequence[int], seeds: int, data: Path, cache: Path
) -> list[CopyRecall]:
    """Of Corel-5K's photos, by ITQ and by a recipe, both learned from train.tar.gz.

    Raises RecipeError, MissingDataError, PhotoError.
    """
    held, recipe = contest("corel", data, cache), read_recipe(recipe_name)
    course = course_of(held, recipe, cache)
    store = feature_store(load_backbone(recipe.backbone), recipe, cache)
    described = partial(describe, course.ground.descriptor)
    copies = edited_copies(store, described, held.benchmark.pictures)
    recalls = []
    for size in bits:
        for method in (itq_method(), our_method(OURS, recipe)):
            hashers = [method.learn(course, size, seed) for seed in range(seeds)]
            recalls.append(copy_recall(method.title, hashers, copies))
    return recalls


def edited_copies(
    store: FeatureStore, describe: Callable[[Floats], Floats], pictures: PictureSet
) -> Copies:
    """Of 1,000 of the pictures, drawn at random. `describe`: features -> descriptors.

    Raises PhotoError.
    """
    rows = np.sort(np.random.default_rng(0).permutation(len(pictures))[:COPIED])
    some = pictures.at(rows)
    edits = {name: describe(store.of_edited(some, name, edit)) for name, edit in EDITS.items()}
    return Copies(describe(store.of_pictures(pictures)), rows, edits)


def copy_recall(method: str, hashers: Sequence[Hasher], copies: Copies) -> CopyRecall:
    """Of one method, the mean over its hashers (one for each seed)."""
    codes = [pack(hasher(copies.originals)) for hasher in hashers]
    plain, asymmetric = {}, {}
    for name, descriptors in copies.edits.items():
        logits = [hasher(descriptors) for hasher in hashers]
        plain[name] = fmean(
            first_share(hamming_distances(pack(found), own), copies.rows)
            for found, own in zip(logits, codes, strict=True)
        )
        asymmetric[name] = fmean(
            first_share(asymmetric_distances(found, own), copies.rows)
            for found, own in zip(logits, codes, strict=True)
        )
    return CopyRecall(method, 8 * codes[0].shape[1], plain, asymmetric)


def first_share(distances: NDArray[np.floating | np.int64], rows: NDArray[np.int64]) -> float:
    """Distances [M, N] of copies to pictures; copy i is of picture `rows[i]`: how often is it the
    nearest? Of t equally near ones, each is the first with a chance of 1 / t.
    """
    own = distances[np.arange(len(rows)), rows][:, None]
    first = (distances < own).sum(axis=1) == 0
    return float((first / (distances == own).sum(axis=1)).mean())


def print_copies(recalls: Sequence[CopyRecall]) -> None:
    table = Table(
        *_heading(recalls), title=f"Recall@1 of the originals of {COPIED:,} edited photos"
    )
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
