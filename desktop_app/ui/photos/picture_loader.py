"""Whole pictures for looking at, decoded in a thread of their own.

What is wanted now replaces what was wanted before: who leafs quickly through photos does not wait
for those that were passed by. A few are remembered, so that going back and forth is at once.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColorSpace, QImage

from desktop_app.core.base.errors import PhotoError
from desktop_app.ui.kit.worker_thread import Worker, WorkerThread
from desktop_app.ui.photos.picture_data import to_qimage

if TYPE_CHECKING:  # these bring the decoders with them
    from desktop_app.core.photos.metadata import Metadata
    from desktop_app.core.photos.photo_reader import PhotoReader

WHOLE = 1_000_000
DETAILS = 0
_REMEMBERED = 8


@dataclass(frozen=True)
class PictureRequest:
    """A file, with at least `side` pixels on its longer side where it has them; WHOLE: all of them,
    DETAILS: none, only what is written beside the picture.
    """

    path: Path
    side: int

    @property
    def is_whole(self) -> bool:
        return self.side == WHOLE


@dataclass(frozen=True)
class OpenedPicture:
    """Upright and in sRGB; `width` and `height` are of the whole picture, in pixels. Where only
    DETAILS were wished, `image` is null, and they are 0.
    """

    wish: PictureRequest
    image: QImage
    width: int
    height: int
    metadata: Metadata

    @property
    def path(self) -> Path:
        return self.wish.path


class _RequestQueue:
    """In the order in which they are to be granted; any thread may use it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._wishes: list[PictureRequest] = []
        self._being_granted: PictureRequest | None = None

    def replace(self, wishes: list[PictureRequest]) -> None:
        """Without the one that is being granted, whose answer comes in any case."""
        with self._lock:
            self._wishes = [wish for wish in wishes if wish != self._being_granted]

    def take(self) -> PictureRequest | None:
        with self._lock:
            self._being_granted = self._wishes.pop(0) if self._wishes else None
            return self._being_granted


class _Worker(Worker):
    opened = Signal(object)
    failed = Signal(object, object)

    def __init__(self, wishes: _RequestQueue) -> None:
        super().__init__()
        self._wishes = wishes
        self._reader: PhotoReader | None = None

    def work(self) -> None:
        while (wish := self._wishes.take()) is not None:
            try:
                self.opened.emit(self._open(wish))
            except PhotoError as error:
                self.failed.emit(wish, error)

    def _open(self, wish: PictureRequest) -> OpenedPicture:
        from desktop_app.core.photos.photo_reader import file_error, open_regular_file

        try:
            with open_regular_file(wish.path) as file:
                return self._read(wish, file)
        except OSError as error:
            raise file_error(wish.path, error) from error

    def _read(self, wish: PictureRequest, file: BinaryIO) -> OpenedPicture:
        from desktop_app.core.photos.metadata import read_metadata
        from desktop_app.core.photos.photo_reader import PhotoReader

        if wish.side == DETAILS:
            return OpenedPicture(wish, QImage(), 0, 0, read_metadata(file, wish.path))
        self._reader = self._reader or PhotoReader()
        short_side = WHOLE if wish.is_whole else 1
        photo = self._reader.read(file, wish.path, short_side, wish.side)
        image = to_qimage(photo.image)
        image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
        metadata = read_metadata(file, wish.path)
        return OpenedPicture(wish, image, photo.width, photo.height, metadata)


class PictureLoader(QObject):
    """`opened` gives an OpenedPicture, `failed` a path and an AppError."""

    opened = Signal(object)
    failed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._wishes = _RequestQueue()
        self._wanted: frozenset[PictureRequest] = frozenset()
        self._known: OrderedDict[PictureRequest, OpenedPicture] = OrderedDict()
        self._worker = _Worker(self._wishes)
        self._thread = WorkerThread(self._worker, "pictures", self)
        self._worker.opened.connect(self._keep)
        self._worker.failed.connect(self._pass_failure)

    def close(self) -> None:
        """Ends the thread, after the picture that it is decoding just now."""
        self._wishes.replace([])
        self._thread.stop()

    def forget(self) -> None:
        """Nothing is wanted any more, and nothing remembered: files may change meanwhile."""
        self._wanted = frozenset()
        self._wishes.replace([])
        self._known.clear()

    def want(self, wishes: list[PictureRequest]) -> None:
        """These and no others, the most urgent first; those that are remembered come at once."""
        self._wanted = frozenset(wishes)
        known = [wish for wish in wishes if wish in self._known]
        self._wishes.replace([wish for wish in wishes if wish not in self._known])
        for wish in known:
            self._known.move_to_end(wish)
            self.opened.emit(self._known[wish])
        if len(known) < len(wishes):
            self._thread.call(self._worker.work)

    def _keep(self, picture: OpenedPicture) -> None:
        """Of pictures with all their pixels only one: each may take hundreds of megabytes. One
        that is wanted no more comes to nobody.
        """
        if picture.wish not in self._wanted:
            return
        if picture.wish.is_whole:
            for wish in [wish for wish in self._known if wish.is_whole]:
                del self._known[wish]
        self._known[picture.wish] = picture
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        self.opened.emit(picture)

    def _pass_failure(self, wish: PictureRequest, error: PhotoError) -> None:
        if wish in self._wanted:
            self.failed.emit(wish.path, error)
