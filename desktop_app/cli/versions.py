"""The versions of this program and of the libraries that decide its results."""

from __future__ import annotations

import platform
from importlib import metadata

_LIBRARIES = {
    "Qt for Python": "PySide6-Essentials",
    "onnxruntime": "onnxruntime",
    "faiss": "faiss-cpu",
    "Pillow": "pillow",
}


def version_text() -> str:
    """Name and version of the program, then one line for each library, from package metadata."""
    libraries = {name: _version(package) for name, package in _LIBRARIES.items()}
    versions = {"Python": platform.python_version(), **libraries}
    lines = [f"lookalike {_version('lookalike')}"]
    return "\n".join([*lines, *(f"{name} {version}" for name, version in versions.items())])


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "unknown"
