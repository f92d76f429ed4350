"""XMP sidecars: files beside photos in which photo programs keep ratings and keywords.

The sidecar of `beach.jpg` is `beach.jpg.xmp`, as darktable and digiKam write it. That of a RAW file
is `beach.xmp`, as Lightroom writes it. One that is there already is taken, whichever it is.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.core.base.atomic_write import atomic_file, flush_folder
from desktop_app.core.base.regular_file import open_regular_file
from desktop_app.core.photos.picture_formats import has_raw_suffix
from desktop_app.core.xmp.annotations import NO_ANNOTATIONS, Annotations
from desktop_app.core.xmp.edits import with_annotations
from desktop_app.core.xmp.packet import MOST_BYTES, read_packet


@dataclass(frozen=True)
class WrittenSidecar:
    """A sidecar that was written.

    Attributes:
        path: The sidecar.
        before: Its text before; None: there was none.
        digest: SHA-256 of what was written.
    """

    path: Path
    before: str | None
    digest: str


def sidecar_of(photo: Path) -> Path:
    """Return the path of a photo's sidecar, which need not exist."""
    long, short = photo.with_name(f"{photo.name}.xmp"), photo.with_suffix(".xmp")
    is_raw = has_raw_suffix(photo)
    for path in (long, short):
        if os.path.lexists(path) and (path == long or is_raw or not _has_raw_twin(photo)):
            return path
    return short if is_raw else long


def with_sidecar(photo: Path, own: Annotations) -> Annotations:
    """Return what is noted of a photo: in its file, and in its sidecar, whose rating counts more.

    Raises:
        OSError, ValueError: The sidecar cannot be read.
    """
    packet = _read(sidecar_of(photo))
    found = read_packet(packet).annotations if packet is not None else NO_ANNOTATIONS
    return replace(own, rating=found.rating or own.rating).and_keywords(found.keywords)


def write_sidecar(photo: Path, wanted: Annotations) -> WrittenSidecar:
    """Add a rating and keywords to the sidecar of a photo, atomically.

    Raises:
        OSError: It cannot be written.
        ValueError: The one that is there is no XMP in UTF-8.
    """
    path = sidecar_of(photo)
    before = _read(path)
    text = with_annotations(before, wanted)
    _write(path, text)
    old = before.decode() if before is not None else None
    return WrittenSidecar(path, old, hashlib.sha256(text).hexdigest())


def restore_sidecar(written: WrittenSidecar) -> None:
    """Take back what was written. A sidecar that was changed since stays. Raises OSError."""
    now = _read(written.path)
    if now is None or hashlib.sha256(now).hexdigest() != written.digest:
        return
    if written.before is None:
        written.path.unlink()
        flush_folder(written.path.parent)
    else:
        _write(written.path, written.before.encode())


def _has_raw_twin(photo: Path) -> bool:
    """Whether 'beach.xmp' may be that of a RAW file beside 'beach.jpg'."""
    twins = (path for path in photo.parent.iterdir() if path.stem == photo.stem)
    return any(map(has_raw_suffix, twins))


def _read(path: Path) -> bytes | None:
    """Return the content of a sidecar; None if there is none. Raises OSError."""
    try:
        with open_regular_file(path, follow_links=False) as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return None
    if len(content) > MOST_BYTES:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return content


def _write(path: Path, text: bytes) -> None:
    """Raises OSError."""
    with atomic_file(path) as part:
        part.write_bytes(text)
        if path.exists():
            shutil.copymode(path, part)
