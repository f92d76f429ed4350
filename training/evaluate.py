"""Rankings of Corel-5K side by side: floats, the linear baselines, the shipped model."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.codes import Logits, pack
from desktop_app.core.encoder import Encoded, Encoder
from desktop_app.core.indexer import cores
from desktop_app.core.photos import PhotoReader
from desktop_app.core.preprocess import network_input
from training.baselines import Floats, itq, lsh, pca_sign, principal_axes
from training.config import FitConfig
from training.data import PictureSet, RetrievalSet
from training.edits import EDITS
from training.features import read_pixels
from training.metrics import (
    asymmetric_distances,
    bit_balance,
    cosine_distances,
    hamming_distances,
    mean_average_precision,
    unique_code_rate,
)
from training.networks import HashingNetwork, describe, hash_descriptors

_THEME_TOP = 100
_WORDS_TOP = 1000
_EDITED_PHOTOS = 300


@dataclass(frozen=True)
class Score:
    """mAP@100 for the same theme, mAP@1000 for a shared word."""

    theme: float
    words: float


@dataclass(frozen=True)
class Ranking:
    """One way to rank, measured. Floats have a plain score only."""

    name: str
    plain: Score
    asymmetric: Score | None = None
    unique_codes: float | None = None
    balance: float | None = None


def baseline_rankings(
    train: Floats, features: Floats, corel: RetrievalSet, config: FitConfig
) -> Iterator[Ranking]:
    """Fitted on training features float32 [M, F], measured on Corel's, float32 [N, F]."""
    bits = config.code_bits
    yield _float_ranking(f"{train.shape[1]} floats", features - train.mean(axis=0), corel)
    axes = principal_axes(train, config.descriptor_size)
    yield _float_ranking(f"PCA, {config.descriptor_size} floats", axes.logits(features), corel)
    yield code_ranking("LSH", lsh(train, bits, config.seed).logits(features), corel)
    yield code_ranking("PCA-sign", pca_sign(train, bits).logits(features), corel)
    fitted = itq(train, bits, config.itq_iterations, config.seed)
    yield code_ranking("ITQ", fitted.logits(features), corel)


def torch_logits(network: HashingNetwork, features: Floats) -> Logits:
    """What a network makes of its backbone's features, float32 [N, F] -> [N, K]."""
    return hash_descriptors(network.head, describe(network.descriptor, features))


def bundle_codes(encoder: Encoder, pictures: PictureSet) -> Encoded:
    """What a bundle makes of picture files: as the application does it, on all cores."""
    encode = partial(_encode, encoder, PhotoReader())
    with ThreadPoolExecutor(cores()) as pool:
        rows = list(pool.map(encode, pictures.paths))
    return Encoded(
        np.concatenate([row.descriptors for row in rows]),
        np.concatenate([row.logits for row in rows]),
    )


def code_ranking(name: str, logits: Logits, corel: RetrievalSet) -> Ranking:
    """Rankings by the codes of logits, float32 [N, K], of all of Corel's pictures."""
    codes = pack(logits)
    queries = corel.is_query
    return Ranking(
        f"{name}, {logits.shape[1]} bits",
        _score(hamming_distances(codes[queries], codes[~queries]), corel),
        _score(asymmetric_distances(logits[queries], codes[~queries]), corel),
        unique_code_rate(logits),
        bit_balance(logits),
    )


def edited_copy_recall(encoder: Encoder, pictures: PictureSet, logits: Logits) -> dict[str, float]:
    """How often an edited copy finds its original first, by confidence: a share for each edit.

    `logits` float32 [N, K] are those of all `pictures`; copies of 300 of them are looked up.
    """
    rows = np.random.default_rng(0).permutation(len(pictures))[:_EDITED_PHOTOS]
    codes = pack(logits)
    reader = PhotoReader()
    originals = [reader.open(pictures.paths[row], encoder.image_size).image for row in rows]
    shares = {}
    for name, edit in EDITS.items():
        copies = [network_input(edit(image), encoder.image_size) for image in originals]
        found = np.concatenate([encoder.encode(copy).logits for copy in copies])
        nearest = asymmetric_distances(found, codes).argmin(axis=1)
        shares[name] = float(np.mean(nearest == rows))
    return shares


def _encode(encoder: Encoder, reader: PhotoReader, path: Path) -> Encoded:
    return encoder.encode(read_pixels(reader, encoder.image_size, path))


def _float_ranking(name: str, centred: Floats, corel: RetrievalSet) -> Ranking:
    queries = corel.is_query
    return Ranking(name, _score(cosine_distances(centred[queries], centred[~queries]), corel))


def _score(distances: NDArray[np.float32], corel: RetrievalSet) -> Score:
    return Score(
        mean_average_precision(distances, corel.same_theme, _THEME_TOP),
        mean_average_precision(distances, corel.shared_word, _WORDS_TOP),
    )
