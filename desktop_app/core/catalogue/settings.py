"""What the user has chosen: one frozen value, loaded, checked, saved."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from desktop_app.core.base.atomic_write import atomic_write
from desktop_app.core.base.errors import SettingsError
from desktop_app.core.catalogue.browse import SortKey

THEMES = ("system", "light", "dark")
LANGUAGES = ("system", "en", "zh_CN")


@dataclass(frozen=True)
class Settings:
    """`threads` that index at once, 0 for one on each core; `gentle`: one, which lets everything
    else go first. `thumbnail_cache_mb`: memory for thumbnails that were shown, in 2^20 bytes.
    `thumbnail_side` is in pixels of the screen; `sort` is one of browse.SortKey.
    """

    threads: int = 0
    gentle: bool = False
    thumbnail_cache_mb: int = 96
    theme: str = "system"
    language: str = "system"
    thumbnail_side: int = 160
    sort: str = SortKey.DATE.value
    descending: bool = True
    watch_folders: bool = True


def load_settings(path: Path) -> Settings:
    """The settings in a file; the defaults where there is none. Raises SettingsError."""
    try:
        values = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        raise SettingsError(path, str(error)) from error
    if not isinstance(values, dict):
        raise SettingsError(path, "not an object")
    known = {item.name for item in fields(Settings)}
    return _checked(path, {name: value for name, value in values.items() if name in known})


def save_settings(path: Path, settings: Settings) -> None:
    """A crash leaves the old settings. Raises SettingsError."""
    try:
        atomic_write(path, json.dumps(asdict(settings), indent=2) + "\n")
    except OSError as error:
        raise SettingsError(path, error.strerror or str(error)) from error


def _checked(path: Path, values: dict[str, object]) -> Settings:
    settings = Settings(**values)  # type: ignore[arg-type]
    for name, is_sound in _CHECKS.items():
        value = getattr(settings, name)
        if not is_sound(value):
            raise SettingsError(path, f"{name} is {value!r}")
    return settings


def _between(least: int, most: int) -> Callable[[object], bool]:
    return lambda value: type(value) is int and least <= value <= most


def _one_of(values: Collection[str]) -> Callable[[object], bool]:
    return lambda value: value in values


def _is_bool(value: object) -> bool:
    return type(value) is bool


_CHECKS: dict[str, Callable[[object], bool]] = {
    "threads": _between(0, 256),
    "gentle": _is_bool,
    "thumbnail_cache_mb": _between(16, 4096),
    "theme": _one_of(THEMES),
    "language": _one_of(LANGUAGES),
    "thumbnail_side": _between(64, 512),
    "sort": _one_of(list(SortKey)),
    "descending": _is_bool,
    "watch_folders": _is_bool,
}
