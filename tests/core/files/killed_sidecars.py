"""Kill what is done with a photo and its sidecar before each line, and print what is left.

Then do it again, and print that.

python -m tests.core.files.killed_sidecars ACTION FOLDER OTHER_DISK

ACTION is `move`, `copy` or `rename`; the new name has a `b` instead of the `a`.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from desktop_app.core.files.photo_moves import copy_files, move_files
from desktop_app.core.files.renames import Rename, rename_files
from tests.interruptions import is_killed_at_line

CONTENTS = {"a.jpg": bytes(range(256)) * 800, "a.jpg.xmp": b"<x:xmpmeta/>"}


def main(act: Callable[[Path, Path], None], here: Path, *targets: Path) -> None:
    for there in targets:
        for line in count(1):
            _prepare(here, there)
            if not is_killed_at_line(line, lambda there=there: act(here, there)):  # type: ignore[misc]
                break
            left = [whole_in(here), whole_in(there)]
            act(here, there)
            sys.stdout.write(json.dumps([*left, whole_in(here), whole_in(there)]) + "\n")


def move(here: Path, there: Path) -> None:
    list(move_files([here / "a.jpg"], there))


def copy(here: Path, there: Path) -> None:
    """A copy that is complete is not made again."""
    if not (there / "a.jpg").exists():
        list(copy_files([here / "a.jpg"], there))


def rename(here: Path, _: Path) -> None:
    list(rename_files([Rename(here / "a.jpg", "b.jpg")]))


def whole_in(folder: Path) -> list[str]:
    """The files of a folder that are seen there; one that is not whole has a star."""
    found = sorted(path for path in folder.iterdir() if path.name[0] != ".")
    return [
        path.name if path.read_bytes() == CONTENTS.get(f"a{path.name[1:]}") else f"{path.name}*"
        for path in found
    ]


def _prepare(here: Path, there: Path) -> None:
    for folder in (here, there):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    for name, content in CONTENTS.items():
        (here / name).write_bytes(content)


if __name__ == "__main__":
    action, folder, other_disk = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    places = [folder / "there"] if action == "rename" else [folder / "there", other_disk / "there"]
    main({"move": move, "copy": copy, "rename": rename}[action], folder / "here", *places)
