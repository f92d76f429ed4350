"""Stacks last as long as their photos are in the library, wherever these go, and can be undone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.base.errors import LibraryBusyError, UnknownRootError
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.care.back_up import back_up
from desktop_app.core.care.restore import restore
from desktop_app.core.catalogue.browse import Browse, BrowseQuery
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.id_lists import read_stacks
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.pending_files import request_reading
from desktop_app.core.catalogue.root_edits import relocate_root, remove_root
from desktop_app.core.files.file_moves import move_file
from desktop_app.core.files.moved_files import follow_moves
from desktop_app.core.files.stack_edits import (
    leave_stacks,
    put_on_top,
    restore_stacks,
    stack_photos,
    unstack_photos,
)
from desktop_app.core.indexing.indexer import index, index_changes
from desktop_app.core.jobs.progress import StacksChanged
from desktop_app.core.stacks.folding import Folding

BEACHES = ("beach-0.jpg", "beach-1.jpg", "trip/beach-2.jpg")


@pytest.fixture
def library(files: LibraryFiles, encoder: Encoder, photo_folder: Path) -> LibraryFiles:
    """A library in which three beaches are a stack, the second on top."""
    for _ in index(files, encoder, [photo_folder]):
        pass
    one, two, three = ids(files, photo_folder, *BEACHES)
    made(stack_photos(files, [[two, one, three]]))
    return files


def ids(library: LibraryFiles, folder: Path, *names: str) -> list[int]:
    with Catalogue(library) as catalogue:
        return [catalogue.photo_id(folder / name) or 0 for name in names]


def made(steps: Iterator[StacksChanged]) -> StacksChanged:
    (changed,) = steps
    return changed


def shown(library: LibraryFiles) -> list[str]:
    """The names of the photos that are shown while all stacks are folded."""
    with Catalogue(library) as catalogue:
        listing = Browse(catalogue).listing(BrowseQuery(folding=Folding(is_on=True)))
        return sorted(photo.path.name for photo in catalogue.photos(listing.ids.tolist()))


def stacked(library: LibraryFiles) -> dict[int, int]:
    """The photo on top, by each photo in a stack."""
    with Catalogue(library) as catalogue:
        stacks = read_stacks(catalogue)
        return dict(zip(stacks.ids.tolist(), stacks.tops.tolist(), strict=True))


def rescan(library: LibraryFiles, encoder: Encoder) -> None:
    for _ in index(library, encoder, []):
        pass


def test_the_photo_on_top_is_shown_for_all(library: LibraryFiles) -> None:
    names = shown(library)
    assert "beach-1.jpg" in names
    assert not {"beach-0.jpg", "beach-2.jpg"} & set(names)
    assert len(names) == 7


def test_each_change_says_what_was_before_and_is_undone_with_it(
    library: LibraryFiles, photo_folder: Path
) -> None:
    one, two, three = ids(library, photo_folder, *BEACHES)
    (flower,) = ids(library, photo_folder, "flower-0.jpg")
    before = stacked(library)
    for steps in (
        unstack_photos(library, [three]),
        leave_stacks(library, [two]),
        put_on_top(library, [one]),
        stack_photos(library, [[flower, three]]),
    ):
        changed = made(steps)
        assert stacked(library) != before
        assert changed.photos == len(changed.before) > 0
        assert made(restore_stacks(library, changed.before)).photos == changed.photos
        assert stacked(library) == before


def test_what_changes_nothing_says_so(library: LibraryFiles, photo_folder: Path) -> None:
    (flower,) = ids(library, photo_folder, "flower-0.jpg")
    assert made(unstack_photos(library, [flower])) == StacksChanged(0, [])


def test_moved_and_renamed_photos_stay_in_their_stack(
    library: LibraryFiles, encoder: Encoder, photo_folder: Path
) -> None:
    before = stacked(library)
    top, other = photo_folder / "beach-1.jpg", photo_folder / "beach-0.jpg"
    target = move_file(top, photo_folder / "trip" / "sea.jpg")
    list(follow_moves(library, [top], [target]))
    assert stacked(library) == before
    other.rename(photo_folder / "renamed elsewhere.jpg")
    rescan(library, encoder)
    assert stacked(library) == before
    assert "sea.jpg" in shown(library)
    assert len(shown(library)) == 7


def test_photos_that_are_read_again_stay_in_their_stack(
    library: LibraryFiles, encoder: Encoder, photo_folder: Path
) -> None:
    before = stacked(library)
    list(request_reading(library, [], [photo_folder]))
    list(index_changes(library, encoder, []))
    shutil.copystat(photo_folder / "beach-0.jpg", photo_folder / "beach-1.jpg")
    rescan(library, encoder)
    assert stacked(library) == before
    assert len(shown(library)) == 7


def test_a_photo_that_goes_lets_another_one_stand_for_the_stack_until_it_is_back(
    library: LibraryFiles, photo_folder: Path, tmp_path: Path
) -> None:
    top = photo_folder / "beach-1.jpg"
    (tmp_path / "trash").mkdir()
    away = move_file(top, tmp_path / "trash" / "beach-1.jpg")
    list(follow_moves(library, [top], [away]))
    names = [name for name in shown(library) if name.startswith("beach")]
    assert len(names) == 1
    assert names != ["beach-1.jpg"]
    list(follow_moves(library, [away], [move_file(away, top)]))
    assert [name for name in shown(library) if name.startswith("beach")] == ["beach-1.jpg"]


def test_a_stack_of_which_one_photo_is_left_is_shown_as_that_photo(
    library: LibraryFiles, encoder: Encoder, photo_folder: Path
) -> None:
    for name in BEACHES[1:]:
        (photo_folder / name).unlink()
    rescan(library, encoder)
    with Catalogue(library) as catalogue:
        listing = Browse(catalogue).listing(BrowseQuery(folding=Folding(is_on=True)))
    assert len(listing.stacks.ids) == 0
    assert "beach-0.jpg" in shown(library)


def test_a_folder_that_is_removed_takes_its_photos_out_of_all_stacks(
    library: LibraryFiles, encoder: Encoder, photo_folder: Path, tmp_path: Path
) -> None:
    others = tmp_path / "others"
    others.mkdir()
    for name in ("beach-0.jpg", "flower-0.jpg", "night_city-0.jpg"):
        shutil.copy2(photo_folder / name, others)
    for _ in index(library, encoder, [others]):
        pass
    beach, flower, city = ids(library, others, "beach-0.jpg", "flower-0.jpg", "night_city-0.jpg")
    (top,) = ids(library, photo_folder, "beach-1.jpg")
    made(stack_photos(library, [[top, beach, flower]]))
    assert len(stacked(library)) == 5
    list(remove_root(library, photo_folder))
    left = min(beach, flower)
    assert stacked(library) == {beach: left, flower: left}
    made(stack_photos(library, [[city, beach]]))
    list(remove_root(library, others))
    assert stacked(library) == {}
    with pytest.raises(UnknownRootError):
        list(remove_root(library, others))
    assert stacked(library) == {}


def test_new_photos_join_no_stack_of_photos_that_were_removed(
    library: LibraryFiles, encoder: Encoder, photo_folder: Path
) -> None:
    list(remove_root(library, photo_folder))
    for _ in index(library, encoder, [photo_folder]):
        pass
    assert stacked(library) == {}
    assert len(shown(library)) == 9


def test_a_library_in_another_place_keeps_its_stacks(
    library: LibraryFiles, photo_folder: Path, tmp_path: Path
) -> None:
    before = stacked(library)
    photo_folder.rename(tmp_path / "new place")
    list(relocate_root(library, photo_folder, tmp_path / "new place"))
    assert stacked(library) == before


def test_a_backup_has_the_stacks(library: LibraryFiles, photo_folder: Path) -> None:
    before = stacked(library)
    list(back_up(library))
    (one,) = ids(library, photo_folder, "beach-0.jpg")
    made(unstack_photos(library, [one]))
    assert stacked(library) == {}
    restore(library)
    assert stacked(library) == before


def test_a_library_that_another_process_writes_is_left_as_it_is(
    library: LibraryFiles, photo_folder: Path
) -> None:
    before = stacked(library)
    with library.writing(), pytest.raises(LibraryBusyError):
        list(unstack_photos(library, list(before)))
    assert stacked(library) == before


def test_a_change_that_fails_in_the_middle_changes_nothing(
    library: LibraryFiles, photo_folder: Path
) -> None:
    before = stacked(library)
    with pytest.raises(TypeError):
        list(stack_photos(library, [list(before), None]))  # type: ignore[list-item]
    assert stacked(library) == before
