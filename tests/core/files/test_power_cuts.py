"""The power of a disk fails at any line of a move, a rename or a write, or the disk is full."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.base.atomic_write import atomic_write, delete_abandoned, make_folder
from desktop_app.core.files.file_moves import NotPlaced
from desktop_app.core.files.photo_moves import move_files
from desktop_app.core.files.renames import Rename, rename_files
from tests.interruptions import at_every_line
from tests.loop_disk import LoopDisk, loop_disk, mounted

pytestmark = pytest.mark.slow
PHOTO = bytes(range(256)) * 800


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[LoopDisk]:
    with loop_disk(tmp_path) as disk:
        yield disk


def files_after(cut: Path, *folders: str) -> dict[str, bytes]:
    """The files in these folders of a disk whose power was cut, after the next copy to them."""
    found = {}
    with mounted(cut, cut.with_name("after")) as top:
        for folder in folders:
            delete_abandoned(top / folder)
            for path in (top / folder).iterdir():
                found[str(path.relative_to(top))] = path.read_bytes()
    return found


def test_a_photo_that_is_moved_to_a_disk_is_whole_on_one_side_when_the_power_fails(
    disk: LoopDisk, tmp_path: Path
) -> None:
    photo, target = tmp_path / "a.jpg", disk.folder / "photos"
    photo.write_bytes(PHOTO)
    make_folder(target)
    moments = set()
    with at_every_line(lambda: moments.add((photo.exists(), disk.cut()))):
        list(move_files([photo], target))
    moments.add((photo.exists(), disk.cut()))
    states = {(is_here, *files_after(cut, "photos").items()) for is_here, cut in moments}
    moved = ("photos/a.jpg", PHOTO)
    assert states == {(True,), (True, moved), (False, moved)}


def test_a_photo_that_is_moved_on_its_disk_is_whole_at_one_place_when_the_power_fails(
    disk: LoopDisk,
) -> None:
    old, new = disk.folder / "old", disk.folder / "new"
    for folder in (old, new):
        make_folder(folder)
    atomic_write(old / "a.jpg", "a")
    cuts = {disk.cut()}
    with at_every_line(lambda: cuts.add(disk.cut())):
        list(move_files([old / "a.jpg"], new))
    last = disk.cut()
    found = [files_after(cut, "old", "new") for cut in cuts]
    assert {"old/a.jpg": b"a"} in found
    assert all(each in ({"old/a.jpg": b"a"}, {"new/a.jpg": b"a"}) for each in found)
    assert files_after(last, "old", "new") == {"new/a.jpg": b"a"}


def test_photos_that_are_renamed_are_whole_under_one_name_each_when_the_power_fails(
    disk: LoopDisk,
) -> None:
    photos = disk.folder / "photos"
    make_folder(photos)
    for name in ("a", "b"):
        atomic_write(photos / f"{name}.jpg", name)
    cuts = {disk.cut()}
    with at_every_line(lambda: cuts.add(disk.cut())):
        list(rename_files([Rename(photos / "a.jpg", "b.jpg"), Rename(photos / "b.jpg", "c.jpg")]))
    last = disk.cut()
    old = {"photos/a.jpg": b"a", "photos/b.jpg": b"b"}
    half = {"photos/a.jpg": b"a", "photos/c.jpg": b"b"}
    new = {"photos/b.jpg": b"a", "photos/c.jpg": b"b"}
    found = [files_after(cut, "photos") for cut in cuts]
    assert old in found
    assert [each for each in found if each not in (old, half, new)] == []
    assert files_after(last, "photos") == new


def test_a_text_is_the_older_or_the_newer_one_when_the_power_fails(disk: LoopDisk) -> None:
    path = disk.folder / "settings" / "settings.json"
    atomic_write(path, "older")
    cuts = {disk.cut()}
    with at_every_line(lambda: cuts.add(disk.cut())):
        atomic_write(path, "newer")
    last = disk.cut()
    older, newer = {"settings/settings.json": b"older"}, {"settings/settings.json": b"newer"}
    assert all(files_after(cut, "settings") in (older, newer) for cut in cuts)
    assert files_after(last, "settings") == newer


def test_a_photo_that_does_not_fit_on_a_disk_stays_and_leaves_nothing_there(
    disk: LoopDisk, tmp_path: Path
) -> None:
    photo, target = tmp_path / "a.jpg", disk.folder / "photos"
    photo.write_bytes(bytes(4 * 2**20))
    make_folder(target)
    assert list(move_files([photo], target)) == [NotPlaced(photo, os.strerror(errno.ENOSPC))]
    assert list(target.iterdir()) == []
    assert photo.stat().st_size == 4 * 2**20
