"""The results of a search in a grid, with a line below the related photos."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop_app.ui.engine.answers import SearchResults
from desktop_app.ui.grid.grid_sections import NO_SECTIONS, SectionHeader, Sections
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.kit.empty_view import (
    nothing_left_view,
    nothing_passes_view,
    nothing_stands_out_view,
)
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.photos.photos_view import PhotosView
from desktop_app.ui.search.result_model import ResultModel
from desktop_app.ui.system.desktop import Desktop


class ResultsView(PhotosView):
    """The results, nearest first.

    Attributes:
        model: The results.
        nothing_left: Shown instead of the grid if the limits leave no photo.
        nothing_passes: Shown instead of the grid if no photo matches the filter.
        no_words: Shown instead of the grid if no photo stands out for the words.
    """

    hover_actions = ("more_like", "less_like", "find_similar")

    def __init__(
        self, theme: Theme, thumbnails: ThumbnailLoader, photo_width: int, desktop: Desktop
    ) -> None:
        model = ResultModel()
        super().__init__(theme, thumbnails, photo_width, desktop, model)
        model.setParent(self)
        self.model = model
        self.grid.setAccessibleName(self.tr("Photos, most similar first"))
        self.nothing_left = nothing_left_view(theme)
        self._stack = QStackedLayout(self)
        self.nothing_passes = nothing_passes_view(theme)
        self.nothing_passes.buttons[0].clicked.connect(self.clear_filters_requested)
        self.no_words = nothing_stands_out_view(theme)
        for view in (self.grid, self.nothing_left, self.nothing_passes, self.no_words):
            self._stack.addWidget(view)

    def show_results(
        self,
        results: SearchResults,
        badges: Mapping[Path, str],
        *,
        keeps_selection: bool = False,
        keeps_place: bool = False,
    ) -> None:
        """Replace the results.

        Args:
            results: The results.
            badges: Texts for the files of the query itself.
            keeps_selection: Photos that are found again stay selected.
            keeps_place: The scroll position stays.
        """
        selection = self.grid.selection
        selected = selection.ids if keeps_selection else np.empty(0, np.int64)
        cursor = selection.cursor if keeps_selection else None
        offset = self.grid.verticalOffset() if keeps_place else 0
        self.model.show_results(results, badges)
        self.grid.show_sections(self._sections(results))
        if not keeps_selection:
            self.kept.forget()
        self.kept.select(selected, cursor, self.model.ids)
        self.grid.verticalScrollBar().setValue(offset)
        self._keep_cursor_in_sight()
        self._stack.setCurrentWidget(self._page(results))

    def _page(self, results: SearchResults) -> QWidget:
        if results.is_filtered and not results.searched:
            return self.nothing_passes
        if results.by_words and not results.found:
            return self.no_words
        is_left = bool(results.found) or not results.is_limited or not results.searched
        return self.grid if is_left else self.nothing_left

    def _keep_cursor_in_sight(self) -> None:
        """Let keys go on from the first photo, not from one that a counter-example has moved far
        away.
        """
        index = self.grid.currentIndex()
        if self.grid.visualRect(index).top() > self.grid.viewport().height():
            first = self.model.index(0, 0)
            no_update = QItemSelectionModel.SelectionFlag.NoUpdate
            self.grid.selectionModel().setCurrentIndex(first, no_update)

    def clear(self) -> None:
        self.model.clear()
        self.grid.show_sections(NO_SECTIONS)

    def _sections(self, results: SearchResults) -> Sections:
        if results.related == len(results.found):
            return NO_SECTIONS
        header = SectionHeader(self._header_text(results))
        return Sections((results.related,), lambda _: header, dimmed_from=results.related)

    def _header_text(self, results: SearchResults) -> str:
        if not results.related:
            return self.tr("Probably no similar photos; these are the closest")
        return self.tr("Less similar below")
