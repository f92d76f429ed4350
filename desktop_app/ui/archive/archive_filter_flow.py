"""Filters the photos of an archive, the same way for all photos and for search results."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.core.base.errors import AppError
from desktop_app.core.catalogue.photo_filter import EVERYTHING, PhotoFilter
from desktop_app.ui.archive.archive_client import ArchiveClient, ListedPhotos
from desktop_app.ui.archive.archive_view import ArchiveView
from desktop_app.ui.browse.filter_bar import FilterBar
from desktop_app.ui.engine.search_client import SearchClient
from desktop_app.ui.photos.photos_view import PhotosView
from desktop_app.ui.settings.preferences import Preferences


class ArchiveFilterFlow(QObject):
    """Connects the filter bar with the archive's thread, the searches and the grids.

    Attributes:
        photo_filter: The filter whose photos are shown.

    Signals:
        listing_changed (): Other photos are listed.
    """

    listing_changed = Signal()

    def __init__(
        self, client: ArchiveClient, searcher: SearchClient, preferences: Preferences,
        bar: FilterBar, browse: ArchiveView, views: list[PhotosView],
    ) -> None:  # fmt: skip
        """`views` are all views whose thumbnail size the bar sets; `browse` is one of them."""
        super().__init__()
        self.photo_filter = EVERYTHING
        self._client = client
        self._searcher = searcher
        self._preferences = preferences
        self._bar = bar
        self._browse = browse
        self._views = views
        bar.sort.hide()  # the photos are in the order of the archive
        bar.slider.setValue(preferences.settings.thumbnail_side)
        self._connect()

    def filter(self, photo_filter: PhotoFilter) -> None:
        """Show and search only photos that match a filter, as soon as they are known."""
        self._bar.show_filter(photo_filter)
        self._client.list_photos(photo_filter)

    def clear(self) -> None:
        """Show all photos."""
        self.filter(EVERYTHING)

    def set_photo_width(self, photo_width: int) -> None:
        for view in self._views:
            view.grid.set_photo_width(photo_width)
        self._preferences.change(thumbnail_side=photo_width)

    def _connect(self) -> None:
        self._bar.filter_changed.connect(self.filter)
        self._bar.facets_requested.connect(self._client.count_facets)
        self._bar.slider.valueChanged.connect(self.set_photo_width)
        self._client.listed.connect(self._show)
        self._client.not_listed.connect(self._keep)
        self._client.facets_counted.connect(self._bar.panel.show_facets)
        for view in self._views:
            view.clear_filters_requested.connect(self.clear)
            view.grid.zoom_requested.connect(self._bar.step_size)

    def _show(self, listed: ListedPhotos) -> None:
        self.photo_filter = listed.photo_filter
        self._browse.show_photos(listed.places)
        self._searcher.adjust(photo_filter=listed.photo_filter)
        self.listing_changed.emit()

    def _keep(self, error: AppError) -> None:
        """Say that the filter before stays in effect; the window shows the reason."""
        del error
        self._bar.show_filter(self.photo_filter)
