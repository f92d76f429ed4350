"""Into the system's trash and back, with real files and a trash of their own."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from pathlib import Path

import pytest

from desktop_app.core.files.file_moves import NotPlaced, Placed, Step
from desktop_app.core.files.hard_links import link_files
from desktop_app.core.files.move_history import MovedFile, MoveRecord
from desktop_app.core.files.renames import Rename, rename_files
from desktop_app.ui.system import trash as trash_module
from desktop_app.ui.system.trash import put_back, trash_files

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="there, the trash cannot be moved for a test"
)


@pytest.fixture
def trash(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "data").mkdir()
    return tmp_path / "data" / "Trash"


def placed(steps: list[Step]) -> list[Placed]:
    return [step for step in steps if isinstance(step, Placed)]


def moved(source: Path, target: Path) -> MovedFile:
    state = target.stat()
    return MovedFile(source, target, state.st_size, state.st_mtime_ns)


def trashed(paths: list[Path], folder: Path) -> list[MovedFile]:
    record = MoveRecord(folder / "record", [])
    assert placed(list(record.recorded(trash_files(paths))))
    return record.moves


def test_two_files_of_one_name_come_back_each_to_its_place(trash: Path, tmp_path: Path) -> None:
    paths = [tmp_path / folder / "a.jpg" for folder in ("one", "two")]
    for path in paths:
        path.parent.mkdir()
        path.write_text(path.parent.name)
    moves = trashed(paths, tmp_path)
    assert [move.target.parent for move in moves] == [trash / "files"] * 2
    assert len(list((trash / "info").iterdir())) == 2
    steps = placed(list(put_back(moves)))
    assert steps == [Placed(move.target, move.source) for move in reversed(moves)]
    assert [path.read_text() for path in paths] == ["one", "two"]
    assert [*(trash / "files").iterdir(), *(trash / "info").iterdir()] == []


def test_a_new_user_has_a_trash(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "new" / "data"))
    path = tmp_path / "a.jpg"
    path.write_text("a")
    [move] = trashed([path], tmp_path)
    assert move.target == tmp_path / "new" / "data" / "Trash" / "files" / "a.jpg"
    assert placed(list(put_back([move]))) == [Placed(move.target, path)]


@pytest.mark.slow
def test_a_file_comes_back_beside_one_that_took_its_place(trash: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_text("old")
    moves = trashed([path], tmp_path)
    path.write_text("new")
    assert placed(list(put_back(moves)))[0].target == tmp_path / "a (2).jpg"
    assert path.read_text() == "new"


def test_a_folder_that_went_meanwhile_is_made_again(trash: Path, tmp_path: Path) -> None:
    path = tmp_path / "one" / "a.jpg"
    path.parent.mkdir()
    path.write_text("a")
    moves = trashed([path], tmp_path)
    path.parent.rmdir()
    list(put_back(moves))
    assert path.read_text() == "a"


def test_a_file_that_the_user_has_copied_back_is_no_reason_to_stay_in_the_trash(
    trash: Path, tmp_path: Path
) -> None:
    path = tmp_path / "a.jpg"
    path.write_text("a")
    moves = trashed([path], tmp_path)
    shutil.copy2(moves[0].target, path)
    assert placed(list(put_back(moves)))[0].target == tmp_path / "a (2).jpg"


def test_an_undo_that_was_killed_goes_on(trash: Path, tmp_path: Path) -> None:
    paths = [tmp_path / "a.jpg", tmp_path / "b.jpg"]
    for path in paths:
        path.write_text(path.name)
    moves = trashed(paths, tmp_path)
    next(put_back(moves))
    steps = placed(list(put_back(moves)))
    assert steps == [Placed(move.target, move.source) for move in reversed(moves)]
    assert [path.read_text() for path in paths] == ["a.jpg", "b.jpg"]


def test_the_last_of_two_moves_is_undone_first(trash: Path, tmp_path: Path) -> None:
    """The second file has got the name that the first one has left."""
    first, second, third = (tmp_path / f"{name}.jpg" for name in "abc")
    second.write_text("was first")
    third.write_text("was second")
    moves = [moved(second, third), moved(first, second)]
    list(put_back(moves))
    assert (first.read_text(), second.read_text()) == ("was first", "was second")
    assert not third.exists()


def test_only_a_trash_has_notes_that_an_undo_deletes(trash: Path, tmp_path: Path) -> None:
    target, other = tmp_path / "moved" / "b.jpg", tmp_path / "info" / "b.jpg.trashinfo"
    for path in (target, other):
        path.parent.mkdir()
        path.write_text(path.name)
    list(put_back([moved(tmp_path / "a.jpg", target)]))
    assert (tmp_path / "a.jpg").read_text() == "b.jpg"
    assert other.exists()


def test_what_a_killed_undo_has_left_is_deleted_by_the_next(trash: Path, tmp_path: Path) -> None:
    path = tmp_path / "one" / "a.jpg"
    path.parent.mkdir()
    path.write_text("a")
    moves = trashed([path], tmp_path)
    (path.parent / ".lookalike-0123.part").write_text("half")
    list(put_back(moves))
    assert list(path.parent.iterdir()) == [path]


def test_what_was_taken_out_of_the_trash_cannot_be_put_back(trash: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_text("a")
    moves = trashed([path], tmp_path)
    moves[0].target.unlink()
    assert list(put_back(moves)) == [NotPlaced(moves[0].target, os.strerror(errno.ENOENT))]
    assert not path.exists()


def test_another_file_that_got_the_name_in_the_trash_stays_there(
    trash: Path, tmp_path: Path
) -> None:
    path = tmp_path / "a.jpg"
    path.write_text("a")
    moves = trashed([path], tmp_path)
    moves[0].target.write_text("another")
    assert list(put_back(moves)) == [NotPlaced(moves[0].target, "it was changed since")]
    assert moves[0].target.read_text() == "another"
    assert not path.exists()


def test_a_name_that_the_trash_cannot_be_told_is_refused(trash: Path, tmp_path: Path) -> None:
    path = tmp_path / "caf\udce9.jpg"
    path.write_text("a")
    assert list(trash_files([path])) == [NotPlaced(path, os.strerror(errno.EILSEQ))]
    assert path.exists()


def test_sidecars_go_to_the_trash_with_their_photo_and_come_back(
    trash: Path, tmp_path: Path
) -> None:
    photo, other = tmp_path / "a.jpg", tmp_path / "b" / "a.jpg"
    other.parent.mkdir()
    for path in (photo, other):
        path.write_text(f"{path}")
        path.with_name("a.jpg.xmp").write_text(f"notes of {path}")
    moves = trashed([photo, other], tmp_path)
    assert list(tmp_path.glob("**/*.xmp")) == list((trash / "files").glob("*.xmp"))
    assert len(list((trash / "info").iterdir())) == 4
    stored = MoveRecord(tmp_path / "record").moves
    assert stored == moves
    assert len(placed(list(put_back(stored)))) == 2
    for path in (photo, other):
        assert path.with_name("a.jpg.xmp").read_text() == f"notes of {path}"
    assert [*(trash / "files").iterdir(), *(trash / "info").iterdir()] == []


def test_a_sidecar_comes_back_beside_one_that_took_its_place(trash: Path, tmp_path: Path) -> None:
    photo, sidecar = tmp_path / "a.jpg", tmp_path / "a.jpg.xmp"
    photo.write_text("a")
    sidecar.write_text("old")
    moves = trashed([photo], tmp_path)
    sidecar.write_text("new")
    assert placed(list(put_back(moves)))[0].target == tmp_path / "a (2).jpg"
    assert sidecar.read_text() == "new"
    assert (tmp_path / "a (2).jpg.xmp").read_text() == "old"


def test_sidecars_get_their_names_back_with_their_photos(trash: Path, tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    for name in ("a.jpg", "a.jpg.xmp", "a.raf", "a.xmp"):
        (photos / name).write_text(name)
    record = MoveRecord(tmp_path / "record", [])
    renames = [Rename(photos / "a.raf", "001.raf"), Rename(photos / "a.jpg", "002.jpg")]
    list(record.recorded(rename_files(renames)))
    assert sorted(path.name for path in photos.iterdir()) == [
        *("001.raf", "001.xmp", "002.jpg", "002.jpg.xmp")
    ]
    (photos / "001.xmp").write_text("edited since")
    assert len(placed(list(put_back(MoveRecord(tmp_path / "record").moves)))) == 2
    found = {path.name: path.read_text() for path in photos.iterdir()}
    assert found == {name: name for name in ("a.jpg", "a.jpg.xmp", "a.raf")} | {
        "a.xmp": "edited since"
    }


def test_a_photo_comes_back_without_the_sidecar_that_was_deleted(
    trash: Path, tmp_path: Path
) -> None:
    photo = tmp_path / "a.jpg"
    photo.write_text("a")
    (tmp_path / "a.jpg.xmp").write_text("notes")
    moves = trashed([photo], tmp_path)
    moves[0].moved_sidecars[0].path.unlink()
    assert placed(list(put_back(moves))) == [Placed(moves[0].target, photo)]
    assert not (tmp_path / "a.jpg.xmp").exists()


def test_a_sidecar_of_another_photo_stays(trash: Path, tmp_path: Path) -> None:
    for name in ("a.jpg", "a.raf", "a.xmp"):
        (tmp_path / name).write_text(name)
    assert trashed([tmp_path / "a.jpg"], tmp_path)[0].moved_sidecars == ()
    assert (tmp_path / "a.xmp").read_text() == "a.xmp"


def test_a_sidecar_that_the_trash_does_not_take_is_told(
    trash: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo, sidecar = tmp_path / "a.jpg", tmp_path / "a.jpg.xmp"
    photo.write_text("a")
    sidecar.write_text("notes")
    steps = trash_files([photo])
    to_trash = trash_module._to_trash

    def without_sidecars(path: Path) -> Path:
        if path == sidecar:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return to_trash(path)

    monkeypatch.setattr(trash_module, "_to_trash", without_sidecars)
    done, failed = list(steps)
    assert done == Placed(photo, trash / "files" / "a.jpg")
    assert failed == NotPlaced(sidecar, os.strerror(errno.EACCES))
    assert sidecar.read_text() == "notes"


def linked(kept: Path, copy: Path, folder: Path) -> list[MovedFile]:
    record = MoveRecord(folder / "record", [])
    assert placed(list(record.recorded(link_files([(kept, copy)]))))
    assert MoveRecord(record.path).moves == record.moves  # as a later program reads them
    return record.moves


@pytest.fixture
def twins(tmp_path: Path) -> tuple[Path, Path]:
    kept, copy = tmp_path / "kept.jpg", tmp_path / "copy.jpg"
    for time, path in enumerate((kept, copy)):
        path.write_text("photo")
        os.utime(path, ns=(time, time))
    return kept, copy


def test_a_link_becomes_a_file_of_its_own_with_its_time(
    twins: tuple[Path, Path], tmp_path: Path
) -> None:
    kept, copy = twins
    moves = linked(kept, copy, tmp_path)
    assert placed(list(put_back(moves))) == [Placed(copy, copy)]
    assert not kept.samefile(copy)
    assert (kept.stat().st_mtime_ns, copy.stat().st_mtime_ns) == (0, 1)


def test_a_link_that_was_separated_before_stays_as_it_is(
    twins: tuple[Path, Path], tmp_path: Path
) -> None:
    moves = linked(*twins, tmp_path)
    list(put_back(moves))
    inode = twins[1].stat().st_ino
    assert placed(list(put_back(moves))) == [Placed(twins[1], twins[1])]
    assert twins[1].stat().st_ino == inode


def test_a_link_whose_content_was_changed_since_stays_one(
    twins: tuple[Path, Path], tmp_path: Path
) -> None:
    moves = linked(*twins, tmp_path)
    twins[0].write_text("edited")
    assert list(put_back(moves)) == [NotPlaced(twins[1], "it was changed since")]
    assert twins[0].samefile(twins[1])


def test_files_that_were_one_before_are_not_separated(
    twins: tuple[Path, Path], tmp_path: Path
) -> None:
    twins[1].unlink()
    twins[1].hardlink_to(twins[0])
    record = MoveRecord(tmp_path / "record", [])
    assert placed(list(record.recorded(link_files([twins])))) == [Placed(twins[1], twins[1])]
    assert record.moves == []


def test_a_link_of_files_with_one_time_is_undone_too(
    twins: tuple[Path, Path], tmp_path: Path
) -> None:
    os.utime(twins[1], ns=(0, 0))
    list(put_back(linked(*twins, tmp_path)))
    assert not twins[0].samefile(twins[1])
