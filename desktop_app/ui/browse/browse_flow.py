"""Filters, sorts and resizes photos, the same way for all photos and for search results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.core.catalogue.browse import BrowseQuery, SortKey
from desktop_app.core.catalogue.facets import Facets
from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.core.stacks.folding import Folding
from desktop_app.ui.browse.browse_client import BrowseClient
from desktop_app.ui.browse.filter_bar import FilterBar
from desktop_app.ui.engine.search_client import SearchClient
from desktop_app.ui.grid.photo_grid import PhotoGrid
from desktop_app.ui.photos.stack_folding import StackFolding
from desktop_app.ui.settings.preferences import Preferences


class BrowseFlow(QObject):
    """Connects the filter bar with the browsing thread and the grids.

    Signals:
        listing_changed (): Other photos are listed.
        filter_shown (PhotoFilter): Another filter is in effect.
    """

    listing_changed = Signal()
    filter_shown = Signal(PhotoFilter)

    def __init__(
        self,
        browser: BrowseClient,
        searcher: SearchClient,
        preferences: Preferences,
        stacks: StackFolding,
        bar: FilterBar,
        grids: Sequence[PhotoGrid],
    ) -> None:
        """`grids` are all grids whose thumbnail size the filter bar sets."""
        super().__init__()
        self._browser = browser
        self._searcher = searcher
        self._preferences = preferences
        self._bar = bar
        self._grids = grids
        settings = preferences.settings
        self._query = BrowseQuery(
            sort=SortKey(settings.sort), descending=settings.descending, folding=stacks.folding
        )
        stacks.changed.connect(self.fold)
        bar.sort.show_order(self._query.sort, descending=self._query.descending)
        bar.slider.setValue(settings.thumbnail_side)
        self._connect()

    @property
    def photo_filter(self) -> PhotoFilter:
        return self._query.photo_filter

    def start(self) -> None:
        """List the photos in the background."""
        self._browser.list_photos(self._query)

    def restore_filter(self, photo_filter: PhotoFilter) -> None:
        """Show a filter that is in effect already."""
        self._bar.show_filter(photo_filter)
        self._query = replace(self._query, photo_filter=photo_filter)
        self.filter_shown.emit(photo_filter)

    def filter(self, photo_filter: PhotoFilter) -> None:
        """Show and search only photos that match a filter."""
        self.restore_filter(photo_filter)
        self._browser.list_photos(self._query)
        self._searcher.adjust(photo_filter=photo_filter)

    def limit_to(self, folder: Path | None) -> None:
        """Show and search only the photos of a folder, or those of all folders."""
        if self.photo_filter.folder != folder:
            self.filter(replace(self.photo_filter, folder=folder))

    def sort(self, sort: SortKey, descending: bool) -> None:  # noqa: FBT001
        self._query = replace(self._query, sort=sort, descending=descending)
        self._bar.sort.show_order(sort, descending=descending)
        self._preferences.change(sort=sort.value, descending=descending)
        self._browser.list_photos(self._query)

    def fold(self, folding: Folding) -> None:
        """Show stacks otherwise."""
        self._query = replace(self._query, folding=folding)
        self._browser.list_photos(self._query)

    def set_photo_width(self, photo_width: int) -> None:
        for grid in self._grids:
            grid.set_photo_width(photo_width)
        self._preferences.change(thumbnail_side=photo_width)

    def _connect(self) -> None:
        self._bar.filter_changed.connect(self.filter)
        self._bar.facets_requested.connect(self._browser.count_facets)
        self._bar.sort.order_chosen.connect(self.sort)
        self._bar.slider.valueChanged.connect(self.set_photo_width)
        for grid in self._grids:
            grid.zoom_requested.connect(self._bar.step_size)
        self._browser.facets_counted.connect(self._show_facets)
        self._browser.listed.connect(self._report_listing)

    def _report_listing(self) -> None:
        self.listing_changed.emit()

    def _show_facets(self, facets: Facets) -> None:
        self._bar.panel.show_facets(facets)
