"""Looking at photos closely: which one, what is known of it, and what it is compared with."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.ui.engine.answers import PictureOpened, SearchAnswer
from desktop_app.ui.engine.search_client import SearchClient
from desktop_app.ui.inspector.query_panel import QueryPanel
from desktop_app.ui.photos.photo_grid import PhotoGrid
from desktop_app.ui.photos.photo_model import ShownPhoto
from desktop_app.ui.photos.photos_view import PhotosView
from desktop_app.ui.photos.picture_loader import PictureLoader
from desktop_app.ui.search.search_flow import SearchFlow
from desktop_app.ui.viewer.details_flow import DetailsFlow
from desktop_app.ui.viewer.photo_viewer import PhotoViewer


class ViewingFlow(QObject):
    """Between the grids and what shows one photo of them."""

    def __init__(
        self,
        searcher: SearchClient,
        loader: PictureLoader,
        viewer: PhotoViewer,
        panel: QueryPanel,
        search: SearchFlow,
        views: list[PhotosView],
    ) -> None:
        super().__init__()
        self._viewer = viewer
        self._search = search
        self._views = views
        self._details = DetailsFlow(searcher, loader, [panel.details, viewer.panel])
        self._details.setParent(self)
        self._shown: ShownPhoto | None = None
        for view in views:
            self._follow(view.grid)
        viewer.photo_shown.connect(self._show_in_viewer)
        viewer.closed.connect(self._show_again)
        panel.details_unfolded.connect(self._show_again)
        searcher.answer_ready.connect(self._show_query)
        search.query_changed.connect(self._forget_query)
        search.focus_lost.connect(self._focus_photos)

    def _follow(self, grid: PhotoGrid) -> None:
        grid.preview_requested.connect(lambda: self._viewer.open(grid))
        chooser = grid.selectionModel()
        for changed in (chooser.currentChanged, chooser.selectionChanged):
            changed.connect(lambda: self._choose(grid))

    def _choose(self, grid: PhotoGrid) -> None:
        """The viewer tells by itself what it shows."""
        shown = grid.selection.selected_current_photo()
        if shown is not None and shown is not self._shown and not self._viewer.isVisible():
            self._shown = shown
            self._show_again()

    def _show_in_viewer(self, shown: ShownPhoto) -> None:
        self._shown = shown
        self._details.show(shown, is_loading=True)

    def _show_again(self) -> None:
        self._details.show(self._shown, is_loading=self._viewer.isVisible())

    def _focus_photos(self) -> None:
        """Those that are in sight by now."""
        for view in self._views:
            if view.isVisible():
                view.grid.setFocus()

    def _show_query(self, answer: SearchAnswer) -> None:
        if isinstance(answer, PictureOpened):
            self._viewer.take_query(answer.picture)

    def _forget_query(self) -> None:
        """What was chosen among its results is chosen no more."""
        if not self._search.has_query:
            self._viewer.take_query(None)
            self._shown = None
            self._show_again()
