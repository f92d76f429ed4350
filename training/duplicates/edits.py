"""The written list of edits that a search for duplicates must see through."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from desktop_app.core.photos.edits import grey
from training.duplicates import overlays, shapes, tones

_JPEG = {"format": "JPEG", "quality": 90}

Change = Callable[[Image.Image, np.random.Generator], Image.Image]


@dataclass(frozen=True)
class Edit:
    """One edit.

    Attributes:
        name: as in tables.
        change: RGB image, random numbers -> the edited copy.
        saving: how the copy is saved, as Pillow's `save` takes it.
    """

    name: str
    change: Change
    saving: dict[str, Any] = field(default_factory=lambda: _JPEG)

    def made(self, photo: Image.Image, name: str) -> Image.Image:
        """Edit a photo. The same edit of a photo of the same name is always the same."""
        seed = zlib.crc32(f"{self.name}/{name}".encode(errors="surrogatepass"))
        return self.change(photo, np.random.default_rng(seed))

    def save(self, copy: Image.Image, path: Path) -> None:
        copy.save(path, **self.saving)


def _always(change: Callable[..., Image.Image], *arguments: object) -> Change:
    """An edit without random numbers."""
    return lambda image, _: change(image, *arguments)


def _unchanged(image: Image.Image) -> Image.Image:
    return image


def _transposed(how: Image.Transpose) -> Change:
    return lambda image, _: image.transpose(how)


def _jpeg(quality: int) -> Edit:
    return Edit(f"JPEG {quality}", _always(_unchanged), {"format": "JPEG", "quality": quality})


def _crop(percent: int) -> Edit:
    share = percent / 100
    return Edit(f"crop {percent} %", lambda image, rng: shapes.crop(image, share, rng))


EDITS = (
    *(Edit(f"scale {factor:g}", _always(shapes.scale, factor)) for factor in (0.1, 0.25, 0.5, 2)),
    *(_jpeg(quality) for quality in (10, 30, 95)),
    Edit("GIF, 64 colours", _always(partial(Image.Image.quantize, colors=64)), {"format": "GIF"}),
    Edit("WebP 60", _always(_unchanged), {"format": "WEBP", "quality": 60}),
    Edit("PNG", _always(_unchanged), {"format": "PNG"}),
    *(_crop(percent) for percent in (2, 5, 10, 20, 40)),
    Edit("stretched to 4:3", _always(shapes.stretch, 4 / 3)),
    Edit("stretched to 1:1", _always(shapes.stretch, 1)),
    Edit("exposure × 1.5", _always(tones.exposure, 1.5)),
    Edit("exposure × 0.6", _always(tones.exposure, 0.6)),
    Edit("gamma 0.6", _always(tones.gamma, 0.6)),
    Edit("gamma 1.6", _always(tones.gamma, 1.6)),
    Edit("contrast × 1.4", _always(tones.contrast, 1.4)),
    Edit("white balance", _always(tones.white_balance, (1.2, 1, 0.75))),
    Edit("saturation × 1.8", _always(tones.saturation, 1.8)),
    Edit("grey", _always(grey)),
    Edit("sepia", _always(tones.sepia)),
    Edit("blur", _always(tones.blur)),
    Edit("sharpen", _always(tones.sharpen)),
    Edit("noise", tones.noise),
    Edit("text", _always(overlays.text)),
    Edit("watermark", _always(overlays.watermark)),
    Edit("sticker over a fifth", overlays.sticker),
    Edit("white border", _always(overlays.border, "white", 0.08)),
    Edit("black border", _always(overlays.border, "black", 0.15)),
    Edit("frame", _always(overlays.frame)),
    Edit("screenshot of a viewer", _always(overlays.screenshot)),
    Edit("mirrored", _transposed(Image.Transpose.FLIP_LEFT_RIGHT)),
    Edit("mirrored upside down", _transposed(Image.Transpose.FLIP_TOP_BOTTOM)),
    Edit("turned by 90°", _transposed(Image.Transpose.ROTATE_90)),
    Edit("turned by 180°", _transposed(Image.Transpose.ROTATE_180)),
    Edit("turned by 270°", _transposed(Image.Transpose.ROTATE_270)),
    Edit("turned by 2°", _always(shapes.turn, 2)),
    Edit("turned by -2°", _always(shapes.turn, -2)),
)
