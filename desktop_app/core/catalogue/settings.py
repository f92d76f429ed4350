"""The user's settings: load, validate, save."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, TypeAlias, get_args

from msgspec import Meta

from desktop_app.core.base.atomic_write import atomic_write
from desktop_app.core.base.errors import SettingsError
from desktop_app.core.base.json_codec import decode_json, encode_json, read_json
from desktop_app.core.base.languages import LANGUAGES
from desktop_app.core.catalogue.browse import SortKey

ThemeName: TypeAlias = Literal["system", "light", "dark"]
THEMES: tuple[ThemeName, ...] = get_args(ThemeName)
LANGUAGE_CHOICES = ("system", *LANGUAGES)


@dataclass(frozen=True)
class Settings:
    """The settings. Limits are checked when a file is loaded.

    Attributes:
        threads: Photos that are indexed at once; 0: one for each core.
        gentle: Index one photo at a time, at the lowest priority.
        thumbnail_cache_mb: Memory for thumbnails that were shown, in 2^20 bytes.
        theme: Colours of the window; "system": as the desktop.
        language: Language of the window, one of LANGUAGE_CHOICES; "system": as the desktop.
        thumbnail_side: Side of a thumbnail in the grid, in device-independent pixels.
        sort: Order of the photos.
        descending: Reverse that order.
        fold_stacks: Show only the photo on top of each stack.
        watch_folders: Watch folders, and index changed files automatically.
        tips: Show tips for the first use.
        slideshow_seconds: How long a slideshow shows each photo.
    """

    threads: Annotated[int, Meta(ge=0, le=256)] = 0
    gentle: bool = False
    thumbnail_cache_mb: Annotated[int, Meta(ge=16, le=4096)] = 96
    theme: ThemeName = "system"
    language: Annotated[str, Meta(pattern=rf"^({'|'.join(LANGUAGE_CHOICES)})\Z")] = "system"
    thumbnail_side: Annotated[int, Meta(ge=64, le=512)] = 160
    sort: SortKey = SortKey.DATE
    descending: bool = True
    fold_stacks: bool = True
    watch_folders: bool = True
    tips: bool = True
    slideshow_seconds: Annotated[int, Meta(ge=1, le=3600)] = 5


def load_settings(path: Path) -> Settings:
    """Read the settings from a file; the defaults where there is none. Raises SettingsError."""
    try:
        return decode_json(read_json(path, follow_link=True), Settings)
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        raise SettingsError(path, str(error)) from error


def save_settings(path: Path, settings: Settings) -> None:
    """Replace the file atomically. Raises SettingsError."""
    try:
        atomic_write(path, encode_json(settings, indent=2) + "\n")
    except OSError as error:
        raise SettingsError(path, error.strerror or str(error)) from error
