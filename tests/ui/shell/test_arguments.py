"""Pictures or a command: what the words after `lookalike` mean."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop_app.arguments import WindowRequest, window_request
from desktop_app.cli.app import command_names


def asked(*words: str) -> WindowRequest | None:
    return window_request(words, command_names)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_no_words_ask_for_the_window() -> None:
    assert asked() == WindowRequest()


def test_paths_are_pictures_whether_they_are_there_or_not(folder: Path) -> None:
    assert asked("a beach.jpg") == WindowRequest((folder / "a beach.jpg",))
    assert asked("../b", "c") == WindowRequest((folder / "../b", folder / "c"))


def test_a_bare_name_is_a_picture_where_such_a_file_is_there(folder: Path) -> None:
    assert asked("beach") is None
    (folder / "beach").touch()
    assert asked("beach") == WindowRequest((folder / "beach",))


def test_a_command_goes_before_a_picture_of_its_name(folder: Path) -> None:
    (folder / "index").touch()
    assert asked("index") is None
    assert asked("./index") == WindowRequest((folder / "index",))
    assert asked("--", "index") == WindowRequest((folder / "index",))


def test_a_command_with_a_picture_stays_a_command() -> None:
    assert asked("search", "beach.jpg") is None


def test_options_are_the_command_lines() -> None:
    assert asked("--help") is None
    assert asked("beach.jpg", "--json") is None


def test_the_window_can_be_of_another_library(folder: Path) -> None:
    library = Path("lib")
    assert asked("--library", "lib") == WindowRequest((), library)
    assert asked("--library=lib", "a.jpg") == WindowRequest((folder / "a.jpg",), library)
    assert asked("a.jpg", "--library", "lib") == WindowRequest((folder / "a.jpg",), library)


def test_the_window_can_log_every_step(folder: Path) -> None:
    assert asked("--verbose") == WindowRequest(verbose=True)
    assert asked("a.jpg", "--verbose") == WindowRequest((folder / "a.jpg",), verbose=True)


def test_a_command_that_logs_every_step_stays_a_command() -> None:
    assert asked("--verbose", "index") is None


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_names_that_are_not_utf8_are_pictures(folder: Path) -> None:
    name = os.fsdecode(b"caf\xe9.jpg")
    assert asked(name) == WindowRequest((folder / name,))
