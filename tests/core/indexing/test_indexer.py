import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.core.base.errors import (
    LibraryBusyError,
    LibraryDamagedError,
    LibraryTooNewError,
    NotAFolderError,
    PhotoProblem,
)
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import library_status, list_failures
from desktop_app.core.indexing.indexer import index
from desktop_app.core.jobs.progress import Indexing
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.photos.preprocess import network_input
from desktop_app.core.search.code_index import CodeIndex
from tests.core.indexing.catalogue_rows import Index, rows

Scene = Callable[[str, int], Image.Image]


def searchable(files: LibraryFiles, encoder: Encoder) -> set[str]:
    """The names of the photos that a search can find."""
    with Catalogue(files) as catalogue:
        codes = CodeIndex(encoder.bundle.manifest)
        codes.refresh(catalogue)
        known = [number for number, _, _ in rows(files).values() if codes.code(number) is not None]
        return {photo.path.name for photo in catalogue.photos(known)}


def test_new_photos_are_indexed_and_a_second_run_does_nothing(
    run: Index, files: LibraryFiles, photo_folder: Path, encoder: Encoder
) -> None:
    first = run(photo_folder)
    assert (first.indexed, first.unchanged, first.failed) == (9, 0, 0)
    assert len(searchable(files, encoder)) == 9
    second = run()
    assert (second.indexed, second.unchanged, second.failed) == (0, 9, 0)


def test_progress_ends_with_all_files_done(
    files: LibraryFiles, encoder: Encoder, photo_folder: Path
) -> None:
    steps = [step for step in index(files, encoder, [photo_folder]) if isinstance(step, Indexing)]
    assert (steps[0].done, steps[-1].done, steps[-1].total) == (0, 9, 9)


@pytest.mark.slow
def test_a_renamed_or_moved_photo_keeps_its_id_and_is_not_decoded_again(
    run: Index, files: LibraryFiles, photo_folder: Path, encoder: Encoder
) -> None:
    run(photo_folder)
    before = rows(files)
    (photo_folder / "beach-0.jpg").rename(photo_folder / "renamed.jpg")
    (photo_folder / "flower-0.jpg").rename(photo_folder / "trip" / "flower-0.jpg")
    summary = run()
    after = rows(files)
    assert after["renamed.jpg"] == (before["beach-0.jpg"][0], "indexed", 0)
    assert after["flower-0.jpg"] == (before["flower-0.jpg"][0], "indexed", 0)
    assert "beach-0.jpg" not in after
    assert (summary.indexed, summary.unchanged) == (2, 7)
    assert "renamed.jpg" in searchable(files, encoder)


@pytest.mark.slow
def test_a_copy_gets_the_code_of_its_original(
    run: Index, files: LibraryFiles, photo_folder: Path, encoder: Encoder
) -> None:
    run(photo_folder)
    shutil.copy(photo_folder / "beach-0.jpg", photo_folder / "copy.jpg")
    run()
    with Catalogue(files) as catalogue:
        codes = CodeIndex(encoder.bundle.manifest)
        codes.refresh(catalogue)
        one, two = (codes.code(rows(files)[name][0]) for name in ("beach-0.jpg", "copy.jpg"))
    assert one is not None
    assert two is not None
    assert one.tolist() == two.tolist()


@pytest.mark.slow
def test_a_changed_photo_is_read_again(
    run: Index, files: LibraryFiles, photo_folder: Path, encoder: Encoder, scene: Scene
) -> None:
    run(photo_folder)
    with Catalogue(files) as catalogue:
        old = catalogue.descriptors([rows(files)["beach-0.jpg"][0]])
    scene("portrait", 0).save(photo_folder / "beach-0.jpg", quality=90)
    summary = run()
    assert (summary.indexed, summary.unchanged) == (1, 8)
    with Catalogue(files) as catalogue:
        new = catalogue.descriptors([rows(files)["beach-0.jpg"][0]])
    assert old.tolist() != new.tolist()


@pytest.mark.slow
def test_a_touched_photo_stays_what_it_was(
    run: Index, files: LibraryFiles, photo_folder: Path, encoder: Encoder
) -> None:
    run(photo_folder)
    before = rows(files)
    os.utime(photo_folder / "beach-0.jpg", (1, 1))
    run()
    assert rows(files) == before
    assert run().unchanged == 9
    assert len(searchable(files, encoder)) == 9


@pytest.mark.slow
def test_a_deleted_photo_is_marked_and_comes_back_with_its_code(
    run: Index, files: LibraryFiles, photo_folder: Path, tmp_path: Path, encoder: Encoder
) -> None:
    run(photo_folder)
    aside = tmp_path / "aside.jpg"
    shutil.move(photo_folder / "beach-0.jpg", aside)
    assert run().missing == 1
    assert rows(files)["beach-0.jpg"][1:] == ("indexed", 1)
    assert "beach-0.jpg" not in searchable(files, encoder)
    shutil.move(aside, photo_folder / "beach-0.jpg")
    assert run().indexed == 0
    assert rows(files)["beach-0.jpg"][1:] == ("indexed", 0)
    assert "beach-0.jpg" in searchable(files, encoder)


def test_a_deleted_folder_marks_all_that_was_in_it(
    run: Index, files: LibraryFiles, photo_folder: Path, encoder: Encoder
) -> None:
    run(photo_folder)
    shutil.rmtree(photo_folder / "trip")
    assert run().missing == 3
    assert len(searchable(files, encoder)) == 6


@pytest.mark.parametrize("leave_an_empty_folder", [False, True])
@pytest.mark.slow
def test_a_root_that_is_not_there_is_offline_and_nothing_is_lost(
    run: Index,
    files: LibraryFiles,
    photo_folder: Path,
    encoder: Encoder,
    leave_an_empty_folder: bool,
) -> None:
    """A disk that is not mounted leaves no folder, or an empty one."""
    run(photo_folder)
    photo_folder.rename(photo_folder.with_name("elsewhere"))
    if leave_an_empty_folder:
        photo_folder.mkdir()
    summary = run()
    assert (summary.missing, summary.offline_roots) == (0, [photo_folder])
    with Catalogue(files) as catalogue:
        assert library_status(catalogue).offline == 9
    assert len(searchable(files, encoder)) == 9
    if leave_an_empty_folder:
        photo_folder.rmdir()
    photo_folder.with_name("elsewhere").rename(photo_folder)
    assert run().unchanged == 9
    with Catalogue(files) as catalogue:
        assert library_status(catalogue).offline == 0


@pytest.mark.slow
def test_a_failure_keeps_its_reason_and_is_tried_again_when_the_file_changes(
    run: Index, files: LibraryFiles, photo_folder: Path, scene: Scene
) -> None:
    (photo_folder / "bad.jpg").write_bytes(b"")
    assert run(photo_folder).failed == 1
    with Catalogue(files) as catalogue:
        failure = list_failures(catalogue)[0]
    assert (failure.path, failure.problem) == (
        photo_folder / "bad.jpg",
        PhotoProblem.EMPTY_FILE,
    )
    assert run().failed == 1
    scene("car", 0).save(photo_folder / "bad.jpg")
    summary = run()
    assert (summary.indexed, summary.failed) == (1, 0)
    with Catalogue(files) as catalogue:
        assert list_failures(catalogue) == []


@pytest.mark.slow
def test_a_photo_that_is_overwritten_by_garbage_is_searched_no_more(
    run: Index, files: LibraryFiles, photo_folder: Path, encoder: Encoder
) -> None:
    run(photo_folder)
    (photo_folder / "beach-0.jpg").write_bytes(b"\xff\xd8\xff garbage")
    assert run().failed == 1
    assert "beach-0.jpg" not in searchable(files, encoder)


def test_files_that_are_no_pictures_are_no_failures(
    run: Index, files: LibraryFiles, photo_folder: Path
) -> None:
    (photo_folder / "notes.txt").write_text("hello")
    (photo_folder / ".hidden.jpg").write_bytes(b"x")
    summary = run(photo_folder)
    assert (summary.indexed, summary.failed, summary.ignored) == (9, 0, 2)
    with Catalogue(files) as catalogue:
        problems = {item.path.name: item.problem for item in list_failures(catalogue, ignored=True)}
    assert problems == {
        "notes.txt": PhotoProblem.NOT_A_PICTURE,
        ".hidden.jpg": PhotoProblem.HIDDEN,
    }


@pytest.mark.slow
def test_a_failed_photo_does_not_shift_its_neighbours(
    run: Index, files: LibraryFiles, photo_folder: Path, encoder: Encoder
) -> None:
    for position in range(5):
        (photo_folder / f"beach-0{position}.jpg").write_bytes(b"\xff\xd8\xff broken")
    run(photo_folder)
    with Catalogue(files) as catalogue:
        for name in ("beach-1.jpg", "flower-0.jpg", "night_city-1.jpg"):
            number = rows(files)[name][0]
            stored = catalogue.descriptors([number])[0]
            image = PhotoReader().open(photo_folder / name, encoder.image_size, 320).image
            fresh = encoder.encode(network_input(image, encoder.image_size)).descriptors[0]
            assert stored.tolist() == fresh.tolist()


@pytest.mark.slow
def test_the_number_of_threads_changes_nothing(
    tmp_path: Path, encoder: Encoder, photo_folder: Path
) -> None:
    dumps = []
    for threads in (1, 4):
        files = LibraryFiles(tmp_path / f"library-{threads}")
        list(index(files, encoder, [photo_folder], threads))
        connection = sqlite3.connect(files.catalogue)
        dumps.append(
            [
                connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()
                for table in ("photos", "descriptors")
            ]
        )
        connection.close()
    assert dumps[0] == dumps[1]


def test_a_cancelled_run_keeps_what_it_had_and_the_next_goes_on(
    run: Index, files: LibraryFiles, encoder: Encoder, photo_folder: Path
) -> None:
    steps = index(files, encoder, [photo_folder], 1)
    for step in steps:
        if isinstance(step, Indexing):
            break
    steps.close()  # type: ignore[attr-defined]
    summary = run()
    assert summary.indexed + summary.unchanged == 9
    assert len(searchable(files, encoder)) == 9


@pytest.mark.slow
def test_two_processes_never_write_one_library(
    files: LibraryFiles, encoder: Encoder, photo_folder: Path, run: Index
) -> None:
    with files.writing(), pytest.raises(LibraryBusyError) as caught:
        run(photo_folder)
    assert caught.value.library == files.folder
    assert run(photo_folder).indexed == 9


@pytest.mark.slow
def test_a_folder_inside_a_root_is_a_part_of_it(
    run: Index, files: LibraryFiles, photo_folder: Path
) -> None:
    run(photo_folder)
    (photo_folder / "beach-0.jpg").unlink()
    summary = run(photo_folder / "trip")
    assert (summary.unchanged, summary.missing) == (3, 0)
    with Catalogue(files) as catalogue:
        assert [root.path for root in catalogue.roots()] == [photo_folder]


@pytest.mark.slow
def test_a_folder_that_holds_a_root_takes_its_photos_over(
    run: Index, files: LibraryFiles, photo_folder: Path, encoder: Encoder
) -> None:
    run(photo_folder / "trip")
    before = rows(files)
    summary = run(photo_folder)
    assert (summary.indexed, summary.unchanged) == (6, 3)
    with Catalogue(files) as catalogue:
        assert [root.path for root in catalogue.roots()] == [photo_folder]
        assert catalogue.photo_id(photo_folder / "trip" / "beach-2.jpg") == before["beach-2.jpg"][0]


def test_a_root_that_is_no_folder_is_an_error(run: Index, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "nothing", tmp_path / "file"):
        with pytest.raises(NotAFolderError):
            run(path)


def test_awkward_names_are_indexed(
    run: Index, files: LibraryFiles, photo_folder: Path, encoder: Encoder
) -> None:
    content = (photo_folder / "beach-0.jpg").read_bytes()
    names = [b"caf\xe9.jpg", "café.jpg".encode(), b"-rf.jpg", b"two\nlines.jpg", b" space .jpg"]
    for name in names:
        with open(os.path.join(os.fsencode(photo_folder), name), "wb") as file:  # noqa: PTH118,PTH123
            file.write(content)
    assert run(photo_folder).indexed == 14
    assert {os.fsdecode(name) for name in names} <= searchable(files, encoder)


def test_links_that_loop_end(run: Index, photo_folder: Path) -> None:
    (photo_folder / "trip" / "back").symlink_to(photo_folder, target_is_directory=True)
    (photo_folder / "nowhere.jpg").symlink_to(photo_folder / "gone.jpg")
    assert run(photo_folder).indexed == 9


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_closed_folder_is_reported_and_loses_nothing(run: Index, photo_folder: Path) -> None:
    run(photo_folder)
    (photo_folder / "trip").chmod(0)
    summary = run()
    (photo_folder / "trip").chmod(0o755)
    assert (summary.unreadable_folders, summary.missing) == ([photo_folder / "trip"], 0)


def test_a_file_that_is_no_library_is_said_to_be_damaged(
    files: LibraryFiles, run: Index, photo_folder: Path
) -> None:
    files.create()
    files.catalogue.write_bytes(b"this is not a database" * 100)
    with pytest.raises(LibraryDamagedError):
        run(photo_folder)


def test_a_library_of_a_later_version_is_left_alone(
    files: LibraryFiles, run: Index, photo_folder: Path
) -> None:
    run(photo_folder)
    connection = sqlite3.connect(files.catalogue)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(LibraryTooNewError) as caught:
        run(photo_folder)
    assert caught.value.version == 99
