"""Pictures or a command: what the arguments after `lookalike` mean."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop_app.arguments import WindowRequest, window_request
from desktop_app.cli.app import command_names
from desktop_app.core.base.errors import PhotoError, PhotoProblem


def parsed(*arguments: str) -> WindowRequest | None:
    return window_request(arguments, command_names)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_arguments_the_window_opens() -> None:
    assert parsed() == WindowRequest()


def test_paths_are_pictures_whether_they_are_there_or_not(folder: Path) -> None:
    assert parsed("a beach.jpg") == WindowRequest((folder / "a beach.jpg",))
    assert parsed("../b", "c") == WindowRequest((folder / "../b", folder / "c"))


def test_a_bare_name_is_a_picture_where_such_a_file_is_there(folder: Path) -> None:
    assert parsed("beach") is None
    (folder / "beach").touch()
    assert parsed("beach") == WindowRequest((folder / "beach",))


def test_a_command_goes_before_a_picture_of_its_name(folder: Path) -> None:
    (folder / "index").touch()
    assert parsed("index") is None
    assert parsed("./index") == WindowRequest((folder / "index",))
    assert parsed("--", "index") == WindowRequest((folder / "index",))


def test_a_command_with_a_picture_stays_a_command() -> None:
    assert parsed("search", "beach.jpg") is None


def test_options_belong_to_the_command_line() -> None:
    assert parsed("--help") is None
    assert parsed("beach.jpg", "--json") is None


def test_the_window_can_be_of_another_library(folder: Path) -> None:
    library = Path("lib")
    assert parsed("--library", "lib") == WindowRequest((), library)
    assert parsed("--library=lib", "a.jpg") == WindowRequest((folder / "a.jpg",), library)
    assert parsed("a.jpg", "--library", "lib") == WindowRequest((folder / "a.jpg",), library)


@pytest.mark.skipif(os.name == "nt", reason="paths have drives there")
def test_paths_are_what_the_user_means(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder / "home"))
    assert parsed("--library=~/lib", "file:///photos/a%20b.jpg") == WindowRequest(
        (Path("/photos/a b.jpg"),), folder / "home" / "lib"
    )


def test_links_are_declined() -> None:
    with pytest.raises(PhotoError) as declined:
        parsed("https://example.org/a.jpg")
    assert declined.value.problem is PhotoProblem.LINK


def test_the_window_can_log_every_step(folder: Path) -> None:
    assert parsed("--verbose") == WindowRequest(verbose=True)
    assert parsed("a.jpg", "--verbose") == WindowRequest((folder / "a.jpg",), verbose=True)


def test_a_command_that_logs_every_step_stays_a_command() -> None:
    assert parsed("--verbose", "index") is None


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_names_that_are_not_utf8_are_pictures(folder: Path) -> None:
    name = os.fsdecode(b"caf\xe9.jpg")
    assert parsed(name) == WindowRequest((folder / name,))
