"""Small picture files in the layouts of real data sets."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PIL import Image


def write_pictures(root: Path, names: Iterable[str]) -> None:
    """Picture number n is 48 x 32 pixels of one colour: n * 40 of red, up to 255."""
    for number, name in enumerate(names):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (48, 32), (min(255, number * 40), 90, 60)).save(root / name)


def touch_all(root: Path, names: Iterable[str]) -> None:
    """Empty files, for tests that do not open them."""
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()


def write_manifest(path: Path, columns: list[str], rows: list[list[str]]) -> None:
    path.write_text("\n".join("\t".join(row) for row in [columns, *rows]) + "\n")
