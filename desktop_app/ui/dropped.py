"""What a drop or the clipboard brings: folders, picture files, picture data, or a bare link."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from desktop_app.ui.file_urls import local_path


@dataclass(frozen=True)
class Dropped:
    """`image` is picture data, as browsers and screenshot tools give it. `link`: only a link."""

    folders: list[Path] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    image: QImage | None = None
    link: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.folders or self.files or self.image or self.link)


def read_mime(mime: QMimeData | None) -> Dropped:
    """Files go before picture data, which goes before a link to the web. None: nothing there."""
    if mime is None:
        return Dropped()
    paths = [path for url in mime.urls() if (path := local_path(url)) is not None]
    if paths:
        return sorted_paths(paths)
    if mime.hasImage():
        image = mime.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return Dropped(image=image)
    return Dropped(link=_link(mime))


def sorted_paths(paths: Iterable[Path]) -> Dropped:
    """Folders and files apart."""
    given = list(paths)
    folders = [path for path in given if path.is_dir()]
    return Dropped(folders, [path for path in given if path not in folders])


def _link(mime: QMimeData) -> str:
    candidates = [url.toString() for url in mime.urls()]
    if mime.hasText():
        candidates.append(mime.text().strip())
    return next((text for text in candidates if text.startswith(("http://", "https://"))), "")


def could_be_dropped(mime: QMimeData) -> bool:
    """Is it worth a look? Told without fetching the data, while it is still being dragged."""
    return mime.hasUrls() or mime.hasImage() or bool(_link(mime))
