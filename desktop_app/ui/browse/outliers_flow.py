"""Looking for unusual photos: asked for, shown while it goes on, and left again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.core.catalogue.photo_filter import EVERYTHING, PhotoFilter
from desktop_app.ui.browse.filter_bar import FilterBar
from desktop_app.ui.browse.outliers_view import OutliersView
from desktop_app.ui.engine.answers import FoundOutliers
from desktop_app.ui.engine.search_client import SearchClient


class OutliersFlow(QObject):
    """`changed` when unusual photos are to be shown, or to be shown no more."""

    changed = Signal()

    def __init__(self, searcher: SearchClient, view: OutliersView, bar: FilterBar) -> None:
        super().__init__()
        self._searcher = searcher
        self._view = view
        self._chosen = EVERYTHING
        self.is_shown = False
        searcher.outliers.found.connect(self._take)
        bar.slider.valueChanged.connect(view.grid.set_photo_width)
        view.grid.zoom_requested.connect(bar.step_size)

    def show(self) -> None:
        """Look through the photos that pass the filter, from the start."""
        self.is_shown = True
        self._view.show_looking()
        self._searcher.outliers.find(self._chosen)
        self.changed.emit()

    def go_on(self, chosen: PhotoFilter) -> None:
        """Continue a scan that another flow has started."""
        self._chosen = chosen
        self.is_shown = True
        self._view.show_looking()
        self._searcher.outliers.repeat_answer()

    def narrow(self, chosen: PhotoFilter) -> None:
        """Other photos may pass the filter; the searcher knows which."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.look_again()

    def look_again(self) -> None:
        """Other photos may be in the library."""
        if self.is_shown:
            self._searcher.outliers.find(self._chosen)

    def leave(self) -> None:
        if self.is_shown:
            self.is_shown = False
            self._searcher.outliers.stop()
            self.changed.emit()

    def _take(self, outliers: FoundOutliers) -> None:
        if self.is_shown:
            self._view.show_outliers(outliers)
