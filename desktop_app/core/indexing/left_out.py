"""The table of folders that never hold a user's own photos: trash, caches, previews of programs.

To leave out another one, add its name. '*' stands for any characters; the case does not matter. A
name after a slash is left out only inside a folder of the name before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import translate
from itertools import chain

# By what makes the folders. Hidden folders are skipped anyway; those here are so in the table for
# links that lead into them, which are followed into other hidden folders.
_LEFT_OUT = {
    "Synology": ("@eaDir", "#recycle", "#snapshot", "@tmp", "@SynoResource"),
    "QNAP": ("@Recycle", "@Recently-Snapshot", ".@__thumb"),
    "Buffalo": ("trashbox",),
    "Windows": ("$RECYCLE.BIN", "RECYCLER", "System Volume Information"),
    "macOS": (
        *(".Trashes", ".Trash", ".fseventsd", ".Spotlight-V100", ".DocumentRevisions-V100"),
        *(".TemporaryItems", ".AppleDouble", ".AppleDB", ".AppleDesktop", "__MACOSX"),
        *("Network Trash Folder", "Temporary Items"),
    ),
    "desktops of Linux": (".Trash-*", ".thumbnails", ".cache"),
    "Nextcloud": ("files_trashbin", "files_versions", "appdata_*/preview"),
    "Lightroom, Bridge": ("*.lrdata", "Lightroom Previews", "Adobe Bridge Cache"),
    "Capture One": ("CaptureOne/Cache", "*.cocatalog/Cache", "*.cosessiondb/Cache"),
    "darktable, digiKam": ("mipmaps-*.d", ".darktable", ".dtrash"),
    "Picasa": (".picasaoriginals", "Picasa2/db3"),
    "Apple Photos": tuple(
        f"*.photoslibrary/{name}"
        for name in ("resources", "derivatives", "database", "private", "scopes", "internal",
                     "Thumbnails", "Previews", "Caches")
    ),
    "iPhoto, Aperture": tuple(
        f"*.{library}/{name}"
        for library in ("photolibrary", "migratedphotolibrary", "aplibrary", "migratedaplibrary")
        for name in ("Thumbnails", "Previews", "Data", "Data.noindex", "Caches", "Faces",
                     "resources", "iPod Photo Cache")
    ),
}  # fmt: skip

# Lightroom keeps the originals of photos from phones in a folder that is named like its previews.
_KEPT = ("Mobile Downloads.lrdata",)


def _expression(patterns: Iterable[str]) -> re.Pattern[str]:
    """Compile patterns to one that matches "name of the parent/name"."""
    whole = (pattern if "/" in pattern else f"*/{pattern}" for pattern in patterns)
    return re.compile("|".join(translate(pattern) for pattern in whole), re.IGNORECASE)


_IS_LEFT_OUT = _expression(chain.from_iterable(_LEFT_OUT.values()))
_IS_KEPT = _expression(_KEPT)


def holds_no_photos(parent: str, name: str) -> bool:
    """Judge a folder by its name and that of the folder it lies in."""
    place = f"{parent}/{name}"
    return bool(_IS_LEFT_OUT.match(place)) and not _IS_KEPT.match(place)
