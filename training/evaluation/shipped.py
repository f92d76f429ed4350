"""A bundle as the application runs it: its codes on Corel-5K, and edited copies."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from desktop_app.core.base.codes import Logits
from desktop_app.core.base.processors import available_cores
from desktop_app.core.bundle.encoder import Encoded, Encoder
from desktop_app.core.photos.photo_reader import PhotoReader
from training.base.arrays import Floats
from training.benchmarks.corel import corel
from training.benchmarks.training_set import training_pictures
from training.data.features import FeatureStore, read_pixels
from training.data.pictures import PictureSet
from training.evaluation.copies import CopyRecall, copy_recall, edited_copies
from training.evaluation.methods import Hasher, itq_hasher
from training.measuring.results import Result, ResultKey, result_of_codes


@dataclass(frozen=True)
class ShippedQuality:
    """Quality of a bundle.

    Attributes:
        results: on Corel-5K, of the bundle's codes, and of ITQ of its descriptors at as many bits.
        copies: edited copies, for both.
    """

    results: tuple[Result, ...]
    copies: tuple[CopyRecall, ...]


def measure_bundle(encoder: Encoder, data: Path, cache: Path) -> ShippedQuality:
    """Measure on Corel-5K, beside ITQ fitted to the bundle's descriptors of train.tar.gz.

    Descriptors are cached: another head on the same ones takes seconds.

    Raises:
        MissingDataError, PhotoError.
    """
    benchmark, store = corel(data, cache), bundle_store(encoder, cache)
    manifest = encoder.bundle.manifest
    copies = edited_copies(store, _unchanged, benchmark.pictures)
    itq = itq_hasher(store.of_pictures(training_pictures(data, cache)), manifest.code_bits, seed=0)
    hashers: dict[str, Hasher] = {encoder.model_id: partial(_hashed, encoder), "ITQ": itq}
    logits = {name: hasher(copies.originals) for name, hasher in hashers.items()}
    keys = {
        name: ResultKey(benchmark.name, name, manifest.code_bits, 0, manifest.descriptor_id)
        for name in hashers
    }
    return ShippedQuality(
        tuple(result_of_codes(keys[name], found, benchmark) for name, found in logits.items()),
        tuple(copy_recall(name, [hasher], copies) for name, hasher in hashers.items()),
    )


class BundleDescriptors(nn.Module):
    """A bundle as a backbone: pixels uint8 [N, S, S, 3] -> its descriptors float32 [N, D]."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self._encoder = encoder

    def forward(self, pixels: Tensor) -> Tensor:
        found = [self._encoder.encode(picture).descriptors for picture in pixels.numpy()]
        return torch.from_numpy(np.concatenate(found).astype(np.float32))


def bundle_store(encoder: Encoder, cache: Path) -> FeatureStore:
    """Return a feature store of a bundle's descriptors."""
    descriptor_id = encoder.bundle.manifest.descriptor_id
    return FeatureStore(BundleDescriptors(encoder), descriptor_id, encoder.image_size, cache)


def bundle_codes(encoder: Encoder, pictures: PictureSet) -> Encoded:
    """Encode picture files as the application does, in threads."""
    reader = PhotoReader()

    def encode(path: Path) -> Encoded:
        return encoder.encode(read_pixels(reader, encoder.image_size, path))

    with ThreadPoolExecutor(available_cores()) as pool:
        rows = list(pool.map(encode, pictures.paths))
    return Encoded(
        np.concatenate([row.descriptors for row in rows]),
        np.concatenate([row.logits for row in rows]),
    )


def _hashed(encoder: Encoder, descriptors: Floats) -> Logits:
    return encoder.hash_descriptors(descriptors.astype(np.int8))


def _unchanged(descriptors: Floats) -> Floats:
    return descriptors
