"""Turn the values of a TIFF file into an image of 8 bits, reduced while they are read."""

from __future__ import annotations

from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop_app.core.colour.bands import stacked
from desktop_app.core.colour.srgb import deep_to_srgb, is_srgb
from desktop_app.core.tiff import layout as kinds
from desktop_app.core.tiff.block_means import BlockMeans
from desktop_app.core.tiff.layout import TiffLayout
from desktop_app.core.tiff.parts import Part, first_page, parts
from desktop_app.core.tiff.value_range import ValueStatistics, value_range

Palette = NDArray[np.uint16]

_MODES = {kinds.CMYK: "CMYK", kinds.CIELAB: "LAB", kinds.ICCLAB: "LAB", kinds.YCBCR: "YCbCr"}
# What is read and converted at a time, in bytes.
_PARTS_BYTES = 64 * 2**20
_BAND_ROWS = 64


def read_pixels(
    file: BinaryIO, layout: TiffLayout, palette: Palette | None, profile: bytes, factor: int
) -> Image.Image:
    """Read the first picture of a file, reduced by an integer factor, as it is stored.

    Args:
        file: Opened for reading.
        layout: Of the picture.
        palette: The colours, [N, 3], of a picture that has a palette.
        profile: The ICC profile of the picture; empty if it has none.
        factor: The picture becomes smaller by it, rounded up.

    Returns:
        Mode L, LA, RGB, RGBA, CMYK or LAB. `info` has the profile unless it was applied already,
        which saves the tones of colours of many bits.

    Raises:
        NotImplementedError: The kind is not read.
    """
    pixels = _Pixels(layout, palette, profile, factor)
    with first_page(file) as page:
        for part in parts(page, file):
            pixels.add(part)
    return pixels.image()


def decode_bytes(layout: TiffLayout, factor: int) -> int:
    """Estimate the bytes that `read_pixels` takes."""
    values = layout.width * layout.height * len(layout.bits)
    if factor == 1:
        value_bytes = max(1, min(4, max(layout.bits) // 8))
    else:
        value_bytes = 8 if layout.kind == "f" else 4
    whole = values // factor**2 * value_bytes + layout.width * layout.height // factor**2 * 4
    return layout.decoding_bytes + whole + min(_PARTS_BYTES, values * 32)


class _Pixels:
    """The means of blocks of pixels, and the range of their values."""

    def __init__(
        self, layout: TiffLayout, palette: Palette | None, profile: bytes, factor: int
    ) -> None:
        is_plain_lab = layout.kind != "f" and layout.bits[0] in {8, 16}
        if layout.photometric in {kinds.CIELAB, kinds.ICCLAB} and not is_plain_lab:
            raise NotImplementedError("L*a*b* of other numbers than 8 or 16 bits")
        self._layout = layout
        self._profile = profile
        self._palette = palette if layout.photometric == kinds.PALETTE else None
        self._colours = 3 if self._palette is not None else layout.colours
        size = layout.width, layout.height
        self._means = BlockMeans(*size, self._colours, factor)
        # Highlights of floats are cut off before pixels are averaged, should 1 be white.
        has_highlights = layout.kind == "f" and factor > 1
        self._up_to_one = BlockMeans(*size, self._colours, factor) if has_highlights else None
        self._alpha = None if layout.alpha is None else BlockMeans(*size, 1, factor)
        self._statistics = ValueStatistics()

    def add(self, part: Part) -> None:
        """Take account of a part, of all samples or of one."""
        colours = part.values[:, :, : max(0, self._layout.colours - part.sample)]
        if colours.size:
            self._add_colours(self._converted(colours, part.sample), part)
        alpha_at = -1 if self._layout.alpha is None else self._layout.alpha - part.sample
        if self._alpha is not None and 0 <= alpha_at < part.values.shape[2]:
            self._alpha.add(part.values[:, :, alpha_at : alpha_at + 1], 0, part.y, part.x)

    def image(self) -> Image.Image:
        """The picture of all parts that were added."""
        range_, highest = self._range(), self._alpha.highest() if self._alpha else 0.0
        rows = self._means.rows
        bands = (
            self._band(top, min(top + _BAND_ROWS, rows), range_, highest)
            for top in range(0, rows, _BAND_ROWS)
        )
        return stacked(bands, rows)

    def _band(
        self, top: int, bottom: int, range_: tuple[float, float], highest_alpha: float
    ) -> Image.Image:
        """Some rows of the reduced picture."""
        colours = self._scaled_colours(top, bottom, range_)
        alpha = self._scaled_alpha(top, bottom, range_[1], highest_alpha)
        if alpha is not None and self._layout.is_associated:
            colours = _unpremultiplied(colours, alpha)
        if self._layout.photometric == kinds.MIN_IS_WHITE:
            colours = 1 - colours
        info = {"icc_profile": self._profile} if self._profile else {}
        if self._is_profiled_deep(info):
            deep = (colours * 65535 + 0.5).astype(np.uint16)
            colours, info = np.asarray(deep_to_srgb(deep, info) / 255, np.float32), {}
        image = _image(colours, alpha, self._layout)
        image.info.update(info)
        return image

    def _is_profiled_deep(self, info: dict[Any, Any]) -> bool:
        """Whether the profile has to be applied before values are rounded to 8 bits."""
        layout = self._layout
        is_deep = layout.kind == "f" or max(layout.bits) > 8
        is_plain = layout.photometric in {kinds.MIN_IS_WHITE, kinds.MIN_IS_BLACK, kinds.RGB}
        mode = "L" if self._colours == 1 else "RGB"
        return is_deep and is_plain and not is_srgb(info, mode)

    def _scaled_colours(
        self, top: int, bottom: int, range_: tuple[float, float]
    ) -> NDArray[np.float32]:
        """0 for black and 1 for white."""
        black, white = range_
        means = self._up_to_one if self._up_to_one and white == 1 else self._means
        stored = means.means(top, bottom).astype(np.float64)
        scaled = (stored - black) / max(white - black, 1e-30)
        return np.asarray(scaled.clip(0, 1), np.float32)

    def _converted(self, stored: NDArray[Any], sample: int) -> NDArray[Any]:
        """Colours as numbers that can be averaged."""
        if self._palette is not None:
            highest = len(self._palette) - 1
            return np.asarray(self._palette[np.minimum(stored[:, :, 0], highest)])
        if self._layout.photometric == kinds.CIELAB:
            return _unsigned_lab(stored, sample)
        if stored.dtype.kind == "f":
            return np.asarray(np.nan_to_num(stored, posinf=np.inf, neginf=0))
        return stored

    def _add_colours(self, colours: NDArray[Any], part: Part) -> None:
        self._statistics.add(colours)
        self._means.add(colours, part.sample, part.y, part.x)
        if self._up_to_one:
            self._up_to_one.add(np.minimum(colours, 1), part.sample, part.y, part.x)

    def _range(self) -> tuple[float, float]:
        layout = self._layout
        if self._palette is not None:
            # Some programs write palettes of 8 bits where the format has 16.
            return 0, 255 if self._palette.max(initial=0) <= 255 else 65535
        if layout.photometric in {kinds.CIELAB, kinds.ICCLAB}:
            return 0, 255 << (layout.bits[0] - 8)  # a and b of 16 bits are those of 8, times 256
        is_exact = layout.photometric not in {kinds.MIN_IS_WHITE, kinds.MIN_IS_BLACK, kinds.RGB}
        if is_exact and layout.kind != "f":
            return 0, 2.0 ** layout.bits[0] - 1
        return value_range(self._statistics, layout.kind, layout.bits[0], layout.said_range)

    def _scaled_alpha(
        self, top: int, bottom: int, white: float, highest: float
    ) -> NDArray[np.float32] | None:
        """0 where a pixel is transparent, and 1 where it is not; None where all would be hidden."""
        if self._alpha is None or highest <= 0:
            return None
        shares = self._alpha.means(top, bottom) / self._opaque(highest, white)
        return np.asarray(shares.clip(0, 1), np.float32)

    def _opaque(self, highest: float, white: float) -> float:
        """The value of alpha that hides nothing: the full range, or that of the colours."""
        if self._layout.kind == "f":
            return white if highest > 1 else 1
        full = 2.0 ** self._layout.bits[0] - 1
        return white if highest <= white < full else full


def _unpremultiplied(
    colours: NDArray[np.float32], alpha: NDArray[np.float32]
) -> NDArray[np.float32]:
    return np.asarray(colours / np.maximum(alpha, 1e-6), np.float32)


def _unsigned_lab(stored: NDArray[Any], sample: int) -> NDArray[Any]:
    """CIE L*a*b* whose a and b, which are signed, begin at 0."""
    unsigned = np.dtype(f"u{stored.dtype.itemsize}")
    values = stored.astype(stored.dtype.newbyteorder("=")).view(unsigned)
    half = unsigned.type(1 << (8 * unsigned.itemsize - 1))
    values[:, :, max(0, 1 - sample) :] ^= half
    return values


def _image(
    colours: NDArray[np.float32], alpha: NDArray[np.float32] | None, layout: TiffLayout
) -> Image.Image:
    """An image of the mode that belongs to the samples, each from 0 to 1."""
    mode = "L" if colours.shape[2] == 1 else "RGB"
    if layout.photometric in _MODES and not layout.is_converted:
        mode = _MODES[layout.photometric]
    elif alpha is not None:
        colours, mode = np.concatenate([colours, alpha], axis=2), f"{mode}A"
    values = (colours.clip(0, 1) * 255 + 0.5).astype(np.uint8)
    if mode == "LAB":
        values[:, :, 1:] ^= 128  # Pillow takes a and b as signed, as CIE L*a*b* stores them
    image = Image.frombytes(mode, (values.shape[1], values.shape[0]), values.tobytes())
    return image.convert("RGB") if mode == "YCbCr" else image
