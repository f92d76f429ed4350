"""Kill moves and writes with kill -9 before each of their lines, and print what is left.

Then do them again, and print that.

python -m tests.core.files.killed_moves FOLDER OTHER_DISK
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

from desktop_app.core.base.atomic_write import atomic_write
from desktop_app.core.files.photo_moves import move_files
from tests.interruptions import is_killed_at_line

PHOTO = bytes(range(256)) * 800
OLDER, NEWER = "older", "newer"


def main(here: Path, other_disk: Path) -> None:
    there = here / "there"
    photo, settings = here / "photo.jpg", there / "settings.json"
    actions: dict[str, tuple[Path, Callable[[], object]]] = {
        "rename": (there, lambda: list(move_files([photo], there))),
        "move": (other_disk, lambda: list(move_files([photo], other_disk))),
        "write": (there, partial(atomic_write, settings, NEWER)),
    }
    for name, (target, act) in actions.items():
        for line in count(1):
            _prepare(photo, target, settings)
            if not is_killed_at_line(line, act):
                break
            left = [photo.is_file(), _found(target)]
            act()
            after = [photo.is_file(), _found(target)]
            sys.stdout.write(json.dumps([name, *left, *after]) + "\n")


def _prepare(photo: Path, target: Path, settings: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    photo.write_bytes(PHOTO)
    if settings.parent == target:
        settings.write_text(OLDER)


def _found(folder: Path) -> dict[str, str]:
    known = {PHOTO: "whole", OLDER.encode(): OLDER, NEWER.encode(): NEWER}
    return {path.name: known.get(path.read_bytes(), "broken") for path in folder.iterdir()}


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
