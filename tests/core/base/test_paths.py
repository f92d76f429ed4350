"""The user's folders are where the system says, and never in the current folder."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.core.base.paths import (
    cache_folder,
    default_library,
    log_folder,
    runtime_folder,
    sample_pictures,
    settings_file,
)

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="only Linux has XDG")

_FOLDERS = [default_library, settings_file, log_folder, sample_pictures, cache_folder]
_VARIABLES = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    for name in _VARIABLES:
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "home"


@pytest.mark.parametrize("find", _FOLDERS)
@pytest.mark.parametrize("value", ["", "relative", "~/data", "./x"])
def test_a_variable_that_is_not_an_absolute_path_counts_as_unset(
    find: Callable[[], Path], value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    unset = find()
    for name in _VARIABLES:
        monkeypatch.setenv(name, value)
    assert find() == unset


@pytest.mark.parametrize("find", _FOLDERS)
def test_a_variable_that_is_an_absolute_path_counts(
    find: Callable[[], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in _VARIABLES:
        monkeypatch.setenv(name, str(tmp_path / "own"))
    assert find().is_relative_to(tmp_path / "own")


@pytest.mark.parametrize("value", ["", "relative"])
def test_without_a_usable_home_folder_the_systems_own_is_taken(
    value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", value)
    assert default_library() == Path(f"{Path('~').expanduser()}/.local/share/Lookalike/library")
    assert default_library().is_absolute()


@pytest.mark.parametrize("value", ["", "relative"])
def test_sockets_never_lie_in_the_current_folder(
    value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "relative").mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", value)
    folder = runtime_folder()
    assert folder.is_absolute()
    assert not folder.is_relative_to(tmp_path)


def test_where_somebody_else_has_made_the_folder_of_sockets_there_is_another_that_stays(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / f"lookalike-{os.getuid()}").mkdir(0o755)
    assert runtime_folder() == runtime_folder() == home / ".cache" / "Lookalike" / "run"
    assert stat.S_IMODE(runtime_folder().stat().st_mode) == 0o700
