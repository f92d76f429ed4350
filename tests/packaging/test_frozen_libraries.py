"""Every shared library in a frozen build has a licence in the lists."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import distribution
from pathlib import Path

import pytest
from licensing import frozen_libraries
from licensing.frozen_libraries import unlisted_libraries
from licensing.installed import component
from licensing.system_libraries import SystemPackage

Sentences = Callable[..., list[str]]

UNCOVERED = "is of Qt, and packaging/licensing/qt_parts.py does not list what it contains."


@pytest.fixture
def sentences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sentences:
    """Return what is said about files in a build that has the package `reader` in it."""
    info = tmp_path / "site" / "reader-1.0.dist-info"
    info.mkdir(parents=True)
    files = (
        "reader/code.abi3.so", "reader.libs/libzstd-40ad5e7e.so.1", "reader.libs/libmystery.so",
        "PySide6/Qt/lib/libQt6Core.so.6", "PySide6/Qt/lib/libQt6Pdf.so.6", "PySide6/Qt6Pdf.dll",
    )  # fmt: skip
    (info / "METADATA").write_text(
        "Metadata-Version: 2.4\nName: reader\nVersion: 1\nLicense: MIT\n"
    )
    (info / "RECORD").write_text("".join(f"{file},,\n" for file in files))
    for file in files:  # some readers of metadata leave out what is not there
        path = tmp_path / "site" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    monkeypatch.setattr("shutil.which", lambda _: "/usr/bin/dpkg-query")
    tiny = SystemPackage("libtiny1", "1", "amd64", "MIT", ("libtiny.so.1",), None)
    odd = SystemPackage("libodd1", "1", "amd64", "Own words", ("libodd.so.1",), None)

    def said(*names: str) -> list[str]:
        for name in names:
            path = tmp_path / "frozen" / "_internal" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"\x7fELF")
        build = tmp_path / "frozen"
        found = unlisted_libraries(build, [component(distribution("reader"))], [tiny, odd])
        return [sentence.removeprefix(f"{build / '_internal'}/") for sentence in found]

    return said


def test_libraries_of_packages_the_system_and_python_are_listed(sentences: Sentences) -> None:
    names = ("reader/code.abi3.so", "reader.libs/libzstd-40ad5e7e.so.1", "libtiny.so.1")
    of_python = (
        "libpython3.11.so.1.0",
        "Python.framework/Versions/3.11/Python",
        f"{frozen_libraries.PYTHON}/fast.so",
        "lib-dynload/_ssl.so",
    )
    assert sentences(*names, *of_python, "PySide6/Qt/lib/libQt6Core.so.6", "reader/notes.txt") == []


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("libown.so.3", "libown.so.3 belongs to no package."),
        ("other/fast.abi3.so", "other/fast.abi3.so belongs to no package."),
        ("plugins/own.dll", "plugins/own.dll belongs to no package."),
        (
            "reader.libs/libmystery.so",
            "reader.libs/libmystery.so is in reader, and its licence is not known.",
        ),
        ("PySide6/Qt/lib/libQt6Pdf.so.6", f"PySide6/Qt/lib/libQt6Pdf.so.6 {UNCOVERED}"),
        ("PySide6/Qt6Pdf.dll", f"PySide6/Qt6Pdf.dll {UNCOVERED}"),
        (
            "libodd.so.1",
            "libodd.so.1 is of Debian's libodd1, whose licence is not known here: 'Own words'.",
        ),
    ],
)
def test_a_library_without_a_licence_in_the_lists_is_told(
    sentences: Sentences, name: str, sentence: str
) -> None:
    assert sentences(name) == [sentence]


def test_a_copy_of_a_library_at_the_top_is_that_of_its_package(sentences: Sentences) -> None:
    assert sentences("libzstd-40ad5e7e.so.1") == []


def test_without_dpkg_libraries_of_the_system_are_not_told_twice(
    sentences: Sentences, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert sentences("libown.so.3") == []
    assert sentences("other/fast.so") == ["other/fast.so belongs to no package."]
