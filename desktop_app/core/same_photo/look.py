"""What a comparison of two pictures needs of each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop_app.core.same_photo.grey_pictures import Grey, box_mean, edge_directions, evened
from desktop_app.core.same_photo.inner_picture import inner_picture
from desktop_app.core.same_photo.turns import Turn, turned

SMALLEST_SIDE, LARGEST_SIDE = 24, 80  # of the pictures that are compared
# The sizes at which pictures are searched in each other, as shares of the largest.
SCALES = (1.0, 0.925, 0.855, 0.79, 0.73, 0.675, 0.625)
SEARCHED_SIDE = 32
SPECTRUM_SIDE = 48
_FRAME_SIDE = 32
_FRAME_RADIUS = 3
_RADIUS = 4
_DETAIL = 2.5  # a difference of grey values from the surroundings
_FEWEST_DETAILS = 0.08
_MOST_COHERENCE = 0.93


class Look:
    """A picture in grey, in the sizes and forms that comparisons need; each is made once.

    Attributes:
        inner: What is inside borders, a frame or a window; None if the picture has none.
    """

    def __init__(self, image: Image.Image, *, is_inner: bool = False) -> None:
        """`is_inner` says that its borders were cut off already."""
        grey = image.convert("L")
        self._image = _reduced(grey)
        self._side = max(image.size)
        self.inner = None if is_inner else _inner_look(grey)
        self._sides: dict[int, Grey] = {}
        self._evened: dict[int, Grey] = {}
        self._spectra: dict[bool, Spectra] = {}

    @property
    def side(self) -> int:
        """The longer side up to which it has details."""
        return min(max(self._side, SMALLEST_SIDE), LARGEST_SIDE)

    @property
    def aspect(self) -> float:
        return self._image.width / self._image.height

    @cached_property
    def is_plain(self) -> bool:
        """Whether it shows too little to be recognised: one tone, a gradient, or straight stripes.

        Of 2,231 photos of the training set and of Corel, the plainest has details in .22 of its
        pixels, and the most striped one a coherence of .82.
        """
        picture = self.grey(self.side)
        margin = min(_RADIUS, (min(picture.shape) - 1) // 2)
        inner = slice(margin, -margin or None)
        details = np.abs(picture - box_mean(picture, _RADIUS))[inner, inner] > _DETAIL
        squares = edge_directions(picture)[1:-1, 1:-1] ** 2  # of opposite directions alike
        coherence = abs(squares.sum()) / max(float(np.abs(squares).sum()), 1e-6)
        return bool(details.mean() < _FEWEST_DETAILS or coherence > _MOST_COHERENCE)

    def grey(self, side: int) -> Grey:
        """Return the picture with this longer side in pixels, float32 [H, W]."""
        if side not in self._sides:
            self._sides[side] = _resized(self._image, side)
        return self._sides[side]

    def evened(self, side: int) -> Grey:
        """Return `grey(side)` without differences of light and contrast."""
        if side not in self._evened:
            self._evened[side] = evened(self.grey(side), _RADIUS)
        return self._evened[side]

    @cached_property
    def frames(self) -> NDArray[np.float32]:
        """The whole picture stretched to a square, in each turn: float32 [8, P], each normalised.

        The product of two of them is their correlation.
        """
        square = self._image.resize((_FRAME_SIDE, _FRAME_SIDE), Image.Resampling.BOX)
        plain = evened(np.asarray(square, np.float32), _FRAME_RADIUS)
        frames = np.stack([turned(plain, turn).ravel() for turn in Turn])
        frames -= frames.mean(axis=1, keepdims=True)
        length = np.linalg.norm(frames, axis=1, keepdims=True)
        return np.asarray(frames / np.maximum(length, 1e-6), np.float32)

    def spectra(self, *, mirrored: bool) -> Spectra:
        """Return the spectra of its edges at each of SCALES, of the picture or its mirror image."""
        if mirrored not in self._spectra:
            self._spectra[mirrored] = Spectra(self._image, mirrored=mirrored)
        return self._spectra[mirrored]


@dataclass(frozen=True, eq=False)
class InnerLook:
    """What is inside the borders of a picture.

    Attributes:
        look: of the part inside.
        is_framed: Whether something was put around it (inner_picture.py).
        placement: float64 [2, 3], takes a place in the part to the place in the whole picture (see
            grey_pictures.py for places).
    """

    look: Look
    is_framed: bool
    placement: NDArray[np.float64]


class Spectra:
    """Fourier transforms of the edges of a picture at each of SCALES.

    Attributes:
        values: complex64 [S, F, F], scaled so that a product with itself has a peak of 1.
        shapes: height and width of the picture at each scale.
    """

    def __init__(self, image: Image.Image, *, mirrored: bool) -> None:
        turn = Turn.MIRRORED if mirrored else Turn.NONE
        edges = np.zeros((len(SCALES), SPECTRUM_SIDE, SPECTRUM_SIDE), np.complex64)
        self.shapes = []
        for scale, page in zip(SCALES, edges, strict=True):
            picture = turned(_resized(image, round(SEARCHED_SIDE * scale)), turn)
            height, width = picture.shape
            page[:height, :width] = edge_directions(picture)
            self.shapes.append((height, width))
        energy = np.sqrt((np.abs(edges) ** 2).sum(axis=(1, 2), keepdims=True))
        self.values = np.fft.fft2(edges / np.maximum(energy, 1e-6))


def _inner_look(grey: Image.Image) -> InnerLook | None:
    found = inner_picture(grey)
    if found is None:
        return None
    left, top, right, bottom = found.box
    side = max(grey.size)
    centre = [(left + right - grey.width) / 2 / side, (top + bottom - grey.height) / 2 / side]
    placement = np.column_stack([np.eye(2) * max(found.image.size) / side, centre])
    return InnerLook(Look(found.image, is_inner=True), found.is_framed, placement)


def _reduced(image: Image.Image) -> Image.Image:
    """Return a picture that is not larger than the largest comparisons need."""
    scale = LARGEST_SIDE / max(image.size)
    if scale >= 1:
        return image
    size = (max(4, round(image.width * scale)), max(4, round(image.height * scale)))
    return image.resize(size, Image.Resampling.BOX)


def _resized(image: Image.Image, side: int) -> Grey:
    scale = side / max(image.size)
    size = (max(4, round(image.width * scale)), max(4, round(image.height * scale)))
    way = Image.Resampling.BOX if scale < 0.5 else Image.Resampling.BILINEAR
    return np.asarray(image.resize(size, way), np.float32)
