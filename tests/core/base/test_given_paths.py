"""Paths mean what the user means by them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop_app.core.base.given_paths import given_path, is_address, possible_places, resolved


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return tmp_path


def test_a_tilde_is_the_home_folder_unless_a_file_has_its_name(folder: Path) -> None:
    assert given_path("~/photos") == folder / "home" / "photos"
    (folder / "~").mkdir()
    assert given_path("~") == Path("~")


def test_a_home_folder_of_nobody_stays_as_it_is() -> None:
    assert given_path("~nobody-has-this-name/x") == Path("~nobody-has-this-name/x")


@pytest.mark.skipif(os.name == "nt", reason="paths have drives there")
@pytest.mark.parametrize(
    ("word", "path"),
    [
        ("file:///photos/a%20b.jpg", "/photos/a b.jpg"),
        ("FILE://localhost/photos/%E5%BA%93.jpg", "/photos/库.jpg"),
        ("file:/photos/100%25.jpg", "/photos/100%.jpg"),
        ("file:///photos/a#1?.jpg", "/photos/a#1?.jpg"),
        ("file:///photos/caf%E9.jpg", os.fsdecode(b"/photos/caf\xe9.jpg")),
    ],
)
def test_addresses_of_files_are_decoded(word: str, path: str) -> None:
    assert not is_address(word)
    assert given_path(word) == Path(path)


@pytest.mark.parametrize(
    "word", ["http://x.org/a.jpg", "HTTPS://x.org", "ftp://x/y", "smb://nas/a", "file://nas/a.jpg"]
)
def test_other_addresses_are_no_files(word: str) -> None:
    assert is_address(word)


@pytest.mark.parametrize("word", ["a.jpg", "/a/http://b", "C:\\photos", "file:a.jpg", "a:b", "-"])
def test_paths_are_no_addresses(word: str) -> None:
    assert not is_address(word)


def test_a_file_is_known_by_its_place_in_the_real_folder_and_as_it_is_written(folder: Path) -> None:
    real, elsewhere = folder / "real", folder / "elsewhere"
    for each in (real, elsewhere):
        each.mkdir()
    (elsewhere / "a.jpg").touch()
    (real / "link.jpg").symlink_to(elsewhere / "a.jpg")
    (folder / "shortcut").symlink_to(real)
    places = possible_places(Path("shortcut/../shortcut/link.jpg"))
    assert set(places) == {
        real / "link.jpg",
        folder / "shortcut" / "link.jpg",
        elsewhere / "a.jpg",
    }


def test_a_loop_of_links_fails_nowhere(folder: Path) -> None:
    loop = folder / "loop"
    loop.symlink_to(loop)
    assert loop in possible_places(loop)
    assert resolved(Path("loop")) == loop
