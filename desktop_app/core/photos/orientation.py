"""Which way up a photo is: decided here for every format.

docs/decisions/0038-orientation.md says whom we follow where programs disagree.
"""

from __future__ import annotations

from PIL import ExifTags, Image
from PIL.TiffImagePlugin import TiffImageFile

from desktop_app.core.photos.exif import exif_of

AS_STORED = 1

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def orientation_of(image: Image.Image) -> int:
    """How the pixels must be turned that decoding an opened image yields: 1 to 8, as in EXIF.

    Pillow turns those of TIFF files itself.
    """
    return AS_STORED if isinstance(image, TiffImageFile) else _stored_orientation(image)


def set_orientation(image: Image.Image, orientation: int) -> None:
    """Make `orientation_of` return this number for an opened image."""
    exif_of(image)[ExifTags.Base.Orientation] = orientation


def upright_size(image: Image.Image) -> tuple[int, int]:
    """Width and height of an opened image that is not decoded yet, once it is turned."""
    if isinstance(image, TiffImageFile):
        # Pillow gives the sides of the upright picture already, unless only XMP turns it.
        by_tag = ExifTags.Base.Orientation in image.tag_v2
        return image.size if by_tag else turned_size(image.size, _stored_orientation(image))
    return turned_size(image.size, orientation_of(image))


def turned_size(size: tuple[int, int], orientation: int) -> tuple[int, int]:
    return (size[1], size[0]) if orientation >= 5 else size


def turned(image: Image.Image, orientation: int) -> Image.Image:
    """Turn a decoded image upright."""
    return image.transpose(_TURNS[orientation]) if orientation in _TURNS else image


def _stored_orientation(image: Image.Image) -> int:
    """The orientation of EXIF, else of XMP. Other numbers, such as 0, count as not turned."""
    stored = exif_of(image).get(ExifTags.Base.Orientation)
    return stored if stored in _TURNS else AS_STORED
