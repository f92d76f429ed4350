"""Copies of photos get copies of their sidecars; nothing is replaced."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from desktop_app.core.files.file_moves import NotPlaced, Placed
from desktop_app.core.files.photo_moves import copy_files
from tests.core.files.named_files import contents, folder_of
from tests.full_disk import full_disk


@pytest.mark.parametrize(
    ("beside", "copied", "found"),
    [
        ("a.jpg a.jpg.xmp ab.jpg.xmp", "a.jpg", "a.jpg a.jpg.xmp"),
        ("a.jpg a.xmp", "a.jpg", "a.jpg a.xmp"),
        ("a.jpg a.raf a.xmp a.jpg.xmp", "a.jpg", "a.jpg a.jpg.xmp"),
        ("a.jpg a.RAF a.xmp", "a.RAF", "a.RAF a.xmp"),
        ("a.jpg a.raf a.xmp", "a.jpg a.raf", "a.jpg a.raf a.xmp"),
        ("a.jpg a.png a.xmp", "a.jpg a.png", "a.jpg a.png a.xmp"),
    ],
)
def test_a_copy_gets_the_sidecars_that_are_not_of_a_raw_file_beside_the_photo(
    here: Path, there: Path, beside: str, copied: str, found: str
) -> None:
    folder_of(here, beside)
    steps = list(copy_files([here / name for name in copied.split()], there))
    assert steps == [Placed(here / name, there / name) for name in copied.split()]
    assert contents(there) == {name: f"here/{name}" for name in found.split()}
    assert contents(here) == {name: f"here/{name}" for name in beside.split()}


def test_a_copied_sidecar_is_a_file_of_its_own(here: Path, there: Path) -> None:
    folder_of(here, "a.jpg a.jpg.xmp")
    list(copy_files([here / "a.jpg"], there))
    with (there / "a.jpg.xmp").open("a") as copy:
        copy.write(" edited")
    assert contents(here)["a.jpg.xmp"] == "here/a.jpg.xmp"


def test_a_sidecar_at_the_destination_is_never_replaced_by_a_copy(here: Path, there: Path) -> None:
    """The photo and its sidecar get the same number, also in their own folder."""
    folder_of(here, "a.jpg a.jpg.xmp")
    folder_of(there, "a.jpg.xmp")
    for folder in (there, here):
        steps = list(copy_files([here / "a.jpg"], folder))
        assert steps == [Placed(here / "a.jpg", folder / "a (2).jpg")]
        assert contents(folder)["a (2).jpg.xmp"] == "here/a.jpg.xmp"
        assert contents(folder)["a.jpg.xmp"] == f"{folder.name}/a.jpg.xmp"


def test_a_copy_that_was_made_again_has_its_own_sidecar(here: Path, there: Path) -> None:
    folder_of(here, "a.jpg a.jpg.xmp")
    for _ in range(2):
        list(copy_files([here / "a.jpg"], there))
    assert sorted(contents(there)) == ["a (2).jpg", "a (2).jpg.xmp", "a.jpg", "a.jpg.xmp"]


def test_a_sidecar_that_cannot_be_copied_is_reported_and_the_photo_is_copied(
    here: Path, there: Path
) -> None:
    folder_of(here, "a.jpg a.jpg.xmp b.jpg")
    (here / "a.jpg.xmp").write_bytes(bytes(5000))
    with full_disk():
        steps = list(copy_files([here / "a.jpg", here / "b.jpg"], there))
    assert steps == [
        Placed(here / "a.jpg", there / "a.jpg"),
        NotPlaced(here / "a.jpg.xmp", os.strerror(errno.EFBIG)),
        Placed(here / "b.jpg", there / "b.jpg"),
    ]
    assert sorted(contents(there)) == ["a.jpg", "b.jpg"]


def test_a_photo_that_cannot_be_copied_leaves_no_sidecar(here: Path, there: Path) -> None:
    folder_of(here, "a.jpg a.jpg.xmp a.xmp")
    (here / "a.jpg").write_bytes(bytes(5000))
    with full_disk():
        steps = list(copy_files([here / "a.jpg"], there))
    assert steps == [NotPlaced(here / "a.jpg", os.strerror(errno.EFBIG))]
    assert contents(there) == {}
