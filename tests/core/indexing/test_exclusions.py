"""Photos that the user leaves out are hidden, kept, and back without being read again."""

import os
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.base.errors import InvalidPatternError, PhotoProblem, UnknownPatternError
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.exclusions import (
    Exclusions,
    compiled,
    read_exclusions,
    store_exclusions,
    store_following,
)
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import library_status, list_failures
from desktop_app.core.reading.bounded_reader import BoundedReader
from desktop_app.core.search.code_index import CodeIndex
from tests.core.indexing.catalogue_rows import Index, rows


def exclude(files: LibraryFiles, *patterns: str, follow_links: bool = False) -> None:
    list(store_exclusions(files, Exclusions(patterns, follow_links)))


def stored(files: LibraryFiles) -> Exclusions:
    with Catalogue(files) as catalogue:
        return read_exclusions(catalogue)


def searchable(files: LibraryFiles, encoder: Encoder) -> set[str]:
    """The names of the photos that a search can find."""
    with Catalogue(files) as catalogue:
        codes = CodeIndex(encoder.bundle.manifest)
        codes.refresh(catalogue)
        found = [number for number, *_ in rows(files).values() if codes.code(number) is not None]
        return {photo.path.name for photo in catalogue.photos(found)}


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that indexing reads."""
    paths: list[Path] = []
    real = BoundedReader.content

    def watched(reader: BoundedReader, path: Path, *rest: Any) -> Any:
        paths.append(path)
        return real(reader, path, *rest)

    monkeypatch.setattr(BoundedReader, "content", watched)
    return paths


@pytest.mark.parametrize("name", ["trip", "trip [1]", "what?", "*", "!best", "#1", "a\\b", " a "])
def test_one_folder_is_excluded_whatever_its_name_is(tmp_path: Path, name: str) -> None:
    roots = [tmp_path, tmp_path / "one"]
    chosen = Exclusions(("*.tmp",), follow_links=True).with_folder(tmp_path / "one" / name, roots)
    assert (chosen.patterns[0], chosen.follow_links) == ("*.tmp", True)
    spec = compiled(chosen.patterns)
    assert spec.match_file(f"{name}/in.jpg")
    assert not spec.match_file(f"other/{name}/in.jpg")
    assert not spec.match_file("what/in.jpg")


def test_excluded_photos_are_hidden_and_back_without_being_read(
    run: Index, files: LibraryFiles, photo_folder: Path, encoder: Encoder, opened: list[Path]
) -> None:
    run(photo_folder)
    before = rows(files)
    opened.clear()
    exclude(files, "trip/", "beach-*")
    summary = run()
    assert (summary.indexed, summary.missing, summary.unchanged) == (0, 0, 4)
    left = {"flower-0.jpg", "flower-1.jpg", "night_city-0.jpg", "night_city-1.jpg"}
    assert searchable(files, encoder) == left
    with Catalogue(files) as catalogue:
        status = library_status(catalogue)
    assert (status.photos, status.excluded) == (4, 5)
    assert run().unchanged == 4
    exclude(files)
    summary = run()
    assert (summary.indexed, summary.unchanged) == (0, 9)
    assert rows(files) == before
    assert len(searchable(files, encoder)) == 9
    assert opened == []


def test_excluded_files_that_were_never_seen_are_not_opened(
    run: Index, files: LibraryFiles, photo_folder: Path, opened: list[Path]
) -> None:
    exclude(files, "trip", "*.txt")
    (photo_folder / "notes.txt").write_text("hello")
    summary = run(photo_folder)
    assert (summary.indexed, summary.ignored, len(opened)) == (6, 0, 6)


@pytest.mark.slow
def test_an_excluded_photo_is_not_taken_for_one_that_moved(
    run: Index, files: LibraryFiles, photo_folder: Path
) -> None:
    run(photo_folder)
    exclude(files, "trip/")
    run()
    content = (photo_folder / "trip" / "beach-2.jpg").read_bytes()
    (photo_folder / "copy.jpg").write_bytes(content)
    assert run().indexed == 1
    exclude(files)
    assert run().unchanged == 10
    assert {"copy.jpg", "beach-2.jpg"} <= set(rows(files))


def test_an_excluded_failure_is_reported_no_more(
    run: Index, files: LibraryFiles, photo_folder: Path
) -> None:
    (photo_folder / "bad.jpg").write_bytes(bytes(100))
    assert run(photo_folder).failed == 1
    exclude(files, "bad.jpg")
    assert run().failed == 0
    with Catalogue(files) as catalogue:
        assert list_failures(catalogue) == []


@pytest.mark.slow
def test_what_is_left_out_by_rule_was_indexed_by_an_earlier_version(
    run: Index, files: LibraryFiles, photo_folder: Path, encoder: Encoder
) -> None:
    """Its photos are hidden, not lost, as when the user excludes them."""
    (photo_folder / "trip").rename(photo_folder / "eaDir")
    run(photo_folder)
    (photo_folder / "eaDir").rename(photo_folder / "@eaDir")
    with Catalogue(files) as catalogue:
        catalogue.connection.execute(
            "UPDATE photos SET folder = ? WHERE folder = ?", (b"@eaDir", b"eaDir")
        )
    assert run().missing == 0
    assert len(searchable(files, encoder)) == 6
    exclude(files, "!@eaDir/")
    assert (run().indexed, len(searchable(files, encoder))) == (0, 9)


@pytest.mark.slow
def test_links_out_of_the_root_are_followed_on_request_and_nothing_is_lost(
    run: Index, files: LibraryFiles, photo_folder: Path, tmp_path: Path, opened: list[Path]
) -> None:
    (photo_folder / "trip").rename(tmp_path / "elsewhere")
    (photo_folder / "trip").symlink_to(tmp_path / "elsewhere")
    assert run(photo_folder).indexed == 6
    list(store_following(files, follow_links=True))
    assert run().indexed == 3
    opened.clear()
    list(store_following(files, follow_links=False))
    summary = run()
    assert (summary.unchanged, summary.missing) == (6, 0)
    list(store_following(files, follow_links=True))
    summary = run()
    assert (summary.indexed, summary.unchanged, opened) == (0, 9, [])


@pytest.mark.slow
def test_a_part_of_a_root_is_scanned_without_losing_what_is_behind_links(
    run: Index, files: LibraryFiles, photo_folder: Path, tmp_path: Path
) -> None:
    (photo_folder / "trip" / "more").mkdir()
    (tmp_path / "elsewhere").mkdir()
    photo = photo_folder / "beach-0.jpg"
    photo.rename(tmp_path / "elsewhere" / "beach-0.jpg")
    (photo_folder / "trip" / "more" / "out").symlink_to(tmp_path / "elsewhere")
    exclude(files, follow_links=True)
    run(photo_folder)
    assert run(photo_folder / "trip").missing == 0
    assert rows(files)["beach-0.jpg"][2] == 0


@pytest.mark.slow
def test_a_root_that_is_a_link_is_indexed(
    run: Index, files: LibraryFiles, photo_folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to(photo_folder)
    assert run(tmp_path / "link").indexed == 9
    photo_folder.rename(tmp_path / "moved")
    photo_folder.symlink_to(tmp_path / "moved")
    assert run().unchanged == 9


@pytest.mark.slow
def test_hard_links_are_files_of_their_own(run: Index, photo_folder: Path) -> None:
    os.link(photo_folder / "beach-0.jpg", photo_folder / "trip" / "other.jpg")
    assert run(photo_folder).indexed == 10


def test_a_library_inside_its_root_is_left_out(
    encoder: Encoder, run: Index, files: LibraryFiles
) -> None:
    files.folder.mkdir(parents=True)
    (files.folder.parent / "note.txt").write_text("hello")
    summary = run(files.folder.parent)
    assert (summary.failed, summary.ignored) == (0, 1)


def test_invalid_patterns_are_refused_and_change_nothing(files: LibraryFiles) -> None:
    exclude(files, "*.tmp", "# a comment", "", "ü*", "\udce9*")
    before = stored(files)
    assert before.patterns == ("*.tmp", "# a comment", "", "ü*", "\udce9*")
    for pattern in ("!", "\\", "a\\", "[z-a]", "a\nb"):
        with pytest.raises(InvalidPatternError) as caught:
            exclude(files, "*.bak", pattern)
        assert caught.value.pattern == pattern
    assert stored(files) == before


def test_patterns_are_added_once_and_removed_by_their_text() -> None:
    exclusions = Exclusions(("*.tmp",))
    assert exclusions.with_added(["a/", "*.tmp"]) == ("*.tmp", "a/")
    assert exclusions.without(["*.tmp"]) == ()
    with pytest.raises(UnknownPatternError):
        exclusions.without(["b"])
    with pytest.raises(InvalidPatternError):
        exclusions.with_added(["a", " "])


def test_a_damaged_choice_counts_as_none(files: LibraryFiles) -> None:
    exclude(files, "*.tmp")
    with Catalogue(files) as catalogue:
        catalogue.connection.execute("UPDATE meta SET value = '[' WHERE key = 'exclusions'")
        assert read_exclusions(catalogue) == Exclusions()


@pytest.mark.slow
def test_empty_and_broken_files_are_told_apart(
    run: Index, files: LibraryFiles, photo_folder: Path
) -> None:
    for name in ("notes.txt", "desktop.ini", "writer.lock", "video.mp4", "Icon\r"):
        (photo_folder / name).touch()
    (photo_folder / "IMG_0001.JPG").write_bytes(bytes(2**21))
    (photo_folder / "page.jpg").write_text("<!DOCTYPE html><html>404</html>")
    (photo_folder / "empty.jpg").touch()
    summary = run(photo_folder)
    assert (summary.indexed, summary.failed, summary.ignored) == (9, 3, 5)
    with Catalogue(files) as catalogue:
        problems = {item.path.name: item.problem for item in list_failures(catalogue)}
    assert problems == {
        "IMG_0001.JPG": PhotoProblem.ZEROS,
        "page.jpg": PhotoProblem.WEB_PAGE,
        "empty.jpg": PhotoProblem.EMPTY_FILE,
    }
