"""The notice about libraries whose source must be offered, and that users may replace."""

from __future__ import annotations

from pathlib import Path

from licensing.installed import Component, Library
from licensing.source_notice import source_notice
from licensing.system_libraries import SystemPackage

LIBRARIES = (Library("heif", "LGPL-3.0-or-later"), Library("zstd", "BSD-3-Clause"))
READER = Component("reader", "2.0", "MIT", (), LIBRARIES, ())
PATHS = Component("paths", "1.1", "MPL-2.0", (), (Library("list", "MPL-2.0", "7"),), ())


def system(name: str, licence: str, version: str = "") -> SystemPackage:
    return SystemPackage(name, version, "amd64", licence, (f"{name}.so",), None)


def test_each_library_whose_source_must_be_offered_is_named_with_its_address() -> None:
    notice = source_notice([READER, PATHS], [])
    assert "heif in reader 2.0: LGPL-3.0-or-later\n    https://github.com/strukturag" in notice
    assert "paths 1.1: MPL-2.0\n    https://pypi.org/project/paths/#files" in notice
    assert "list 7 in paths 1.1: MPL-2.0\n    with the source of paths" in notice
    assert "zstd" not in notice


def test_of_the_system_the_package_is_named_with_its_version() -> None:
    packages = [system("libglib", "LGPL-2.1-or-later", "2.74-3"), system("zlib1g", "Zlib")]
    notice = source_notice([], packages)
    assert "libglib.so of Debian: LGPL-2.1-or-later\n    apt-get source libglib=2.74-3," in notice
    assert "zlib1g" not in notice


def test_it_says_that_libraries_may_be_replaced_and_names_texts_that_lie_beside_it() -> None:
    notice = source_notice([], [])
    assert "your own builds" in notice
    texts = Path(__file__).resolve().parents[2] / "packaging" / "licensing" / "licence_texts"
    for name in ("LGPL-3.0.txt", "GPL-3.0.txt", "LGPL-2.1.txt"):
        assert name in notice
        assert (texts / name).is_file()
