"""Every start, of the window or a command, closes to others what an earlier version left open."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.arguments import WindowRequest
from desktop_app.cli.app import app as commands
from desktop_app.core.base.log_file import remove_log_handlers
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.ui.shell import app
from desktop_app.ui.shell.launch import open_window
from desktop_app.ui.system.single_instance import SingleInstance

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the folders have other names")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The home of a user of an earlier version."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.delenv(f"XDG_{name}_HOME", raising=False)
    Catalogue(LibraryFiles(tmp_path / ".local/share/Lookalike/library")).close()
    for name in (".cache/Lookalike/log/lookalike.log", ".config/Lookalike/settings.json"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).touch()
    for path in own_files(tmp_path):
        path.chmod(0o755 if path.is_dir() else 0o644)
    yield tmp_path
    remove_log_handlers()


def own_files(home: Path) -> list[Path]:
    return [path for path in home.rglob("*") if "Lookalike" in path.parts]


def run_status(_: pytest.MonkeyPatch) -> None:
    commands(["status", "--json"], standalone_mode=False)


def run_window(monkeypatch: pytest.MonkeyPatch) -> None:
    def run_for_a_moment(_: object, instance: SingleInstance, *__: object) -> int:
        instance.close()
        return 0

    monkeypatch.setattr(app, "run", run_for_a_moment)
    assert open_window(WindowRequest()) == 0


@pytest.mark.parametrize("start", [run_status, run_window])
def test_what_an_earlier_version_left_open_is_closed_at_the_start(
    start: Callable[[pytest.MonkeyPatch], None], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    umask = os.umask(0o022)
    try:
        start(monkeypatch)
    finally:
        os.umask(umask)
    assert [path.name for path in own_files(home) if path.stat().st_mode & 0o077] == []
    log = (home / ".cache/Lookalike/log/lookalike.log").read_text()
    assert log.count("Other users could open") == 2  # the user's folders, and the library
