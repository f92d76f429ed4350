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
from desktop_app.core.photos.picture_formats import PICTURE_SUFFIXES, has_raw_suffix
from desktop_app.core.xmp.annotations import NO_ANNOTATIONS, Annotations
from desktop_app.core.xmp.edits import with_annotations
from desktop_app.core.xmp.packet import MOST_BYTES, read_packet

_SUFFIX = ".xmp"


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


@dataclass(frozen=True)
class OwnSidecar:
    """A sidecar that goes where its photo goes.

    Attributes:
        path: Where it is.
        is_long: Whether it is called 'beach.jpg.xmp', not 'beach.xmp'.
    """

    path: Path
    is_long: bool

    def beside(self, photo: Path) -> Path:
        """Return its place if its photo is there."""
        return _long(photo) if self.is_long else photo.with_suffix(_SUFFIX)

    @property
    def is_there(self) -> bool:
        return self.path.is_file() and not self.path.is_symlink()


def own_sidecars(photo: Path) -> list[OwnSidecar]:
    """Return the sidecars that no other picture uses: those that are there, and no links."""
    found = [OwnSidecar(_long(photo), is_long=True)]
    if not is_shared(photo):
        found.append(OwnSidecar(photo.with_suffix(_SUFFIX), is_long=False))
    return [sidecar for sidecar in found if sidecar.is_there]


def has_sidecar(photo: Path) -> bool:
    """Whether a sidecar lies beside a photo, be it its own or not."""
    return any(map(os.path.lexists, (_long(photo), photo.with_suffix(_SUFFIX))))


def is_shared(photo: Path) -> bool:
    """Whether 'beach.xmp' is that of 'beach.raf', too, and not only of the photo 'beach.jpg'."""
    if not os.path.lexists(photo.with_suffix(_SUFFIX)):
        return False
    names = (photo.with_suffix(each) for low in PICTURE_SUFFIXES for each in (low, low.upper()))
    return any(os.path.lexists(name) and not _is_one_file(name, photo) for name in names)


def _is_one_file(path: Path, photo: Path) -> bool:
    """Whether both are names of one file: capitals make no difference on some disks."""
    if path == photo or path.name.lower() != photo.name.lower():
        return path == photo
    try:
        return path.samefile(photo)
    except OSError:
        return False


def _long(photo: Path) -> Path:
    return photo.with_name(f"{photo.name}{_SUFFIX}")


def sidecar_of(photo: Path) -> Path:
    """Return the path of a photo's sidecar, which need not exist."""
    long, short = _long(photo), photo.with_suffix(_SUFFIX)
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
