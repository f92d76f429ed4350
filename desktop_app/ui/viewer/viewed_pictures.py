"""Loads what the viewer shows: the thumbnail at once, then as many pixels as the screen has, then
all pixels of a picture that is enlarged.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt
from PySide6.QtGui import QColor, QPixmap

from desktop_app.core.base.errors import AppError
from desktop_app.core.catalogue.catalogue import PhotoRow
from desktop_app.ui.engine.answers import QueryPicture
from desktop_app.ui.grid.photo_model import ShownPhoto
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader, ThumbnailRequest
from desktop_app.ui.kit.messages import disconnected, message, shown_name
from desktop_app.ui.photos.picture_loader import WHOLE, OpenedPicture, PictureLoader, PictureRequest
from desktop_app.ui.viewer.compare_view import CompareMode, CompareView
from desktop_app.ui.viewer.photo_canvas import PhotoCanvas

_THUMBNAIL_SIDE = 320
# The size to load is rounded up to a multiple of this, so that resizing the window a little does
# not load every picture again.
_SIDE_STEP = 512


class ViewedPictures(QObject):
    """Fills the two canvases of a CompareView.

    Attributes:
        query: The query's picture; None while there is nothing to compare with.
    """

    def __init__(
        self, thumbnails: ThumbnailLoader, loader: PictureLoader, view: CompareView
    ) -> None:
        super().__init__(view)
        self._thumbnails = thumbnails
        self._loader = loader
        self._view = view
        self._shown: ShownPhoto | None = None
        self._neighbours: list[Path] = []
        self.query: QueryPicture | None = None
        for canvas in (view.photo, view.query):
            canvas.more_pixels_needed.connect(self._load_all_pixels)
        thumbnails.loaded.connect(self._show_thumbnail)
        loader.opened.connect(self._show_picture)
        loader.failed.connect(self._show_error)

    def show(self, shown: ShownPhoto | None, neighbours: list[Path]) -> None:
        """Show a photo, or nothing while it is being read. `neighbours` are loaded in advance."""
        self._shown, self._neighbours = shown, neighbours
        canvas = self._view.photo
        if shown is None:
            canvas.show_photo(QSize(), QColor(), QPixmap())
            return
        photo = shown.photo
        colour = QColor.fromRgb(photo.mean_colour or 0x808080)
        placeholder = placeholder_of(self._thumbnails, photo)
        canvas.show_photo(QSize(photo.width, photo.height), colour, placeholder)
        self._view.query.zoom.apply(canvas.zoom.view)
        self._view.set_names(shown_name(shown.path), _query_name(self.query))
        self.load()

    def show_query(self, background: QColor) -> None:
        """Show the query's picture, if there is one, for comparison with the photo. `background`
        is visible until its pixels are loaded.
        """
        if self.query is None:
            return
        size = QSize(self.query.width, self.query.height)
        self._view.query.show_photo(size, background, QPixmap.fromImage(self.query.image))
        if self.query.path is None:
            self._view.query.show_image(self.query.image, size)

    def load(self) -> None:
        """Load as many pixels as the screen can show, of the visible pictures first and of the
        neighbours after them.
        """
        if self._shown is not None:
            paths = [*self._visible_files(), *self._neighbours]
            side = _screen_side(self._view)
            self._loader.request([PictureRequest(path, side) for path in dict.fromkeys(paths)])

    def stop(self) -> None:
        """Show nothing and free the memory of all pictures."""
        self._shown = None
        self._neighbours = []
        for canvas in (self._view.photo, self._view.query):
            canvas.show_photo(QSize(), QColor(), QPixmap())
        self._loader.clear()

    def _load_all_pixels(self) -> None:
        paths = dict.fromkeys(self._visible_files())
        self._loader.request([PictureRequest(path, WHOLE) for path in paths])

    def _visible_files(self) -> list[Path]:
        paths = [self._shown.path] if self._shown else []
        if self.query and self.query.path and self._view.mode is not CompareMode.SINGLE:
            paths.append(self.query.path)
        return paths

    def _show_thumbnail(self, content_hash: bytes) -> None:
        if self._shown and self._shown.photo.content_hash == content_hash:
            self._view.photo.show_placeholder(placeholder_of(self._thumbnails, self._shown.photo))

    def _show_picture(self, picture: OpenedPicture) -> None:
        for canvas in self._canvases_of(picture.path):
            if canvas.image.width() < picture.image.width():
                canvas.show_image(picture.image, QSize(picture.width, picture.height))

    def _show_error(self, path: Path, error: AppError) -> None:
        """Keep loaded pixels even if no more of them can be loaded."""
        for canvas in self._canvases_of(path):
            if canvas.image.isNull():
                is_away = self._shown and self._shown.path == path and self._shown.photo.away
                canvas.show_message(disconnected(path) if is_away else message(error))

    def _canvases_of(self, path: Path) -> list[PhotoCanvas]:
        found = []
        if self._shown and self._shown.path == path:
            found.append(self._view.photo)
        if self._shown and self.query and self.query.path == path:
            found.append(self._view.query)
        return found


def _screen_side(view: CompareView) -> int:
    """The longer side of the window, in pixels of the screen, rounded up."""
    window = view.window()
    side = max(window.width(), window.height()) * window.devicePixelRatio()
    return _SIDE_STEP * -(-round(side) // _SIDE_STEP)


def placeholder_of(thumbnails: ThumbnailLoader, photo: PhotoRow) -> QPixmap:
    """The thumbnail of a photo if it is loaded, else a null pixmap; it is loaded then."""
    size = QSize(max(1, photo.width), max(1, photo.height)).scaled(
        _THUMBNAIL_SIDE, _THUMBNAIL_SIDE, Qt.AspectRatioMode.KeepAspectRatio
    )
    request = ThumbnailRequest(photo.content_hash, max(1, size.width()), max(1, size.height()))
    return thumbnails.get(request) or thumbnails.of_other_size(request) or QPixmap()


def _query_name(query: QueryPicture | None) -> str:
    if query and query.path:
        return shown_name(query.path)
    return QCoreApplication.translate("viewed_pictures", "Query picture")
