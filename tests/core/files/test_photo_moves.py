"""Sidecars go where their photos go, unless another photo uses them; nothing is replaced."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop_app.core.files import photo_moves
from desktop_app.core.files.file_moves import NotPlaced, Placed, Step, move_file
from desktop_app.core.files.photo_moves import move_files
from desktop_app.core.files.sidecars import OwnSidecar, own_sidecars
from tests.core.files.named_files import contents, folder_of
from tests.full_disk import full_disk


def moved(paths: list[Path], folder: Path) -> list[Placed]:
    return [step for step in move_files(paths, folder) if isinstance(step, Placed)]


@pytest.mark.parametrize(
    ("there", "photo", "own"),
    [
        ("a.jpg", "a.jpg", ""),
        ("a.jpg a.jpg.xmp", "a.jpg", "a.jpg.xmp"),
        ("a.raf a.xmp", "a.raf", "a.xmp"),
        ("a.jpg a.jpg.xmp a.xmp", "a.jpg", "a.jpg.xmp a.xmp"),
        ("a.jpg a.raf a.jpg.xmp a.xmp", "a.jpg", "a.jpg.xmp"),
        ("a.jpg a.raf a.xmp", "a.raf", ""),
        ("a.jpg a.RAF a.xmp", "a.jpg", ""),
        ("a.jpg a.JPG a.xmp", "a.jpg", ""),
        ("a.jpg a.txt ab.raf a.xmp", "a.jpg", "a.xmp"),
        ("a.jpg b.xmp b.jpg.xmp a.xmp.bak", "a.jpg", ""),
    ],
)
def test_a_photo_owns_the_sidecars_that_no_other_one_uses(
    here: Path, there: str, photo: str, own: str
) -> None:
    folder_of(here, there)
    found = own_sidecars(here / photo)
    assert " ".join(each.path.name for each in found) == own
    assert [each.beside(here / photo) for each in found] == [each.path for each in found]


def test_links_and_folders_are_no_sidecars(here: Path) -> None:
    folder_of(here, "a.jpg b.jpg elsewhere")
    (here / "a.jpg.xmp").symlink_to(here / "elsewhere")
    (here / "b.jpg.xmp").mkdir()
    assert own_sidecars(here / "a.jpg") == own_sidecars(here / "b.jpg") == []


def test_sidecars_move_with_their_photo(here: Path, there: Path) -> None:
    folder_of(here, "a.jpg a.jpg.xmp a.xmp b.jpg b.jpg.xmp")
    steps = moved([here / "a.jpg"], there)
    sidecars = (OwnSidecar(there / "a.jpg.xmp", True), OwnSidecar(there / "a.xmp", False))
    assert steps == [Placed(here / "a.jpg", there / "a.jpg", moved_sidecars=sidecars)]
    assert contents(there) == {
        "a.jpg": "here/a.jpg",
        "a.jpg.xmp": "here/a.jpg.xmp",
        "a.xmp": "here/a.xmp",
    }
    assert sorted(contents(here)) == ["b.jpg", "b.jpg.xmp"]


def test_to_another_disk_sidecars_move_with_their_photo(here: Path, other_disk: Path) -> None:
    folder_of(here, "a.jpg a.jpg.xmp")
    moved([here / "a.jpg"], other_disk)
    assert contents(other_disk) == {"a.jpg": "here/a.jpg", "a.jpg.xmp": "here/a.jpg.xmp"}
    assert contents(here) == {}


def test_a_sidecar_of_two_photos_moves_with_the_last(here: Path, there: Path) -> None:
    folder_of(here, "a.jpg a.raf a.xmp")
    moved([here / "a.raf"], there)
    assert sorted(contents(here)) == ["a.jpg", "a.xmp"]
    moved([here / "a.jpg"], there)
    assert sorted(contents(there)) == ["a.jpg", "a.raf", "a.xmp"]


def test_a_sidecar_at_the_destination_is_never_replaced(here: Path, there: Path) -> None:
    """The photo and its sidecar get the same number: each keeps its own."""
    folder_of(here, "a.jpg a.jpg.xmp")
    folder_of(there, "a.jpg.xmp")
    assert moved([here / "a.jpg"], there)[0].target == there / "a (2).jpg"
    assert contents(there) == {
        "a.jpg.xmp": "there/a.jpg.xmp",
        "a (2).jpg": "here/a.jpg",
        "a (2).jpg.xmp": "here/a.jpg.xmp",
    }


def test_an_equal_sidecar_of_another_photo_is_not_taken_for_its_own(
    here: Path, there: Path
) -> None:
    folder_of(here, "a.raf a.xmp")
    folder_of(there, "a.nef")
    (there / "a.xmp").write_text("here/a.xmp")
    assert moved([here / "a.raf"], there)[0].target == there / "a (2).raf"
    assert sorted(contents(there)) == ["a (2).raf", "a (2).xmp", "a.nef", "a.xmp"]


def test_a_name_that_is_taken_meanwhile_gives_both_a_number(
    here: Path, there: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of(here, "a.jpg a.jpg.xmp")

    def move_late(source: Path, target: Path) -> Path:
        folder_of(there, "a.jpg")
        return move_file(source, target)

    monkeypatch.setattr(photo_moves, "move_file", move_late)
    assert moved([here / "a.jpg"], there)[0].moved_sidecars[0].path == there / "a (2).jpg.xmp"
    assert contents(there) == {
        "a.jpg": "there/a.jpg",
        "a (2).jpg": "here/a.jpg",
        "a (2).jpg.xmp": "here/a.jpg.xmp",
    }


def test_if_the_photo_stays_its_sidecars_stay(here: Path, other_disk: Path) -> None:
    folder_of(here, "a.jpg a.jpg.xmp a.xmp")
    (here / "a.jpg").write_bytes(bytes(5000))
    with full_disk():
        [step] = move_files([here / "a.jpg"], other_disk)
    assert isinstance(step, NotPlaced)
    assert sorted(contents(here)) == ["a.jpg", "a.jpg.xmp", "a.xmp"]
    assert contents(other_disk) == {}


def test_if_a_sidecar_cannot_move_the_photo_stays(here: Path, other_disk: Path) -> None:
    folder_of(here, "a.jpg a.jpg.xmp a.xmp")
    (here / "a.xmp").write_bytes(bytes(5000))
    with full_disk():
        [step] = move_files([here / "a.jpg"], other_disk)
    assert isinstance(step, NotPlaced)
    assert sorted(contents(here)) == ["a.jpg", "a.jpg.xmp", "a.xmp"]
    assert contents(other_disk) == {}


def test_a_sidecar_that_is_saved_during_the_move_is_not_lost(
    here: Path, there: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of(here, "a.jpg a.jpg.xmp")

    def move_late(source: Path, target: Path) -> Path:
        (here / "new").write_text("saved again")
        (here / "new").replace(here / "a.jpg.xmp")
        return move_file(source, target)

    monkeypatch.setattr(photo_moves, "move_file", move_late)
    moved([here / "a.jpg"], there)
    assert contents(here) == {"a.jpg.xmp": "saved again"}
    assert contents(there) == {"a.jpg": "here/a.jpg", "a.jpg.xmp": "here/a.jpg.xmp"}


@pytest.mark.skipif(os.name == "nt", reason="links are made otherwise there")
def test_where_there_are_no_links_sidecars_are_copied(
    here: Path, there: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of(here, "a.jpg a.jpg.xmp")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    moved([here / "a.jpg"], there)
    assert contents(here) == {}
    assert contents(there) == {"a.jpg": "here/a.jpg", "a.jpg.xmp": "here/a.jpg.xmp"}


def test_a_move_that_was_killed_takes_the_sidecar_that_it_has_left(here: Path, there: Path) -> None:
    folder_of(here, "a.jpg a.jpg.xmp")
    os.link(here / "a.jpg.xmp", there / "a.jpg.xmp")
    moved([here / "a.jpg"], there)
    assert contents(here) == {}
    assert sorted(contents(there)) == ["a.jpg", "a.jpg.xmp"]


def test_steps_of_photos_without_sidecars_are_as_they_were(here: Path, there: Path) -> None:
    folder_of(here, "a.jpg")
    steps: list[Step] = list(move_files([here / "a.jpg"], there))
    assert steps == [Placed(here / "a.jpg", there / "a.jpg")]
