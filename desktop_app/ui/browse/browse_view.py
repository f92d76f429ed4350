"""All photos in sections, or a message if there are none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from desktop_app.core.catalogue.browse import Listing, SortKey
from desktop_app.ui.browse.browse_client import BrowseClient
from desktop_app.ui.browse.browse_model import BrowseModel
from desktop_app.ui.browse.sticky_title import StickyTitle
from desktop_app.ui.browse.year_scrubber import YearScrubber
from desktop_app.ui.grid.grid_sections import NO_SECTIONS, SectionHeader, Sections
from desktop_app.ui.grid.grid_selection import PhotoPlace
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.empty_view import no_photos_view, nothing_passes_view
from desktop_app.ui.kit.filter_labels import month_name, short_month_name, year_name
from desktop_app.ui.kit.messages import shown_folder
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.photos.photos_view import PhotosView
from desktop_app.ui.system.desktop import Desktop


@dataclass(frozen=True)
class _Anchor:
    """A photo that keeps its distance from the upper edge, in device-independent pixels."""

    place: PhotoPlace
    distance: int


class BrowseView(PhotosView):
    """Shows the listings of a browsing thread.

    Attributes:
        sticky_title: The title of the section at the top.
        years: Beside the grid while it is sorted by date.
        nothing_passes: Shown instead of the grid if no photo matches the filter.
        no_photos: Shown instead of the grid if the library, or a folder of it, is empty.
    """

    def __init__(
        self,
        theme: Theme,
        thumbnails: ThumbnailLoader,
        photo_width: int,
        desktop: Desktop,
        browser: BrowseClient,
        title: str,
    ) -> None:
        """`title` describes the photos to screen readers."""
        model = BrowseModel(browser.read_now)
        super().__init__(theme, thumbnails, photo_width, desktop, model)
        model.setParent(self)
        self.model = model
        self._listing: Listing | None = None
        self.grid.setAccessibleName(title)
        self.nothing_passes = nothing_passes_view(theme)
        self.no_photos = no_photos_view(theme)
        self.nothing_passes.buttons[0].clicked.connect(self.clear_filters_requested)
        self.no_photos.buttons[0].clicked.connect(self.rescan_requested)
        self.sticky_title = StickyTitle(theme, self.grid)
        self.years = YearScrubber(theme, self.grid)
        self._photos = _beside(self.grid, self.years)
        self._stack = QStackedLayout(self)
        for view in (self._photos, self.nothing_passes, self.no_photos):
            self._stack.addWidget(view)
        browser.listed.connect(self.show_listing)
        browser.blocks.rows_read.connect(self.model.show_rows)
        self.model.block_requested.connect(browser.blocks.request)
        self._browser = browser
        browser.name_found.connect(self._show_photo)

    @property
    def listing(self) -> Listing | None:
        """The listing that is shown; None before the first one."""
        return self._listing

    def show_listing(self, listing: Listing) -> None:
        """Show a listing. Selected photos stay selected.

        If the query is the same as before, visible photos stay in place, even if others have been
        added before them, or if stacks are shown otherwise.
        """
        before, self._listing = self._listing, listing
        self.years.show_years(_years(listing))
        if before is not None and np.array_equal(before.ids, listing.ids):
            self.model.stacks = listing.stacks
            self.model.mark_stale()
            self.grid.show_sections(self._sections(listing))
        else:
            folding = listing.query.folding
            is_same_query = (
                before is not None and replace(before.query, folding=folding) == listing.query
            )
            self._replace(listing, is_same_query=is_same_query)
        self._show_grid_or_message(listing)

    @property
    def count(self) -> int | None:
        """How many photos are listed, with those that are hidden in stacks; None before the first
        listing.
        """
        return len(self._listing.ids) + self._listing.stacks.hidden if self._listing else None

    def offer_rescan(self, *, is_possible: bool) -> None:
        """Show or hide the button of the view of an empty library."""
        self.no_photos.buttons[0].setVisible(is_possible)

    def find_name(self, beginning: str, start: int) -> None:
        self._browser.find_name(beginning, start)

    def _show_photo(self, photo_id: int) -> None:
        rows = np.flatnonzero(self.model.ids == photo_id)
        if len(rows):
            self.grid.setCurrentIndex(self.model.index(int(rows[0]), 0))

    def _replace(self, listing: Listing, *, is_same_query: bool) -> None:
        selected, cursor = self.grid.selection.ids, self.grid.selection.cursor
        anchor = self._anchor() if is_same_query else None
        self.model.show_ids(listing.ids, listing.stacks)
        self.grid.show_sections(self._sections(listing))
        if not is_same_query:
            self.kept.forget()
            cursor = replace(cursor, row=0) if cursor else None
        self.kept.select(selected, cursor, listing.ids)
        if anchor is not None and len(listing.ids):
            row = anchor.place.row_among(listing.ids)
            self.grid.scroller.scroll_to_row(row, anchor.distance)
        elif not is_same_query:
            self.grid.verticalScrollBar().setValue(0)

    def _anchor(self) -> _Anchor | None:
        """Return the photo at the top, unless the grid is not scrolled."""
        row = self.grid.scroller.top_row() if self.grid.verticalOffset() > 0 else None
        if row is None:
            return None
        top = self.grid.visualRect(self.model.index(row, 0)).top()
        return _Anchor(PhotoPlace(int(self.model.ids[row]), row), top)

    def _show_grid_or_message(self, listing: Listing) -> None:
        if len(listing.ids):
            self._stack.setCurrentWidget(self._photos)
        elif replace(listing.query.photo_filter, folder=None).is_empty:
            self._stack.setCurrentWidget(self.no_photos)
        else:
            self._stack.setCurrentWidget(self.nothing_passes)

    def _sections(self, listing: Listing) -> Sections:
        if not listing.keys:
            return NO_SECTIONS
        starts = listing.starts.tolist()
        ends = [*starts[1:], len(listing.ids)]

        def header(index: int) -> SectionHeader:
            count = numbers.photos(ends[index] - starts[index])
            return _header(listing.query.sort, listing.keys[index], count)

        return Sections(starts, header, share_lines=listing.query.sort is SortKey.DATE)


def _beside(grid: QWidget, bar: QWidget) -> QWidget:
    photos = QWidget()
    row = QHBoxLayout(photos)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(grid, 1)
    row.addWidget(bar)
    return photos


def _years(listing: Listing) -> list[tuple[str, int]]:
    """Return the name and the first section of each year of an order by date."""
    if listing.query.sort is not SortKey.DATE:
        return []
    firsts = {key[:4]: place for place, key in reversed([*enumerate(listing.keys)])}
    return [
        (year_name(int(year)) if year else _tr("No date"), first)
        for year, first in sorted(firsts.items(), key=lambda item: item[1])
    ]


def _header(sort: SortKey, key: str, count: str) -> SectionHeader:
    if sort is SortKey.FOLDER:
        return SectionHeader(shown_folder(Path(key)), count, is_heading=True)
    if not key:
        return SectionHeader(_tr("No date"), count, is_heading=True)
    month = date.fromisoformat(f"{key}-01")
    return SectionHeader(month_name(month), count, is_heading=True, short=short_month_name(month))


def _tr(text: str) -> str:
    return QCoreApplication.translate("browse_view", text)
