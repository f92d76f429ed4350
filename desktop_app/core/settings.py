"""What the user has chosen: one frozen value, loaded, checked, saved."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from desktop_app.core.browse import SortKey
from desktop_app.core.errors import SettingsError

THEMES = ("system", "light", "dark")


@dataclass(frozen=True)
class Settings:
    """`threads` 0 means one for each core. `thumbnail_side` is in pixels of the screen; `sort` is
    one of browse.SortKey.
    """

    threads: int = 0
    theme: str = "system"
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
    """Write beside and rename, so that a crash leaves the old settings. Raises SettingsError."""
    beside = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(asdict(settings), indent=2) + "\n", "utf-8")
        beside.replace(path)
    except OSError as error:
        raise SettingsError(path, error.strerror or str(error)) from error


def _checked(path: Path, values: dict[str, object]) -> Settings:
    settings = Settings(**values)  # type: ignore[arg-type]
    if type(settings.threads) is not int or not 0 <= settings.threads <= 256:
        raise SettingsError(path, f"threads is {settings.threads!r}")
    if settings.theme not in THEMES:
        raise SettingsError(path, f"theme is {settings.theme!r}")
    if type(settings.thumbnail_side) is not int or not 64 <= settings.thumbnail_side <= 512:
        raise SettingsError(path, f"thumbnail_side is {settings.thumbnail_side!r}")
    if settings.sort not in list(SortKey):
        raise SettingsError(path, f"sort is {settings.sort!r}")
    for name in ("descending", "watch_folders"):
        if type(getattr(settings, name)) is not bool:
            raise SettingsError(path, f"{name} is {getattr(settings, name)!r}")
    return settings
