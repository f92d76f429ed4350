"""Shows the photo that is chosen in a grid: in the viewer, and its metadata in the panels."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.core.base.errors import AppError
from desktop_app.ui.engine.answers import PictureOpened, SearchAnswer
from desktop_app.ui.engine.search_client import SearchClient
from desktop_app.ui.grid.photo_grid import PhotoGrid
from desktop_app.ui.grid.photo_model import ShownPhoto
from desktop_app.ui.inspector.metadata_panel import MetadataPanel
from desktop_app.ui.inspector.query_panel import QueryPanel
from desktop_app.ui.kit.messages import message
from desktop_app.ui.photos.photos_view import PhotosView
from desktop_app.ui.photos.picture_loader import (
    DETAILS,
    OpenedPicture,
    PictureLoader,
    PictureRequest,
)
from desktop_app.ui.search.search_flow import SearchFlow
from desktop_app.ui.viewer.photo_viewer import PhotoViewer
from desktop_app.ui.viewer.viewer_menu import ViewerMenu

if TYPE_CHECKING:
    from desktop_app.core.photos.metadata import Metadata


class ViewingFlow(QObject):
    """Connects the grids with the viewer and the metadata panels.

    Attributes:
        viewer_menu: The actions on the photo in the viewer.
    """

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
        self._metadata = MetadataFlow(searcher, loader, [panel.details, viewer.panel])
        self._metadata.setParent(self)
        self._chosen: ShownPhoto | None = None
        self.viewer_menu = ViewerMenu(viewer, views)
        for view in views:
            self._follow(view)
        viewer.photo_shown.connect(self._show_viewed)
        viewer.closed.connect(self._show_metadata)
        panel.details_unfolded.connect(self._show_metadata)
        searcher.answer_ready.connect(self._show_query)
        search.query_changed.connect(self._clear_without_query)
        search.focus_lost.connect(self._focus_photos)

    def _follow(self, view: PhotosView) -> None:
        grid = view.grid
        grid.preview_requested.connect(lambda: self._viewer.open(grid))
        view.selection_changed.connect(lambda: self._forget_unselected(view))
        selection = grid.selectionModel()
        for changed in (selection.currentChanged, selection.selectionChanged):
            changed.connect(lambda: self._choose(grid))

    def _choose(self, grid: PhotoGrid) -> None:
        """Show the selected photo's metadata; while the viewer is open, `photo_shown` does."""
        shown = grid.selection.selected_current_photo()
        if shown is not None and shown != self._chosen and not self._viewer.isVisible():
            self._chosen = shown
            self._show_metadata()

    def _forget_unselected(self, view: PhotosView) -> None:
        """Describe no photo any more if none is selected, as after another search."""
        if view.isVisible() and not (view.grid.selection.count or self._viewer.isVisible()):
            self._chosen = None
            self._show_metadata()

    def _show_viewed(self, shown: ShownPhoto) -> None:
        self._chosen = shown
        self._metadata.show(shown, is_loading=True)

    def _show_metadata(self) -> None:
        self._metadata.show(self._chosen, is_loading=self._viewer.isVisible())

    def _focus_photos(self) -> None:
        """Give the focus to the grid that is visible."""
        for view in self._views:
            if view.isVisible():
                view.grid.setFocus()

    def _show_query(self, answer: SearchAnswer) -> None:
        if isinstance(answer, PictureOpened):
            self._viewer.comparison.set_query(answer.picture)

    def _clear_without_query(self) -> None:
        """Forget what was chosen among the results of a search that has ended."""
        if not self._search.has_query:
            self._viewer.comparison.set_query(None)
            self._chosen = None
            self._show_metadata()


class MetadataFlow(QObject):
    """Fills the metadata panels. Reads a file only while one of them is visible."""

    def __init__(
        self, searcher: SearchClient, loader: PictureLoader, panels: list[MetadataPanel]
    ) -> None:
        super().__init__()
        self._searcher = searcher
        self._loader = loader
        self._panels = panels
        self._shown: ShownPhoto | None = None
        self._metadata: Metadata | None = None
        searcher.code_read.connect(self._show_code)
        loader.opened.connect(self._show_metadata)
        loader.failed.connect(self._show_error)

    def show(self, shown: ShownPhoto | None, *, is_loading: bool) -> None:
        """Show what is known of a photo; None clears the panels.

        `is_loading`: the picture is being loaded anyway, and its metadata comes with it.
        """
        is_same = self._shown and shown and self._shown.photo == shown.photo
        if not is_same:
            self._metadata = None
            for panel in self._panels:
                panel.show_code("")
        self._shown = shown
        if shown is None:
            for panel in self._panels:
                panel.clear()
            return
        self._show_facts(shown)
        if not any(panel.isVisible() for panel in self._panels):
            return
        self._searcher.read_code(shown.photo.id)
        if not is_loading and self._metadata is None:
            self._loader.request([PictureRequest(shown.path, DETAILS)])

    def _show_metadata(self, picture: OpenedPicture) -> None:
        if self._shown and picture.path == self._shown.path:
            self._metadata = picture.metadata
            self._show_facts(self._shown)

    def _show_facts(self, shown: ShownPhoto) -> None:
        for panel in self._panels:
            panel.show_photo(shown.photo, self._metadata)

    def _show_error(self, path: Path, error: AppError) -> None:
        if self._shown and path == self._shown.path:
            for panel in self._panels:
                panel.show_message(message(error), is_error=True)

    def _show_code(self, photo_id: int, code: str) -> None:
        if self._shown and photo_id == self._shown.photo.id:
            for panel in self._panels:
                panel.show_code(code)
