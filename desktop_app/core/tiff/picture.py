"""TIFF files as images of Pillow: read by Pillow where it reads them rightly, else by tifffile."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, cast

import numpy as np
from PIL import Image, ImagePalette, TiffImagePlugin
from PIL.ExifTags import Base as Tag

from desktop_app.core.tiff.layout import PALETTE, tiff_layout
from desktop_app.core.tiff.pixels import decode_bytes, read_pixels

if TYPE_CHECKING:
    from PIL._imaging import PixelAccess

    from desktop_app.core.tiff.pixels import Palette

# Larger pictures are read in parts, each of which is reduced before the next is read.
_WHOLE_BYTES = 256 * 2**20


class TiffPicture(TiffImagePlugin.TiffImageFile):
    """The first picture of a TIFF file. As for a JPEG, `draft` makes it smaller than it is."""

    def _setup(self) -> None:
        self._layout = tiff_layout(self.tag_v2)
        self._factor = 1
        is_large = self._whole_bytes > _WHOLE_BYTES and self._layout.is_streamable
        self._is_in_parts = is_large or not self._layout.is_read_by_pillow
        if self._is_in_parts:
            self._set_up_parts()
        else:
            super()._setup()
            self._mend_setup()

    def draft(
        self, mode: str | None, size: tuple[int, int] | None
    ) -> tuple[str, tuple[int, int, float, float]] | None:
        """Choose the size, no smaller than `size`, at which a picture is read in parts."""
        if size is None or not self._is_in_parts:
            return None
        self._factor = max(1, min(self.width // size[0], self.height // size[1]))
        self._size = -(-self.width // self._factor), -(-self.height // self._factor)
        return mode or self.mode, (0, 0, *self.size)

    @property
    def decode_bytes(self) -> int:
        """An estimate of the bytes that `load` takes."""
        if self._is_in_parts:
            return decode_bytes(self._layout, self._factor)
        return self._whole_bytes + self._layout.segment_bytes

    def load(self) -> PixelAccess | None:
        """Decode the picture, and turn it as its orientation says."""
        if not self._is_in_parts or self._im is not None:
            return super().load()
        image = read_pixels(
            cast(BinaryIO, self.fp),
            self._layout,
            self._colour_map(),
            self.info.pop("icc_profile", b""),
            self._factor,
        )
        self.info.update(image.info)
        self.im, self._mode, self._size = image.im, image.mode, image.size
        self.load_end()
        return Image.Image.load(self)

    @property
    def _whole_bytes(self) -> int:
        return self._layout.width * self._layout.height * (1 if len(self._layout.bits) == 1 else 4)

    def _set_up_parts(self) -> None:
        stored = self._layout.width, self._layout.height
        is_turned = self.tag_v2.get(Tag.Orientation) in {5, 6, 7, 8}
        self._tile_size = stored
        self._size = (stored[1], stored[0]) if is_turned else stored
        self._mode = "L" if self._layout.colours == 1 else "RGB"
        if Tag.InterColorProfile in self.tag_v2:
            self.info["icc_profile"] = self.tag_v2[Tag.InterColorProfile]

    def _mend_setup(self) -> None:
        """Read by Pillow what it reads wrongly on its own: small palettes, and raw YCbCr."""
        palette = self._colour_map()
        if palette is not None and palette.max(initial=0) <= 255:
            self.palette = ImagePalette.raw("RGB", palette.astype(np.uint8).tobytes())
        if self._layout.is_raw_ycbcr:
            # Only libtiff spreads colour differences that are stored once for several pixels.
            extents, args = (0, 0, *self._tile_size), ("RGBX", False, self.tag_v2.offset)
            tile = self.tile[0]._replace(codec_name="libtiff", extents=extents, offset=0, args=args)
            self.tile, self._mode, self.use_load_libtiff = [tile], "RGB", True

    def _colour_map(self) -> Palette | None:
        if self._layout.photometric != PALETTE:
            return None
        return np.array(self.tag_v2[Tag.ColorMap], np.uint16).reshape(3, -1).T


def register_tiff() -> None:
    """Let Pillow open TIFF files as TiffPicture."""
    Image.register_open("TIFF", TiffPicture, TiffImagePlugin._accept)  # noqa: SLF001
