"""Loads the pictures of the photos that are compared, lays them over each other, and shows where
two of them differ.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QColor, QImage, QPixmap

from desktop_app.core.base.errors import AppError
from desktop_app.core.catalogue.catalogue import PhotoRow
from desktop_app.ui.duplicate_groups.compared_canvases import ComparedCanvases
from desktop_app.ui.duplicate_groups.placements import Placements
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.kit.messages import message
from desktop_app.ui.kit.picture_data import to_pillow
from desktop_app.ui.photos.picture_loader import WHOLE, OpenedPicture, PictureLoader, PictureRequest
from desktop_app.ui.viewer.photo_canvas import PhotoCanvas
from desktop_app.ui.viewer.viewed_pictures import placeholder_of

_SIDE = 1536


class ComparedPictures(QObject):
    """Fills the canvases.

    Attributes:
        photos: Those that are compared, in the order of the canvases.

    Signals:
        loaded (): More pixels of a photo are shown.
    """

    loaded = Signal()

    def __init__(
        self, loader: PictureLoader, thumbnails: ThumbnailLoader, view: ComparedCanvases
    ) -> None:
        super().__init__(view)
        self._loader = loader
        self._thumbnails = thumbnails
        self._view = view
        self.photos: list[PhotoRow] = []
        self._placements = Placements()
        thumbnails.loaded.connect(self._show_thumbnail)
        loader.opened.connect(self._show_picture)
        loader.failed.connect(self._show_error)

    def show(self, photos: list[PhotoRow]) -> None:
        """Show these photos as soon as they are loaded, and their thumbnails until then."""
        self.photos = photos
        self._placements.clear()
        for photo, canvas in zip(photos, self._view.make(len(photos)), strict=True):
            colour = QColor.fromRgb(photo.mean_colour or 0x808080)
            placeholder = placeholder_of(self._thumbnails, photo)
            canvas.show_photo(QSize(photo.width, photo.height), colour, placeholder)
            canvas.more_pixels_needed.connect(self._load_all_pixels)
        self._loader.request([PictureRequest(photo.path, _SIDE) for photo in photos])

    def stop(self) -> None:
        """Show nothing, and free the memory."""
        self.photos = []
        self._view.make(0)
        self._loader.clear()

    def lay_over(self, frame: int, places: Iterable[int]) -> None:
        """Lay photos over one of them, however they were turned, cropped or resized; those that
        have too little in common with it, or are not loaded yet, are shown by themselves.
        """
        canvases = self._view.canvases
        images = [canvas.image for canvas in canvases]
        canvases[frame].lay_into(QSize(), None)
        for place in set(places) - {frame}:
            found = self._placements.of(images, frame, place)
            canvases[place].lay_into(canvases[frame].zoom.picture_size, found)

    def lay_apart(self) -> None:
        """Show all photos by themselves."""
        for canvas in self._view.canvases:
            canvas.lay_into(QSize(), None)

    def show_difference(self, photo: int, other: int) -> bool:
        """Show where a photo differs from another one; False while they are being loaded."""
        from desktop_app.core.same_photo.difference import difference_picture

        canvases = self._view.canvases
        if photo >= len(canvases) or canvases[photo].image.isNull():
            return False
        if canvases[other].image.isNull():
            return False
        images = [to_pillow(canvases[place].image).convert("RGB") for place in (photo, other)]
        values = difference_picture(*images)
        height, width = values.shape
        grey = QImage(values.tobytes(), width, height, width, QImage.Format.Format_Grayscale8)
        canvas, size = self._view.difference, canvases[photo].zoom.picture_size
        canvas.show_photo(size, QColor(), QPixmap())
        canvas.show_image(grey.copy(), size)
        canvas.zoom.apply(canvases[photo].zoom.view)
        return True

    def _load_all_pixels(self) -> None:
        self._loader.request([PictureRequest(photo.path, WHOLE) for photo in self.photos])

    def _show_thumbnail(self, content_hash: bytes) -> None:
        for photo, canvas in zip(self.photos, self._view.canvases, strict=True):
            if photo.content_hash == content_hash:
                canvas.show_placeholder(placeholder_of(self._thumbnails, photo))

    def _show_picture(self, picture: OpenedPicture) -> None:
        for canvas in self._canvases_of(picture.path):
            if canvas.image.width() < picture.image.width():
                canvas.show_image(picture.image, QSize(picture.width, picture.height))
                self.loaded.emit()

    def _show_error(self, path: Path, error: AppError) -> None:
        for canvas in self._canvases_of(path):
            if canvas.image.isNull():
                canvas.show_message(message(error))

    def _canvases_of(self, path: Path) -> list[PhotoCanvas]:
        pairs = zip(self.photos, self._view.canvases, strict=True)
        return [canvas for photo, canvas in pairs if photo.path == path]
