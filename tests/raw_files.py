"""A camera's RAW file, made from a picture: a DNG with a JPEG preview, as small as LibRaw takes."""

from __future__ import annotations

import io
import struct

from PIL import Image

_RAW_SIZE = (320, 240)
_MAIN_AT, _RAW_IFD_AT, _PREVIEW_AT = 8, 1200, 2000
_BYTE, _TEXT, _SHORT, _LONG, _RATIONAL, _SIGNED_RATIONAL = 1, 2, 3, 4, 5, 10
_LETTERS = {_BYTE: "B", _SHORT: "H", _LONG: "I"}

Entry = tuple[int, int, bytes]


def dng_file(
    preview: Image.Image,
    orientation: int = 1,
    preview_exif: Image.Exif | None = None,
    taken: str = "",
) -> bytes:
    """Grey pixels under the preview; `orientation` is that of the camera, as EXIF counts it."""
    data = io.BytesIO()
    preview.save(data, "JPEG", quality=92, exif=preview_exif or b"")
    jpeg = data.getvalue()
    width, height = _RAW_SIZE
    pixels = struct.pack("<H", 1000) * (width * height)
    raw_at = _PREVIEW_AT + len(jpeg) + len(jpeg) % 2
    file = bytearray(raw_at + len(pixels))
    for at, part in (
        (0, b"II*\0" + struct.pack("<I", _MAIN_AT)),
        (_MAIN_AT, _directory(_main(preview.size, len(jpeg), orientation, taken), _MAIN_AT)),
        (_RAW_IFD_AT, _directory(_raw(raw_at, len(pixels)), _RAW_IFD_AT)),
        (_PREVIEW_AT, jpeg),
        (raw_at, pixels),
    ):
        file[at : at + len(part)] = part
    return bytes(file)


def _main(size: tuple[int, int], jpeg_bytes: int, orientation: int, taken: str) -> list[Entry]:
    """The preview, and whose camera it was."""
    identity = [1, 1, 0, 1, 0, 1, 0, 1, 1, 1, 0, 1, 0, 1, 0, 1, 1, 1]
    return [
        (254, _LONG, _packed(_LONG, 1)),  # a reduced picture
        (256, _LONG, _packed(_LONG, size[0])),
        (257, _LONG, _packed(_LONG, size[1])),
        (258, _SHORT, _packed(_SHORT, 8, 8, 8)),
        (259, _SHORT, _packed(_SHORT, 7)),  # JPEG
        (262, _SHORT, _packed(_SHORT, 6)),  # YCbCr
        (271, _TEXT, b"Maker\0"),
        (272, _TEXT, b"Maker One\0"),
        (273, _LONG, _packed(_LONG, _PREVIEW_AT)),
        (274, _SHORT, _packed(_SHORT, orientation)),
        (277, _SHORT, _packed(_SHORT, 3)),
        (278, _LONG, _packed(_LONG, size[1])),
        (279, _LONG, _packed(_LONG, jpeg_bytes)),
        *([(306, _TEXT, taken.encode() + b"\0")] if taken else []),
        (330, _LONG, _packed(_LONG, _RAW_IFD_AT)),
        (50706, _BYTE, _packed(_BYTE, 1, 4, 0, 0)),  # DNG 1.4
        (50708, _TEXT, b"Maker One\0"),
        (50721, _SIGNED_RATIONAL, struct.pack("<18i", *identity)),
        (50728, _RATIONAL, struct.pack("<6I", 1, 1, 1, 1, 1, 1)),
        (50778, _SHORT, _packed(_SHORT, 21)),  # daylight
    ]


def _raw(raw_at: int, raw_bytes: int) -> list[Entry]:
    """The sensor's pixels: 16 bits each, red, green, green and blue in turn."""
    width, height = _RAW_SIZE
    return [
        (254, _LONG, _packed(_LONG, 0)),
        (256, _LONG, _packed(_LONG, width)),
        (257, _LONG, _packed(_LONG, height)),
        (258, _SHORT, _packed(_SHORT, 16)),
        (259, _SHORT, _packed(_SHORT, 1)),
        (262, _SHORT, _packed(_SHORT, 32803)),  # colour filter array
        (273, _LONG, _packed(_LONG, raw_at)),
        (277, _SHORT, _packed(_SHORT, 1)),
        (278, _LONG, _packed(_LONG, height)),
        (279, _LONG, _packed(_LONG, raw_bytes)),
        (33421, _SHORT, _packed(_SHORT, 2, 2)),
        (33422, _BYTE, _packed(_BYTE, 0, 1, 1, 2)),
        (50714, _SHORT, _packed(_SHORT, 0)),
        (50717, _LONG, _packed(_LONG, 65535)),
    ]


def _packed(kind: int, *values: int) -> bytes:
    return struct.pack(f"<{len(values)}{_LETTERS[kind]}", *values)


def _directory(entries: list[Entry], at: int) -> bytes:
    """A TIFF directory that lies at `at`, with its longer values behind it."""
    size = 2 + 12 * len(entries) + 4
    body, behind = b"", b""
    for tag, kind, data in entries:
        item = {_RATIONAL: 8, _SIGNED_RATIONAL: 8, _SHORT: 2, _LONG: 4}.get(kind, 1)
        value = data.ljust(4, b"\0")
        if len(data) > 4:
            value = struct.pack("<I", at + size + len(behind))
            behind += data + b"\0" * (len(data) % 2)
        body += struct.pack("<HHI", tag, kind, len(data) // item) + value
    return struct.pack("<H", len(entries)) + body + b"\0" * 4 + behind
