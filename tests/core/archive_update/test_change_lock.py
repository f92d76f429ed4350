"""Programs that change an archive at the same time neither hide photos nor show removed ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.code_file import open_codes
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.manifest import Manifest
from desktop_app.core.archive.removed_rows import read_removed, removed_path
from desktop_app.core.archive_update import collecting
from desktop_app.core.archive_update.change_lock import changing
from desktop_app.core.archive_update.collecting import collect_codes
from desktop_app.core.archive_update.compaction import compact
from desktop_app.core.archive_update.update import ArchiveUpdate
from desktop_app.core.bundle.encoder import Encoder
from tests.cluster.made_archives import indexed, made_manifest
from tests.core.archive_update.updated import listed_rows, photos_of, remove_rows, run, updated


@pytest.fixture
def manifest(tmp_path: Path, photo_folder: Path, encoder: Encoder) -> Path:
    """The manifest of nine photos in three shards, of whose archive the first row was removed."""
    indexed(made_manifest(tmp_path / "manifest", photo_folder, 3), tmp_path / "archive", encoder)
    (photo_folder / "beach-0.jpg").unlink()
    updated(tmp_path / "manifest", tmp_path / "archive", encoder)
    return tmp_path / "manifest"


def compact_and_be_killed(archive: Path) -> None:
    """Compact the only shard with removed rows, and leave the list of them."""
    events = compact(Archive(archive))
    next(events)
    events.close()
    assert removed_path(archive).exists()


def refused(events: Any) -> None:
    with pytest.raises(ArchiveError) as caught:
        run(events)
    assert caught.value.problem is ArchiveProblem.CHANGED


def test_one_program_at_a_time_changes_a_folder(tmp_path: Path) -> None:
    with changing(tmp_path), pytest.raises(ArchiveError) as caught, changing(tmp_path):
        raise AssertionError
    assert caught.value.problem is ArchiveProblem.BUSY
    with changing(tmp_path):
        pass


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ArchiveError) as caught, changing(tmp_path / "file" / "archive"):
        raise AssertionError
    assert caught.value.problem is ArchiveProblem.UNWRITABLE


def test_an_update_hides_no_other_rows_of_a_shard_that_was_compacted_meanwhile(
    photo_folder: Path, manifest: Path, archive: Path
) -> None:
    (photo_folder / "flower-0.jpg").unlink()  # the second of the same shard
    update = ArchiveUpdate(Manifest(manifest), Archive(archive))
    run(update.list_changes())
    rows = listed_rows(archive)
    compact_and_be_killed(archive)
    refused(update.remove_gone())
    assert listed_rows(archive) == rows


def test_an_update_forgets_no_rows_that_another_one_has_removed_meanwhile(
    photo_folder: Path, manifest: Path, archive: Path, encoder: Encoder
) -> None:
    (photo_folder / "flower-0.jpg").unlink()
    late = ArchiveUpdate(Manifest(manifest), Archive(archive))
    run(late.list_changes())
    updated(manifest, archive, encoder)
    removed = read_removed(Archive(archive)).digest
    refused(late.remove_gone())
    assert read_removed(Archive(archive)).digest == removed


def test_a_compaction_keeps_the_list_of_rows_that_were_removed_meanwhile(archive: Path) -> None:
    events = compact(Archive(archive))
    next(events)
    rows = listed_rows(archive)
    remove_rows(archive, {2: [0]})
    run(events)
    assert len(listed_rows(archive)) == len(rows) - 1
    assert removed_path(archive).exists()


def remove_another(archive: Path) -> None:
    remove_rows(archive, {2: [0]})


@pytest.mark.parametrize("change", [compact_and_be_killed, remove_another])
def test_codes_of_shards_that_were_changed_while_they_were_read_do_not_count(
    archive: Path, change: Callable[[Path], None]
) -> None:
    Archive(archive).files.code_header.unlink()
    for copy in archive.glob("collected/*/codes.json"):
        copy.unlink()
    events = collect_codes(Archive(archive))
    next(events)
    change(archive)
    refused(events)
    with pytest.raises(ArchiveError) as caught:
        open_codes(Archive(archive))
    assert caught.value.problem is ArchiveProblem.NO_CODES
    run(collect_codes(Archive(archive)))
    assert len(photos_of(archive)) == len(listed_rows(archive))


def test_codes_that_were_collected_before_do_not_count_where_a_shard_has_changed_meanwhile(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remove_rows(archive, {2: [0]})
    with_removed = collecting._with_removed

    def compact_first(opened: Archive, *arguments: Any) -> Any:
        header = with_removed(opened, *arguments)
        compact_and_be_killed(archive)
        return header

    with monkeypatch.context() as patch:
        patch.setattr(collecting, "_with_removed", compact_first)
        refused(collect_codes(Archive(archive)))
    run(collect_codes(Archive(archive)))
    assert len(photos_of(archive)) == len(listed_rows(archive)) == 7
