"""Moves to another disk that were killed: the copy may be complete, and the original still there.

A note lies beside the copy until the original is deleted. The next move of the same file to the
same folder finds it, and deletes the original instead of making a second copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.base.atomic_write import abandoned_files, temporary_file
from desktop_app.core.base.json_codec import decode_json, encode_json
from desktop_app.core.base.private_files import private_opener

_MOST_BYTES = 100_000  # a path of 4,096 bytes as JSON has less


@dataclass(frozen=True)
class _Note:
    moved_from: Path


@contextmanager
def noted(source: Path, folder: Path) -> Iterator[None]:
    """Note in the folder, inside the block, that a file is moved to it. Raises OSError."""
    with temporary_file(folder, private_opener) as note:
        note.write_text(encode_json(_Note(source)), "ascii")
        yield


def interrupted_moves(folder: Path) -> set[Path]:
    """Return the files whose moves to a folder were killed. Never fails."""
    return {source for file in abandoned_files(folder) if (source := _source(file))}


def _source(file: Path) -> Path | None:
    """Read a note; None if the file is something else, such as half of a copy."""
    try:
        with file.open("rb") as opened:
            content = opened.read(_MOST_BYTES)
        return decode_json(content, _Note).moved_from
    except (OSError, ValueError):
        return None
