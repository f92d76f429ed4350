"""The photos of an archive in a grid, in the order of the archive, a part of many at a time."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout

from desktop_app.core.archive_facts.row_places import RowPlaces
from desktop_app.core.stacks.folding import ShownStacks
from desktop_app.ui.archive.archive_client import ArchiveClient
from desktop_app.ui.archive.archive_photo_actions import archive_photo_actions
from desktop_app.ui.browse.browse_model import BrowseModel
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.kit.empty_view import nothing_passes_view
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.photos.photos_view import PhotosView
from desktop_app.ui.search.results_view import ResultsView
from desktop_app.ui.system.desktop import Desktop

# More photos are higher than a scroll bar counts pixels: 2^31.
PART_PHOTOS = 2_000_000
_NAMES_LOOKED_AT = 2_000


class ArchiveView(PhotosView):
    """Shows a part of an archive.

    Attributes:
        model: The photos of the part.
        nothing_passes: Shown instead of the grid if no photo matches the filter.
        count: How many photos the archive has; None before it is open.
        part: The number of the part, from 0.
        places: The photos that are listed, in all parts.
    """

    table = staticmethod(archive_photo_actions)

    def __init__(
        self,
        theme: Theme,
        thumbnails: ThumbnailLoader,
        photo_width: int,
        desktop: Desktop,
        client: ArchiveClient,
    ) -> None:
        model = BrowseModel(client.read_now)
        super().__init__(theme, thumbnails, photo_width, desktop, model)
        model.setParent(self)
        self.model = model
        self.count: int | None = None
        self.part = 0
        self.places = RowPlaces(0)
        self.grid.setAccessibleName(self.tr("Photos of the archive"))
        self.nothing_passes = nothing_passes_view(theme)
        self.nothing_passes.buttons[0].clicked.connect(self.clear_filters_requested)
        self._stack = QStackedLayout(self)
        for view in (self.grid, self.nothing_passes):
            self._stack.addWidget(view)
        client.blocks.rows_read.connect(model.show_rows)
        model.block_requested.connect(client.blocks.request)
        client.opened.connect(self.show_archive)

    def show_archive(self, photos: RowPlaces) -> None:
        """Show the first part of the photos of an archive."""
        self.count = len(photos)
        self.show_photos(photos)

    def show_photos(self, places: RowPlaces) -> None:
        """Show the first part of the photos that pass a filter."""
        self.places = places
        self.show_part(0)
        self._stack.setCurrentWidget(self.grid if len(places) else self.nothing_passes)

    def show_part(self, number: int) -> None:
        """Show another part from its beginning."""
        self.part = number
        first = number * PART_PHOTOS
        ids = self.places.rows(first, first + PART_PHOTOS)
        self.kept.forget()
        self.model.show_ids(ids, ShownStacks())
        self.grid.verticalScrollBar().setValue(0)

    def find_name(self, beginning: str, start: int) -> None:
        """Go to a photo of this name near the current one: names are read only where they are
        shown.
        """
        wanted = beginning.casefold()
        for row in range(start, min(start + _NAMES_LOOKED_AT, self.model.rowCount())):
            shown = self.model.known_photo(row)
            if shown is not None and shown.path.name.casefold().startswith(wanted):
                self.grid.setCurrentIndex(self.model.index(row, 0))
                return


class ArchiveResults(ResultsView):
    """The results of a search, with the actions that an archive allows."""

    table = staticmethod(archive_photo_actions)
