"""Photos that are read in a worker: the same pictures, within limits of time and memory."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.core.base.errors import (
    JobCrashedError,
    PhotoError,
    PhotoProblem,
    ReadingCancelledError,
)
from desktop_app.core.photos.metadata import read_metadata
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.photos.preprocess import network_input
from desktop_app.core.reading.bounded_reader import BoundedReader
from desktop_app.core.reading.limits import ReadingLimits
from tests.core.hostile_photos import write_scans, write_sparse
from tests.core.hostile_worker import PROGRAM, UNLIMITED

pytestmark = pytest.mark.usefixtures("started_workers")


@pytest.fixture(scope="module")
def reader() -> Iterator[BoundedReader]:
    reader = BoundedReader()
    yield reader
    reader.close()


def hostile(limits: ReadingLimits) -> Iterator[BoundedReader]:
    reader = BoundedReader(limits)
    yield reader
    reader.close()


@pytest.fixture
def hostile_reader() -> Iterator[BoundedReader]:
    """Its decoder crashes, hangs or swells at files that are named so."""
    yield from hostile(ReadingLimits(decoding_seconds=4, program=PROGRAM))


@pytest.fixture
def hasty_reader() -> Iterator[BoundedReader]:
    yield from hostile(ReadingLimits(decoding_seconds=1))


def photo(path: Path) -> Path:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned
    exif[0x0110] = "Camera"
    Image.radial_gradient("L").resize((400, 300)).convert("RGB").save(path, exif=exif)
    return path


def noting(hashes: list[bytes]) -> Callable[[bytes], bool]:
    """Want every photo, and note its hash."""

    def is_wanted(content_hash: bytes) -> bool:
        hashes.append(content_hash)
        return True

    return is_wanted


def problem(reader: BoundedReader, path: Path) -> PhotoProblem:
    with pytest.raises(PhotoError) as caught:
        reader.open(path, 100)
    assert caught.value.path == path
    return caught.value.problem


def test_a_worker_gives_the_same_photo_as_this_process(
    reader: BoundedReader, tmp_path: Path
) -> None:
    path = photo(tmp_path / "turned.jpg")
    here = PhotoReader().open(path, 100, 200)
    there, metadata = reader.open_with_metadata(path, 100, 200)
    assert there.image.tobytes() == here.image.tobytes()
    assert (there.image.size, there.width, there.height) == (here.image.size, 300, 400)
    assert (there.format, there.capture) == (here.format, here.capture)
    with path.open("rb") as file:
        assert metadata == reader.metadata(path) == read_metadata(file, path)
    assert metadata.capture.camera == "Camera"


def test_the_content_of_a_file_is_decoded_like_the_file(
    reader: BoundedReader, tmp_path: Path
) -> None:
    path = photo(tmp_path / "a.jpg")
    from_data = reader.open_data(path.read_bytes(), Path("dropped"), 100)
    assert from_data.image.tobytes() == reader.open(path, 100).image.tobytes()


def test_what_indexing_stores_is_computed_by_the_worker(
    reader: BoundedReader, tmp_path: Path
) -> None:
    path = photo(tmp_path / "a.jpg")
    hashes: list[bytes] = []
    found = reader.content(path, 64, noting(hashes))
    assert found is not None
    content, pixels = found
    expected = network_input(PhotoReader().open(path, 64, 320).image, 64)
    assert pixels.tolist() == expected.tolist()
    assert (content.width, content.height, len(content.fingerprints)) == (300, 400, 8)
    assert content.thumbnail.startswith(b"\xff\xd8")
    assert [len(content_hash) for content_hash in hashes] == [16]


def test_a_photo_that_is_known_is_not_decoded(reader: BoundedReader, tmp_path: Path) -> None:
    assert reader.content(photo(tmp_path / "a.jpg"), 64, lambda _: False) is None


def test_what_is_no_picture_is_not_even_hashed(reader: BoundedReader, tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(b"no picture" * 100)
    hashes: list[bytes] = []
    with pytest.raises(PhotoError) as caught:
        reader.content(tmp_path / "film.mp4", 64, noting(hashes))
    assert (caught.value.problem, hashes) == (PhotoProblem.NOT_A_PICTURE, [])


def test_names_that_are_not_text_are_read(reader: BoundedReader, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.jpg")
    photo(tmp_path / "a.jpg").rename(path)
    assert reader.open(path, 100).width == 300


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", PhotoProblem.EMPTY_FILE),
        (b"text", PhotoProblem.NO_PHOTO),
        (b"\xff\xd8\xff broken", PhotoProblem.UNDECODABLE),
        (None, PhotoProblem.VANISHED),
    ],
)
def test_the_errors_of_files_come_back(
    reader: BoundedReader, tmp_path: Path, content: bytes | None, expected: PhotoProblem
) -> None:
    path = tmp_path / "bad.jpg"
    if content is not None:
        path.write_bytes(content)
    assert problem(reader, path) == expected


def test_a_file_larger_than_any_photo_is_refused_unread(
    reader: BoundedReader, tmp_path: Path
) -> None:
    path = write_sparse(tmp_path / "sparse.jpg", 10 * 2**30)
    assert problem(reader, path) == PhotoProblem.TOO_LARGE
    with pytest.raises(PhotoError) as caught:
        reader.content(path, 64, lambda _: pytest.fail("it was hashed"))
    assert caught.value.problem == PhotoProblem.TOO_LARGE


@pytest.mark.slow
def test_a_photo_of_thousands_of_scans_is_given_up_and_the_next_one_read(
    hasty_reader: BoundedReader, tmp_path: Path
) -> None:
    path = write_scans(tmp_path / "scans.jpg", 2000)
    assert path.stat().st_size < 100 * 2**20
    assert problem(hasty_reader, path) == PhotoProblem.TOO_SLOW
    assert hasty_reader.open(photo(tmp_path / "good.jpg"), 100).width == 300


@pytest.mark.slow
def test_zeros_without_end_behind_the_head_of_a_jpeg_are_given_up(
    hasty_reader: BoundedReader, tmp_path: Path
) -> None:
    path = write_sparse(tmp_path / "sparse.jpg", 2**30)
    assert problem(hasty_reader, path) == PhotoProblem.TOO_SLOW


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("crash.jpg", PhotoProblem.CRASHES_DECODER),
        ("hang.jpg", PhotoProblem.TOO_SLOW),
        ("swell.jpg", PhotoProblem.TOO_MUCH_MEMORY),
    ],
)
def test_a_decoder_that_dies_fails_one_photo_and_the_next_one_is_read(
    hostile_reader: BoundedReader, tmp_path: Path, name: str, expected: PhotoProblem
) -> None:
    assert problem(hostile_reader, photo(tmp_path / name)) == expected
    assert hostile_reader.open(photo(tmp_path / "good.jpg"), 100).width == 300


@pytest.mark.slow
def test_a_worker_that_swells_is_ended_where_the_system_does_not_limit_it(tmp_path: Path) -> None:
    reader = BoundedReader(
        ReadingLimits(memory_bytes=2**28, decoding_seconds=60, program=UNLIMITED)
    )
    assert problem(reader, photo(tmp_path / "swell.jpg")) == PhotoProblem.TOO_MUCH_MEMORY
    reader.close()


def test_a_worker_that_somebody_killed_is_replaced(reader: BoundedReader, tmp_path: Path) -> None:
    path = photo(tmp_path / "a.jpg")
    reader.open(path, 100)
    before = worker_of(reader)
    os.kill(before, 9)
    assert reader.open(path, 100).width == 300
    assert worker_of(reader) != before


def test_a_reader_that_was_cancelled_reads_no_more(tmp_path: Path) -> None:
    reader = BoundedReader()
    reader.cancel()
    with pytest.raises(ReadingCancelledError):
        reader.open(photo(tmp_path / "a.jpg"), 100)
    reader.close()


def test_a_worker_that_cannot_start_ends_the_work(tmp_path: Path) -> None:
    reader = BoundedReader(ReadingLimits(program=("/bin/false",)))
    with pytest.raises(JobCrashedError) as caught:
        reader.open(photo(tmp_path / "a.jpg"), 100)
    assert caught.value.exit_code == 1
    reader.close()


def worker_of(reader: BoundedReader) -> int:
    assert reader._worker is not None
    return reader._worker.process_id
