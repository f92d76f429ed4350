"""The names of shared libraries, by those of their files on Linux, macOS and Windows."""

from __future__ import annotations

import re
from pathlib import PurePath

# On Windows, the number of a version stands before the digits that make the name unique.
_LIBRARY_FILE = re.compile(
    r"(?:lib)?(?P<name>.+?)(?:-\d+(?=-[0-9a-f]{32}))?(?:[-.][0-9a-f]{8,})*(?:\.so|\.dylib|\.dll|\.\d)"
)
_BINARY = re.compile(r"\.(so(\.\d+)*|dylib|dll|pyd)$")
_LIBRARY_FOLDERS = (".libs", ".dylibs")
_BARE_QT = re.compile(r"^Qt(?!6)")  # the frameworks of macOS have no number in their names
_QT_FOLDERS = ("PySide6", "shiboken6")
_OF_QT = ("qt6", "pyside6", "shiboken6")


def library_name(file_name: str) -> str:
    """Return the name of a library by that of its file: `zstd` of `libzstd-40ad5e7e.so.1.5.7`."""
    matched = _LIBRARY_FILE.match(file_name)
    return matched["name"] if matched else file_name


def qt_name(file_name: str) -> str:
    """Return the name of a library as Qt names it on Linux and Windows: `Qt6Core` of `QtCore`."""
    return _BARE_QT.sub("Qt6", library_name(file_name))


def is_binary(path: PurePath) -> bool:
    """Whether a file is a shared library, a plugin or a module of Python, by its path."""
    is_framework = path.suffix == "" and f"{path.name}.framework" in path.parts
    return is_framework or bool(_BINARY.search(path.name))


def is_library(path: PurePath) -> bool:
    """Whether a file of a package, by its path, is a library of another project.

    They lie beside the package on Linux, inside it on macOS, and on Windows also at the top, or
    beside Qt.
    """
    folders = path.parts[:-1]
    is_at_top = path.suffix == ".dll" and not folders
    is_beside_qt = path.suffix == ".dll" and len(folders) == 1 and folders[0] in _QT_FOLDERS
    is_icu = path.name.startswith("libicu")  # beside Qt, on Linux
    return (
        is_at_top
        or is_icu
        or (is_beside_qt and not path.name.lower().startswith(_OF_QT))
        or any(part.endswith(_LIBRARY_FOLDERS) for part in folders)
    )
