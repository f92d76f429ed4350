"""What nobody foresaw concerns one entry only: it is reported, and all others are indexed."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

import pytest
from PIL import Image

from desktop_app.core.base.errors import PhotoProblem
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import list_failures
from desktop_app.core.catalogue.writer import CatalogueWriter
from desktop_app.core.indexing.indexer import index
from desktop_app.core.indexing.scanner import RootScanner
from desktop_app.core.jobs.progress import IndexSummary
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.photos.thumbnails import Thumbnails
from desktop_app.core.reading.limits import ReadingLimits
from desktop_app.core.reading.photo_content import photo_content
from tests.core.indexing.catalogue_rows import Index, rows
from tests.core.spoiled_worker import UnforeseenError, program

pytestmark = pytest.mark.slow


@pytest.fixture
def victim(photo_folder: Path) -> Path:
    """A photo in a folder of its own, unlike all others."""
    path = photo_folder / "middle" / "victim.jpg"
    path.parent.mkdir()
    picture = Image.effect_noise((240, 160), 80).convert("RGB")
    picture.save(path, exif=_exif())
    return path


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x0132] = "2011:05:06 07:08:09"
    return exif


class Entry:
    """An entry of a folder that raises at one question."""

    def __init__(self, entry: os.DirEntry[str], question: str) -> None:
        self._entry = entry
        self._question = question

    def __getattr__(self, name: str) -> Any:
        if name == self._question:
            raise UnforeseenError(name)
        return getattr(self._entry, name)


class Listing:
    """What os.scandir gives, with a bad entry."""

    def __init__(self, listing: Any, bad: str, question: str) -> None:
        self._listing, self._bad, self._question = listing, bad, question

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._listing.close()

    def __iter__(self) -> Iterator[Any]:
        for entry in self._listing:
            yield Entry(entry, self._question) if entry.name == self._bad else entry

    def __next__(self) -> Any:
        return next(self._listing)


def test_a_folder_that_raises_when_it_is_listed_is_reported(
    run: Index, victim: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir = os.scandir

    def raising(path: Any = ".") -> Any:
        if str(path) == str(victim.parent):
            raise UnforeseenError
        return scandir(path)

    monkeypatch.setattr(os, "scandir", raising)
    summary = run(victim.parents[1])
    assert (summary.indexed, summary.unreadable_folders) == (9, [victim.parent])


@pytest.mark.parametrize("question", ["stat", "is_symlink", "is_dir"])
@pytest.mark.parametrize("bad", ["victim.jpg", "middle"])
def test_an_entry_that_raises_when_it_is_looked_at_is_reported(
    run: Index, victim: Path, monkeypatch: pytest.MonkeyPatch, question: str, bad: str
) -> None:
    (victim.parent / "second.jpg").write_bytes((victim.parents[1] / "beach-0.jpg").read_bytes())
    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path=".": Listing(scandir(path), bad, question))
    summary = run(victim.parents[1])
    expected = victim if bad == "victim.jpg" else victim.parent
    assert summary.unreadable_files == [expected]
    assert summary.indexed == (10 if bad == "victim.jpg" else 9)


def test_what_is_known_of_an_entry_that_raises_is_kept(
    run: Index, files: LibraryFiles, victim: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(victim.parents[1])
    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path=".": Listing(scandir(path), "middle", "stat"))
    assert run().missing == 0
    assert rows(files)["victim.jpg"][1:] == ("indexed", 0)


def test_a_file_that_raises_when_it_is_compared_is_reported(
    run: Index, victim: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    insert = RootScanner._insert

    def raising(scanner: RootScanner, folder: bytes, name: bytes, file: Any) -> None:
        if name == b"victim.jpg":
            raise OverflowError("Python int too large to convert to SQLite INTEGER")
        insert(scanner, folder, name, file)

    monkeypatch.setattr(RootScanner, "_insert", raising)
    summary = run(victim.parents[1])
    assert (summary.indexed, summary.unreadable_files) == (9, [victim])


@pytest.mark.parametrize(
    "function",
    [
        "os:fstat",  # open
        "desktop_app.core.reading.photo_content:check_format",  # first bytes
        "hashlib:blake2b",  # hash
        "PIL.Image:open",  # decode
        "PIL.Image:Image.load",
        "PIL.Image:Image.getexif",  # metadata
        "desktop_app.core.photos.dates:datetime",
        "desktop_app.core.reading.photo_content:network_input",  # encode
        "PIL.Image:Image.save",  # thumbnail
    ],
)
def test_a_photo_that_raises_while_it_is_read_fails_alone(
    files: LibraryFiles, encoder: Encoder, victim: Path, function: str
) -> None:
    limits = ReadingLimits(program=program(function, victim))
    *_, summary = index(files, encoder, [victim.parents[1]], 1, limits)
    assert isinstance(summary, IndexSummary)
    assert_only_the_victim_failed(summary, files, victim)


def test_a_photo_that_raises_when_it_is_encoded_fails_alone(
    run: Index, files: LibraryFiles, encoder: Encoder, victim: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Encoder.encode
    found = photo_content(PhotoReader(), victim, encoder.image_size, lambda _: True)
    assert found is not None
    wanted = found[1]

    def raising(encoder: Encoder, pixels: Any) -> Any:
        if (pixels == wanted).all():
            raise UnforeseenError
        return real(encoder, pixels)

    monkeypatch.setattr(Encoder, "encode", raising)
    assert_only_the_victim_failed(run(victim.parents[1]), files, victim)


@pytest.mark.parametrize(
    ("owner", "name"), [(CatalogueWriter, "set_indexed"), (Thumbnails, "put_all")]
)
def test_a_photo_that_raises_when_it_is_stored_fails_alone(
    run: Index,
    files: LibraryFiles,
    victim: Path,
    monkeypatch: pytest.MonkeyPatch,
    owner: Any,
    name: str,
) -> None:
    real = getattr(owner, name)
    content = hashlib.blake2b(victim.read_bytes(), digest_size=16).digest()

    def raising(store: Any, *values: Any) -> None:
        if any(getattr(value, "content_hash", None) == content for value in values) or (
            isinstance(values[0], dict) and content in values[0]
        ):
            raise OverflowError("Python int too large to convert to SQLite INTEGER")
        real(store, *values)

    monkeypatch.setattr(owner, name, raising)
    assert_only_the_victim_failed(run(victim.parents[1]), files, victim)


def assert_only_the_victim_failed(summary: IndexSummary, files: LibraryFiles, victim: Path) -> None:
    assert (summary.indexed, summary.failed) == (9, 1)
    with Catalogue(files) as catalogue:
        (failure,) = list_failures(catalogue)
    assert (failure.path, failure.problem) == (victim, PhotoProblem.UNEXPECTED)
    assert failure.detail


def test_a_failed_photo_is_indexed_once_the_cause_is_gone(
    run: Index, files: LibraryFiles, encoder: Encoder, victim: Path
) -> None:
    limits = ReadingLimits(program=program("PIL.Image:Image.save", victim))
    list(index(files, encoder, [victim.parents[1]], 1, limits))
    os.utime(victim, (1, 1))
    assert run().indexed == 1


@pytest.mark.parametrize("year_ns", [13_569_465_600 * 10**9, -11_644_473_600 * 10**9, 2**63 - 1])
def test_a_time_beyond_the_catalogue_stops_nothing(run: Index, victim: Path, year_ns: int) -> None:
    os.utime(victim, ns=(0, year_ns))
    assert run(victim.parents[1]).indexed == 10
    again = run()
    assert (again.indexed, again.unchanged) == (0, 10)


def test_a_folder_that_vanishes_while_it_is_walked_is_gone(
    run: Index, files: LibraryFiles, victim: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(victim.parents[1])
    scandir = os.scandir

    def vanishing(path: Any = ".") -> Any:
        if str(path) == str(victim.parent) and victim.exists():
            victim.unlink()
            victim.parent.rmdir()
        return scandir(path)

    monkeypatch.setattr(os, "scandir", vanishing)
    summary = run()
    assert (summary.missing, summary.unchanged, summary.unreadable_folders) == (1, 9, [])


def test_a_root_that_vanishes_while_it_is_walked_is_offline(
    run: Index, files: LibraryFiles, victim: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = victim.parents[1]
    run(root)
    scandir = os.scandir

    def unplugged(path: Any = ".") -> Any:
        if str(path) == str(victim.parent) and root.exists():
            root.rename(root.with_name("unplugged"))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", unplugged)
    summary = run()
    assert (summary.missing, summary.offline_roots) == (0, [root])
    assert rows(files)["victim.jpg"][2] == 0


def test_a_video_costs_no_more_than_its_first_bytes(
    files: LibraryFiles, encoder: Encoder, victim: Path
) -> None:
    """Hashing it would raise an error, which would be reported."""
    video = victim.with_name("video.mp4")
    video.write_bytes(b"\0\0\0\x20ftypisom\0\0\2\0isomiso2avc1mp41")
    os.truncate(video, 8 * 2**30)
    limits = ReadingLimits(program=program("hashlib:blake2b", video))
    *_, summary = index(files, encoder, [victim.parents[1]], 1, limits)
    assert isinstance(summary, IndexSummary)
    assert (summary.indexed, summary.ignored, summary.failed) == (10, 1, 0)
