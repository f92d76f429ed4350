"""Copying and moving files: never over another file, never stopped by one that fails."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop_app.core.base.json_codec import encode_json
from desktop_app.core.files import file_moves
from desktop_app.core.files.exclusive_rename import rename_exclusively, rename_over_reserved
from desktop_app.core.files.file_moves import (
    NotPlaced,
    Placed,
    Step,
    copy_file,
    move_file,
)
from desktop_app.core.files.interrupted_moves import noted
from desktop_app.core.files.photo_moves import copy_files, move_files
from tests.full_disk import full_disk


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


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_copies_are_complete_and_keep_their_times(folders: tuple[Path, Path]) -> None:
    here, there = folders
    steps = list(copy_files(sorted(here.iterdir()), there))
    assert steps == [Placed(here / name, there / name) for name in ("a.jpg", "b.jpg", "c.jpg")]
    assert (there / "b.jpg").read_text() == "b.jpg"
    assert (there / "b.jpg").stat().st_mtime_ns == 1_234_567_891
    assert names(there) == ["a.jpg", "b.jpg", "c.jpg"]


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
    assert names(there) == ["a (2).jpg", "a.jpg"]


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


def test_to_another_disk_a_file_is_copied_and_then_removed(
    folders: tuple[Path, Path], other_disk: Path
) -> None:
    here, _ = folders
    (here / "a.jpg").chmod(0o444)
    target = move_file(here / "a.jpg", other_disk / "a.jpg")
    assert target.read_text() == "a.jpg"
    assert target.stat().st_mtime_ns == 1_234_567_891
    assert stat.S_IMODE(target.stat().st_mode) == 0o444
    assert names(other_disk) == ["a.jpg"]
    assert not (here / "a.jpg").exists()


def test_a_name_that_is_not_utf8_is_moved(tmp_path: Path) -> None:
    source = tmp_path / "caf\udce9.jpg"
    source.write_text("a")
    assert move_file(source, tmp_path / "b.jpg").read_text() == "a"


@pytest.mark.parametrize("length", [250, 255])
def test_a_file_of_the_longest_name_is_copied_and_moved(
    folders: tuple[Path, Path], other_disk: Path, length: int
) -> None:
    here, there = folders
    name = "é" * ((length - 4) // 2) + "x" * (length % 2) + ".jpg"
    (here / "a.jpg").rename(here / name)
    assert copy_file(here / name, there / name) == there / name
    shorter = copy_file(here / name, there / name)
    assert shorter.name.endswith("é (2).jpg")
    assert shorter.read_text() == "a.jpg"
    assert move_file(here / name, other_disk / name) == other_disk / name
    assert len(names(there)) == 2


def test_a_name_that_is_too_long_fails_and_leaves_nothing_behind(
    folders: tuple[Path, Path], other_disk: Path
) -> None:
    here, _ = folders
    for act in (copy_file, move_file):
        with pytest.raises(OSError, match="too long"):
            act(here / "a.jpg", other_disk / f"{256 * 'x'}.jpg")
    assert names(other_disk) == []
    assert (here / "a.jpg").read_text() == "a.jpg"


def test_a_path_that_no_file_can_have_fails_alone(folders: tuple[Path, Path]) -> None:
    here, there = folders
    for act in (copy_files, move_files):
        steps = list(act([here / "a\0.jpg", here / "b.jpg"], there))
        assert [type(step) for step in steps] == [NotPlaced, Placed]
    with pytest.raises(OSError, match="Invalid argument"):
        move_file(here / "a.jpg", there / "a.jpg\0.jpg")


def test_a_pipe_is_not_copied(folders: tuple[Path, Path]) -> None:
    here, there = folders
    os.mkfifo(here / "pipe.jpg")
    steps = list(copy_files([here / "pipe.jpg"], there))
    assert steps == [NotPlaced(here / "pipe.jpg", "not a regular file")]
    assert names(there) == []


def test_a_copy_or_move_that_fails_half_way_leaves_nothing_behind(
    folders: tuple[Path, Path], other_disk: Path
) -> None:
    here, _ = folders
    (here / "a.jpg").write_bytes(bytes(5000))
    for act in (copy_files, move_files):
        with full_disk():
            steps = list(act([here / "a.jpg"], other_disk))
        assert steps == [NotPlaced(here / "a.jpg", os.strerror(errno.EFBIG))]
    assert (here / "a.jpg").stat().st_size == 5000
    assert names(other_disk) == []


def at_the_flush(monkeypatch: pytest.MonkeyPatch, act: Callable[[int], object]) -> None:
    """Do this once the first file is flushed, with its handle."""
    flush = os.fsync
    done: list[object] = []

    def flush_and_act(handle: int) -> None:
        flush(handle)
        if not done:
            done.append(act(handle))

    monkeypatch.setattr(os, "fsync", flush_and_act)


def test_a_disk_that_returns_other_bytes_does_not_get_the_file(
    folders: tuple[Path, Path], other_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, _ = folders
    at_the_flush(monkeypatch, lambda handle: os.pwrite(handle, b"X", 2))
    steps = list(move_files([here / "a.jpg"], other_disk))
    assert steps == [NotPlaced(here / "a.jpg", os.strerror(errno.EIO))]
    assert (here / "a.jpg").read_text() == "a.jpg"
    assert names(other_disk) == []


def test_a_file_that_is_changed_while_it_is_moved_stays(
    folders: tuple[Path, Path], other_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, _ = folders
    at_the_flush(monkeypatch, lambda _: (here / "a.jpg").write_text("saved again"))
    steps = list(move_files([here / "a.jpg"], other_disk))
    assert steps == [NotPlaced(here / "a.jpg", os.strerror(errno.EBUSY))]
    assert (here / "a.jpg").read_text() == "saved again"
    assert names(other_disk) == []


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
    monkeypatch.undo()
    assert steps == [NotPlaced(here / "a.jpg", os.strerror(errno.EACCES))]
    assert (here / "a.jpg").read_text() == "a.jpg"
    assert names(other_disk) == []


def test_where_names_are_reserved_a_rename_that_fails_leaves_none(
    folders: tuple[Path, Path], other_disk: Path
) -> None:
    here, there = folders
    with pytest.raises(OSError, match="cross-device"):
        rename_over_reserved(here / "a.jpg", other_disk / "a.jpg")
    assert names(other_disk) == []
    with pytest.raises(FileExistsError):
        rename_over_reserved(here / "a.jpg", here / "b.jpg")
    rename_over_reserved(here / "a.jpg", there / "a.jpg")
    assert [path.read_text() for path in there.iterdir()] == ["a.jpg"]


@pytest.mark.parametrize("rename", [rename_exclusively, rename_over_reserved])
def test_many_who_copy_one_name_into_a_folder_never_meet(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, rename: object
) -> None:
    here, there = folders
    monkeypatch.setattr(file_moves, "rename_exclusively", rename)
    (here / "a.jpg").write_bytes(bytes(10_000))
    with ThreadPoolExecutor(8) as pool:
        work = [pool.submit(lambda: list(copy_files([here / "a.jpg"], there))) for _ in range(40)]
    steps = [step for done in work for step in done.result()]
    assert len({step.target for step in steps if isinstance(step, Placed)}) == 40
    assert [path.stat().st_size for path in there.iterdir()] == [10_000] * 40


@pytest.mark.parametrize("act", [copy_files, move_files])
def test_the_next_copy_into_a_folder_deletes_what_a_killed_one_has_left(
    folders: tuple[Path, Path], act: Callable[[list[Path], Path], Iterator[Step]]
) -> None:
    here, there = folders
    (there / ".lookalike-0123.part").write_text("half")
    list(act([here / "a.jpg"], there))
    assert names(there) == ["a.jpg"]


def killed_move(source: Path, copy: Path) -> None:
    """Leave a complete copy, and the original, as a kill before its deletion does."""
    shutil.copy2(source, copy)
    note = encode_json({"moved_from": source})
    (copy.parent / ".lookalike-0123.part").write_text(note)


def test_a_move_that_was_killed_before_it_deleted_the_original_is_finished_by_the_next(
    folders: tuple[Path, Path], other_disk: Path
) -> None:
    here, _ = folders
    (other_disk / "a.jpg").write_text("other")
    killed_move(here / "a.jpg", other_disk / "a (2).jpg")
    steps = list(move_files([here / "a.jpg", here / "b.jpg"], other_disk))
    assert steps[0] == Placed(here / "a.jpg", other_disk / "a (2).jpg")
    assert names(other_disk) == ["a (2).jpg", "a.jpg", "b.jpg"]
    assert names(here) == ["c.jpg"]


def test_a_move_that_was_killed_while_it_copied_begins_anew(
    folders: tuple[Path, Path], other_disk: Path
) -> None:
    here, _ = folders
    killed_move(here / "a.jpg", other_disk / "a.jpg")
    (other_disk / "a.jpg").write_text("A.jpg")
    (other_disk / "a (2).jpg").symlink_to(here / "a.jpg")  # the only file would go
    assert list(move_files([here / "a.jpg"], other_disk)) == [
        Placed(here / "a.jpg", other_disk / "a (3).jpg")
    ]
    assert (other_disk / "a (3).jpg").read_text() == "a.jpg"


def test_a_file_that_is_changed_while_its_move_is_finished_stays(
    folders: tuple[Path, Path], other_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, _ = folders
    killed_move(here / "a.jpg", other_disk / "a.jpg")
    at_the_flush(monkeypatch, lambda _: (here / "a.jpg").write_text("saved again"))
    steps = list(move_files([here / "a.jpg"], other_disk))
    assert steps == [NotPlaced(here / "a.jpg", os.strerror(errno.EBUSY))]
    assert (here / "a.jpg").read_text() == "saved again"


def test_a_file_that_was_copied_by_others_gets_a_number(
    folders: tuple[Path, Path], other_disk: Path
) -> None:
    here, _ = folders
    shutil.copy2(here / "a.jpg", other_disk / "a.jpg")
    assert list(move_files([here / "a.jpg"], other_disk)) == [
        Placed(here / "a.jpg", other_disk / "a (2).jpg")
    ]


def test_a_move_that_another_process_is_doing_is_not_finished_for_it(
    folders: tuple[Path, Path], other_disk: Path
) -> None:
    here, _ = folders
    shutil.copy2(here / "a.jpg", other_disk / "a.jpg")
    with noted(here / "a.jpg", other_disk):
        steps = list(move_files([here / "a.jpg"], other_disk))
    assert steps == [Placed(here / "a.jpg", other_disk / "a (2).jpg")]
