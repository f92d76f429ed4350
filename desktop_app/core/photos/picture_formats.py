"""Detect the format of a picture file from its first bytes."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

HEAD_BYTES = 64


class PictureFormat(StrEnum):
    """The formats that can be read. The values are shown to users and stored in libraries."""

    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WebP"
    TIFF = "TIFF"
    GIF = "GIF"
    BMP = "BMP"
    HEIF = "HEIF"
    AVIF = "AVIF"
    JPEG2000 = "JPEG 2000"
    RAW = "RAW"


_MAGIC: list[tuple[bytes, PictureFormat]] = [
    (b"\xff\xd8\xff", PictureFormat.JPEG),
    (b"\x89PNG\r\n\x1a\n", PictureFormat.PNG),
    (b"GIF87a", PictureFormat.GIF),
    (b"GIF89a", PictureFormat.GIF),
    (b"\x00\x00\x00\x0cjP  \r\n\x87\n", PictureFormat.JPEG2000),
    (b"\xff\x4f\xff\x51", PictureFormat.JPEG2000),
    (b"FUJIFILMCCD-RAW", PictureFormat.RAW),
    (b"FOVb", PictureFormat.RAW),
    (b"\x00MRM", PictureFormat.RAW),
    (b"IIRO", PictureFormat.RAW),
    (b"IIRS", PictureFormat.RAW),
    (b"MMOR", PictureFormat.RAW),
    (b"IIU\x00", PictureFormat.RAW),
    (b"II*\x00", PictureFormat.TIFF),
    (b"MM\x00*", PictureFormat.TIFF),
    (b"II+\x00", PictureFormat.TIFF),
    (b"MM\x00+", PictureFormat.TIFF),
]

# "BM" alone is the beginning of many texts, too.
_BMP_HEADER_SIZES = frozenset({12, 16, 40, 52, 56, 64, 108, 124})

_BRANDS = {
    b"avif": PictureFormat.AVIF,
    b"avis": PictureFormat.AVIF,
    b"crx ": PictureFormat.RAW,
    **dict.fromkeys(
        (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"),
        PictureFormat.HEIF,
    ),
}

_RAW_SUFFIXES = frozenset(
    ".3fr .arw .cr2 .cr3 .crw .dcr .dng .erf .fff .iiq .kdc .mef .mos .mrw .nef .nrw .orf .pef"
    " .raf .raw .rw2 .rwl .sr2 .srf .srw .x3f".split()
)
_UNSUPPORTED_SUFFIXES = frozenset(
    ".jxl .bpg .ico .icns .dds .tga .sgi .ppm .pgm .pbm .pnm .psd .psb .svg .eps .exr .hdr"
    " .xcf .blp .pcx .wmf .emf".split()
)


def sniff(head: bytes, name: Path) -> PictureFormat | None:
    """Detect the format of a file from its first HEAD_BYTES bytes; None if it cannot be read.

    Most RAW formats are TIFF files: only the suffix, or a mark of Canon or Phase One,
    distinguishes them from plain TIFF.
    """
    if head[4:8] == b"ftyp":
        return _brand(head)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return PictureFormat.WEBP
    if head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in _BMP_HEADER_SIZES:
        return PictureFormat.BMP
    for magic, found in _MAGIC:
        if head.startswith(magic):
            is_raw = found is PictureFormat.TIFF and _is_raw(head, name)
            return PictureFormat.RAW if is_raw else found
    return None


def has_unsupported_suffix(name: Path) -> bool:
    """Whether the suffix belongs to a picture format that cannot be read."""
    return name.suffix.lower() in _UNSUPPORTED_SUFFIXES


def has_raw_suffix(name: Path) -> bool:
    return name.suffix.lower() in _RAW_SUFFIXES


def _brand(head: bytes) -> PictureFormat | None:
    brands = [head[8:12], *(head[at : at + 4] for at in range(16, HEAD_BYTES, 4))]
    return next((_BRANDS[brand] for brand in brands if brand in _BRANDS), None)


def _is_raw(head: bytes, name: Path) -> bool:
    return head[8:10] == b"CR" or head[8:12] == b"IIII" or has_raw_suffix(name)
