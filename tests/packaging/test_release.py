"""One version from one place, and the same files from the same commit."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import tomllib
import xml.etree.ElementTree as ET
import zipfile
from datetime import date
from itertools import pairwise
from pathlib import Path

import distributions
import pytest
from building import release
from integration.command_tree import Command
from integration.man_page import man_page
from integration.metainfo import metainfo

from desktop_app.ui.settings.about_dialog import own_version
from tests.command_line import run_cli

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def stated() -> str:
    """The version in pyproject.toml. Install again (make check) where only this was changed."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    return str(project["version"])


@pytest.mark.slow
@pytest.mark.e2e
def test_the_command_line_and_the_window_tell_the_stated_version(stated: str) -> None:
    assert run_cli("--version").stdout.splitlines()[0] == f"lookalike {stated}"
    assert own_version() == stated


def test_the_changelog_the_page_and_the_manual_begin_with_the_stated_version(stated: str) -> None:
    assert release.version() == stated
    assert release.releases()[0].version == stated
    newest = ET.fromstring(metainfo()).find("releases/release")
    assert newest is not None
    assert newest.get("version") == stated
    bare = Command(path=("lookalike",), help="", arguments=(), options=())
    assert f'"2026-03-01" "Lookalike {stated}"' in man_page(bare, release.version(), 1772323200)


def test_every_version_of_the_changelog_has_a_date_except_the_one_under_work() -> None:
    text = (PROJECT / "CHANGELOG.md").read_text("utf-8")
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    found = release.releases()
    assert len(found) == len(headings)
    assert all(each.day for each in found[1:])
    numbers = [tuple(map(int, each.version.split("."))) for each in found]
    assert all(newer > older for newer, older in pairwise(numbers))


def test_the_version_under_work_is_dated_by_the_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    under_work = release.Release("0.2.0", None)
    released = release.Release("0.1.0", date(2026, 1, 2))
    monkeypatch.setattr("integration.metainfo.releases", lambda: [under_work, released])
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")
    found = [dict(each.attrib) for each in ET.fromstring(metainfo()).iter("release")]
    assert found == [
        {"version": "0.2.0", "date": "2026-03-01", "type": "development"},
        {"version": "0.1.0", "date": "2026-01-02", "type": "stable"},
    ]


@pytest.mark.slow
@pytest.mark.e2e
def test_the_same_commit_gives_the_same_wheel_and_sdist(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also in another folder, with other times and rights of the files."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")
    here = distributions.build(tmp_path / "here")
    with tarfile.open(here[0]) as archive:
        archive.extractall(tmp_path, filter="data")
    [elsewhere] = tmp_path.glob("lookalike-*")
    for path in elsewhere.rglob("*.py"):
        path.chmod(0o600)
        path.touch()
    shutil.copy(PROJECT / ".gitignore", elsewhere)
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", tmp_path / "there"]
    words = [str(word) for word in (*command, elsewhere)]
    subprocess.run(words, check=True, capture_output=True)
    for path in here:
        assert (tmp_path / "there" / path.name).read_bytes() == path.read_bytes()
    times = {entry.date_time[:3] for entry in zipfile.ZipFile(here[1]).infolist()}
    assert times == {(2026, 3, 1)}
