"""Photos that crash the decoder, or never end, cost themselves and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import psutil
import pytest

from desktop_app.core.base.errors import PhotoProblem
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import list_failures
from desktop_app.core.indexing.indexer import index, retry_failed
from desktop_app.core.jobs.progress import Indexing, IndexSummary
from desktop_app.core.reading.limits import ReadingLimits
from tests.core.hostile_photos import write_scans, write_sparse
from tests.core.hostile_worker import PROGRAM


def problems(files: LibraryFiles) -> dict[str, PhotoProblem]:
    with Catalogue(files) as catalogue:
        return {failure.path.name: failure.problem for failure in list_failures(catalogue)}


@pytest.mark.slow
def test_hostile_photos_fail_and_all_others_are_indexed(
    files: LibraryFiles, encoder: Encoder, photo_folder: Path
) -> None:
    write_scans(photo_folder / "scans.jpg", 2000)
    write_sparse(photo_folder / "sparse.jpg", 10 * 2**30)
    for name in ("crash.jpg", "crash-2.jpg", "hang.jpg", "swell.jpg"):
        (photo_folder / name).write_bytes(
            (photo_folder / "beach-0.jpg").read_bytes() + name.encode()
        )
    before = psutil.Process().children()
    limits = ReadingLimits(decoding_seconds=4, program=PROGRAM)
    *_, summary = index(files, encoder, [photo_folder], 2, limits)
    assert isinstance(summary, IndexSummary)
    assert (summary.indexed, summary.failed) == (9, 6)
    assert problems(files) == {
        "scans.jpg": PhotoProblem.TOO_SLOW,
        "sparse.jpg": PhotoProblem.TOO_LARGE,
        "crash.jpg": PhotoProblem.CRASHES_DECODER,
        "crash-2.jpg": PhotoProblem.CRASHES_DECODER,
        "hang.jpg": PhotoProblem.TOO_SLOW,
        "swell.jpg": PhotoProblem.TOO_MUCH_MEMORY,
    }
    assert psutil.Process().children() == before


@pytest.mark.slow
def test_a_photo_that_crashed_the_decoder_can_be_tried_again(
    files: LibraryFiles, encoder: Encoder, photo_folder: Path
) -> None:
    crashing = photo_folder / "crash.jpg"
    crashing.write_bytes((photo_folder / "beach-0.jpg").read_bytes() + b"another")
    list(index(files, encoder, [photo_folder], 1, ReadingLimits(program=PROGRAM)))
    assert set(problems(files)) == {"crash.jpg"}
    *_, summary = retry_failed(files, encoder, [crashing], 1)
    assert isinstance(summary, IndexSummary)
    assert (summary.indexed, summary.failed) == (1, 0)


@pytest.mark.slow
def test_indexing_can_be_cancelled_while_a_photo_takes_for_ever_and_leaves_no_process(
    files: LibraryFiles, encoder: Encoder, tmp_path: Path, photo_folder: Path
) -> None:
    (tmp_path / "hanging").mkdir()
    shutil.copy(photo_folder / "beach-0.jpg", tmp_path / "hanging" / "hang.jpg")
    before = psutil.Process().children()
    limits = ReadingLimits(decoding_seconds=3600, program=PROGRAM)
    steps = index(files, encoder, [tmp_path / "hanging"], 1, limits)
    news = [step for step, _ in zip(steps, range(5), strict=False) if isinstance(step, Indexing)]
    assert all(step.done == 0 for step in news)
    assert len(news) >= 3, "it goes on yielding, so that it can be cancelled"
    assert len(psutil.Process().children()) == len(before) + 1
    steps.close()  # type: ignore[attr-defined]
    assert psutil.Process().children() == before


def test_the_crash_journal_of_an_earlier_version_is_removed(
    files: LibraryFiles, encoder: Encoder, photo_folder: Path
) -> None:
    files.create()
    (files.folder / "reading.bin").write_bytes(bytes(16))
    list(index(files, encoder, [photo_folder / "trip"]))
    assert not (files.folder / "reading.bin").exists()
