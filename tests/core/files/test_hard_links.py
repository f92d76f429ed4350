"""Identical files become one on the disk, and others stay as they are."""

import os
import shutil
from pathlib import Path

import pytest

from desktop_app.core.files.file_moves import NotPlaced, Placed
from desktop_app.core.files.hard_links import (
    CHANGED_MEANWHILE,
    NOT_IDENTICAL,
    link_files,
    replace_identical,
    separate_file,
)


@pytest.fixture
def twins(tmp_path: Path) -> tuple[Path, Path]:
    kept, copy = tmp_path / "a" / "kept.jpg", tmp_path / "b" / "copy.jpg"
    for path in (kept, copy):
        path.parent.mkdir()
        path.write_bytes(b"photo" * 1000)
    return kept, copy


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


def test_identical_files_share_one_content(twins: tuple[Path, Path], tmp_path: Path) -> None:
    kept, copy = twins
    before = names(tmp_path)

    time = copy.stat().st_mtime_ns
    assert list(link_files([twins])) == [Placed(copy, copy, time)]

    assert kept.stat().st_ino == copy.stat().st_ino
    assert copy.read_bytes() == b"photo" * 1000
    assert names(tmp_path) == before


def test_linked_files_are_separated_again(twins: tuple[Path, Path], tmp_path: Path) -> None:
    kept, copy = twins
    os.utime(kept, ns=(10**18, 10**18))
    time = copy.stat().st_mtime_ns
    list(link_files([twins]))
    before = names(tmp_path)

    assert separate_file(copy, time) == copy

    assert kept.stat().st_ino != copy.stat().st_ino
    assert (copy.read_bytes(), copy.stat().st_mtime_ns) == (b"photo" * 1000, time)
    assert kept.stat().st_mtime_ns == 10**18
    assert names(tmp_path) == before
    copy.write_bytes(b"other")
    assert kept.read_bytes() == b"photo" * 1000


def test_files_that_differ_stay(twins: tuple[Path, Path]) -> None:
    copy = twins[1]
    copy.write_bytes(b"PHOTO" * 1000)

    (step,) = link_files([twins])

    assert step == NotPlaced(copy, "it is not identical any more")
    assert copy.read_bytes() == b"PHOTO" * 1000


def test_files_that_are_linked_already_stay_so(twins: tuple[Path, Path]) -> None:
    copy = twins[1]
    list(link_files([twins]))
    inode = copy.stat().st_ino

    assert list(link_files([twins])) == [Placed(copy, copy)]
    assert copy.stat().st_ino == inode


@pytest.mark.parametrize("at", [0, 1])
def test_links_and_missing_files_stay(twins: tuple[Path, Path], at: int) -> None:
    target = twins[at].with_name("target.jpg")
    twins[at].rename(target)
    (missing,) = link_files([twins])
    twins[at].symlink_to(target)
    (linked,) = link_files([twins])

    assert isinstance(missing, NotPlaced)
    assert isinstance(linked, NotPlaced)
    assert twins[at].is_symlink()


def test_one_file_that_fails_does_not_end_the_others(
    twins: tuple[Path, Path], tmp_path: Path
) -> None:
    steps = list(link_files([(tmp_path / "none.jpg", twins[1]), twins]))

    assert [type(step) for step in steps] == [NotPlaced, Placed]


def test_files_on_two_disks_stay(twins: tuple[Path, Path], other_disk: Path) -> None:
    other = other_disk / "copy.jpg"
    other.write_bytes(twins[0].read_bytes())

    (step,) = link_files([(twins[0], other)])

    assert isinstance(step, NotPlaced)
    assert other.stat().st_dev != twins[0].stat().st_dev


@pytest.mark.parametrize("at", [0, 1])
def test_a_file_stays_if_one_is_written_meanwhile(twins: tuple[Path, Path], at: int) -> None:
    def make(part: Path) -> None:
        shutil.copy(twins[0], part)
        os.utime(twins[at], ns=(2, 2))

    with pytest.raises(OSError, match=CHANGED_MEANWHILE):
        replace_identical(*twins, make)
    assert not twins[0].samefile(twins[1])


def test_what_is_longer_than_the_other_is_not_identical(twins: tuple[Path, Path]) -> None:
    with twins[1].open("ab") as file:
        file.write(b"?")
    assert list(link_files([twins])) == [NotPlaced(twins[1], NOT_IDENTICAL)]
