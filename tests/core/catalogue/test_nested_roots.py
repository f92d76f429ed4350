"""The parent of a root that is offline or paused leaves the root, its photos and its state."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue, Root
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import library_status
from desktop_app.core.catalogue.photo_filter import PhotoFilter, ids_in, matching_ids
from desktop_app.core.catalogue.root_edits import pause_root, remove_root
from desktop_app.core.indexing.indexer import index_changes
from desktop_app.core.jobs.progress import IndexSummary
from desktop_app.core.search.code_index import CodeIndex

Run = Callable[..., IndexSummary]


@pytest.fixture
def trip(photo_folder: Path) -> Path:
    return photo_folder / "trip"


def roots(files: LibraryFiles) -> dict[Path, tuple[bool, bool]]:
    """offline and paused of each root."""
    with Catalogue(files) as catalogue:
        return {root.path: (root.offline, root.paused) for root in catalogue.roots()}


def found_paths(files: LibraryFiles, encoder: Encoder) -> list[Path]:
    """The paths of the photos that a search can find."""
    with Catalogue(files) as catalogue:
        codes = CodeIndex(encoder.bundle.manifest)
        codes.refresh(catalogue)
        ids = [row[0] for row in catalogue.rows("SELECT id FROM photos")]
        shown = [number for number in ids if codes.code(number) is not None]
        return sorted(photo.path for photo in catalogue.photos(shown))


@pytest.mark.parametrize("leaves_a_folder", [False, True])
@pytest.mark.slow
def test_the_parent_of_an_unplugged_root_leaves_it_as_it_is(
    run: Run,
    files: LibraryFiles,
    photo_folder: Path,
    trip: Path,
    encoder: Encoder,
    leaves_a_folder: bool,
) -> None:
    photos = sorted(photo_folder.rglob("*.jpg"))
    run(trip)
    unplugged = photo_folder.with_name("unplugged")
    trip.rename(unplugged)
    if leaves_a_folder:
        trip.mkdir()
    summary = run(photo_folder)
    assert (summary.indexed, summary.missing, summary.offline_roots) == (6, 0, [trip])
    assert roots(files) == {photo_folder: (False, False), trip: (True, False)}
    assert found_paths(files, encoder) == photos
    with Catalogue(files) as catalogue:
        assert library_status(catalogue).offline == 3
    if leaves_a_folder:
        trip.rmdir()
    unplugged.rename(trip)
    summary = run()
    assert (summary.indexed, summary.unchanged, summary.offline_roots) == (0, 9, [])
    assert roots(files)[trip] == (False, False)
    assert found_paths(files, encoder) == photos


@pytest.mark.slow
def test_the_parent_of_a_paused_root_leaves_it_paused(
    run: Run, files: LibraryFiles, photo_folder: Path, trip: Path, encoder: Encoder
) -> None:
    photos = sorted(photo_folder.rglob("*.jpg"))
    run(trip)
    list(pause_root(files, trip, is_paused=True))
    shutil.copy(trip / "beach-2.jpg", trip / "new.jpg")
    summary = run(photo_folder)
    assert (summary.indexed, summary.paused_roots) == (6, [trip])
    assert roots(files) == {photo_folder: (False, False), trip: (False, True)}
    assert found_paths(files, encoder) == photos
    list(pause_root(files, trip, is_paused=False))
    assert run().indexed == 1
    assert found_paths(files, encoder) == sorted(photo_folder.rglob("*.jpg"))


@pytest.mark.slow
def test_the_parent_takes_a_root_over_when_it_is_added_again(
    run: Run, files: LibraryFiles, photo_folder: Path, trip: Path
) -> None:
    run(trip)
    list(pause_root(files, trip, is_paused=True))
    run(photo_folder)
    list(pause_root(files, trip, is_paused=False))
    summary = run(photo_folder)
    assert (summary.indexed, summary.unchanged, summary.missing) == (0, 9, 0)
    assert roots(files) == {photo_folder: (False, False)}


@pytest.mark.slow
def test_a_root_in_a_paused_root_stays_as_well(
    run: Run, files: LibraryFiles, photo_folder: Path, trip: Path, encoder: Encoder
) -> None:
    deep = trip / "deep"
    deep.mkdir()
    (trip / "beach-2.jpg").rename(deep / "beach-2.jpg")
    run(deep)
    list(pause_root(files, deep, is_paused=True))
    run(trip)
    list(pause_root(files, deep, is_paused=False))
    list(pause_root(files, trip, is_paused=True))
    run(photo_folder)
    assert set(roots(files)) == {photo_folder, trip, deep}
    assert found_paths(files, encoder) == sorted(photo_folder.rglob("*.jpg"))
    assert run().missing == 0


@pytest.mark.slow
def test_a_path_belongs_to_the_innermost_root(
    run: Run, files: LibraryFiles, photo_folder: Path, trip: Path, encoder: Encoder
) -> None:
    run(trip)
    list(pause_root(files, trip, is_paused=True))
    run(photo_folder)
    with Catalogue(files) as catalogue:
        inner: Root = next(root for root in catalogue.roots() if root.path == trip)
        photo_id = catalogue.photo_id(trip / "beach-2.jpg")
        assert photo_id is not None
        assert catalogue.rows("SELECT root_id FROM photos WHERE id = ?", photo_id) == [(inner.id,)]
        assert set(ids_in(catalogue, trip)) < set(
            matching_ids(catalogue, PhotoFilter(folder=photo_folder))
        )
        assert len(matching_ids(catalogue, PhotoFilter(folder=photo_folder))) == 9
        assert len(matching_ids(catalogue, PhotoFilter(folder=trip))) == 3
    (trip / "beach-2.jpg").unlink()
    *_, summary = index_changes(files, encoder, [trip / "beach-2.jpg"], 1)
    assert isinstance(summary, IndexSummary)
    assert (summary.missing, summary.paused_roots) == (0, [trip])


@pytest.mark.slow
def test_of_a_removed_inner_root_the_outer_one_takes_the_photos(
    run: Run, files: LibraryFiles, photo_folder: Path, trip: Path, encoder: Encoder
) -> None:
    run(trip)
    list(pause_root(files, trip, is_paused=True))
    run(photo_folder)
    list(remove_root(files, trip))
    assert len(found_paths(files, encoder)) == 6
    assert run().indexed == 3
    assert found_paths(files, encoder) == sorted(photo_folder.rglob("*.jpg"))
