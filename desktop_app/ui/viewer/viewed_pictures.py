"""The pixels of what is looked at closely: thumbnails at once, then what the screen can show, then
all of them where the picture is enlarged.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt
from PySide6.QtGui import QColor, QPixmap

from desktop_app.core.base.errors import AppError
from desktop_app.ui.engine.answers import QueryPicture
from desktop_app.ui.kit.messages import message, shown_name
from desktop_app.ui.photos.photo_model import ShownPhoto
from desktop_app.ui.photos.picture_loader import WHOLE, OpenedPicture, PictureLoader, PictureRequest
from desktop_app.ui.photos.thumbnail_loader import ThumbnailLoader, ThumbnailRequest
from desktop_app.ui.viewer.compare_stage import CompareStage, Comparing
from desktop_app.ui.viewer.photo_canvas import PhotoCanvas

_THUMBNAIL_SIDE = 320
# Screens are asked for in steps, so that a window that grows a little loads nothing again.
_SIDE_STEP = 512


class ViewedPictures(QObject):
    """Fills a stage's two canvases."""

    def __init__(
        self, thumbnails: ThumbnailLoader, loader: PictureLoader, stage: CompareStage
    ) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._loader = loader
        self._stage = stage
        self._shown: ShownPhoto | None = None
        self._beside: list[Path] = []
        self._query: QueryPicture | None = None
        for canvas in (stage.photo, stage.query):
            canvas.sharper_wanted.connect(self._load_whole)
        thumbnails.loaded.connect(self._take_thumbnail)
        loader.opened.connect(self._take)
        loader.failed.connect(self._fail)

    @property
    def has_query(self) -> bool:
        """Is there something to compare with?"""
        return self._query is not None

    def take_query(self, query: QueryPicture | None) -> None:
        self._query = query

    def show(self, shown: ShownPhoto | None, beside: list[Path]) -> None:
        """`shown` None: it is being read. `beside`: what may be looked at next."""
        self._shown, self._beside = shown, beside
        canvas = self._stage.photo
        if shown is None:
            canvas.show_photo(QSize(), QColor(), QPixmap())
            return
        photo = shown.photo
        colour = QColor.fromRgb(photo.mean_colour or 0x808080)
        canvas.show_photo(QSize(photo.width, photo.height), colour, self._placeholder(shown))
        self._stage.query.show_view(canvas.view)
        self._stage.name(shown_name(shown.path), self._query_name())
        self.load()

    def show_query(self, ground: QColor) -> None:
        """Beside the photo; there must be one. `ground` is seen until its pixels are there."""
        query = self._query
        assert query is not None
        size = QSize(query.width, query.height)
        self._stage.query.show_photo(size, ground, QPixmap.fromImage(query.image))
        if query.path is None:
            self._stage.query.show_image(query.image, size)

    def load(self) -> None:
        """As many pixels as the screen shows: of the photo, of what it is compared with, and of
        those beside it.
        """
        if self._shown is not None:
            paths = [*self._compared(), *self._beside]
            self._loader.want(
                [PictureRequest(path, self._screen_side()) for path in dict.fromkeys(paths)]
            )

    def stop(self) -> None:
        """Nothing is looked at any more; no pixels are kept."""
        self._shown = None
        self._beside = []
        for canvas in (self._stage.photo, self._stage.query):
            canvas.show_photo(QSize(), QColor(), QPixmap())
        self._loader.forget()

    def _load_whole(self) -> None:
        self._loader.want([PictureRequest(path, WHOLE) for path in dict.fromkeys(self._compared())])

    def _compared(self) -> list[Path]:
        """Of the photo, and of the query where both are shown."""
        paths = [self._shown.path] if self._shown else []
        if self._query and self._query.path and self._stage.comparing is not Comparing.ALONE:
            paths.append(self._query.path)
        return paths

    def _screen_side(self) -> int:
        window = self._stage.window()
        side = max(window.width(), window.height()) * window.devicePixelRatio()
        return _SIDE_STEP * -(-round(side) // _SIDE_STEP)

    def _placeholder(self, shown: ShownPhoto) -> QPixmap:
        photo = shown.photo
        size = QSize(max(1, photo.width), max(1, photo.height)).scaled(
            _THUMBNAIL_SIDE, _THUMBNAIL_SIDE, Qt.AspectRatioMode.KeepAspectRatio
        )
        wanted = ThumbnailRequest(photo.content_hash, max(1, size.width()), max(1, size.height()))
        found = self._thumbnails.get(wanted) or self._thumbnails.of_other_size(wanted)
        return found or QPixmap()

    def _query_name(self) -> str:
        if self._query and self._query.path:
            return shown_name(self._query.path)
        return QCoreApplication.translate("viewed_pictures", "The picture searched for")

    def _take_thumbnail(self, content_hash: bytes) -> None:
        if self._shown and self._shown.photo.content_hash == content_hash:
            self._stage.photo.show_placeholder(self._placeholder(self._shown))

    def _take(self, picture: OpenedPicture) -> None:
        for canvas in self._canvases_of(picture.path):
            if canvas.image.width() < picture.image.width():
                canvas.show_image(picture.image, QSize(picture.width, picture.height))

    def _fail(self, path: Path, error: AppError) -> None:
        """What is seen already stays, even if no more of its pixels can be had."""
        for canvas in self._canvases_of(path):
            if canvas.image.isNull():
                canvas.say(message(error))

    def _canvases_of(self, path: Path) -> list[PhotoCanvas]:
        found = []
        if self._shown and self._shown.path == path:
            found.append(self._stage.photo)
        if self._shown and self._query and self._query.path == path:
            found.append(self._stage.query)
        return found
