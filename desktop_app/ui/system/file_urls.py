"""Convert paths to URLs and back, including file names that are not UTF-8, unlike QUrl."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QUrl


def file_url(path: Path) -> QUrl:
    return QUrl(path.absolute().as_uri())


def local_path(url: QUrl) -> Path | None:
    """Return the path of a URL; None if it is not a file on this machine."""
    if not url.isLocalFile():
        return None
    if os.name == "nt" or url.host():
        return Path(url.toLocalFile())
    encoded = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
    return Path(os.fsdecode(unquote_to_bytes(encoded)))
