"""Photos at an address, which fsspec reads: each in one request, so never half of two versions.

Credentials are where the tools of that storage look for them, and never in an address.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

from desktop_app.core.archive_storage.addresses import address_of, package_for, without_secrets
from desktop_app.core.archive_storage.errors import (
    AddressError,
    AddressProblem,
    StoragePackageError,
)
from desktop_app.core.archive_storage.patience import try_for_minutes
from desktop_app.core.base.errors import PhotoError, PhotoProblem
from desktop_app.core.indexing.folder_listings import Entries
from desktop_app.core.photos.photo_reader import check_head, file_error
from desktop_app.core.photos.picture_formats import HEAD_BYTES

# Of larger files, the beginning is read first: most are videos.
_WHOLE_BYTES = 32 * 2**20
_MOST_BYTES = 256 * 2**20  # they are kept in memory
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TIMES = ("LastModified", "mtime", "last_modified", "updated", "created")


@dataclass(frozen=True)
class _Entry:
    """What a walk uses of an os.DirEntry."""

    name: str
    path: str
    info: dict[str, Any]

    def is_symlink(self) -> bool:
        return False

    def is_dir(self, *, follow_symlinks: bool = True) -> bool:  # noqa: ARG002
        if self.name in {"", ".", ".."}:
            raise OSError("no path has such a name")
        return bool(self.info["type"] == "directory")

    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:  # noqa: ARG002
        mode = stat.S_IFDIR if self.is_dir() else stat.S_IFREG
        values = (mode, 0, 0, 1, 0, 0, self.info["size"] or 0, 0, 0, 0)
        return os.stat_result(values, {"st_mtime_ns": _mtime_ns(self.info), "st_ctime_ns": 0})


class AddressStorage:
    """What is at an address, as storage.Storage says."""

    def __init__(self, root: Path) -> None:
        """Raises AddressError, StoragePackageError."""
        self._root = root
        package = package_for(root)
        try:
            import fsspec

            self._system, _ = fsspec.core.url_to_fs(address_of(root))
        except ImportError as error:
            raise StoragePackageError(address_of(root), package) from error

    def check(self) -> None:
        """Raises AddressError."""
        try:
            self.look()
        except FileNotFoundError as error:
            problem, detail = AddressProblem.NOTHING_THERE, str(error)
            raise AddressError(self._root, problem, detail[:200]) from error
        except OSError as error:
            raise AddressError(self._root, AddressProblem.NO_ANSWER, str(error)[:200]) from error

    def entries(self, path: str) -> Entries:
        """While there is no answer, it is asked again for minutes."""
        return cast("Entries", try_for_minutes(lambda: self._entries(path), _is_no_answer))

    def look(self) -> None:
        try:
            entries = self._entries(str(self._root))
        except PermissionError as error:
            raise AddressError(self._root, AddressProblem.DENIED, str(error)[:200]) from error
        if not entries:
            raise FileNotFoundError("it is empty")

    def has(self, path: Path) -> bool:
        with _only_os_errors():
            self._system.invalidate_cache()
            try:
                self._system.info(self._key(path))
            except (FileNotFoundError, NotADirectoryError):
                return False
        return True

    def content(self, path: Path, size: int) -> bytes:
        try:
            return self._content(path, size)
        except OSError as error:
            raise file_error(path, error) from error

    def _content(self, path: Path, size: int) -> bytes:
        if size > _WHOLE_BYTES:
            check_head(self._read(path, HEAD_BYTES), size, path)
        if size > _MOST_BYTES:
            raise PhotoError(path, PhotoProblem.TOO_LARGE, f"{size / 10**9:.1f}")
        content = self._read(path, size + 1) if size else b""
        if len(content) != size:
            detail = f"it had {size:,} bytes when it was listed, and has another size now"
            raise PhotoError(path, PhotoProblem.UNREADABLE, detail)
        return content

    def _read(self, path: Path, most: int) -> bytes:
        """Return the first bytes of a file, in one request. Raises OSError."""
        with _only_os_errors():
            return bytes(self._system.cat_file(self._key(path), start=0, end=most))

    def _entries(self, path: str) -> list[_Entry]:
        """Raises OSError."""
        key = self._key(Path(path))
        with _only_os_errors():
            found = self._system.ls(key, detail=True)
        self._system.invalidate_cache()  # which would hold all that was ever listed
        entries = [_entry(path, info) for info in found if not _is_marker(key, info)]
        return sorted(entries, key=lambda entry: os.fsencode(entry.name))

    def _key(self, path: Path) -> str:
        return str(self._system._strip_protocol(address_of(path)))  # noqa: SLF001 -- fsspec's own way


def _entry(folder: str, info: dict[str, Any]) -> _Entry:
    name = info["name"].rpartition("/")[2]
    return _Entry(name, os.path.join(folder, name), info)  # noqa: PTH118 -- as FolderWalk does


def _is_marker(key: str, info: dict[str, Any]) -> bool:
    """Whether an object only makes a folder exist, as the consoles of object stores create it."""
    return bool(info["type"] != "directory" and info["name"].rstrip("/") == key)


def _mtime_ns(info: dict[str, Any]) -> int:
    """Return the time of the last change that a listing tells; 0 where it tells none."""
    time = next((info[name] for name in _TIMES if info.get(name)), _EPOCH)
    if isinstance(time, str):
        time = datetime.fromisoformat(time)
    if isinstance(time, datetime):
        aware = time if time.tzinfo else time.replace(tzinfo=UTC)
        return (aware - _EPOCH) // timedelta(microseconds=1) * 1000
    return int(time * 10**9)


def _is_no_answer(error: OSError) -> bool:
    return not isinstance(error, FileNotFoundError | PermissionError)


@contextmanager
def _only_os_errors() -> Iterator[None]:
    """Raise what a library of a storage raises as an OSError, without what may be secret in it."""
    try:
        yield
    except FileNotFoundError as error:
        raise FileNotFoundError(_text(error)) from None
    except PermissionError as error:
        raise PermissionError(_text(error)) from None
    except Exception as error:  # noqa: BLE001 -- each of them has its own
        kind = PermissionError if "Credential" in type(error).__name__ else OSError
        raise kind(_text(error)) from None


def _text(error: Exception) -> str:
    return without_secrets(str(error) or type(error).__name__)
