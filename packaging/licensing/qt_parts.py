"""What Qt contains of other projects, such as HarfBuzz: names, licences, texts and versions.

The wheels of PySide6 do not say it. `licence_texts/qt` has it from the sources of Qt, as
`qt_attributions.py` collects it for one minor version. Versions are those that stand in the
libraries themselves: within a minor version, Qt takes newer ones.
"""

from __future__ import annotations

import json
import platform
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from licensing.library_names import is_binary, qt_name

FOLDER = Path(__file__).with_name("licence_texts") / "qt"
PACKAGE = "PySide6_Essentials"

# The libraries of Qt whose parts are listed. Others are refused in a frozen build.
COVERED = {
    "Qt6Core", "Qt6DBus", "Qt6Gui", "Qt6Network", "Qt6OpenGL", "Qt6Svg", "Qt6WaylandClient",
    "Qt6Widgets", "Qt6WlShellIntegration", "Qt6XcbQpa",
}  # fmt: skip

# How libraries state the versions of parts, by the names that Qt gives to these.
_VERSIONS = {
    "harfbuzz-ng": re.compile(rb"\0(1\d\.\d+\.\d+)\0"),
    "libjpeg": re.compile(rb"libjpeg-turbo version (\d+\.\d+\.\d+)"),
    "libpng": re.compile(rb"\0(1\.6\.\d+)\0"),
    "pcre2": re.compile(rb"\0(10\.\d+) 20\d\d-\d\d-\d\d\0"),
    "zlib": re.compile(rb"\0(1\.\d+(?:\.\d+)*) \(Qt\)\0"),
}


@dataclass(frozen=True)
class QtPart:
    """What a library of Qt contains of another project.

    Attributes:
        version: As the library states it; empty if it does not.
        licence: An SPDX expression.
        copyright: Who says to have the copyright, line by line.
        library: The library or plugin of Qt that has it, such as Qt6Gui.
        texts: The files with the texts of its licences.
    """

    name: str
    version: str
    licence: str
    copyright: tuple[str, ...]
    library: str
    texts: tuple[Path, ...]


def qt_parts(package: Path) -> list[QtPart]:
    """Return what PySide6 for this system contains, by name; `package` is its folder."""
    here = {sys.platform, platform.machine().lower()}
    said = [one for one in _said()["parts"] if not one["systems"] or here & set(one["systems"])]
    wanted = {one["library"] for one in said if one["id"] in _VERSIONS}
    libraries = {
        qt_name(path.name): path.read_bytes()
        for path in sorted(package.rglob("*"))
        if is_binary(path) and qt_name(path.name) in wanted and path.is_file()
    }
    return [_part(one, libraries.get(one["library"], b"")) for one in said]


def outdated_parts(version: str) -> Iterator[str]:
    """Yield a sentence if the parts are not those of this version of PySide6, such as 6.11.3."""
    known = _said()["qt"]
    if version.split(".")[:2] != known.split("."):
        yield (
            f"The parts of Qt {known} are known, and PySide6 {version} is installed: run"
            " packaging/licensing/qt_attributions.py on the sources of this Qt."
        )


def _said() -> dict[str, Any]:
    said: dict[str, Any] = json.loads((FOLDER / "parts.json").read_text("utf-8"))
    return said


def _part(one: dict[str, Any], library: bytes) -> QtPart:
    pattern = _VERSIONS.get(one["id"])
    stated = pattern.search(library) if pattern else None
    return QtPart(
        name=one["name"],
        version=stated[1].decode() if stated else "",
        licence=one["licence"],
        copyright=tuple(one["copyright"]),
        library=one["library"],
        texts=tuple(FOLDER / name for name in one["texts"]),
    )
