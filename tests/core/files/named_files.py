"""Files that tell by their content where they were made."""

from __future__ import annotations

from pathlib import Path


def folder_of(folder: Path, names: str) -> Path:
    """Make files that contain the path that they are made with."""
    folder.mkdir(exist_ok=True)
    for name in names.split():
        (folder / name).write_text(f"{folder.name}/{name}")
    return folder


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}
