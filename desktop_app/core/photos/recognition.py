"""Tell by its first bytes whether a file is a photo, and if not, what it is instead."""

from __future__ import annotations

import re
from pathlib import Path

from desktop_app.core.base.errors import PhotoError, PhotoProblem
from desktop_app.core.photos.picture_formats import (
    PictureFormat,
    has_photo_suffix,
    has_raw_suffix,
    has_unsupported_suffix,
    sniff,
)

# Formats of pictures that are not read, whatever the file is called. Those with shorter beginnings
# are recognised by their suffix (picture_formats.py).
_PICTURES = {
    "PSD": rb"8BPS\x00[\x01\x02]",
    "JPEG XL": rb"\x00\x00\x00\x0cJXL \r\n\x87\n",
    "JPEG XR": rb"II\xbc\x01",
    "OpenEXR": rb"v/1\x01",
    "Radiance HDR": rb"#\?(RADIANCE|RGBE)",
    "DDS": rb"DDS \x7c\x00\x00\x00",
    "XCF": rb"gimp xcf ",
    "SVG": rb"(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--.*-->\s*)?<(!DOCTYPE )?svg",
    "BPG": rb"BPG\xfb",
    "FLIF": rb"FLIF",
    "QOI": rb"qoif",
    "MNG": rb"\x8aMNG\r\n",
}
# What else is found under the name of a photo.
_OTHERS = {
    "MP4": rb"....ftyp",
    "QuickTime": rb"....(moov|mdat|wide|free|skip|pnot)",
    "AVI": rb"RIFF....AVI ",
    "Matroska": rb"\x1aE\xdf\xa3",
    "MPEG": rb"\x00\x00\x01[\xb3\xba]",
    "WMV": rb"0&\xb2u\x8ef\xcf\x11",
    "Ogg": rb"OggS",
    "WAV": rb"RIFF....WAVE",
    "MP3": rb"ID3",
    "FLV": rb"FLV\x01",
    "JPEG XL": rb"\xff\x0a",
    "ICO": rb"\x00\x00[\x01\x02]\x00[\x01-\x40]\x00",
    "PDF": rb"%PDF-",
    "RTF": rb"\{\\rtf",
    "OLE": rb"\xd0\xcf\x11\xe0",
    "PostScript": rb"%!PS",
    "ZIP": rb"PK\x03\x04",
    "RAR": rb"Rar!\x1a\x07",
    "7z": rb"7z\xbc\xaf\x27\x1c",
    "gzip": rb"\x1f\x8b\x08",
    "SQLite": rb"SQLite format 3\x00",
}
_WEB_PAGE = re.compile(rb"\s*<(!doctype|html|head|body|title|\?xml|error|!--)", re.IGNORECASE)
_MARKS_AND_GAPS = re.compile(rb"^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)|\x00")  # of Unicode texts


def recognise(head: bytes, path: Path) -> PictureFormat:
    """Return the format of a file from its first HEAD_BYTES bytes.

    Raises PhotoError: the file is none that can be read. Where neither its name nor its content is
    that of a picture, the problem is NOT_A_PICTURE.
    """
    kind = sniff(head, path)
    if kind is None:
        problem, detail = _problem(head, path)
        raise PhotoError(path, problem, detail)
    return kind


def _problem(head: bytes, path: Path) -> tuple[PhotoProblem, str]:
    """Return why a file is not read, and the name of its format if that is known."""
    is_named_photo = has_photo_suffix(path) or has_raw_suffix(path)
    if not head and (is_named_photo or has_unsupported_suffix(path)):
        return PhotoProblem.EMPTY_FILE, ""
    if found := _matching(_PICTURES, head):
        return PhotoProblem.UNSUPPORTED_FORMAT, found
    if has_unsupported_suffix(path):
        return PhotoProblem.UNSUPPORTED_FORMAT, path.suffix[1:].upper()
    if not is_named_photo:
        return PhotoProblem.NOT_A_PICTURE, ""
    if found := _matching(_OTHERS, head):
        return PhotoProblem.UNSUPPORTED_FORMAT, found
    return _broken(head, path), ""


def _broken(head: bytes, path: Path) -> PhotoProblem:
    """Say what is wrong with a file that should be a photo by its name."""
    if not head.strip(b"\x00"):
        return PhotoProblem.ZEROS
    if _WEB_PAGE.match(_MARKS_AND_GAPS.sub(b"", head)):
        return PhotoProblem.WEB_PAGE
    return PhotoProblem.NO_RAW_PREVIEW if has_raw_suffix(path) else PhotoProblem.NO_PHOTO


def _matching(table: dict[str, bytes], head: bytes) -> str:
    """Return the name of the first expression that matches; empty if none does."""
    return next((name for name, start in table.items() if re.match(start, head, re.DOTALL)), "")
