"""Identical files share their space where the disk can do it, and stay files of their own."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.files.file_moves import NotPlaced, Placed
from desktop_app.core.files.hard_links import NOT_IDENTICAL, separate_file
from desktop_app.core.files.reflinks import NOT_SHARED, reflink_files
from tests.extents import places_of
from tests.loop_disk import BTRFS, SHARING_DISK_BYTES, XFS, format_disk, mounted

_PHOTO_BYTES = 20 * 2**20

Twins = tuple[Path, Path]


@pytest.fixture(params=[BTRFS, XFS])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A disk that can share the space of files."""
    format_disk(tmp_path / "image", SHARING_DISK_BYTES, request.param)
    with mounted(tmp_path / "image", tmp_path / "disk") as place:
        yield place


def twins_in(folder: Path) -> Twins:
    content = os.urandom(_PHOTO_BYTES)
    kept, copy = folder / "a" / "kept.jpg", folder / "b" / "copy.jpg"
    for time, path in enumerate((kept, copy), 1):
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
        os.utime(path, ns=(time * 10**18, time * 10**18))
    copy.chmod(0o640)
    return kept, copy


@pytest.fixture
def twins(disk: Path) -> Twins:
    return twins_in(disk)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


def test_identical_files_share_their_space_and_get_it_back(disk: Path, twins: Twins) -> None:
    kept, copy = twins
    state, there = copy.stat(), names(disk)
    assert places_of(copy) != places_of(kept)

    assert list(reflink_files([twins])) == [Placed(copy, copy, 2 * 10**18)]

    now = copy.stat()
    assert places_of(copy) == places_of(kept)
    assert (now.st_mtime_ns, now.st_mode) == (state.st_mtime_ns, state.st_mode)
    assert not kept.samefile(copy)
    assert kept.read_bytes() == copy.read_bytes()
    separate_file(copy, 2 * 10**18)
    assert places_of(copy) != places_of(kept)
    assert kept.read_bytes() == copy.read_bytes()
    assert copy.stat().st_mtime_ns == 2 * 10**18
    assert names(disk) == there


def test_who_writes_one_file_does_not_change_the_other(twins: Twins) -> None:
    kept, copy = twins
    list(reflink_files([twins]))
    with copy.open("r+b") as file:
        file.write(b"edited")
    assert not kept.read_bytes().startswith(b"edited")


def test_files_that_differ_stay(twins: Twins, disk: Path) -> None:
    copy = twins[1]
    with copy.open("r+b") as file:
        file.seek(_PHOTO_BYTES - 1)
        file.write(b"?")
    content, there = copy.read_bytes(), names(disk)

    assert list(reflink_files([twins])) == [NotPlaced(copy, NOT_IDENTICAL)]

    assert copy.read_bytes() == content
    assert names(disk) == there


def test_files_on_two_disks_stay(twins: Twins, tmp_path: Path) -> None:
    other = tmp_path / "copy.jpg"
    other.write_bytes(twins[0].read_bytes())
    assert list(reflink_files([(twins[0], other)])) == [NotPlaced(other, os.strerror(errno.EXDEV))]


def test_a_disk_that_cannot_do_it_is_said_to(tmp_path: Path) -> None:
    format_disk(tmp_path / "image", 64 * 2**20)
    with mounted(tmp_path / "image", tmp_path / "disk") as place:
        kept, copy = twins_in(place)
        there = names(place)
        assert list(reflink_files([(kept, copy)])) == [NotPlaced(copy, NOT_SHARED)]
        assert copy.stat().st_mtime_ns == 2 * 10**18
        assert names(place) == there


def test_hard_links_are_left_as_they_are(twins: Twins) -> None:
    kept, copy = twins
    copy.unlink()
    copy.hardlink_to(kept)
    assert list(reflink_files([twins])) == [Placed(copy, copy)]
    assert kept.samefile(copy)
