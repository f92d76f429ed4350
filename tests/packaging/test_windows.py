"""The installer for Windows is made by a script that Inno Setup reads."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import windows
from building.release import version
from integration import icons
from integration.metainfo import application_id
from integration.picture_types import SUFFIXES
from PIL import Image

SECTION = re.compile(r"^\[(?P<name>\w+)\]$", re.MULTILINE)


@pytest.fixture(scope="module")
def sections() -> dict[str, list[str]]:
    """The lines of each section of the script, without comments."""
    _, *parts = SECTION.split(windows.script_text())
    names, bodies = parts[::2], parts[1::2]
    lines = [[line for line in body.split("\n") if line and line[0] != ";"] for body in bodies]
    return dict(zip(names, lines, strict=True))


@pytest.fixture(scope="module")
def setup(sections: dict[str, list[str]]) -> dict[str, str]:
    return dict(line.split("=", 1) for line in sections["Setup"])


def test_the_script_has_the_version_and_the_id_of_the_project(setup: dict[str, str]) -> None:
    assert setup["AppVersion"] == setup["VersionInfoVersion"] == version()
    assert setup["AppId"] == application_id()
    assert version() in setup["OutputBaseFilename"]
    assert not re.search("@[A-Z_]+@", windows.script_text())


def test_it_installs_for_one_user_without_an_administrator(
    setup: dict[str, str], sections: dict[str, list[str]]
) -> None:
    assert setup["PrivilegesRequired"] == "lowest"
    assert all(line.startswith("Root: HKA;") for line in sections["Registry"])


def test_all_pictures_offer_the_program_and_none_is_opened_by_it_unasked(
    sections: dict[str, list[str]],
) -> None:
    registry = "\n".join(sections["Registry"])
    offered = re.findall(r'Classes\\(\.\w+)\\OpenWithProgids"; .*"Lookalike\.Picture"', registry)
    assert offered == [*SUFFIXES]
    assert not re.search(r'Classes\\\.\w+";', registry)  # the default would be written there


def test_what_it_writes_into_the_registry_is_removed_with_it(
    sections: dict[str, list[str]],
) -> None:
    removed = re.compile(
        r'Lookalike\.Picture(\\[^"]+)?"; ValueType|Flags: uninsdeletevalue uninsdeletekeyifempty$'
    )
    assert [line for line in sections["Registry"] if not removed.search(line)] == []
    assert 'Classes\\Lookalike.Picture"' in sections["Registry"][0]
    assert sections["Registry"][0].endswith("Flags: uninsdeletekey")


@pytest.mark.slow
def test_the_icon_has_every_size_and_other_systems_are_told_what_they_cannot_do(
    tmp_path: Path, setup: dict[str, str]
) -> None:
    command = [sys.executable, windows.__file__, str(tmp_path)]
    if sys.platform != "win32":
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 1
        assert "on Windows only" in done.stderr
    script = windows.write_script(tmp_path)
    assert script.read_text("utf-8-sig") == windows.script_text()
    with Image.open(tmp_path / setup["SetupIconFile"]) as icon:
        assert icon.info["sizes"] == {(size, size) for size in icons.WINDOWS_SIZES}


def test_the_compiler_is_found_where_its_installer_puts_it(tmp_path: Path) -> None:
    assert windows.inno_setup({"ProgramFiles(x86)": str(tmp_path)}) is None
    compiler = tmp_path / "Inno Setup 6" / "ISCC.exe"
    compiler.parent.mkdir()
    compiler.write_bytes(b"MZ")
    assert windows.inno_setup({"ProgramFiles(x86)": str(tmp_path)}) == str(compiler)


class Kept:
    """Stands in for the classes of PyInstaller, and keeps what it was made of."""

    def __init__(self, *values: object, **named: object) -> None:
        self.values, self.named = values, named


def test_explorer_shows_the_name_and_the_version_of_the_program(tmp_path: Path) -> None:
    options = windows.exe_options(tmp_path)
    assert Path(options["icon"]).is_file()
    names = re.findall(r"\b[A-Z]\w+(?=\()", windows.version_resource())
    resource = eval(Path(options["version"]).read_text("utf-8"), dict.fromkeys(names, Kept))
    assert resource.named["ffi"].named["filevers"] == (*map(int, version().split(".")), 0)
    [table] = resource.named["kids"][0].values[0]
    texts = dict(each.values for each in table.values[1])
    assert texts["ProductVersion"] == texts["FileVersion"] == version()
    assert texts["FileDescription"] == "Lookalike"
