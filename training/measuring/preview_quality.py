"""How much previews show of the photos whose codes they are made from, on photos never seen.

Three judges: the model itself, which can be won by textures that only it sees; a second network,
which cannot; and the statistics of the second network's features.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import nn

from desktop_app.core.base.codes import Codes, Logits, pack, signs
from desktop_app.core.base.processors import available_cores
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.photos.preprocess import network_input
from training.base.arrays import Floats
from training.benchmarks.pictures import PictureSet
from training.data.features import read_pixels
from training.measuring.rankings import asymmetric_distances, cosine_distances

Pictures = NDArray[np.uint8]
Judge = Callable[[list[Image.Image]], Floats]


class PreviewModel(Protocol):
    """What is measured: a network that hashes, and the generator that belongs to it."""

    @property
    def image_size(self) -> int: ...

    def logits(self, pixels: NDArray[np.uint8]) -> Logits:
        """One picture's pixels uint8 [S, S, 3] -> float32 [K]; called from many threads."""

    def previews(self, codes: Codes) -> Pictures:
        """Packed codes [N, K/8] -> uint8 [N, G, G, 3]"""


@dataclass(frozen=True)
class BundleModel:
    """A bundle, as the application runs it."""

    encoder: Encoder

    @property
    def image_size(self) -> int:
        return self.encoder.image_size

    def logits(self, pixels: NDArray[np.uint8]) -> Logits:
        found: Logits = self.encoder.encode(pixels).logits[0]
        return found

    def previews(self, codes: Codes) -> Pictures:
        return self.encoder.previews(codes)


@dataclass(frozen=True)
class TorchModel:
    """Networks in training: a HashingNetwork and a GeneratorGraph."""

    network: nn.Module
    graph: nn.Module
    image_size: int

    def logits(self, pixels: NDArray[np.uint8]) -> Logits:
        with torch.inference_mode():
            found: Logits = self.network(torch.tensor(pixels)[None])[1][0].numpy()
        return found

    def previews(self, codes: Codes) -> Pictures:
        with torch.inference_mode():
            made: Pictures = self.graph(torch.from_numpy(signs(codes))).numpy()
        return made


@dataclass(frozen=True)
class Recall:
    """How often a picture's photo is the first, or among the first ten, of all candidates."""

    at_1: float
    at_10: float


@dataclass(frozen=True)
class KernelDistances:
    """KID: of previews; of real photos as small as previews; of the mean picture (the worst)."""

    previews: float
    real: float
    mean_picture: float


@dataclass(frozen=True)
class PreviewQuality:
    """`shrunk` are the photos themselves, as small as the previews: what a preview could reach.

    bits_kept      share of a code's bits that its preview, encoded again, has
    bits_shuffled  the same against other photos' codes: what chance gives
    own_code       recall of the photo by its preview, with the model's asymmetric ranking
    judged         recall with the second network's features, by cosine
    """

    candidates: int
    bits_kept: float
    bits_shuffled: float
    bits_kept_shrunk: float
    own_code: Recall
    own_code_shrunk: Recall
    judged: Recall
    judged_shrunk: Recall
    kernel_distances: KernelDistances


def measure_previews(
    model: PreviewModel, pictures: PictureSet, judge: Judge, candidates: int = 1000, seed: int = 0
) -> PreviewQuality:
    """On `candidates` of the pictures, drawn at random; each is looked up by its preview.

    `judge` gives a second network's features float32 [N, F] of pictures. Raises PhotoError, and
    BundleError where the bundle has no generator.
    """
    photos = _read(pictures.sample(candidates, seed), model.image_size)
    codes = pack(_encoded(model, photos))
    previews = model.previews(codes)
    shrunk = [Image.fromarray(network_input(photo, previews.shape[1])) for photo in photos]
    made = [Image.fromarray(preview) for preview in previews]
    made_logits, shrunk_logits = _encoded(model, made), _encoded(model, shrunk)
    seen = _Judged(judge(photos), judge(made), judge(shrunk), judge([_mean_picture(shrunk)]))
    return PreviewQuality(
        candidates=len(photos),
        bits_kept=bits_kept(made_logits, codes),
        bits_shuffled=bits_kept(made_logits, np.roll(codes, 1, axis=0)),
        bits_kept_shrunk=bits_kept(shrunk_logits, codes),
        own_code=recall(asymmetric_distances(made_logits, codes)),
        own_code_shrunk=recall(asymmetric_distances(shrunk_logits, codes)),
        judged=recall(_centred_cosine(seen.made, seen.photos)),
        judged_shrunk=recall(_centred_cosine(seen.shrunk, seen.photos)),
        kernel_distances=_kernel_distances(seen),
    )


@dataclass(frozen=True, eq=False)
class _Judged:
    """A second network's features, float32 [N, F]; of the mean picture [1, F]."""

    photos: Floats
    made: Floats
    shrunk: Floats
    mean: Floats


def bits_kept(logits: Logits, codes: Codes) -> float:
    """Share of bits of packed codes [N, K/8] that logits float32 [N, K], row by row, agree with."""
    return float(((logits > 0) == (signs(codes) > 0)).mean())


def recall(distances: Floats) -> Recall:
    """Distances float32 [N, N] from pictures to photos; picture i belongs to photo i.

    Among photos at the same distance, the place is the mean one.
    """
    own = np.diagonal(distances)[:, np.newaxis]
    nearer = (distances < own).sum(axis=1)
    place = nearer + ((distances == own).sum(axis=1) - 1) / 2
    return Recall(float((place < 1).mean()), float((place < 10).mean()))


def kernel_distance(first: Floats, second: Floats) -> float:
    """KID: unbiased squared MMD of features float32 [N, F] and [M, F], kernel (x.y / F + 1)^3.

    Binkowski, Sutherland, Arbel and Gretton, Demystifying MMD GANs, ICLR 2018, section 4, on all
    features at once instead of on subsets. It can be slightly below 0.
    """
    return (
        _mean_off_diagonal(_kernel(first, first))
        + _mean_off_diagonal(_kernel(second, second))
        - 2 * float(_kernel(first, second).mean())
    )


def _read(pictures: PictureSet, image_size: int) -> list[Image.Image]:
    """The photos as the model sees them: they are judged at that size too."""
    reader = PhotoReader()
    return [Image.fromarray(read_pixels(reader, image_size, path)) for path in pictures.paths]


def _encoded(model: PreviewModel, images: list[Image.Image]) -> Logits:
    """float32 [N, K] of pictures that pass through preprocessing, as a file would."""

    def encoded(image: Image.Image) -> Logits:
        return model.logits(network_input(image, model.image_size))

    with ThreadPoolExecutor(available_cores()) as pool:
        return np.stack(list(pool.map(encoded, images)))


def _mean_picture(images: list[Image.Image]) -> Image.Image:
    mean = np.mean([np.asarray(image) for image in images], axis=0)
    return Image.fromarray(np.rint(mean).astype(np.uint8))


def _centred_cosine(pictures: Floats, photos: Floats) -> Floats:
    mean = photos.mean(axis=0)
    return cosine_distances(pictures - mean, photos - mean)


def _kernel_distances(seen: _Judged) -> KernelDistances:
    """Pictures of one half of the photos against the other half, so that none meets itself."""
    half = len(seen.shrunk) // 2
    others = seen.shrunk[half:]
    return KernelDistances(
        previews=kernel_distance(seen.made[:half], others),
        real=kernel_distance(seen.shrunk[:half], others),
        mean_picture=kernel_distance(seen.mean.repeat(half, axis=0), others),
    )


def _kernel(first: Floats, second: Floats) -> NDArray[np.float64]:
    x, y = first.astype(np.float64), second.astype(np.float64)
    kernel: NDArray[np.float64] = (x @ y.T / x.shape[1] + 1) ** 3
    return kernel


def _mean_off_diagonal(square: NDArray[np.float64]) -> float:
    size = len(square)
    return float((square.sum() - np.trace(square)) / (size * (size - 1)))
