"""Kill the move of a photo and its sidecar before each line, and print what is left.

Then do it again, and print that.

python -m tests.core.files.killed_sidecars FOLDER OTHER_DISK
"""

from __future__ import annotations

import json
import shutil
import sys
from itertools import count
from pathlib import Path

from desktop_app.core.files.photo_moves import move_files
from tests.interruptions import is_killed_at_line

CONTENTS = {"a.jpg": bytes(range(256)) * 800, "a.jpg.xmp": b"<x:xmpmeta/>"}


def main(here: Path, *targets: Path) -> None:
    for there in targets:
        for line in count(1):
            _prepare(here, there)
            if not is_killed_at_line(line, lambda there=there: move(here, there)):  # type: ignore[misc]
                break
            left = [whole_in(here), whole_in(there)]
            move(here, there)
            sys.stdout.write(json.dumps([*left, whole_in(here), whole_in(there)]) + "\n")


def move(here: Path, there: Path) -> None:
    list(move_files([here / "a.jpg"], there))


def whole_in(folder: Path) -> list[str]:
    """The files of a folder that are seen there; one that is not whole has a star."""
    found = sorted(path for path in folder.iterdir() if path.name[0] != ".")
    return [
        path.name if path.read_bytes() == CONTENTS.get(path.name) else f"{path.name}*"
        for path in found
    ]


def _prepare(here: Path, there: Path) -> None:
    for folder in (here, there):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    for name, content in CONTENTS.items():
        (here / name).write_bytes(content)


if __name__ == "__main__":
    folder, other_disk = map(Path, sys.argv[1:])
    main(folder / "here", folder / "there", other_disk / "there")
