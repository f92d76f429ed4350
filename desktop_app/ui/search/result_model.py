"""The model of a search's results, nearest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject

from desktop_app.ui.grid.likeness import Likeness, word
from desktop_app.ui.grid.photo_model import Index, PhotoModel, ShownPhoto
from desktop_app.ui.grid.photo_selection import PhotoSelection, ShownMatch
from desktop_app.ui.grid.stack_badge import stack_hint
from desktop_app.ui.kit import numbers

if TYPE_CHECKING:
    from desktop_app.core.catalogue.id_lists import Ids
    from desktop_app.core.search.photo_search import Found
    from desktop_app.ui.engine.answers import SearchResults


@dataclass(frozen=True, kw_only=True)
class ShownResult(ShownPhoto):
    """A photo that was found.

    Attributes:
        found: How it matches the query.
        likeness: What its distance means.
    """

    found: Found
    likeness: Likeness


class ResultModel(PhotoModel):
    """Holds all rows.

    Attributes:
        related: How many rows are related to the query; these come first.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos: list[ShownResult] = []
        self.ids: Ids = np.empty(0, np.int64)
        self.related = 0

    def show_results(self, results: SearchResults, badges: Mapping[Path, str]) -> None:
        """Replace the rows; `badges` are the texts for the files of the query itself."""
        self.beginResetModel()
        self._photos = [_shown(item, results, badges) for item in results.found]
        self.ids = np.array([item.photo.id for item in results.found], np.int64)
        self.related = results.related
        self.endResetModel()

    def clear(self) -> None:
        self.beginResetModel()
        self._photos = []
        self.ids = np.empty(0, np.int64)
        self.related = 0
        self.endResetModel()

    def photo(self, row: int) -> ShownResult:
        return self._photos[row]

    def selection_of(self, rows: list[int]) -> PhotoSelection:
        return _selection([self._photos[row] for row in rows])

    def selection_of_photo(self, shown: ShownPhoto) -> PhotoSelection:
        return (
            _selection([shown])
            if isinstance(shown, ShownResult)
            else PhotoSelection([shown.photo.id])
        )

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else len(self._photos)


def _shown(found: Found, results: SearchResults, badges: Mapping[Path, str]) -> ShownResult:
    match = found.match
    likeness = results.scale.likeness(match.distance, related=match.related)
    if found.photo.content_hash in results.same_photos:
        likeness = Likeness.SAME
    if found.photo.content_hash in results.identical:
        likeness = Likeness.IDENTICAL
    return ShownResult(
        photo=found.photo,
        found=found,
        likeness=likeness,
        badge=_badge(found, "" if results.by_words else word(likeness), badges),
        hint=stack_hint(found.stack),
        stack=found.stack,
    )


def _selection(shown: list[ShownResult]) -> PhotoSelection:
    matches = {
        item.photo.id: ShownMatch(item.found.match.distance, item.likeness) for item in shown
    }
    return PhotoSelection(list(matches), matches)


def _badge(found: Found, text: str, badges: Mapping[Path, str]) -> str:
    """Return what stands below a photo; `text` says how similar it is, unless it is empty."""
    if found.photo.path in badges:
        text = badges[found.photo.path]
    elif found.photo.away and text:
        offline = QCoreApplication.translate("photo_model", "{likeness} · disconnected")
        text = offline.format(likeness=text)
    elif found.photo.away:
        text = QCoreApplication.translate("photo_model", "Disconnected")
    if not found.match.duplicates:
        return text
    with_others = QCoreApplication.translate("photo_model", "{words} · +{count}")
    return with_others.format(words=text, count=numbers.counted(found.match.duplicates))
