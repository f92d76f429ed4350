"""Roots are counted, paused, moved and removed; photos that failed are tried again."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.base.errors import (
    DifferentPhotosError,
    LibraryBusyError,
    NotAFolderError,
    NotFailedError,
    RootsOverlapError,
    UnknownRootError,
)
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import RootCounts, root_counts
from desktop_app.core.catalogue.root_edits import pause_root, relocate_root, remove_root
from desktop_app.core.indexing.indexer import index, index_changes, retry_failed
from desktop_app.core.jobs.progress import IndexSummary, RootEdited

Run = Callable[..., IndexSummary]


@pytest.fixture
def change(files: LibraryFiles, encoder: Encoder) -> Run:
    def change(*changed: Path) -> IndexSummary:
        *_, summary = index_changes(files, encoder, list(changed), 2)
        assert isinstance(summary, IndexSummary)
        return summary

    return change


@pytest.fixture
def retry(files: LibraryFiles, encoder: Encoder) -> Run:
    def retry(*failed: Path) -> IndexSummary:
        *_, summary = retry_failed(files, encoder, list(failed), 2)
        assert isinstance(summary, IndexSummary)
        return summary

    return retry


@pytest.fixture
def other_folder(tmp_path: Path, photo_folder: Path) -> Path:
    """Two photos that are copies of the others', beside them."""
    folder = tmp_path / "others"
    folder.mkdir()
    shutil.copy2(photo_folder / "beach-0.jpg", folder)
    shutil.copy2(photo_folder / "flower-0.jpg", folder)
    return folder


def counts(files: LibraryFiles) -> dict[str, RootCounts]:
    with Catalogue(files) as catalogue:
        found = root_counts(catalogue)
        return {root.path.name: found[root.id] for root in catalogue.roots()}


def edit(steps: Iterator[object]) -> None:
    assert isinstance(list(steps)[-1], RootEdited)


def stored(files: LibraryFiles, query: str) -> list[tuple]:  # type: ignore[type-arg]
    connection = sqlite3.connect(files.catalogue)
    found = connection.execute(query).fetchall()
    connection.close()
    return found


def thumbnails(files: LibraryFiles) -> int:
    connection = sqlite3.connect(files.thumbnails)
    (count,) = connection.execute("SELECT count(*) FROM thumbnails").fetchone()
    connection.close()
    return int(count)


def shown_codes(files: LibraryFiles) -> int:
    with Catalogue(files) as catalogue:
        pages, _ = catalogue.code_pages(catalogue.model_id)
    return sum(int(np.count_nonzero(page.codes.any(axis=1))) for page in pages)


def test_each_root_is_counted(
    run: Run, files: LibraryFiles, photo_folder: Path, other_folder: Path
) -> None:
    (other_folder / "empty.jpg").touch()
    (other_folder / "notes.txt").write_text("no picture")
    run(photo_folder, other_folder)
    assert counts(files) == {"photos": RootCounts(indexed=9), "others": RootCounts(2, 1, 0)}


def test_a_removed_root_takes_all_that_was_known_of_its_photos_along(
    run: Run, files: LibraryFiles, photo_folder: Path, other_folder: Path
) -> None:
    run(photo_folder, other_folder)
    before = sorted(path.read_bytes() for path in photo_folder.rglob("*.jpg"))
    edit(remove_root(files, photo_folder))
    assert counts(files) == {"others": RootCounts(indexed=2)}
    assert stored(files, "SELECT count(*) FROM descriptors") == [(2,)]
    assert shown_codes(files) == 2
    assert thumbnails(files) == 2, "those of the copies are kept"
    assert sorted(path.read_bytes() for path in photo_folder.rglob("*.jpg")) == before


@pytest.mark.slow
def test_a_removed_root_can_be_added_again(
    run: Run, files: LibraryFiles, photo_folder: Path
) -> None:
    run(photo_folder)
    edit(remove_root(files, photo_folder))
    assert run(photo_folder).indexed == 9
    assert shown_codes(files) == 9


def test_a_removal_that_was_cut_off_leaves_a_paused_root_and_can_be_done_again(
    run: Run, files: LibraryFiles, photo_folder: Path
) -> None:
    run(photo_folder)
    steps = remove_root(files, photo_folder)
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    assert run().indexed == 0
    edit(remove_root(files, photo_folder))
    assert counts(files) == {}


def test_a_root_that_is_not_there_any_more_can_be_removed(
    run: Run, files: LibraryFiles, photo_folder: Path
) -> None:
    run(photo_folder)
    shutil.rmtree(photo_folder)
    edit(remove_root(files, photo_folder))
    assert counts(files) == {}


@pytest.mark.slow
def test_only_roots_can_be_removed(run: Run, files: LibraryFiles, photo_folder: Path) -> None:
    run(photo_folder)
    with pytest.raises(UnknownRootError):
        edit(remove_root(files, photo_folder / "trip"))
    with files.writing(), pytest.raises(LibraryBusyError):
        edit(remove_root(files, photo_folder))


@pytest.mark.slow
def test_a_paused_root_is_left_alone_until_it_is_resumed(
    run: Run, files: LibraryFiles, photo_folder: Path, other_folder: Path
) -> None:
    run(photo_folder, other_folder)
    edit(pause_root(files, photo_folder, is_paused=True))
    shutil.copy2(photo_folder / "beach-0.jpg", photo_folder / "copy.jpg")
    shutil.copy2(photo_folder / "beach-0.jpg", other_folder / "copy.jpg")
    summary = run()
    assert (summary.indexed, summary.paused_roots) == (1, [photo_folder])
    assert run(photo_folder / "trip").paused_roots == [photo_folder]
    assert counts(files)["photos"] == RootCounts(indexed=9)
    edit(pause_root(files, photo_folder, is_paused=False))
    assert run().indexed == 1


def test_files_that_wait_in_a_paused_root_are_not_read(
    run: Run, files: LibraryFiles, photo_folder: Path, encoder: Encoder
) -> None:
    steps = index(files, encoder, [photo_folder], 1)
    while not counts(files).get("photos", RootCounts()).waiting:
        next(steps)
    steps.close()  # type: ignore[attr-defined]
    edit(pause_root(files, photo_folder, is_paused=True))
    run()
    assert counts(files)["photos"].waiting == 9


def test_a_moved_root_keeps_every_code(
    run: Run, files: LibraryFiles, photo_folder: Path, tmp_path: Path
) -> None:
    run(photo_folder)
    ids = stored(files, "SELECT id, name FROM photos ORDER BY id")
    new = tmp_path / "elsewhere" / "pictures"
    new.parent.mkdir()
    photo_folder.rename(new)
    assert run().offline_roots == [photo_folder]
    edit(relocate_root(files, photo_folder, new))
    summary = run()
    assert (summary.indexed, summary.unchanged, summary.missing) == (0, 9, 0)
    assert stored(files, "SELECT id, name FROM photos ORDER BY id") == ids
    with Catalogue(files) as catalogue:
        assert [(root.path, root.offline) for root in catalogue.roots()] == [(new, False)]


@pytest.mark.slow
def test_copies_with_other_times_are_recognised_by_their_content(
    run: Run, files: LibraryFiles, photo_folder: Path, tmp_path: Path
) -> None:
    run(photo_folder)
    new = tmp_path / "copied"
    shutil.copytree(photo_folder, new)
    for path in new.rglob("*.jpg"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    edit(relocate_root(files, photo_folder, new))
    assert run().failed == 0
    assert counts(files) == {"copied": RootCounts(indexed=9)}


def test_a_root_is_not_moved_to_a_folder_of_other_photos(
    run: Run, files: LibraryFiles, photo_folder: Path, other_folder: Path
) -> None:
    run(photo_folder)
    with pytest.raises(DifferentPhotosError) as caught:
        edit(relocate_root(files, photo_folder, other_folder))
    assert (caught.value.found, caught.value.looked_for) == (2, 9)
    assert counts(files) == {"photos": RootCounts(indexed=9)}


def test_a_root_is_not_moved_into_another_or_to_nowhere(
    run: Run, files: LibraryFiles, photo_folder: Path, other_folder: Path
) -> None:
    run(photo_folder, other_folder)
    with pytest.raises(RootsOverlapError):
        edit(relocate_root(files, other_folder, photo_folder / "trip"))
    with pytest.raises(NotAFolderError):
        edit(relocate_root(files, other_folder, photo_folder / "nowhere"))
    with pytest.raises(UnknownRootError):
        edit(relocate_root(files, photo_folder / "trip", other_folder))


@pytest.mark.slow
def test_what_failed_is_tried_again_one_or_all(
    run: Run, retry: Run, files: LibraryFiles, photo_folder: Path
) -> None:
    for name in ("one.jpg", "two.jpg"):
        (photo_folder / name).touch()
    run(photo_folder)
    shutil.copy(photo_folder / "beach-0.jpg", photo_folder / "one.jpg")
    summary = retry(photo_folder / "one.jpg")
    assert (summary.indexed, summary.failed) == (1, 0)
    assert counts(files)["photos"] == RootCounts(indexed=10, failed=1)
    summary = retry()
    assert (summary.indexed, summary.failed) == (0, 1)
    assert counts(files)["photos"] == RootCounts(indexed=10, failed=1)


@pytest.mark.slow
def test_a_file_that_crashed_the_decoder_is_tried_again_too(
    run: Run, retry: Run, files: LibraryFiles, photo_folder: Path
) -> None:
    run(photo_folder)
    with sqlite3.connect(files.catalogue) as connection:
        connection.execute(
            "UPDATE photos SET state = 'failed', problem = 'crashes_decoder', content_hash = NULL"
            " WHERE id = 1"
        )
    connection.close()
    assert retry().indexed == 1
    assert counts(files)["photos"] == RootCounts(indexed=9)


def test_only_files_that_failed_are_tried_again(
    run: Run, retry: Run, photo_folder: Path, tmp_path: Path
) -> None:
    run(photo_folder)
    for path in (photo_folder / "beach-0.jpg", tmp_path / "nowhere.jpg"):
        with pytest.raises(NotFailedError):
            retry(path)


@pytest.mark.slow
def test_of_a_changed_file_only_its_own_folder_is_scanned(
    run: Run, change: Run, files: LibraryFiles, photo_folder: Path
) -> None:
    run(photo_folder)
    shutil.copy(photo_folder / "beach-0.jpg", photo_folder / "copy.jpg")
    shutil.copy(photo_folder / "beach-0.jpg", photo_folder / "trip" / "unseen.jpg")
    assert change(photo_folder / "copy.jpg").indexed == 1
    assert counts(files)["photos"] == RootCounts(indexed=10)


@pytest.mark.slow
def test_a_folder_that_came_or_went_is_scanned_whole(
    run: Run, change: Run, files: LibraryFiles, photo_folder: Path
) -> None:
    run(photo_folder)
    shutil.copytree(photo_folder / "trip", photo_folder / "new" / "inner")
    assert change(photo_folder / "new").indexed == 3
    shutil.rmtree(photo_folder / "new")
    assert change(photo_folder / "new").missing == 3
    assert counts(files)["photos"] == RootCounts(indexed=9)


def test_a_file_that_went_with_its_folder_is_missed(
    run: Run, change: Run, files: LibraryFiles, photo_folder: Path
) -> None:
    run(photo_folder)
    shutil.rmtree(photo_folder / "trip")
    gone = [photo_folder / "trip" / f"{kind}-2.jpg" for kind in ("beach", "flower")]
    assert change(*gone).missing == 3
    assert counts(files)["photos"] == RootCounts(indexed=6)


def test_changes_outside_the_library_and_in_paused_roots_are_left_alone(
    run: Run, change: Run, files: LibraryFiles, photo_folder: Path, other_folder: Path
) -> None:
    run(photo_folder)
    edit(pause_root(files, photo_folder, is_paused=True))
    shutil.copy(photo_folder / "beach-0.jpg", photo_folder / "copy.jpg")
    summary = change(photo_folder / "copy.jpg", other_folder)
    assert (summary.indexed, counts(files)) == (0, {"photos": RootCounts(indexed=9)})


@pytest.mark.slow
def test_retrying_all_picks_up_files_that_an_earlier_version_did_not_recognise(
    run: Run, retry: Run, files: LibraryFiles, photo_folder: Path
) -> None:
    (photo_folder / "notes.txt").write_text("no picture")
    indexed = run(photo_folder).indexed
    with Catalogue(files) as catalogue, catalogue.connection as connection:
        connection.execute(
            "UPDATE photos SET state = 'ignored', problem = 'not_a_picture' WHERE name = ?",
            (b"beach-0.jpg",),
        )
    assert run().unchanged == indexed - 1
    assert retry().indexed == 1
    assert run().unchanged == indexed
    assert retry().indexed == 0


@pytest.mark.slow
def test_a_root_can_be_moved_into_its_own_old_place(
    run: Run, files: LibraryFiles, photo_folder: Path
) -> None:
    """Its photos were put into a folder of their year."""
    run(photo_folder)
    photos = list(photo_folder.iterdir())
    year = photo_folder / "2019"
    year.mkdir()
    for path in photos:
        path.rename(year / path.name)
    edit(relocate_root(files, photo_folder, year))
    assert run().unchanged == 9
    assert counts(files) == {"2019": RootCounts(indexed=9)}


@pytest.mark.slow
def test_a_root_is_not_moved_around_another(
    run: Run, files: LibraryFiles, photo_folder: Path, other_folder: Path
) -> None:
    run(photo_folder, other_folder)
    with pytest.raises(RootsOverlapError):
        edit(relocate_root(files, other_folder, photo_folder.parent))
