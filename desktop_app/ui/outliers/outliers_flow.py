"""The sidebar's view of unusual photos: runs the scan for them while the view is open."""

from __future__ import annotations

from desktop_app.core.catalogue.photo_filter import EVERYTHING, PhotoFilter
from desktop_app.ui.engine.answers import FoundOutliers
from desktop_app.ui.engine.search_client import SearchClient
from desktop_app.ui.outliers.outliers_view import OutliersView
from desktop_app.ui.photos.library_view import LibraryView, ViewHeading


class OutliersFlow(LibraryView):
    """Connects the scan in the search thread with the OutliersView."""

    def __init__(self, searcher: SearchClient, photos: OutliersView) -> None:
        super().__init__(photos)
        self._searcher = searcher
        self._view = photos
        self._photo_filter = EVERYTHING
        self._is_open = False
        searcher.outliers.found.connect(self._show_outliers)

    @property
    def heading(self) -> ViewHeading:
        return ViewHeading(self.tr("Unusual photos"))

    def open(self, photo_filter: PhotoFilter) -> None:
        """Start scanning the photos that match the filter."""
        self._begin(photo_filter)
        self._searcher.outliers.find(photo_filter)

    def resume(self, photo_filter: PhotoFilter) -> None:
        """Continue the scan that was running before the window was built again."""
        self._begin(photo_filter)
        self._searcher.outliers.repeat_answer()

    def close(self) -> None:
        self._is_open = False
        self._searcher.outliers.stop()

    def filter(self, photo_filter: PhotoFilter) -> None:
        """Scan again if the filter has changed."""
        if photo_filter != self._photo_filter:
            self._photo_filter = photo_filter
            self.refresh()

    def refresh(self) -> None:
        self._searcher.outliers.find(self._photo_filter)

    def _begin(self, photo_filter: PhotoFilter) -> None:
        self._photo_filter = photo_filter
        self._is_open = True
        self._view.show_scanning()

    def _show_outliers(self, outliers: FoundOutliers) -> None:
        if self._is_open:
            self._view.show_outliers(outliers)
