"""Sidecars get the new names of their photos, and stay with those that keep their names."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop_app.core.files.exclusive_rename import rename_exclusively
from desktop_app.core.files.file_moves import NotPlaced, Placed, Step
from desktop_app.core.files.photo_moves import moving
from desktop_app.core.files.renames import Rename, rename_files
from desktop_app.core.files.sidecar_moves import brought_along
from desktop_app.core.files.sidecars import OwnSidecar
from tests.core.files.named_files import contents
from tests.loop_disk import disk_without_capitals


def make(folder: Path, names: str) -> None:
    """Make files that contain their names."""
    for name in names.split():
        (folder / name).write_text(name)


def rename(folder: Path, names: dict[str, str]) -> list[Step]:
    return list(rename_files([Rename(folder / old, new) for old, new in names.items()]))


def test_sidecars_of_both_kinds_get_the_new_name(tmp_path: Path) -> None:
    make(tmp_path, "a.jpg a.jpg.xmp a.xmp ab.jpg ab.jpg.xmp")
    sidecars = (OwnSidecar(tmp_path / "b.jpg.xmp", True), OwnSidecar(tmp_path / "b.xmp", False))
    assert rename(tmp_path, {"a.jpg": "b.jpg"}) == [
        Placed(tmp_path / "a.jpg", tmp_path / "b.jpg", moved_sidecars=sidecars)
    ]
    assert contents(tmp_path) == {
        "b.jpg": "a.jpg",
        "b.jpg.xmp": "a.jpg.xmp",
        "b.xmp": "a.xmp",
        "ab.jpg": "ab.jpg",
        "ab.jpg.xmp": "ab.jpg.xmp",
    }


def test_a_sidecar_that_a_photo_shares_stays_with_the_one_that_keeps_its_name(
    tmp_path: Path,
) -> None:
    make(tmp_path, "a.jpg a.raf a.xmp")
    rename(tmp_path, {"a.raf": "b.raf"})
    assert contents(tmp_path) == {"a.jpg": "a.jpg", "b.raf": "a.raf", "a.xmp": "a.xmp"}


@pytest.mark.parametrize("order", [("a.jpg", "a.raf"), ("a.raf", "a.jpg")])
def test_a_sidecar_that_photos_share_goes_with_the_raw_file(
    tmp_path: Path, order: tuple[str, str]
) -> None:
    make(tmp_path, "a.jpg a.raf a.xmp")
    new = {"a.jpg": "001.jpg", "a.raf": "002.raf"}
    rename(tmp_path, {old: new[old] for old in order})
    assert contents(tmp_path) == {"001.jpg": "a.jpg", "002.raf": "a.raf", "002.xmp": "a.xmp"}


def test_pairs_with_sidecars_move_up_into_the_names_of_others(tmp_path: Path) -> None:
    make(tmp_path, "1.jpg 1.raf 1.xmp 2.jpg 2.raf 2.xmp")
    shifted = {"1.jpg": "2.jpg", "1.raf": "2.raf", "2.jpg": "3.jpg", "2.raf": "3.raf"}
    rename(tmp_path, shifted)
    assert contents(tmp_path) == {
        "2.jpg": "1.jpg",
        "2.raf": "1.raf",
        "2.xmp": "1.xmp",
        "3.jpg": "2.jpg",
        "3.raf": "2.raf",
        "3.xmp": "2.xmp",
    }


def test_a_sidecar_is_never_replaced_and_the_reason_names_it(tmp_path: Path) -> None:
    make(tmp_path, "a.jpg a.jpg.xmp b.jpg.xmp c.jpg")
    before = contents(tmp_path)
    assert rename(tmp_path, {"a.jpg": "b.jpg", "c.jpg": "d.jpg"}) == [
        NotPlaced(tmp_path / "a.jpg", "b.jpg.xmp: File exists"),
        Placed(tmp_path / "c.jpg", tmp_path / "d.jpg"),
    ]
    before["d.jpg"] = before.pop("c.jpg")
    assert contents(tmp_path) == before


def test_the_sidecars_of_a_photo_that_keeps_its_name_keep_theirs(tmp_path: Path) -> None:
    make(tmp_path, "a.jpg a.jpg.xmp a.xmp b.jpg")
    before = contents(tmp_path)
    assert rename(tmp_path, {"a.jpg": "b.jpg"}) == [NotPlaced(tmp_path / "a.jpg", "File exists")]
    assert contents(tmp_path) == before


def test_a_sidecar_that_a_killed_rename_has_left_is_taken(tmp_path: Path) -> None:
    """In other capitals, too: there are two files where capitals make a difference."""
    make(tmp_path, "a.jpg a.jpg.xmp")
    os.link(tmp_path / "a.jpg.xmp", tmp_path / "A.jpg.xmp")
    rename(tmp_path, {"a.jpg": "A.jpg"})
    assert contents(tmp_path) == {"A.jpg": "a.jpg", "A.jpg.xmp": "a.jpg.xmp"}


def test_two_names_of_one_file_are_not_taken_for_one_in_other_capitals(tmp_path: Path) -> None:
    make(tmp_path, "a.jpg")
    os.link(tmp_path / "a.jpg", tmp_path / "A.jpg")
    with pytest.raises(FileExistsError):
        rename_exclusively(tmp_path / "a.jpg", tmp_path / "A.jpg")
    assert sorted(contents(tmp_path)) == ["A.jpg", "a.jpg"]


@pytest.mark.slow
def test_where_capitals_make_no_difference_changing_them_loses_no_sidecar(tmp_path: Path) -> None:
    """Some disks let a file change its capitals; others keep those that it was made with."""
    with disk_without_capitals(tmp_path) as disk:
        make(disk, "a.jpg a.jpg.xmp a.xmp")
        before = contents(disk)
        [step] = rename(disk, {"a.jpg": "A.jpg"})
        if isinstance(step, Placed):
            assert contents(disk) == {f"A{name[1:]}": text for name, text in before.items()}
            with moving([disk]) as move:
                back = move(step.target, step.source, step.moved_sidecars)
            assert back.target == step.source
        else:
            assert step == NotPlaced(disk / "a.jpg", "File exists")
        assert contents(disk) == before


@pytest.mark.slow
def test_a_sidecar_that_only_changes_its_capitals_is_not_deleted_as_the_old_one(
    tmp_path: Path,
) -> None:
    with disk_without_capitals(tmp_path) as disk:
        make(disk, "a.jpg.xmp")
        sidecar = OwnSidecar(disk / "a.jpg.xmp", is_long=True)
        with brought_along([sidecar], disk / "A.jpg") as follow:
            assert follow(disk / "A.jpg") == (OwnSidecar(disk / "A.jpg.xmp", is_long=True),)
        assert (disk / "A.jpg.xmp").read_text() == "a.jpg.xmp"
