"""The rating and the keywords that a photo's file states: in XMP, EXIF or IPTC."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PIL import ExifTags, Image, ImageFile, IptcImagePlugin

from desktop_app.core.photos.decoder_errors import DECODER_ERRORS
from desktop_app.core.photos.exif import exif_of
from desktop_app.core.xmp.annotations import LONGEST_KEYWORD, MOST_KEYWORDS, Annotations, rating_of
from desktop_app.core.xmp.packet import annotations_of

_XMP_TAG = 700
_KEYWORDS_OF_IPTC = (2, 25)


def read_annotations(image: Image.Image) -> Annotations:
    """Read what an opened image states: the rating of XMP, else of EXIF, and all keywords."""
    exif = exif_of(image)
    found = exif_annotations(exif, image.info.get("xmp") or b"")
    return found.and_keywords(_cleaned(_of_iptc(image)))


def exif_annotations(exif: Image.Exif, xmp: bytes | str = b"") -> Annotations:
    """What EXIF tags and an XMP packet state."""
    packet = xmp or exif.get(_XMP_TAG) or b""
    packet = packet.encode() if isinstance(packet, str) else packet
    found = annotations_of(packet) if isinstance(packet, bytes) else Annotations()
    if not found.rating:
        found = replace(found, rating=rating_of(exif.get(ExifTags.Base.Rating)))
    return found.and_keywords(_cleaned(_of_windows(exif)))


def _of_windows(exif: Image.Exif) -> Iterable[str]:
    """Windows writes them as 'sea;holiday' in UTF-16."""
    value = exif.get(ExifTags.Base.XPKeywords)
    try:
        raw = bytes(value) if isinstance(value, (bytes, tuple)) else b""
    except (TypeError, ValueError):
        return ()
    return raw.decode("utf-16-le", "ignore").rstrip("\0").split(";")


def _of_iptc(image: Image.Image) -> Iterable[str]:
    if not isinstance(image, ImageFile.ImageFile):
        return ()
    try:
        info = IptcImagePlugin.getiptcinfo(image) or {}
    except DECODER_ERRORS:
        return ()
    value = info.get(_KEYWORDS_OF_IPTC) or ()
    values = [value] if isinstance(value, bytes) else value
    return [_text(one) for one in values]


def _text(value: bytes) -> str:
    """IPTC has no fixed encoding: what is no UTF-8 is nearly always Latin-1."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _cleaned(keywords: Iterable[str]) -> tuple[str, ...]:
    stripped = (keyword.strip("\0 \t\r\n") for keyword in keywords)
    fitting = [keyword for keyword in stripped if 0 < len(keyword) <= LONGEST_KEYWORD]
    return tuple(keyword for keyword in fitting if keyword.isprintable())[:MOST_KEYWORDS]
