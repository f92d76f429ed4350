"""Kill a rename of two photos with kill -9 before each of its lines, and print what is left.

Then do it again, and print that. The second photo has the new name of the first one.

python -m tests.core.files.killed_renames FOLDER
"""

from __future__ import annotations

import json
import shutil
import sys
from itertools import count
from pathlib import Path

from desktop_app.core.files.renames import Rename, rename_files
from tests.interruptions import is_killed_at_line

CONTENT = {"first": bytes(range(256)) * 800, "second": bytes(range(255, -1, -1)) * 800}


def main(folder: Path) -> None:
    for line in count(1):
        _prepare(folder)
        if not is_killed_at_line(line, lambda: rename_both(folder)):
            break
        left = files_in(folder)
        rename_both(folder)
        sys.stdout.write(json.dumps([left, files_in(folder)]) + "\n")


def rename_both(folder: Path) -> None:
    """From a and b to b and c."""
    list(rename_files([Rename(folder / "a.jpg", "b.jpg"), Rename(folder / "b.jpg", "c.jpg")]))


def files_in(folder: Path) -> dict[str, str]:
    """Which photo each file is."""
    known = {content: name for name, content in CONTENT.items()}
    return {path.name: known.get(path.read_bytes(), "broken") for path in folder.iterdir()}


def _prepare(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "a.jpg").write_bytes(CONTENT["first"])
    (folder / "b.jpg").write_bytes(CONTENT["second"])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
