"""Collect what Qt contains of other projects, for packaging/licensing/qt_parts.py.

    PYTHONPATH=packaging python -m licensing.qt_attributions QTBASE QTSVG QTIMAGEFORMATS

Reads `qt_attribution.json` and the licences beside it in the sources of Qt, and writes
`licence_texts/qt`: `parts.json` and the texts. The first source says which Qt this is; of a source
of another minor version the texts are taken, and no versions. Run it for each minor version of Qt.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from licensing.qt_parts import FOLDER

_VERSION = re.compile(r"MODULE_VERSION\s*=?\s*\"?(?P<minor>\d+\.\d+)")

# Of what QDocModule names, the library or plugin that has it.
_LIBRARIES = {
    "qtcore": "Qt6Core",
    "qtdbus": "Qt6DBus",
    "qtgui": "Qt6Gui",
    "qtimageformats": "qwebp",
    "qtnetwork": "Qt6Network",
    "qtsvg": "Qt6Svg",
    "qtwaylandcompositor": "Qt6WaylandClient",
}

# For other systems than ours, in a plugin that no package has, or, from the second line on, in the
# compositor of Wayland only: none of its interfaces is named in the libraries of PySide6.
_LEFT_OUT = {
    "android-native-style", "dejayvu", "libtiff",
    "presentation-time.xml", "wayland-eglstream-controller", "wayland-linux-dmabuf-unstable-v1",
    "wayland-scaler-protocol",
}  # fmt: skip

# Elsewhere the wheels of PySide6 are linked to the library of the system, or have no such code.
_ONLY_ON = {
    "cocoa-platform-plugin": ("darwin",),
    "d3d12memoryallocator": ("win32",),
    "freetype": ("darwin", "win32"),
    "freetype-bdf": ("darwin", "win32"),
    "freetype-pcf": ("darwin", "win32"),
    "freetype-zlib": ("darwin", "win32"),
    "pixman": ("aarch64", "arm64"),
    "qeventdispatcher_cf": ("darwin",),
    "rhi-miniengine-d3d12-mipmap": ("win32",),
    "xcb-xinput": ("linux",),
    "zlib": ("win32",),
}


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sources = [Path(name) for name in sys.argv[1:]]
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    minor = minor_version(sources[0])
    found = [part for source in sources for part in parts(source, minor)]
    found.sort(key=lambda part: str(part["name"]).casefold())
    contents = json.dumps({"qt": minor, "parts": found}, indent=1, ensure_ascii=False)
    (FOLDER / "parts.json").write_text(f"{contents}\n", "utf-8")
    sys.stdout.write(f"{len(found)} parts of Qt {minor} in {FOLDER}\n")


def minor_version(source: Path) -> str:
    """Return the version of a source of Qt, such as 6.11."""
    for name in (".cmake.conf", ".qmake.conf"):
        if (source / name).is_file():
            matched = _VERSION.search((source / name).read_text("utf-8"))
            if matched:
                return matched["minor"]
    sys.exit(f"{source} is no source of a module of Qt: it has no .cmake.conf with a version.")


def parts(source: Path, minor: str) -> Iterator[dict[str, Any]]:
    """Yield what the libraries of one source contain, and copy the texts."""
    is_same = minor_version(source) == minor
    for path in sorted(source.rglob("qt_attribution.json")):
        said = json.loads(path.read_text("utf-8"), strict=False)
        for one in said if isinstance(said, list) else [said]:
            if _is_inside(one):
                yield {
                    "id": one["Id"],
                    "name": one["Name"],
                    "version": one.get("Version", "") if is_same else "",
                    "licence": one["LicenseId"],
                    "copyright": _lines(one.get("Copyright", "")),
                    "library": _library(one),
                    "systems": _systems(one),
                    "texts": [_copied(text, source) for text in _texts(one, path.parent, source)],
                }


def _is_inside(one: dict[str, Any]) -> bool:
    is_code = one.get("QtParts", ["libs"]) == ["libs"] and one["QDocModule"] in _LIBRARIES
    return is_code and one["Id"] not in _LEFT_OUT


def _library(one: dict[str, Any]) -> str:
    return "qjpeg" if one["Id"] == "libjpeg" else _LIBRARIES[one["QDocModule"]]


def _systems(one: dict[str, Any]) -> tuple[str, ...]:
    """Return the systems or processors for which it is inside; empty for all."""
    is_wayland = one["QDocModule"] == "qtwaylandcompositor"
    return ("linux",) if is_wayland else _ONLY_ON.get(one["Id"], ())


def _lines(words: str | list[str]) -> list[str]:
    lines = words if isinstance(words, list) else words.splitlines()
    return [line.strip() for line in lines if line.strip()]


def _texts(one: dict[str, Any], folder: Path, source: Path) -> Iterator[Path]:
    """Yield the files of a licence: those beside the code, or else the standard texts."""
    named = one.get("LicenseFiles") or one.get("LicenseFile") or []
    for name in [named] if isinstance(named, str) else named:
        yield (folder / name).resolve()
    if not named:
        for name in re.findall(r"[\w.-]+", re.sub(r" (AND|OR|WITH) ", " ", one["LicenseId"])):
            yield source / "LICENSES" / f"{name}.txt"


def _copied(text: Path, source: Path) -> str:
    """Copy a text, named after its folder in the source; return its name."""
    inside = [part for part in text.relative_to(source.resolve()).parts if part not in _NO_NAMES]
    name = "-".join(inside)
    name = name if name.endswith((".md", ".txt")) else f"{name}.txt"
    lines = [line.rstrip() for line in text.read_text("utf-8").splitlines()]
    (FOLDER / name).write_text("\n".join(lines).strip("\n") + "\n", "utf-8")
    return name


_NO_NAMES = {"src", "3rdparty", "LICENSES"}


if __name__ == "__main__":
    main()
