"""What is known of the chosen photo, in every panel that is open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.core.base.errors import AppError
from desktop_app.ui.engine.search_client import SearchClient
from desktop_app.ui.inspector.metadata_panel import MetadataPanel
from desktop_app.ui.kit.messages import message
from desktop_app.ui.photos.photo_model import ShownPhoto
from desktop_app.ui.photos.picture_loader import (
    DETAILS,
    OpenedPicture,
    PictureLoader,
    PictureRequest,
)

if TYPE_CHECKING:
    from desktop_app.core.photos.metadata import Metadata


class DetailsFlow(QObject):
    """Reads a file only while somebody sees what is read."""

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
        loader.opened.connect(self._take)
        loader.failed.connect(self._fail)

    def show(self, shown: ShownPhoto | None, *, is_loading: bool) -> None:
        """`is_loading`: the whole picture is being loaded in any case, and brings what it says."""
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
            self._loader.want([PictureRequest(shown.path, DETAILS)])

    def _take(self, picture: OpenedPicture) -> None:
        if self._shown and picture.path == self._shown.path:
            self._metadata = picture.metadata
            self._show_facts(self._shown)

    def _show_facts(self, shown: ShownPhoto) -> None:
        for panel in self._panels:
            panel.show_photo(shown.photo, self._metadata)

    def _fail(self, path: Path, error: AppError) -> None:
        if self._shown and path == self._shown.path:
            for panel in self._panels:
                panel.say(message(error))

    def _show_code(self, photo_id: int, code: str) -> None:
        if self._shown and photo_id == self._shown.photo.id:
            for panel in self._panels:
                panel.show_code(code)
