"""The results of a search: the grid, parted where photos end to be related."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout

from desktop_app.ui.band_painter import UNPARTED, Band, Parting
from desktop_app.ui.desktop import Desktop
from desktop_app.ui.photos_view import PhotosView
from desktop_app.ui.queries import Results
from desktop_app.ui.result_model import ResultModel
from desktop_app.ui.theme import Theme
from desktop_app.ui.thumbnail_loader import ThumbnailLoader


class ResultsView(PhotosView):
    """Nearest first."""

    def __init__(
        self, theme: Theme, thumbnails: ThumbnailLoader, photo_width: int, desktop: Desktop
    ) -> None:
        model = ResultModel()
        super().__init__(theme, thumbnails, photo_width, desktop, model)
        model.setParent(self)
        self.model = model
        self.grid.setAccessibleName(self.tr("Photos, nearest first"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid)

    def show_results(self, results: Results, query_path: Path | None, *, is_new: bool) -> None:
        """`is_new` False: the same query again, after more was indexed; what was selected stays
        selected, and the view stays where it was.
        """
        selected = [] if is_new else [item.photo.id for item in self.grid.selected_photos()]
        place = 0 if is_new else self.grid.verticalOffset()
        self.model.show_results(results, query_path)
        self.grid.part(self._parting(results))
        self.grid.verticalScrollBar().setValue(place)
        self._select_again(selected)

    def clear(self) -> None:
        self.model.clear()
        self.grid.part(UNPARTED)

    def _parting(self, results: Results) -> Parting:
        if results.related == len(results.found):
            return UNPARTED
        band = Band(self._sentence(results))
        return Parting((results.related,), lambda _: band, dimmed_from=results.related)

    def _sentence(self, results: Results) -> str:
        if results.related == 0:
            return self.tr("Probably nothing here is related; these are the nearest")
        return self.tr("Below this, probably unrelated")

    def _select_again(self, photo_ids: list[int]) -> None:
        rows = [row for number in photo_ids if (row := self.model.row_of(number)) is not None]
        self.select_rows([(row, row) for row in rows], rows[0] if rows else None)
