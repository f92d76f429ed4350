"""What a worker that reads photos and its parent say to each other.

Each message is a frame: the lengths of both parts, a message in MessagePack, and raw bytes such as
pixels. The parent sends one request at a time. The worker may ask questions (`Hashed`,
`MemoryNeeded`), each of which the parent answers with `Go`, before its answer. A worker decodes
hostile files, so its answers are checked against these types, and nothing in them is executed.
"""

from __future__ import annotations

import struct
from collections.abc import Callable

import msgspec

from desktop_app.core.base.errors import PhotoProblem
from desktop_app.core.photos.capture import Capture
from desktop_app.core.photos.metadata import Metadata
from desktop_app.core.photos.picture_formats import PictureFormat

_LENGTHS = struct.Struct("<IQ")
_MAX_MESSAGE_BYTES = 2**20
_MAX_DATA_BYTES = 2**32


class Message(msgspec.Struct, frozen=True, tag=True):
    """The base of all messages. `path` is the bytes of a path: names need not be text."""


class IndexPhoto(Message, frozen=True):
    """Compute what indexing stores of a photo; answered by IndexedContent, or None if not needed.

    Attributes:
        side: Side of the network's input in pixels.
        is_data: As in OpenPicture.
    """

    path: bytes
    side: int
    is_data: bool = False


class OpenPicture(Message, frozen=True):
    """Decode a picture; answered by PictureOpened, with its pixels.

    Attributes:
        short_side, long_side: As in PhotoReader.open.
        is_data: The file's content follows as raw bytes; `path` only names it.
        with_metadata: Read the metadata, too.
    """

    path: bytes
    short_side: int
    long_side: int
    is_data: bool = False
    with_metadata: bool = False


class ReadMetadata(Message, frozen=True):
    """Read the metadata only; answered by MetadataRead."""

    path: bytes


class Go(Message, frozen=True):
    """The answer to a question."""

    yes: bool = True


class Ready(Message, frozen=True):
    """The worker has started."""


class Hashed(Message, frozen=True):
    """Shall the file with this content be decoded?"""

    content_hash: bytes


class MemoryNeeded(Message, frozen=True):
    """May so much memory be taken for pixels?"""

    amount_bytes: int


class MemoryReleased(Message, frozen=True):
    """What was granted last is not needed any more. Not answered."""


class NotNeeded(Message, frozen=True):
    """The file was not decoded, as the parent asked."""


class IndexedContent(Message, frozen=True):
    """What indexing stores of a photo; the raw bytes are the network's input."""

    width: int
    height: int
    format: PictureFormat
    capture: Capture
    mean_colour: int
    fingerprints: bytes
    thumbnail: bytes


class PictureOpened(Message, frozen=True):
    """A decoded picture, upright, in sRGB; the raw bytes are its RGB pixels.

    Attributes:
        size: Width and height of these pixels.
        width, height: Of the full-size upright picture.
    """

    size: tuple[int, int]
    width: int
    height: int
    format: PictureFormat
    capture: Capture
    metadata: Metadata | None


class MetadataRead(Message, frozen=True):
    """What a file says about itself."""

    metadata: Metadata


class Failed(Message, frozen=True):
    """The file cannot be used."""

    problem: PhotoProblem
    detail: str


Request = IndexPhoto | OpenPicture | ReadMetadata
Answer = IndexedContent | PictureOpened | MetadataRead | NotNeeded | Failed
FromParent = Request | Go
FromWorker = Ready | Hashed | MemoryNeeded | MemoryReleased | Answer

from_parent: msgspec.msgpack.Decoder[FromParent] = msgspec.msgpack.Decoder(FromParent)
from_worker: msgspec.msgpack.Decoder[FromWorker] = msgspec.msgpack.Decoder(FromWorker)
_encode = msgspec.msgpack.Encoder().encode


def frame(message: Message, data: bytes | bytearray | memoryview = b"") -> list[memoryview]:
    """Return what has to be written to send a message and raw bytes."""
    encoded = _encode(message)
    head = _LENGTHS.pack(len(encoded), len(data)) + encoded
    return [memoryview(head), memoryview(data)] if data else [memoryview(head)]


def write_frame(
    write: Callable[[memoryview], int | None],
    message: Message,
    data: bytes | bytearray | memoryview = b"",
) -> None:
    """Send a message and raw bytes; `write` may take a part of them."""
    for part in frame(message, data):
        rest = part
        while rest:
            rest = rest[write(rest) :]


def read_frame(fill: Callable[[memoryview], int | None]) -> tuple[bytes, bytearray]:
    """Receive the bytes of a message and the raw bytes that follow it.

    `fill` is the `readinto` of a raw file. Raises EOFError at the end of the input, and ValueError
    for lengths that no message has.
    """
    message_bytes, data_bytes = _LENGTHS.unpack(_read(fill, _LENGTHS.size))
    if message_bytes > _MAX_MESSAGE_BYTES or data_bytes > _MAX_DATA_BYTES:
        raise ValueError(message_bytes, data_bytes)
    return bytes(_read(fill, message_bytes)), _read(fill, data_bytes)


def _read(fill: Callable[[memoryview], int | None], size: int) -> bytearray:
    content = bytearray(size)
    rest = memoryview(content)
    while rest:
        count = fill(rest)
        if not count:
            raise EOFError
        rest = rest[count:]
    return content
