"""Adds 'Find photos like this' to the menu of pictures in GNOME Files, through nautilus-python."""

import subprocess
from collections.abc import Sequence
from typing import Any

from gi.repository import GLib, GObject, Nautilus

_LABELS = {
    "de": "Ähnliche Fotos finden",
    "es": "Buscar fotos como esta",
    "fr": "Trouver des photos similaires",
    "ja": "似た写真を検索",
    "zh_CN": "查找相似照片",
}
_MIME_TYPES = frozenset("@MIME_TYPES@".strip(";").split(";"))


class FindPhotosLikeThis(GObject.GObject, Nautilus.MenuProvider):  # type: ignore[misc]
    """Searches for the selected pictures in Lookalike."""

    def get_file_items(self, *arguments: Any) -> list[Any]:
        """Return the entry of the menu. Older versions pass the window before the files."""
        paths = _pictures(arguments[-1])
        if not paths:
            return []
        names = GLib.get_language_names()
        label = next((_LABELS[name] for name in names if name in _LABELS), "Find photos like this")
        item = Nautilus.MenuItem(name="Lookalike::find", label=label, icon="lookalike")
        item.connect("activate", lambda _item: subprocess.Popen(["lookalike", "--", *paths]))
        return [item]


def _pictures(files: Sequence[Any]) -> list[str]:
    """Return the paths of the selection; none if something else than pictures is selected."""
    paths = [file.get_location().get_path() for file in files]
    are_pictures = all(file.get_mime_type() in _MIME_TYPES for file in files)
    return paths if are_pictures and all(paths) else []
