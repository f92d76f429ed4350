"""What Qt contains of other projects, and how that is read in the sources of Qt."""

from __future__ import annotations

import json
import sys
from importlib.metadata import version
from pathlib import Path

import PySide6
import pytest
from licensing import qt_attributions, qt_parts
from licensing.licence_terms import Terms, terms_of

PACKAGE = Path(PySide6.__file__).parent
SAID = json.loads((qt_parts.FOLDER / "parts.json").read_text("utf-8"))["parts"]

# Bytes of a part, which its library has where the part is inside.
MARKS = {
    "HarfBuzz-NG": b"HB_SHAPER_LIST",
    "LibJPEG-turbo": b"The libjpeg-turbo Project",
    "LibPNG": b"libpng",
    "PCRE2": b"PCRE2_USE_OFFSET_LIMIT",
    "The Public Suffix List": b"publicsuffix",
    "WebP (libwebp)": b"WebP",
    "Wayland KDE DBus Menu Protocol": b"org_kde_kwin_appmenu_manager",
    "Wayland Session Management Protocol": b"xx_session_manager_v1",
    "Wayland Tablet Protocol": b"zwp_tablet_manager_v2",
    "Wayland Viewporter Protocol": b"wp_viewporter",
}


def library(name: str) -> bytes:
    """Return the bytes of a library or plugin of Qt for Linux."""
    [path] = [*PACKAGE.glob(f"Qt/lib/lib{name}.so.6"), *PACKAGE.glob(f"Qt/plugins/*/lib{name}.so")]
    return path.read_bytes()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the files have other names")
def test_the_libraries_of_qt_contain_what_is_listed() -> None:
    found = {part.name: part for part in qt_parts.qt_parts(PACKAGE)}
    lacking = [name for name in MARKS if MARKS[name] not in library(found[name].library)]
    assert lacking == []
    assert "Freetype 2" not in found  # it is linked to the library of the system


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others state fewer versions")
def test_versions_are_those_that_the_libraries_state() -> None:
    found = {part.name: part for part in qt_parts.qt_parts(PACKAGE)}
    for name in ("HarfBuzz-NG", "LibJPEG-turbo", "LibPNG", "PCRE2"):
        assert found[name].version
        assert found[name].version.encode() in library(found[name].library)
    assert found["MD5"].version == ""


def test_every_part_may_be_in_a_package_and_has_its_text() -> None:
    terms = {part["id"]: terms_of(part["licence"]) for part in SAID}
    assert [name for name, each in terms.items() if each in {None, Terms.SEPARATE}] == []
    texts = {text for part in SAID for text in part["texts"]}
    assert [part["id"] for part in SAID if not part["texts"]] == []
    assert texts == {path.name for path in qt_parts.FOLDER.iterdir()} - {"parts.json"}


def test_parts_of_another_minor_version_of_qt_are_told() -> None:
    assert [*qt_parts.outdated_parts(version("PySide6_Essentials"))] == []
    [sentence] = qt_parts.outdated_parts("6.99.1")
    assert "PySide6 6.99.1 is installed: run packaging/licensing/qt_attributions.py" in sentence


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A source of Qt 6.12 with a part that has a text, one that has none, and a tool."""
    folder = tmp_path / "qtbase"
    part = folder / "src" / "3rdparty" / "png"
    part.mkdir(parents=True)
    (folder / ".cmake.conf").write_text('set(QT_REPO_MODULE_VERSION "6.12.1")\n')
    (folder / "LICENSES").mkdir()
    (folder / "LICENSES" / "CC0-1.0.txt").write_text("The text of CC0  \r\n")
    (part / "LICENSE").write_text("The text of png\n")
    common = {"QDocModule": "qtgui", "LicenseId": "CC0-1.0", "Version": "3"}
    said = [
        {"Id": "png", "Name": "PNG", **common, "LicenseFile": "LICENSE", "Copyright": "A\tB\nC"},
        {"Id": "md9", "Name": "MD9", **common},
        {"Id": "maker", "Name": "Maker", **common, "QtParts": ["tools"]},
        {"Id": "other", "Name": "Other", **common, "QDocModule": "qttestlib"},
    ]
    text = json.dumps(said).replace("\\t", "\t").replace("\\n", "\n")  # as in real ones
    (part / "qt_attribution.json").write_text(text)
    monkeypatch.setattr(qt_attributions, "FOLDER", tmp_path / "out")
    (tmp_path / "out").mkdir()
    return folder


def test_parts_are_read_in_the_source_with_their_texts(source: Path, tmp_path: Path) -> None:
    png, md9 = qt_attributions.parts(source, "6.12")
    assert (png["name"], png["version"], png["library"]) == ("PNG", "3", "Qt6Gui")
    assert png["copyright"] == ["A\tB", "C"]
    assert (png["texts"], md9["texts"]) == (["png-LICENSE.txt"], ["CC0-1.0.txt"])
    out = tmp_path / "out"
    assert (out / "png-LICENSE.txt").read_text() == "The text of png\n"
    assert (out / "CC0-1.0.txt").read_text() == "The text of CC0\n"


def test_versions_in_a_source_of_another_qt_are_left_out(source: Path) -> None:
    assert [part["version"] for part in qt_attributions.parts(source, "6.13")] == ["", ""]


def test_a_folder_that_is_no_source_of_qt_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="is no source of a module of Qt"):
        qt_attributions.minor_version(tmp_path)
