"""The folder that an AppImage is made of has what the AppImage specification asks for."""

from __future__ import annotations

import configparser
import os
import subprocess
import sys
from pathlib import Path

import appimage
import pytest
from integration.metainfo import application_id
from packages import install_tree
from PySide6.QtGui import QImage

pytestmark = pytest.mark.skipif(os.name == "nt", reason="makes links")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What packages.py leaves behind: an install tree, whose program says how it was called."""
    out = tmp_path_factory.mktemp("out")
    frozen = out / "frozen"
    (frozen / "licenses").mkdir(parents=True)
    (frozen / "licenses" / "LICENSE").write_text("Apache-2.0")
    program = frozen / "lookalike"
    program.write_text('#!/bin/sh\necho "started with $1"\n')
    program.chmod(0o755)
    install_tree(frozen, out / "tree")
    return out


def run(out: Path, path: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, appimage.__file__, str(out)]
    environment = {**os.environ, "PATH": path}
    return subprocess.run(command, capture_output=True, text=True, env=environment)


@pytest.mark.slow
def test_its_top_has_the_program_the_desktop_entry_and_the_icon(out: Path, tmp_path: Path) -> None:
    folder = appimage.app_dir(out / "tree", tmp_path / "AppDir")
    started = subprocess.run([folder / "AppRun", "a b.jpg"], capture_output=True, text=True)
    assert started.stdout == "started with a b.jpg\n"
    [path] = folder.glob("*.desktop")
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(path, "utf-8")
    assert (folder / "usr" / "bin" / entry["Desktop Entry"]["Exec"].split()[0]).is_file()
    for icon in (f"{entry['Desktop Entry']['Icon']}.png", ".DirIcon"):
        assert QImage(str(folder / icon)).width() == 256
    page = folder / "usr/share/metainfo" / f"{application_id()}.metainfo.xml"
    assert page.is_file()


@pytest.mark.slow
def test_all_its_links_stay_inside(out: Path, tmp_path: Path) -> None:
    """It is mounted elsewhere on each start."""
    folder = appimage.app_dir(out / "tree", tmp_path / "AppDir")
    moved = folder.rename(tmp_path / "moved")
    links = [path for path in moved.rglob("*") if path.is_symlink()]
    assert len(links) >= 5
    assert all(path.resolve().is_relative_to(moved.resolve()) for path in links)
    assert all(path.exists() for path in links)


@pytest.mark.slow
def test_without_the_tool_a_sentence_says_where_to_get_it(out: Path, tmp_path: Path) -> None:
    done = run(out, str(tmp_path))
    assert done.returncode == 1
    assert "appimagetool is not installed" in done.stderr
    assert "https://github.com/AppImage/appimagetool/releases" in done.stderr
    assert (out / "Lookalike.AppDir" / "AppRun").is_file()


@pytest.mark.slow
def test_the_tool_gets_the_folder_and_the_name_of_the_file(out: Path, tmp_path: Path) -> None:
    tool = tmp_path / "appimagetool"
    tool.write_text('#!/bin/sh\n[ -n "$ARCH" ] && echo "$1" > "$2"\n')
    tool.chmod(0o755)
    done = run(out, f"{tmp_path}:{os.environ['PATH']}")
    assert done.returncode == 0, done.stderr
    [made] = out.glob("Lookalike-*.AppImage")
    assert done.stdout == f"{made}\n"
    assert made.read_text().strip() == str(out / "Lookalike.AppDir")
