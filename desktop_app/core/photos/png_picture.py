"""Read PNG files whose ancillary chunks are broken or huge: the pixels do not need them."""

from __future__ import annotations

import io
import struct
import zlib
from typing import IO

from PIL import PngImagePlugin

# Profiles of printers and scanners have a few megabytes; Pillow allows one.
_MAX_INFLATED_BYTES = 16 * 2**20
_MAX_CHUNK_BYTES = 64 * 2**20
# Of grey values of few bits, which Pillow spreads over 8.
_GREY_SCALES = {"L;2": 85, "L;4": 17}
_PIXEL_CHUNKS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT"})
_END = b"\0\0\0\0IEND\xaeB`\x82"
_BROKEN = (ValueError, IndexError, SyntaxError, struct.error)


class _SoundChunks(PngImagePlugin.PngStream):
    """The chunks of a file without those that are broken and not critical, as libpng reads it."""

    def read(self) -> tuple[bytes, int, int]:
        """Read the name, place and length of the next chunk."""
        while True:
            name, at, length = super().read()
            if not _is_ancillary(name) or self._is_sound(name, at, length):
                return name, at, length

    def call(self, cid: bytes, pos: int, length: int) -> bytes:
        """Read a chunk's content; what is wrong in ancillary chunks is left out.

        A profile of an unknown compression makes the file one that is not read: it may be of a
        later version of the format.
        """
        try:
            return super().call(cid, pos, length)
        except _BROKEN as error:
            is_unknown = cid == b"iCCP" and isinstance(error, SyntaxError)
            if self.fp is None or is_unknown or not _is_ancillary(cid):
                raise
            self.fp.seek(pos)
            return self.fp.read(length)

    def chunk_tRNS(self, pos: int, length: int) -> bytes:  # noqa: N802
        """Read the transparent colour; Pillow does not bring it to 8 bits as it does the pixels."""
        content = super().chunk_tRNS(pos, length)
        key = self.im_info.get("transparency")
        if isinstance(key, int) and self.im_rawmode in _GREY_SCALES:
            self.im_info["transparency"] = key * _GREY_SCALES[self.im_rawmode]
        return content

    def chunk_cICP(self, pos: int, length: int) -> bytes:  # noqa: ARG002, N802
        """Read the code points of the colours, which Pillow leaves out: see ITU-T H.273."""
        assert self.fp is not None
        content = self.fp.read(length)
        if length == 4:
            self.im_info["cicp"] = tuple(content)
        return content

    def _is_sound(self, name: bytes, at: int, length: int) -> bool:
        """Leave the file at the chunk's content, or, if the chunk is broken or huge, behind it."""
        assert self.fp is not None
        if length > _MAX_CHUNK_BYTES:
            self.fp.seek(at + length + 4)
            return False
        content = self.fp.read(length)
        stored = self.fp.read(4)
        is_whole = len(stored) < 4 or zlib.crc32(name + content) == int.from_bytes(stored)
        if not is_whole and not (name == b"iCCP" and _is_unknown_profile(content)):
            return False
        self.fp.seek(at)
        return True


def _is_unknown_profile(content: bytes) -> bool:
    """Whether a profile is compressed in a way that PNG does not have."""
    return not content.partition(b"\0")[2].startswith(b"\0")


def _is_ancillary(name: bytes) -> bool:
    """Whether a picture can be shown without it. The frames of animations are not checked."""
    return name[:1].islower() and name != b"fdAT"


def pixel_chunks(file: IO[bytes]) -> bytes:
    """A PNG file of the chunks that pixels need. Raises OSError where the file ends within them."""
    file.seek(0)
    parts, name = [file.read(8)], b""
    while name != b"IEND" and len(head := file.read(8)) == 8:
        length, name = int.from_bytes(head[:4]) + 4, head[4:]
        if name not in _PIXEL_CHUNKS:
            file.seek(length, io.SEEK_CUR)
            continue
        content = file.read(length)
        if len(content) < length:
            raise OSError("image file is truncated")
        parts += [head, content]
    return b"".join([*parts, _END])


def register_png() -> None:
    """Let Pillow read PNG files this way, for which it has no hook."""
    PngImagePlugin.PngStream = _SoundChunks  # type: ignore[misc]
    PngImagePlugin.MAX_TEXT_CHUNK = _MAX_INFLATED_BYTES
