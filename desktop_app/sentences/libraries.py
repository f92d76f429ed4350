"""The English text of what is wrong with a library and its folders, and what was done about it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.care.findings import Problem
from desktop_app.sentences.values import local_time, printable

if TYPE_CHECKING:
    from desktop_app.core.care.restore import Restored

# A damaged library that was opened from its backup; {time} is when that was made.
RECOVERED = (
    "The library {library} was damaged. It was opened from its backup of {time}; the damaged file"
    " is kept in {aside}. Photos that were indexed since come back when you index again."
)

# What a check of a library finds; {count} is how often, {detail} the cause.
LIBRARY_PROBLEMS = {
    Problem.DAMAGED_CATALOGUE: "The catalogue is damaged ({detail}).",
    Problem.MISSING_MODEL: "The model in use, {detail}, is missing or damaged.",
    Problem.UNREADABLE_SEARCHES: "The saved searches cannot be read ({detail}).",
    Problem.DAMAGED_CODE_PAGES: "Damaged pages of codes: {count}.",
    Problem.MISSING_DESCRIPTORS: "Photos without a descriptor of the model in use: {count}.",
    Problem.ORPHAN_DESCRIPTORS: "Descriptors that belong to no photo: {count}.",
    Problem.MISSING_CODES: "Photos without a code: {count}.",
    Problem.WRONG_CODES: "Photos whose code differs from that of their descriptor: {count}.",
    Problem.WRONG_FLAGS: "Photos that are searched but missing, or the other way round: {count}.",
    Problem.ORPHAN_CODES: "Codes that belong to no photo: {count}.",
    Problem.DAMAGED_THUMBNAIL_FILE: "The file of thumbnails is damaged ({detail}).",
    Problem.MISSING_THUMBNAILS: "Photos without a thumbnail: {count}.",
    Problem.BROKEN_THUMBNAILS: "Broken thumbnails: {count}.",
    Problem.ORPHAN_THUMBNAILS: "Thumbnails that belong to no photo, and only take space: {count}.",
}

# What a repair has done about it.
MENDED = {
    Problem.DAMAGED_CATALOGUE: "The indexes of the catalogue were damaged and are written anew.",
    Problem.MISSING_MODEL: "The model in use was copied from a backup.",
    Problem.UNREADABLE_SEARCHES: (
        "The saved searches could not be read and were taken from a backup, if there is one."
    ),
    Problem.DAMAGED_CODE_PAGES: "Damaged pages of codes that were made anew: {count}.",
    Problem.MISSING_DESCRIPTORS: "Photos without a descriptor that were read again: {count}.",
    Problem.ORPHAN_DESCRIPTORS: "Descriptors of no photo that were removed: {count}.",
    Problem.MISSING_CODES: "Missing codes that were computed: {count}.",
    Problem.WRONG_CODES: "Wrong codes that were computed again: {count}.",
    Problem.WRONG_FLAGS: "Photos that were searched but missing, or the other way round: {count}.",
    Problem.ORPHAN_CODES: "Codes of no photo that were removed: {count}.",
    Problem.DAMAGED_THUMBNAIL_FILE: "The file of thumbnails was damaged and is made anew.",
    Problem.MISSING_THUMBNAILS: "Photos that were read again for their thumbnail: {count}.",
    Problem.BROKEN_THUMBNAILS: "Broken thumbnails that were removed: {count}.",
    Problem.ORPHAN_THUMBNAILS: "Thumbnails of no photo that were removed: {count}.",
}

# About folders of the library whose disk is not there; {folders} are their names.
FOLDERS_DISCONNECTED = "{folders} is disconnected; its photos stay searchable."

# About folders and files that a scan could not look at.
CANNOT_BE_READ = "{folders} cannot be read. Check its permissions."
LIES_TOO_DEEP = "{folders} lies too deep to be read: its path is too long. Move it up."
_LONGEST_PATH = 4090  # of Linux, less a name


def unreadable_template(path: Path) -> str:
    """Return the text about a folder or a file that a scan could not look at."""
    return LIES_TOO_DEEP if len(os.fsencode(path)) >= _LONGEST_PATH else CANNOT_BE_READ


def recovered_message(restored: Restored) -> str:
    """Return the English sentence about a damaged library that was opened from its backup."""
    values = {name: printable(str(value)) for name, value in vars(restored).items()}
    return RECOVERED.format(time=local_time(restored.made_at), **values)
