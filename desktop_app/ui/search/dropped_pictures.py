"""Read drops and the clipboard: folders, picture files, picture data, or only a link."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from desktop_app.core.archive.recognition import is_archive
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.photos.picture_formats import HEAD_BYTES, sniff
from desktop_app.ui.system.file_urls import local_path

_INLINE = re.compile(r"data:image/[\w.+-]+;base64,(.+)", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class Dropped:
    """The contents of a drop.

    Attributes:
        folders: Other folders.
        libraries: Folders of libraries and archives.
        files: Other files.
        image: A decoded picture, from a browser or a screenshot tool; None if there is none.
        data: The content of a picture file; empty if there is none.
        link: A link to the web without a picture; empty if there is none.
    """

    folders: list[Path] = field(default_factory=list)
    libraries: list[Path] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    image: QImage | None = None
    data: bytes = b""
    link: str = ""

    @property
    def is_empty(self) -> bool:
        found = (self.folders, self.libraries, self.files, self.image, self.data, self.link)
        return not any(found)


def read_mime(mime: QMimeData | None) -> Dropped:
    """Read the contents of a drop or of the clipboard; None if it is empty.

    Files are preferred to picture data, and picture data to a link.
    """
    if mime is None:
        return Dropped()
    paths = [path for url in mime.urls() if (path := local_path(url)) is not None]
    if paths:
        return sorted_paths(paths)
    if mime.hasImage():
        image = mime.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return Dropped(image=image)
    return Dropped(data=_inline_picture(mime), link=_link(mime))


def sorted_paths(paths: Iterable[Path]) -> Dropped:
    """Separate folders, libraries and archives from files."""
    given = list(paths)
    all_folders = [path for path in given if path.is_dir()]
    libraries = [path for path in all_folders if LibraryFiles(path).exists() or is_archive(path)]
    folders = [path for path in all_folders if path not in libraries]
    return Dropped(folders, libraries, [path for path in given if path not in all_folders])


def _link(mime: QMimeData) -> str:
    return next((text for text in _links(mime) if text.startswith(("http://", "https://"))), "")


def _links(mime: QMimeData) -> list[str]:
    links = [url.toString() for url in mime.urls()]
    return [*links, mime.text().strip()] if mime.hasText() else links


def _inline_picture(mime: QMimeData) -> bytes:
    """Return the content of a `data:` link, as search engines use them.

    Empty if there is no such link, or its content does not begin like a picture.
    """
    found = next((match for link in _links(mime) if (match := _INLINE.match(link))), None)
    if found is None:
        return b""
    try:
        content = base64.b64decode(found[1], validate=True)
    except binascii.Error:
        return b""
    return content if sniff(content[:HEAD_BYTES], Path()) else b""


def could_be_dropped(mime: QMimeData) -> bool:
    """Return True if a drop may be useful, without fetching its data while it is being dragged."""
    return mime.hasUrls() or mime.hasImage() or bool(_link(mime))
