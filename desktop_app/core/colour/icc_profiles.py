"""Convert images by the ICC profile that is embedded in their file."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

Bytes = NDArray[np.uint8]
Deep = NDArray[np.uint16]

_SRGB = ImageCms.createProfile("sRGB")
_SPACES = {"RGB": b"RGB ", "L": b"GRAY", "CMYK": b"CMYK", "LAB": b"Lab "}
_ERRORS = (ImageCms.PyCMSError, OSError, ValueError)
# What LittleCMS precomputes for grey is too coarse for the shadows of linear light.
_FLAGS = {"L": ImageCms.Flags.NOOPTIMIZE}
# Profiles of sRGB by different makers differ by rounding.
_SAME = 3


@dataclass(frozen=True)
class _Transform:
    """The way from a profile to sRGB.

    Attributes:
        steps: What LittleCMS applies.
        is_srgb: It changes nothing that can be seen, and need not be applied.
    """

    steps: ImageCms.ImageCmsTransform
    is_srgb: bool


def from_profile(image: Image.Image, profile: bytes) -> Image.Image | None:
    """Convert an image of mode L, RGB, CMYK or LAB to RGB in sRGB.

    None if the profile is broken or belongs to colours of another kind. Grey may have a profile of
    RGB: that of the grey among its colours.
    """
    source = image.convert("RGB") if _is_grey_of_rgb(image.mode, profile) else image
    transform = _transform(profile, source.mode)
    if transform is None:
        return None
    if transform.is_srgb:
        return source.convert("RGB")
    if source.mode == "L":
        bands = [source.point(table) for table in _grey_tables(profile)]
        return Image.merge("RGB", bands)
    return _applied(source, transform.steps)


def is_srgb_profile(profile: bytes, mode: str) -> bool | None:
    """Whether `from_profile` changes nothing that can be seen; None where it returns None."""
    transform = _transform(profile, "RGB" if _is_grey_of_rgb(mode, profile) else mode)
    return None if transform is None else transform.is_srgb


def from_profile_deep(values: Deep, profile: bytes) -> Bytes | None:
    """Convert uint16 [H, W, 1 or 3] like `from_profile` to uint8 [H, W, 3]."""
    mode = "L" if values.shape[2] == 1 else "RGB"
    if _is_grey_of_rgb(mode, profile):
        values, mode = values.repeat(3, axis=2), "RGB"
    if _transform(profile, mode) is None:
        return None
    if mode == "L":
        return _deep_grey_table(profile)[values[:, :, 0]]
    return _applied_deep(values, profile, mode)


def _is_grey_of_rgb(mode: str, profile: bytes) -> bool:
    return mode == "L" and profile[16:20] == _SPACES["RGB"]


@lru_cache(maxsize=32)
def _transform(profile: bytes, mode: str) -> _Transform | None:
    if mode not in _SPACES or profile[16:20] != _SPACES[mode]:
        return None
    flags = _FLAGS.get(mode, ImageCms.Flags.NONE)
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        steps = ImageCms.buildTransform(source, _SRGB, mode, "RGB", flags=flags)
        return _Transform(steps, mode in {"L", "RGB"} and _changes_nothing(steps, mode))
    except _ERRORS:
        return None


def _changes_nothing(steps: ImageCms.ImageCmsTransform, mode: str) -> bool:
    """Whether colours stay as they are: what a profile does counts, not what it is called."""
    levels = np.linspace(0, 255, 17, dtype=np.uint8)
    colours = np.stack(np.meshgrid(levels, levels, levels), axis=-1).reshape(1, -1, 3)
    probe = Image.fromarray(levels[np.newaxis] if mode == "L" else colours)
    differences = np.asarray(_applied(probe, steps), np.int16) - np.asarray(probe.convert("RGB"))
    return int(np.abs(differences).max()) <= _SAME


@lru_cache(maxsize=8)
def _grey_tables(profile: bytes) -> tuple[list[int], ...]:
    """Red, green and blue of each of 256 greys."""
    transform = _transform(profile, "L")
    assert transform is not None
    ramp = Image.fromarray(np.arange(256, dtype=np.uint8)[np.newaxis])
    return tuple(list(band.tobytes()) for band in _applied(ramp, transform.steps).split())


@lru_cache(maxsize=2)
def _deep_grey_table(profile: bytes) -> Bytes:
    """The colour of each of 65,536 greys, uint8 [65,536, 3]."""
    ramp = np.arange(65536, dtype=np.uint16)[np.newaxis, :, np.newaxis]
    return _applied_deep(ramp, profile, "L").reshape(-1, 3)


def _applied(image: Image.Image, steps: ImageCms.ImageCmsTransform) -> Image.Image:
    converted = ImageCms.applyTransform(image, steps)
    assert converted is not None
    return converted


def _applied_deep(values: Deep, profile: bytes, mode: str) -> Bytes:
    from imagecodecs import cms_transform  # Pillow converts 8 bits only

    return np.asarray(
        cms_transform(
            np.ascontiguousarray(values[:, :, 0] if mode == "L" else values),
            profile,
            ImageCms.ImageCmsProfile(_SRGB).tobytes(),
            colorspace="gray" if mode == "L" else "rgb",
            outcolorspace="rgb",
            outdtype=np.uint8,
            flags=_FLAGS.get(mode, ImageCms.Flags.NONE),
        )
    )
