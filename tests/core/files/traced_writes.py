"""Write and move files in every way, for `strace` to watch.

python -m tests.core.files.traced_writes FOLDER OTHER_DISK
"""

from __future__ import annotations

import sys
from pathlib import Path

from desktop_app.core.base.atomic_write import atomic_write, exported_file
from desktop_app.core.base.json_codec import encode_json
from desktop_app.core.bundle.model_bundle import read_bundle, write_bundle
from desktop_app.core.files.photo_moves import copy_files, move_files
from tests.core.tiny_bundle import tiny_files, write_folder


def main(folder: Path, other_disk: Path) -> None:
    for name in ("here", "copies", "old", "new", "exports"):
        (folder / name).mkdir()
    for name in ("here", "old"):
        (folder / name / "a.jpg").write_bytes(bytes(1000))
    list(copy_files([folder / "here" / "a.jpg"], folder / "copies"))
    list(move_files([folder / "here" / "a.jpg"], other_disk))
    list(move_files([folder / "old" / "a.jpg"], folder / "new"))
    _finish_a_move(folder / "killed", other_disk / "killed")
    atomic_write(folder / "settings" / "settings.json", "{}")
    with exported_file(folder / "exports" / "table.csv") as part:
        part.write_text("a,b\n")
    made = read_bundle(write_folder(folder / "made", tiny_files()))
    files = {name: (made.folder / name).read_bytes() for name in made.manifest.files}
    write_bundle(folder / "models" / "tiny", made.manifest, files)


def _finish_a_move(here: Path, there: Path) -> None:
    """Move a file whose move was killed when the copy was complete."""
    for place in (here, there):
        place.mkdir()
        (place / "a.jpg").write_bytes(bytes(1000))
    (there / ".lookalike-0123.part").write_text(encode_json({"moved_from": here / "a.jpg"}))
    list(move_files([here / "a.jpg"], there))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
