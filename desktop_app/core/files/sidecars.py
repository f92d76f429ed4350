"""XMP sidecars: files beside photos in which photo programs keep ratings and keywords.

The sidecar of `beach.jpg` is `beach.jpg.xmp`, as darktable and digiKam write it. That of a RAW file
is `beach.xmp`, as Lightroom writes it. One that is there already is taken, whichever it is.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Iterator
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
        return _long(photo) if self.is_long else short_sidecar(photo)

    @property
    def is_there(self) -> bool:
        return os.path.isfile(self.path) and not self.path.is_symlink()  # noqa: PTH113 - never raises


def own_sidecars(photo: Path) -> list[OwnSidecar]:
    """Return the sidecars that no other picture uses: those that are there, and no links."""
    return [each for each in sidecars_beside(photo) if each.is_long or not is_shared(photo)]


def sidecars_to_copy(photo: Path) -> list[OwnSidecar]:
    """Return those that a copy of a photo gets: also one that is shared, but not with a RAW file,
    whose copy gets it.
    """
    is_raw = has_raw_suffix(photo)
    found = sidecars_beside(photo)
    return [each for each in found if each.is_long or is_raw or not _has_raw_twin(photo)]


def sidecars_beside(photo: Path) -> list[OwnSidecar]:
    """Return the sidecars that are there, and no links, be they of this photo only or not."""
    short = OwnSidecar(short_sidecar(photo), is_long=False)
    both = (OwnSidecar(_long(photo), is_long=True), short)
    return [sidecar for sidecar in both if sidecar.is_there]


def sharing_photos(folder: Path) -> dict[Path, set[Path]]:
    """Return all sidecars such as 'beach.xmp' in a folder, and the pictures of that name."""
    try:
        names = set(folder.iterdir())
    except OSError:
        return {}
    found: dict[Path, set[Path]] = {path: set() for path in names if path.suffix == _SUFFIX}
    for path in names:
        if path.suffix.lower() in PICTURE_SUFFIXES and short_sidecar(path) in found:
            found[short_sidecar(path)].add(path)
    return found


def has_sidecar(photo: Path) -> bool:
    """Whether a sidecar lies beside a photo, be it its own or not."""
    return any(map(os.path.lexists, (_long(photo), short_sidecar(photo))))


def is_shared(photo: Path) -> bool:
    """Whether 'beach.xmp' is that of 'beach.raf', too, and not only of the photo 'beach.jpg'."""
    if not os.path.lexists(short_sidecar(photo)):
        return False
    names = filter(os.path.lexists, _namesakes(photo))
    return any(not _is_one_file(name, photo) for name in names)


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


def short_sidecar(photo: Path) -> Path:
    """Return the path of the sidecar that pictures of one name share, which need not exist."""
    return photo.with_suffix(_SUFFIX)


def sidecar_of(photo: Path) -> Path:
    """Return the path of a photo's sidecar, which need not exist."""
    long, short = _long(photo), short_sidecar(photo)
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
    return any(has_raw_suffix(name) and os.path.lexists(name) for name in _namesakes(photo))


def _namesakes(photo: Path) -> Iterator[Path]:
    """Yield the paths of all pictures that would use the same 'beach.xmp', the photo's as well."""
    return (photo.with_suffix(each) for low in PICTURE_SUFFIXES for each in (low, low.upper()))


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
