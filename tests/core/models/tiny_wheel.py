"""A package for pip that needs no network."""

from __future__ import annotations

import zipfile
from pathlib import Path

_ABOUT = "tiny_lesson-1.0.dist-info"


def write_tiny_wheel(folder: Path) -> None:
    """Write the wheel of `tiny-lesson`, one module, into a new folder."""
    folder.mkdir()
    with zipfile.ZipFile(folder / "tiny_lesson-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("tiny_lesson.py", "TAUGHT = True\n")
        metadata = "Metadata-Version: 2.1\nName: tiny-lesson\nVersion: 1.0\n"
        wheel.writestr(f"{_ABOUT}/METADATA", metadata)
        kind = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        wheel.writestr(f"{_ABOUT}/WHEEL", kind)
        wheel.writestr(f"{_ABOUT}/RECORD", "")
