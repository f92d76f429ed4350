"""Break a picture file as damage, and as an attacker, would break it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from itertools import islice
from random import Random
from typing import Literal

# Where formats keep lengths, counts and offsets: segments, chunks, boxes, directories, profiles.
_MARKS = re.compile(
    rb"\xff[\xc0-\xef\xfe]|Exif\0\0|II\*\0|MM\0\*|II\+\0|MM\0\+|acsp|<x:xmp|exif:|RIFF|GIF8|BM"
    rb"|IHDR|PLTE|IDAT|tRNS|iCCP|eXIf|iTXt|zTXt|tEXt|cICP|gAMA|acTL|fcTL|fdAT|IEND"
    rb"|VP8 |VP8L|VP8X|ALPH|ANIM|ANMF|ICCP|EXIF|XMP "
    rb"|ftyp|meta|hdlr|pitm|iloc|iinf|infe|iref|iprp|ipco|ipma|ispe|pixi|colr|irot|imir|hvcC|av1C"
    rb"|auxC|grid|mdat|moov|jp2h|ihdr|jp2c|cdef|pclr|\xff\x4f\xff\x51"
)
_TIFF_HEADS = re.compile(rb"II[*+]\0|MM\0[*+]")
_ORDERS: dict[int, Literal["little", "big"]] = {ord("I"): "little", ord("M"): "big"}
_TAGS = (256, 257, 258, 259, 262, 266, 273, 274, 277, 278, 279, 280, 281, 284, 317, 320, 322, 323)
_MAX_MARKS = 2000
_BEFORE_MARK, _BEHIND_MARK = 8, 64
_LARGEST_BLOCK = 4096
_EXTREMES = (0, 1, 2, 7, 8, 9, 16, 127, 128, 255, 256, 32767, 65535, 65536, 2**31 - 1, 2**31)
_EXTREMES_AND_LARGEST = (*_EXTREMES, 2**32 - 1, 2**32 - 2, 2**63 - 1, 2**64 - 1)
_PNG = b"\x89PNG\r\n\x1a\n"

Mutation = Callable[[bytearray, bytes, Random], None]


def mutated(content: bytes, other: bytes, random: Random) -> bytes:
    """Change a file in one place or a few. `other` is a file that parts may come from."""
    data = bytearray(content)
    for _ in range(random.choice((1, 1, 1, 2, 3, 8))):
        random.choice(_MUTATIONS)(data, other, random)
    # A wrong checksum would keep most changes of a PNG file from those who read the chunk.
    return with_right_checksums(bytes(data)) if random.choice((True, False)) else bytes(data)


def with_right_checksums(data: bytes) -> bytes:
    """Set the checksums of a PNG file's chunks; other files stay as they are."""
    if not data.startswith(_PNG):
        return data
    fixed, at = bytearray(data), len(_PNG)
    while at + 12 <= len(fixed):
        end = at + 8 + int.from_bytes(fixed[at : at + 4])
        if end + 4 > len(fixed):
            break
        fixed[end : end + 4] = zlib.crc32(fixed[at + 4 : end]).to_bytes(4)
        at = end + 4
    return bytes(fixed)


def _flip_bits(data: bytearray, other: bytes, random: Random) -> None:
    for _ in range(random.randint(1, 16)):
        _flip(data, _anywhere(data, random), random)


def _flip_bits_of_marks(data: bytearray, other: bytes, random: Random) -> None:
    for _ in range(random.randint(1, 4)):
        _flip(data, _near_mark(data, random), random)


def _change_number(data: bytearray, other: bytes, random: Random) -> None:
    """Put an extreme number where a length, a count or an offset may be."""
    at, size = _near_mark(data, random), random.choice((1, 2, 2, 4, 4, 4, 8))
    number = random.choice(_EXTREMES_AND_LARGEST) % 256**size
    data[at : at + size] = number.to_bytes(size, random.choice(("big", "little")))


def _change_number_a_little(data: bytearray, other: bytes, random: Random) -> None:
    at = _near_mark(data, random)
    if at < len(data):
        data[at] = (data[at] + random.choice((-2, -1, 1, 2, 16, 64))) % 256


def _change_directory(data: bytearray, other: bytes, random: Random) -> None:
    """Change the tag, type, count or value of an entry of the first directory of a TIFF or EXIF."""
    heads = [match.start() for match in _TIFF_HEADS.finditer(data)]
    if not heads:
        return
    head = random.choice(heads)
    order = _ORDERS[data[head]]
    directory = head + int.from_bytes(data[head + 4 : head + 8], order)
    entries = int.from_bytes(data[directory : directory + 2], order)
    entry = directory + 2 + 12 * random.randrange(max(1, min(entries, 64)))
    for _ in range(random.randint(1, 3)):
        place, size = random.choice(((0, 2), (2, 2), (4, 4), (8, 2), (8, 4)))
        numbers = (*_EXTREMES, random.randrange(14), random.choice(_TAGS), random.getrandbits(32))
        number = random.choice(numbers) % 256**size
        if entry + place + size <= len(data):
            data[entry + place : entry + place + size] = number.to_bytes(size, order)


def _truncate(data: bytearray, other: bytes, random: Random) -> None:
    del data[_anywhere(data, random) :]


def _remove_block(data: bytearray, other: bytes, random: Random) -> None:
    at, size = _block(data, random)
    del data[at : at + size]


def _duplicate_block(data: bytearray, other: bytes, random: Random) -> None:
    at, size = _block(data, random)
    data[at:at] = data[at : at + size]


def _move_block(data: bytearray, other: bytes, random: Random) -> None:
    at, size = _block(data, random)
    block = data[at : at + size]
    del data[at : at + size]
    to = _anywhere(data, random)
    data[to:to] = block


def _insert_noise(data: bytearray, other: bytes, random: Random) -> None:
    at, size = _block(data, random)
    data[at:at] = random.randbytes(size)


def _overwrite_block(data: bytearray, other: bytes, random: Random) -> None:
    at, size = _block(data, random)
    size = min(size, len(data) - at)
    filling = random.choice((bytes(size), b"\xff" * size, b" " * size, random.randbytes(size)))
    data[at : at + size] = filling


def _insert_of_other(data: bytearray, other: bytes, random: Random) -> None:
    at, size = _block(bytearray(other), random)
    to = random.choice((_anywhere(data, random), _near_mark(data, random)))
    data[to:to] = other[at : at + size]


def _splice(data: bytearray, other: bytes, random: Random) -> None:
    """The beginning of one file, and the end of another."""
    data[_anywhere(data, random) :] = other[_anywhere(other, random) :]


_MUTATIONS: tuple[Mutation, ...] = (
    _flip_bits,
    _flip_bits_of_marks,
    _flip_bits_of_marks,
    _change_number,
    _change_number,
    _change_number,
    _change_number_a_little,
    _change_directory,
    _change_directory,
    _truncate,
    _remove_block,
    _duplicate_block,
    _move_block,
    _insert_noise,
    _overwrite_block,
    _insert_of_other,
    _splice,
)


def _flip(data: bytearray, at: int, random: Random) -> None:
    if at < len(data):
        data[at] ^= 1 << random.randrange(8)


def _anywhere(data: bytes | bytearray, random: Random) -> int:
    return random.randint(0, len(data))


def _near_mark(data: bytearray, random: Random) -> int:
    """A place near a mark of a format, within the first bytes, or anywhere."""
    marks = [match.start() for match in islice(_MARKS.finditer(data), _MAX_MARKS)]
    at = random.choice((0, *marks[:20], *marks)) + random.randint(-_BEFORE_MARK, _BEHIND_MARK)
    return min(max(0, at), len(data))


def _block(data: bytearray, random: Random) -> tuple[int, int]:
    """Place and size of a block: most are small."""
    at = random.choice((_anywhere(data, random), _near_mark(data, random)))
    return at, random.choice((1, 2, 4, 12, 64, 512, random.randint(1, _LARGEST_BLOCK)))
