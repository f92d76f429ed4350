"""Try the networks of an imported bundle once, within limits."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import PAGE_ROWS, pack
from desktop_app.core.base.errors import BundleError, BundleProblem
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.limited_networks import LimitedNetworks
from desktop_app.core.bundle.model_bundle import ENCODER, ModelBundle
from desktop_app.core.bundle.network_limits import RUN_SECONDS

_DRAWN_PICTURES = 4
_BLOCKS = 8
# Two exports of one network may round a descriptor differently.
_ROUNDING = 1.0


def run_trial(bundle: ModelBundle, seconds: float = RUN_SECONDS) -> Encoder:
    """Check and run all networks of a bundle; `seconds` limits each run. Raises BundleError."""
    encoder = Encoder(bundle, LimitedNetworks(bundle, seconds))
    if bundle.manifest.descriptor_graph not in ("", encoder.bundle.manifest.descriptor_graph):
        raise BundleError(bundle.folder, BundleProblem.HASH_MISMATCH, ENCODER)
    for pixels in fixed_pictures(encoder.image_size):
        encoded = encoder.encode(pixels)
        if not np.array_equal(encoder.hash_descriptors(encoded.descriptors), encoded.logits):
            detail = "the encoder and the hasher give different codes"
            raise BundleError(bundle.folder, BundleProblem.WRONG_ANSWERS, detail)
    # Libraries are hashed in pages.
    size = (PAGE_ROWS, bundle.manifest.descriptor_size)
    descriptors = np.random.default_rng(0).integers(-127, 128, size, np.int8)
    logits = encoder.hash_descriptors(descriptors)
    if bundle.generator is not None:
        encoder.previews(pack(logits[:2]))
    return encoder


def fixed_pictures(side: int) -> list[NDArray[np.uint8]]:
    """Draw pictures uint8 [S, S, 3], the same ones every time: black, white, and coloured ones."""
    plain = [np.full((side, side, 3), grey, np.uint8) for grey in (0, 255)]
    rng = np.random.default_rng(0)
    colours = rng.integers(0, 256, (_DRAWN_PICTURES, _BLOCKS, _BLOCKS, 3), np.uint8)
    places = np.arange(side) * _BLOCKS // side
    return [*plain, *(blocks[places][:, places] for blocks in colours)]


def makes_same_descriptors(one: Encoder, other: Encoder) -> bool:
    """Whether two models make the same descriptors of the fixed pictures. Raises BundleError."""
    sizes = {(e.image_size, e.bundle.manifest.descriptor_size) for e in (one, other)}
    if len(sizes) > 1:
        return False
    pictures = fixed_pictures(one.image_size)
    found, expected = (_descriptors(encoder, pictures) for encoder in (one, other))
    return bool((np.abs(found - expected).mean(axis=1) <= _ROUNDING).all())


def _descriptors(encoder: Encoder, pictures: list[NDArray[np.uint8]]) -> NDArray[np.int64]:
    encoded = [encoder.encode(pixels).descriptors for pixels in pictures]
    return np.concatenate(encoded).astype(np.int64)
