"""What can be undone after a restart: records on disk, also of an operation that was killed."""

from __future__ import annotations

import logging
from collections.abc import Generator
from pathlib import Path

import pytest

from desktop_app.core.files import move_history
from desktop_app.core.files.file_moves import NotPlaced, Placed, Step
from desktop_app.core.files.move_history import MOST_OPERATIONS, MoveHistory, MoveRecord
from desktop_app.core.files.sidecars import restore_sidecar, write_sidecar
from desktop_app.core.xmp.annotations import Annotations


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library"


def history_of(library: Path) -> MoveHistory:
    """As a program reads it that has just been started."""
    return MoveHistory(library.with_name("moves"), library)


def steps_of(folder: Path, names: str) -> Generator[Step]:
    """Files that were moved to these names."""
    for name in names.split():
        (folder / name).touch()
        yield Placed(folder / "before" / name, folder / name)


def targets(record: MoveRecord | None) -> list[str]:
    assert record is not None
    assert record.count == len(record.moves)
    return [move.target.name for move in record.moves]


def move(library: Path, names: str) -> None:
    history = history_of(library)
    record = history.new_record()
    list(record.recorded(steps_of(library.parent, names)))
    history.add(record)


def test_the_last_operations_are_known_after_a_restart(library: Path) -> None:
    move(library, "a.jpg b.jpg")
    move(library, "caf\udce9.jpg")
    history = history_of(library)
    assert targets(history.last) == ["caf\udce9.jpg"]
    assert history.last is not None
    assert history.take(history.last)
    assert targets(history.last) == ["a.jpg", "b.jpg"]
    assert all(move.is_unchanged() for move in history.last.moves)


def test_what_was_moved_before_the_end_of_a_program_can_be_undone(library: Path) -> None:
    steps = history_of(library).new_record().recorded(steps_of(library.parent, "a.jpg b.jpg c.jpg"))
    assert [next(steps), next(steps)]
    assert targets(history_of(library).last) == ["a.jpg", "b.jpg"]


def test_each_library_has_its_own_history(library: Path) -> None:
    move(library, "a.jpg")
    assert history_of(library.with_name("another")).last is None


def test_an_operation_that_is_undone_is_forgotten(library: Path) -> None:
    move(library, "a.jpg")
    history = history_of(library)
    assert history.last is not None
    record = history.last
    assert history.take(record)
    assert not history.take(record)
    record.delete()
    assert history_of(library).last is None


def test_what_stayed_in_its_place_is_not_recorded(library: Path) -> None:
    def steps() -> Generator[Step]:
        yield Placed(library.parent, library.parent)
        yield NotPlaced(library.parent, "busy")

    assert len(list(history_of(library).new_record().recorded(steps()))) == 2
    assert history_of(library).last is None


def test_the_oldest_operations_are_forgotten(library: Path) -> None:
    for number in range(MOST_OPERATIONS + 2):
        move(library, f"{number}.jpg")
    kept = list(library.with_name("moves").rglob("*.jsonl"))
    assert len(kept) == MOST_OPERATIONS
    assert targets(history_of(library).last) == [f"{MOST_OPERATIONS + 1}.jpg"]
    history = history_of(library)
    while history.last:
        oldest = targets(history.last)
        history.take(history.last)
    assert oldest == ["2.jpg"]


def test_damaged_lines_are_left_out_with_a_word_in_the_log(
    library: Path, caplog: pytest.LogCaptureFixture
) -> None:
    move(library, "a.jpg b.jpg")
    record = history_of(library).last
    assert record is not None
    lines = record.path.read_bytes().splitlines(keepends=True)
    nested = b"[" * 200_000 + b"\n"
    record.path.write_bytes(lines[0] + b'{"source": 7}\n\xff\n' + nested + lines[1][:20])
    with caplog.at_level(logging.WARNING):
        assert [move.target.name for move in record.moves] == ["a.jpg"]
    assert caplog.messages == [f"4 lines of {record.path!r} are damaged"]


def test_a_record_that_is_too_large_is_read_in_part(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    move(library, "a.jpg b.jpg c.jpg")
    record = history_of(library).last
    assert record is not None
    monkeypatch.setattr(move_history, "MOST_BYTES", record.path.stat().st_size - 2)
    assert [move.target.name for move in record.moves] == ["a.jpg", "b.jpg"]


def test_where_nothing_can_be_recorded_moves_can_be_undone_until_the_end(
    library: Path, caplog: pytest.LogCaptureFixture
) -> None:
    library.with_name("moves").write_text("no folder")
    record = history_of(library).new_record()
    assert len(list(record.recorded(steps_of(library.parent, "a.jpg b.jpg")))) == 2
    assert targets(record) == ["a.jpg", "b.jpg"]
    assert len(caplog.messages) == 1


def test_what_was_written_to_a_sidecar_is_known_after_a_restart(library: Path) -> None:
    photo, target = library.parent / "a.jpg", library.parent / "moved.jpg"
    target.touch()
    write_sidecar(photo, Annotations(3))
    before = photo.with_name("a.jpg.xmp").read_bytes()
    written = write_sidecar(photo, Annotations(5, ("海",)))
    record = history_of(library).new_record()
    list(record.recorded(iter_of(Placed(photo, target, sidecar=written))))
    last = history_of(library).last
    assert last is not None
    (move,) = last.moves
    assert move.sidecar == written
    restore_sidecar(written)
    assert photo.with_name("a.jpg.xmp").read_bytes() == before


def iter_of(*steps: Step) -> Generator[Step]:
    yield from steps
