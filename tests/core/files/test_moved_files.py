"""The catalogue follows files that the user has moved, at once and without a scan."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import library_status
from desktop_app.core.files.file_moves import move_file
from desktop_app.core.files.moved_files import follow_moves
from desktop_app.core.indexing.indexer import index
from desktop_app.core.jobs.progress import FilesFollowed, IndexSummary
from desktop_app.core.search.code_index import CodeIndex


@pytest.fixture
def library(files: LibraryFiles, encoder: Encoder, photo_folder: Path) -> LibraryFiles:
    for _ in index(files, encoder, [photo_folder]):
        pass
    return files


def follow(library: LibraryFiles, *moves: tuple[Path, Path]) -> FilesFollowed:
    *_, last = follow_moves(library, [a for a, _ in moves], [b for _, b in moves])
    return last


def rescan(library: LibraryFiles, encoder: Encoder) -> IndexSummary:
    *_, summary = index(library, encoder, [])
    assert isinstance(summary, IndexSummary)
    return summary


def id_of(library: LibraryFiles, path: Path) -> int | None:
    with Catalogue(library) as catalogue:
        return catalogue.photo_id(path)


def searched(library: LibraryFiles, encoder: Encoder) -> set[int]:
    """The photos that a search can find."""
    with Catalogue(library) as catalogue:
        codes = CodeIndex(encoder.bundle.manifest)
        codes.refresh(catalogue)
        return {number for number in range(1, 100) if codes.code(number) is not None}


def test_a_photo_moved_inside_the_library_keeps_its_id_and_its_code(
    library: LibraryFiles, encoder: Encoder, photo_folder: Path
) -> None:
    source = photo_folder / "beach-0.jpg"
    photo_id, before = id_of(library, source), searched(library, encoder)
    target = move_file(source, photo_folder / "trip" / "beach-0.jpg")
    assert follow(library, (source, target)) == FilesFollowed(1)
    assert id_of(library, target) == photo_id
    assert id_of(library, source) is None
    assert searched(library, encoder) == before
    summary = rescan(library, encoder)
    assert (summary.indexed, summary.missing) == (0, 0)


def test_a_photo_that_left_is_searched_no_more_until_it_is_back(
    library: LibraryFiles, encoder: Encoder, photo_folder: Path, tmp_path: Path
) -> None:
    source = photo_folder / "beach-0.jpg"
    photo_id = id_of(library, source)
    (tmp_path / "trash").mkdir()
    away = move_file(source, tmp_path / "trash" / "beach-0.jpg")
    follow(library, (source, away))
    assert photo_id not in searched(library, encoder)
    with Catalogue(library) as catalogue:
        assert library_status(catalogue).photos == 8
    follow(library, (away, move_file(away, source)))
    assert photo_id in searched(library, encoder)
    assert id_of(library, source) == photo_id


@pytest.mark.slow
def test_a_place_that_another_photo_had_is_left_for_a_scan(
    library: LibraryFiles, encoder: Encoder, photo_folder: Path
) -> None:
    old, new = photo_folder / "beach-0.jpg", photo_folder / "flower-0.jpg"
    photo_id = id_of(library, new)
    old.unlink()
    rescan(library, encoder)
    new.rename(old)
    assert follow(library, (new, old)) == FilesFollowed(1, [old])
    assert photo_id not in searched(library, encoder)
    assert rescan(library, encoder).indexed == 1


@pytest.mark.slow
def test_of_a_file_that_is_still_there_nothing_is_forgotten(
    library: LibraryFiles, encoder: Encoder, photo_folder: Path, tmp_path: Path
) -> None:
    source = photo_folder / "beach-0.jpg"
    copy = Path(shutil.copy2(source, tmp_path / "copy.jpg"))
    before = searched(library, encoder)
    follow(library, (source, copy))
    assert searched(library, encoder) == before


@pytest.mark.slow
def test_ten_thousand_moves_are_one_step(
    library: LibraryFiles, photo_folder: Path, tmp_path: Path
) -> None:
    moves = [(photo_folder / f"{n}.jpg", tmp_path / f"{n}.jpg") for n in range(10_000)]
    assert follow(library, *moves) == FilesFollowed(10_000)
    assert id_of(library, photo_folder / "beach-0.jpg") is not None


@pytest.mark.slow
def test_a_file_of_another_time_is_left_for_a_scan_although_its_size_is_the_same(
    library: LibraryFiles, encoder: Encoder, photo_folder: Path
) -> None:
    old, new = photo_folder / "beach-0.jpg", photo_folder / "renamed.jpg"
    old.rename(new)
    content = bytearray(new.read_bytes())
    content[-20] ^= 1
    new.write_bytes(content)
    os.utime(new, (1, 1))
    assert follow(library, (old, new)) == FilesFollowed(1, [new])
    assert id_of(library, new) is None
    assert rescan(library, encoder).indexed == 1
