"""The libraries that were opened lately: one list for all windows of a user."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.base.atomic_write import atomic_write
from desktop_app.core.base.json_codec import decode_json, encode_json, read_json
from desktop_app.core.base.paths import default_library

LIST_NAME = "libraries.json"  # beside the settings
_MOST_KEPT = 10


@dataclass(frozen=True)
class _Stored:
    """The content of the file, the latest first."""

    libraries: tuple[Path, ...] = ()


def last_library(path: Path) -> Path:
    """Return the library that was opened last, or the user's own. `path`: the file of the list."""
    return next(iter(_read(path)), default_library())


class RecentLibraries:
    """The list in a file, read again each time: another window may have changed it."""

    def __init__(self, path: Path, current: Path) -> None:
        """`path`: the file; it need not exist. `current`: the library of this window."""
        self._path = path
        self._current = current

    @property
    def others(self) -> list[Path]:
        """All but the current one, the latest first; the user's own library is always the last."""
        own = default_library()
        lately = [folder for folder in _read(self._path) if folder != own]
        return [folder for folder in [*lately, own] if folder != self._current]

    def remember(self) -> None:
        """Put the current library first. Where that fails, it is just not offered."""
        lately = [folder for folder in _read(self._path) if folder != self._current]
        stored = _Stored((self._current, *lately)[:_MOST_KEPT])
        with suppress(OSError):
            atomic_write(self._path, encode_json(stored, indent=2) + "\n")


def _read(path: Path) -> tuple[Path, ...]:
    try:
        return decode_json(read_json(path, follow_link=True), _Stored).libraries
    except (OSError, ValueError):
        return ()
