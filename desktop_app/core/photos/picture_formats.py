"""Detect the format of a picture file from its first bytes."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import Self

from desktop_app.core.base.regular_file import open_regular_file

HEAD_BYTES = 512
_MAX_BYTES = 2**30


class PictureFormat(StrEnum):
    """The formats that can be read. The values are shown to users and stored in libraries.

    One entry adds a format, with its suffixes in _PHOTO_SUFFIXES, not in _UNSUPPORTED_SUFFIXES,
    and not in _PICTURES of recognition.py.

    Attributes:
        pillow_name: What Pillow calls the format; empty for RAW, which raw_preview.py decodes.
        beginning: Regular expression of the first bytes of its files.
        brands: The brands of its files, where they are ISO base media files ('ftyp').
    """

    pillow_name: str
    beginning: re.Pattern[bytes] | None
    brands: frozenset[bytes]

    @property
    def max_bytes(self) -> int:
        """More than any photo of this format has: a larger file is not even read."""
        is_bulky = self in {PictureFormat.TIFF, PictureFormat.RAW}
        return 4 * _MAX_BYTES if is_bulky else _MAX_BYTES

    def __new__(
        cls, name: str, pillow_name: str, beginning: bytes = b"", brands: bytes = b""
    ) -> Self:
        """Create a format; `brands` has four bytes for each brand."""
        member = str.__new__(cls, name)
        member._value_ = name
        member.pillow_name = pillow_name
        member.beginning = re.compile(beginning, re.DOTALL) if beginning else None
        member.brands = frozenset(brands[at : at + 4] for at in range(0, len(brands), 4))
        return member

    JPEG = "JPEG", "JPEG", rb"\xff\xd8\xff"
    PNG = "PNG", "PNG", rb"\x89PNG\r\n\x1a\n"
    WEBP = "WebP", "WEBP", rb"RIFF....WEBP"
    TIFF = "TIFF", "TIFF", rb"II[*+]\x00|MM\x00[*+]"
    GIF = "GIF", "GIF", rb"GIF8[79]a"
    # "BM" alone is the beginning of many texts, too: the size of the header follows.
    BMP = "BMP", "BMP", rb"BM.{12}[\x0c\x10\x28\x34\x38\x40\x6c\x7c]\x00\x00\x00"
    HEIF = "HEIF", "HEIF", b"", b"heicheixheimheishevchevxhevmhevs"
    AVIF = "AVIF", "AVIF", b"", b"avifavisavio"
    JPEG2000 = "JPEG 2000", "JPEG2000", rb"\x00\x00\x00\x0cjP  \r\n\x87\n|\xff\x4f\xff\x51"
    RAW = "RAW", "", rb"FUJIFILMCCD-RAW|FOVb|\x00MRM|IIRO|IIRS|IIU\x00|MMOR", b"crx "


_CONTAINERS = frozenset({b"heif", b"mif1", b"mif2", b"msf1", b"miaf"})
_RAW_SUFFIXES = frozenset(
    ".3fr .arw .cr2 .cr3 .crw .dcr .dng .erf .fff .iiq .kdc .mef .mos .mrw .nef .nrw .orf .pef"
    " .raf .raw .rw2 .rwl .sr2 .srf .srw .x3f".split()
)
_PHOTO_SUFFIXES = frozenset(
    ".jpg .jpeg .jpe .jfif .jif .mpo .png .apng .webp .tif .tiff .gif .bmp .dib .heic .heics .heif"
    " .heifs .hif .avif .avifs .jp2 .j2k .j2c .jpc .jpf .jpx .jpm".split()
)
_UNSUPPORTED_SUFFIXES = frozenset(
    ".jxl .jxr .bpg .ico .icns .dds .tga .sgi .ppm .pgm .pbm .pnm .psd .psb .svg .eps .exr .hdr"
    " .xcf .blp .pcx .wmf .emf .qoi .flif".split()
)
PICTURE_SUFFIXES = _PHOTO_SUFFIXES | _RAW_SUFFIXES | _UNSUPPORTED_SUFFIXES  # in lower case


def sniff(head: bytes, name: Path) -> PictureFormat | None:
    """Detect the format of a file from its first HEAD_BYTES bytes; None if it cannot be read.

    Most RAW formats are TIFF files: only the suffix, or a mark of Canon or Phase One,
    distinguishes them from plain TIFF.
    """
    if head[4:8] == b"ftyp":
        return _brand(head)
    found = next(
        (each for each in PictureFormat if each.beginning and each.beginning.match(head)), None
    )
    is_raw = found is PictureFormat.TIFF and _is_raw(head, name)
    return PictureFormat.RAW if is_raw else found


def is_picture(path: Path) -> bool:
    """Return True if the first bytes of a file are those of a format that can be read."""
    try:
        with open_regular_file(path) as file:
            return sniff(file.read(HEAD_BYTES), path) is not None
    except OSError:
        return False


def has_photo_suffix(name: Path) -> bool:
    """Whether files of this name should be photos of a format that can be read, RAW aside."""
    return name.suffix.lower() in _PHOTO_SUFFIXES


def has_unsupported_suffix(name: Path) -> bool:
    """Whether the suffix belongs to a picture format that cannot be read."""
    return name.suffix.lower() in _UNSUPPORTED_SUFFIXES


def has_raw_suffix(name: Path) -> bool:
    return name.suffix.lower() in _RAW_SUFFIXES


def _brand(head: bytes) -> PictureFormat | None:
    """The format by the brands of the first box.

    A brand that names only the container (mif1, msf1) stands first in files of HEIC and of AVIF:
    then the compatible brands tell, or else the codec of the first picture.
    """
    end = min(len(head), int.from_bytes(head[:4], "big"))
    brands = [head[8:12], *(head[at : at + 4] for at in range(16, end, 4))]
    known = {brand: each for each in PictureFormat for brand in each.brands}
    for brand in brands:
        if brand in known:
            return known[brand]
    if not _CONTAINERS.isdisjoint(brands):
        return PictureFormat.AVIF if b"av01" in head[end:] else PictureFormat.HEIF
    return None


def _is_raw(head: bytes, name: Path) -> bool:
    return head[8:10] == b"CR" or head[8:12] == b"IIII" or has_raw_suffix(name)
