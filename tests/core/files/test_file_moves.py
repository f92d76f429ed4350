"""Copying and moving files: never over another file, never stopped by one that fails."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from desktop_app.core.files.file_moves import (
    NotPlaced,
    Placed,
    copy_file,
    copy_files,
    move_file,
    move_files,
)
from tests.flush_record import FlushRecord


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Three files, and an empty folder."""
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    for name in ("a.jpg", "b.jpg", "c.jpg"):
        (here / name).write_text(name)
        os.utime(here / name, ns=(1_000_000_000, 1_234_567_891))
    return here, there


def test_copies_are_complete_and_keep_their_times(folders: tuple[Path, Path]) -> None:
    here, there = folders
    steps = list(copy_files(sorted(here.iterdir()), there))
    assert steps == [Placed(here / name, there / name) for name in ("a.jpg", "b.jpg", "c.jpg")]
    assert (there / "b.jpg").read_text() == "b.jpg"
    assert (there / "b.jpg").stat().st_mtime_ns == 1_234_567_891
    assert sorted(path.name for path in there.iterdir()) == ["a.jpg", "b.jpg", "c.jpg"]


def test_moved_files_leave_their_folder_and_keep_their_times(folders: tuple[Path, Path]) -> None:
    here, there = folders
    steps = list(move_files([here / "a.jpg"], there))
    assert steps == [Placed(here / "a.jpg", there / "a.jpg")]
    assert not (here / "a.jpg").exists()
    assert (there / "a.jpg").stat().st_mtime_ns == 1_234_567_891


@pytest.mark.parametrize("act", [copy_file, move_file])
def test_a_name_that_is_taken_gets_a_number(folders: tuple[Path, Path], act: object) -> None:
    here, there = folders
    (there / "a.jpg").write_text("another")
    (there / "a (2).jpg").write_text("a third")
    placed = act(here / "a.jpg", there / "a.jpg")  # type: ignore[operator]
    assert placed == there / "a (3).jpg"
    assert placed.read_text() == "a.jpg"
    assert (there / "a.jpg").read_text() == "another"
    assert (there / "a (2).jpg").read_text() == "a third"


def test_a_file_that_fails_is_named_and_the_others_go_on(folders: tuple[Path, Path]) -> None:
    here, there = folders
    for act in (copy_files, move_files):
        steps = list(act([here / "gone.jpg", here / "a.jpg"], there))
        assert steps[0] == NotPlaced(here / "gone.jpg", os.strerror(errno.ENOENT))
        assert isinstance(steps[1], Placed)
    assert sorted(path.name for path in there.iterdir()) == ["a (2).jpg", "a.jpg"]


def test_a_folder_that_is_not_there_fails_each_file(folders: tuple[Path, Path]) -> None:
    here, there = folders
    there.rmdir()
    steps = list(move_files(sorted(here.iterdir()), there))
    assert [type(step) for step in steps] == [NotPlaced] * 3
    assert len(list(here.iterdir())) == 3


def test_moving_to_its_own_folder_leaves_a_file_alone(folders: tuple[Path, Path]) -> None:
    here, _ = folders
    assert list(move_files([here / "a.jpg"], here)) == [Placed(here / "a.jpg", here / "a.jpg")]
    assert len(list(here.iterdir())) == 3


def test_to_another_disk_a_file_is_copied_and_then_removed(tmp_path: Path) -> None:
    other = Path("/dev/shm")
    if not other.is_dir() or other.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no other disk to write to")
    source = tmp_path / "a.jpg"
    source.write_text("a")
    os.utime(source, ns=(1_000_000_000, 1_234_567_891))
    target = move_file(source, other / f"lookalike-{os.getpid()}.jpg")
    try:
        assert target.read_text() == "a"
        assert target.stat().st_mtime_ns == 1_234_567_891
        assert not source.exists()
    finally:
        target.unlink()


def test_a_name_that_is_not_utf8_is_moved(tmp_path: Path) -> None:
    source = tmp_path / "caf\udce9.jpg"
    source.write_text("a")
    assert move_file(source, tmp_path / "b.jpg").read_text() == "a"


def test_a_name_never_has_a_part_of_a_copy(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = folders
    copy, seen = shutil.copyfile, []

    def copy_and_look(source: Path, target: Path) -> None:
        copy(source, target)
        seen.append((there / "a.jpg").read_text())

    monkeypatch.setattr(shutil, "copyfile", copy_and_look)
    copy_file(here / "a.jpg", there / "a.jpg")
    assert seen == [""]
    assert (there / "a.jpg").read_text() == "a.jpg"


def test_a_copy_that_fails_half_way_leaves_nothing_behind(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = folders

    def fill_the_disk(source: Path, target: Path) -> None:
        target.write_text("half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(shutil, "copyfile", fill_the_disk)
    steps = list(copy_files([here / "a.jpg"], there))
    assert steps == [NotPlaced(here / "a.jpg", os.strerror(errno.ENOSPC))]
    assert list(there.iterdir()) == []


def test_a_file_that_is_gone_reserves_no_name(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = folders
    created: list[str] = []
    create = os.open

    def record(path: Path, flags: int, mode: int = 0o777) -> int:
        created.append(Path(path).name)
        return create(path, flags, mode)

    monkeypatch.setattr(os, "open", record)
    with pytest.raises(FileNotFoundError):
        move_file(here / "gone.jpg", there / "gone.jpg")
    assert created == []


@pytest.fixture
def other_disk(folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """The second folder, as if it were on another disk than the first."""
    _, there = folders
    replace = os.replace

    def refuse_across(source: Path, target: Path) -> None:
        if Path(source).parent != Path(target).parent:
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        replace(source, target)

    monkeypatch.setattr(os, "replace", refuse_across)
    return there


def test_a_file_that_cannot_be_deleted_is_not_moved_to_another_disk(
    folders: tuple[Path, Path], other_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, _ = folders
    unlink = os.unlink

    def refuse_here(path: Path) -> None:
        if Path(path).parent == here:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        unlink(path)

    monkeypatch.setattr(os, "unlink", refuse_here)
    steps = list(move_files([here / "a.jpg"], other_disk))
    assert steps == [NotPlaced(here / "a.jpg", os.strerror(errno.EACCES))]
    assert (here / "a.jpg").read_text() == "a.jpg"
    assert list(other_disk.iterdir()) == []


def test_a_move_to_another_disk_that_fails_keeps_the_original(
    folders: tuple[Path, Path], other_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, _ = folders

    def fill_the_disk(source: Path, target: Path) -> None:
        target.write_text("half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(shutil, "copyfile", fill_the_disk)
    steps = list(move_files([here / "a.jpg"], other_disk))
    assert steps == [NotPlaced(here / "a.jpg", os.strerror(errno.ENOSPC))]
    assert (here / "a.jpg").read_text() == "a.jpg"
    assert list(other_disk.iterdir()) == []


def test_on_another_disk_a_file_outlasts_a_loss_of_power_before_the_original_is_deleted(
    folders: tuple[Path, Path], other_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, _ = folders
    record = FlushRecord(monkeypatch)
    unlink, safe = os.unlink, []

    def look_before(path: Path) -> None:
        if Path(path).parent == here:
            safe.append(record.is_safe(other_disk / "a.jpg"))
            safe.append(record.is_flushed(other_disk))
        unlink(path)

    monkeypatch.setattr(os, "unlink", look_before)
    (here / "a.jpg").chmod(0o444)
    assert move_file(here / "a.jpg", other_disk / "a.jpg") == other_disk / "a.jpg"
    assert safe == [True, True]
