"""How well previews show the photos whose codes they are generated from, on photos never seen.

There are three judges: the model itself, which textures that only it sees can deceive; a reference
network, which they cannot; and the statistics of the reference network's features.
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
from training.data.features import read_pixels
from training.data.pictures import PictureSet
from training.measuring.rankings import asymmetric_distances, cosine_distances

_CHOICES = 10

Pictures = NDArray[np.uint8]
FeatureFunction = Callable[[list[Image.Image]], Floats]


class PreviewModel(Protocol):
    """A network that hashes, and the generator that belongs to it."""

    @property
    def image_size(self) -> int: ...

    def logits(self, pixels: NDArray[np.uint8]) -> Logits:
        """Hash a picture's pixels uint8 [S, S, 3] to float32 [K]; called from many threads."""

    def previews(self, codes: Codes) -> Pictures:
        """Generate pictures uint8 [N, G, G, 3] of packed codes [N, K/8]."""


@dataclass(frozen=True)
class BundleModel:
    """A bundle, run as the application runs it."""

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
    """Share of pictures whose own photo is the nearest, or among the nearest ten, of all."""

    at_1: float
    at_10: float


@dataclass(frozen=True)
class KernelDistances:
    """KID of the previews, of real photos at their size, and of the mean picture (worst case)."""

    previews: float
    real: float
    mean_picture: float


@dataclass(frozen=True)
class PreviewQuality:
    """Quality of previews. `shrunk` are the photos at the previews' size: an upper bound.

    Attributes:
        candidates: number of photos.
        bits_kept: share of a code's bits that its preview has when it is encoded again.
        bits_shuffled: the same against other photos' codes: chance.
        own_code: recall of the photo by its preview, with the model's asymmetric ranking.
        judged: recall by the cosines of the reference network's features.
        chosen_of_ten: share of previews whose photo the reference network chooses of ten photos.
        kernel_distances: KID of the reference network's features.
    """

    candidates: int
    bits_kept: float
    bits_shuffled: float
    bits_kept_shrunk: float
    own_code: Recall
    own_code_shrunk: Recall
    judged: Recall
    judged_shrunk: Recall
    chosen_of_ten: float
    chosen_of_ten_shrunk: float
    kernel_distances: KernelDistances


def measure_previews(
    model: PreviewModel, pictures: PictureSet, reference: FeatureFunction,
    candidates: int = 1000, seed: int = 0,
) -> PreviewQuality:  # fmt: skip
    """Measure previews of a sample of the pictures; each is to find its photo.

    `reference` computes features float32 [N, F] of pictures by another network.

    Raises:
        PhotoError: a picture cannot be read.
        BundleError: the bundle has no generator.
    """
    photos = _read(pictures.sample(candidates, seed), model.image_size)
    codes = pack(_logits_of(model, photos))
    previews = model.previews(codes)
    shrunk = [Image.fromarray(network_input(photo, previews.shape[1])) for photo in photos]
    generated = [Image.fromarray(preview) for preview in previews]
    features = _Features(*map(reference, (photos, generated, shrunk, [_mean_picture(shrunk)])))
    return _quality(codes, _logits_of(model, generated), _logits_of(model, shrunk), features)


@dataclass(frozen=True, eq=False)
class _Features:
    """The reference network's features, float32 [N, F]; of the mean picture [1, F]."""

    photos: Floats
    generated: Floats
    shrunk: Floats
    mean: Floats


def _quality(
    codes: Codes, generated: Logits, shrunk: Logits, features: _Features
) -> PreviewQuality:
    """Compare the logits of generated pictures, and of shrunk photos, with the photos' codes."""
    judged = _centred_cosine(features.generated, features.photos)
    judged_shrunk = _centred_cosine(features.shrunk, features.photos)
    return PreviewQuality(
        candidates=len(codes),
        bits_kept=bits_kept(generated, codes),
        bits_shuffled=bits_kept(generated, np.roll(codes, 1, axis=0)),
        bits_kept_shrunk=bits_kept(shrunk, codes),
        own_code=recall(asymmetric_distances(generated, codes)),
        own_code_shrunk=recall(asymmetric_distances(shrunk, codes)),
        judged=recall(judged),
        judged_shrunk=recall(judged_shrunk),
        chosen_of_ten=chosen_of(judged, _CHOICES),
        chosen_of_ten_shrunk=chosen_of(judged_shrunk, _CHOICES),
        kernel_distances=_kernel_distances(features),
    )


def bits_kept(logits: Logits, codes: Codes) -> float:
    """Share of bits of packed codes [N, K/8] that logits float32 [N, K] agree with, row by row."""
    return float(((logits > 0) == (signs(codes) > 0)).mean())


def recall(distances: Floats) -> Recall:
    """Compute recall from distances float32 [N, N] of pictures to photos; photo i is picture i's.

    Photos at the same distance share their mean rank.
    """
    own = np.diagonal(distances)[:, np.newaxis]
    nearer = (distances < own).sum(axis=1)
    place = nearer + ((distances == own).sum(axis=1) - 1) / 2
    return Recall(float((place < 1).mean()), float((place < 10).mean()))


def chosen_of(distances: Floats, choices: int, seed: int = 0) -> float:
    """Share of pictures whose own photo is the nearest of `choices`, its own and random others.

    Args:
        distances: float32 [N, N] of pictures to photos; photo i is picture i's.
        choices: number of photos to choose from, at most N.
        seed: of the draw of the others.
    """
    rng, hits = np.random.default_rng(seed), 0
    for row, of_row in enumerate(distances):
        others = rng.permutation(np.delete(of_row, row))[: choices - 1]
        hits += bool((others > of_row[row]).all())
    return hits / len(distances)


def kernel_distance(first: Floats, second: Floats) -> float:
    """Kernel inception distance: unbiased squared MMD with the kernel (x.y / F + 1)^3.

    Binkowski, Sutherland, Arbel and Gretton, Demystifying MMD GANs, ICLR 2018, section 4, on all
    features float32 [N, F] and [M, F] at once instead of subsets. It can be slightly negative.
    """
    return (
        _mean_off_diagonal(_kernel(first, first))
        + _mean_off_diagonal(_kernel(second, second))
        - 2 * float(_kernel(first, second).mean())
    )


def _read(pictures: PictureSet, image_size: int) -> list[Image.Image]:
    """Read photos at the model's input size, at which they are judged, too."""
    reader = PhotoReader()
    return [Image.fromarray(read_pixels(reader, image_size, path)) for path in pictures.paths]


def _logits_of(model: PreviewModel, images: list[Image.Image]) -> Logits:
    """Hash pictures to float32 [N, K], after the same preprocessing as files."""

    def logits(image: Image.Image) -> Logits:
        return model.logits(network_input(image, model.image_size))

    with ThreadPoolExecutor(available_cores()) as pool:
        return np.stack(list(pool.map(logits, images)))


def _mean_picture(images: list[Image.Image]) -> Image.Image:
    mean = np.mean([np.asarray(image) for image in images], axis=0)
    return Image.fromarray(np.rint(mean).astype(np.uint8))


def _centred_cosine(pictures: Floats, photos: Floats) -> Floats:
    mean = photos.mean(axis=0)
    return cosine_distances(pictures - mean, photos - mean)


def _kernel_distances(features: _Features) -> KernelDistances:
    """Compare one half of the photos with the other, so that no photo meets itself."""
    half = len(features.shrunk) // 2
    others = features.shrunk[half:]
    return KernelDistances(
        previews=kernel_distance(features.generated[:half], others),
        real=kernel_distance(features.shrunk[:half], others),
        mean_picture=kernel_distance(features.mean.repeat(half, axis=0), others),
    )


def _kernel(first: Floats, second: Floats) -> NDArray[np.float64]:
    x, y = first.astype(np.float64), second.astype(np.float64)
    kernel: NDArray[np.float64] = (x @ y.T / x.shape[1] + 1) ** 3
    return kernel


def _mean_off_diagonal(square: NDArray[np.float64]) -> float:
    size = len(square)
    return float((square.sum() - np.trace(square)) / (size * (size - 1)))
