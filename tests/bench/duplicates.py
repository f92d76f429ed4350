"""Duplicates: the exact join of fingerprints against faiss, and a search of a whole library."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import faiss
import numpy as np
from PIL import Image

from desktop_app.core.base.codes import PAGE_ROWS
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.duplicates.finder import find_duplicates
from desktop_app.core.fingerprints.close_pairs import Words, close_pairs
from desktop_app.core.fingerprints.fingerprint import fingerprints
from desktop_app.core.jobs.duplicate_events import DuplicatesFound
from desktop_app.core.photos.thumbnails import Thumbnails, make_thumbnail
from tests.bench.duplicates_memory import measure_memory
from tests.bench.fingerprint_words import NEAR_BITS, random_words
from tests.bench.million import build_library
from tests.bench.report import Report

_RIVAL_QUERIES = 2000
_PHOTOS_A_SUBJECT = 50
_COPIES_SHARE = 5  # one photo in five is a copy of another


def measure_join(report: Report) -> None:
    """Measure the join of random fingerprints, a tenth of which are near-copies."""
    for count, limit_s in ((500_000, 4), (1_000_000, 12)):
        words = random_words(count)
        started = time.perf_counter()
        found = sum(len(pairs.first) for pairs in close_pairs(words, NEAR_BITS))
        seconds = time.perf_counter() - started
        rival_s = _rival_seconds(words)
        peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        report.add(
            f"all pairs of {count:,} x 64 bits within {NEAR_BITS} against faiss IndexBinaryFlat",
            f"{seconds / rival_s:.4f}x",
            f"<= {limit_s} s",
            f"{seconds:.1f} s, {found:,} pairs; faiss {rival_s:,.0f} s, from {_RIVAL_QUERIES:,} of"
            f" the queries; the process {peak_mb:,} MB at most",
        )


def _rival_seconds(words: Words) -> float:
    """Estimate the seconds that faiss takes for all rows, by a part of them, with all threads."""
    index = faiss.IndexBinaryFlat(64)
    rows = words.view(np.uint8).reshape(-1, 8)
    index.add(rows)
    threads = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(2)
    started = time.perf_counter()
    index.range_search(rows[:_RIVAL_QUERIES], NEAR_BITS + 1)
    seconds = time.perf_counter() - started
    faiss.omp_set_num_threads(threads)
    return seconds * len(rows) / _RIVAL_QUERIES


def measure_search(report: Report, folder: Path, photos: int) -> None:
    """Measure a search of a library of different pictures, a fifth of which are edited copies."""
    library = _library_with_copies(folder, photos)
    started, first_s = time.perf_counter(), 0.0
    summary: DuplicatesFound | None = None
    for event in find_duplicates(library, similar_distance=40):
        if isinstance(event, DuplicatesFound):
            summary = event
        elif event.found and not first_s:
            first_s = time.perf_counter() - started
    assert summary
    copies = photos // _COPIES_SHARE
    report.add(
        f"duplicates of {photos:,} photos, {copies:,} of them copies",
        f"{summary.seconds / 60:.1f} min",
        "",
        f"the first after {first_s:.1f} s; {summary.found:,} pairs of the same photo of"
        f" {summary.compared:,} that were compared, {1000 * summary.seconds / summary.compared:.2f}"
        " ms each",
    )


def _library_with_copies(folder: Path, photos: int) -> LibraryFiles:
    """A library whose thumbnails and fingerprints are those of different pictures and copies.

    The last photos are copies of the first, with codes that are near theirs.
    """
    library = build_library(folder, photos)
    copies = photos // _COPIES_SHARE
    with (
        library.writing(),
        closing(Catalogue(library)) as catalogue,
        closing(Thumbnails(library.thumbnails)) as thumbnails,
    ):
        connection = catalogue.connection
        contents = [row[0] for row in catalogue.rows("SELECT content_hash FROM photos ORDER BY id")]
        thumbnails.drop(contents)
        values, jpegs = [], {}
        for content, picture in zip(contents, _pictures(photos, copies), strict=True):
            values.append((fingerprints(picture), content))
            jpegs[content] = make_thumbnail(picture)
        thumbnails.put_all(jpegs)
        connection.executemany("UPDATE photos SET fingerprints = ? WHERE content_hash = ?", values)
        _set_codes(catalogue, photos, copies)
    return library


def _pictures(photos: int, copies: int) -> Iterator[Image.Image]:
    """Draw different pictures of soft spots, then crops, mirror images and small ones of some."""
    for number in range(photos - copies):
        yield _spots(number)
    for number in range(copies):
        original = _spots(number)
        edits = (
            original.resize((120, 80)),
            original.crop((8, 4, 228, 152)),
            original.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
            original.crop((24, 10, 210, 150)),
        )
        yield edits[number % len(edits)]


def _spots(number: int) -> Image.Image:
    rng = np.random.default_rng(number)
    small = rng.integers(0, 256, (12, 18, 3), np.uint8)
    return Image.fromarray(small).resize((240, 160), Image.Resampling.BICUBIC)


def _set_codes(catalogue: Catalogue, photos: int, copies: int) -> None:
    """Give the photos codes in groups, as photos of one subject have, and copies nearer ones.

    Each photo has more neighbours than are compared.
    """
    rng = np.random.default_rng(1)
    pages = {page.page: page.codes.copy() for page in catalogue.code_pages(catalogue.model_id)[0]}
    width = next(iter(pages.values())).shape[1]
    subjects = rng.integers(0, 256, (photos // _PHOTOS_A_SUBJECT + 1, width), np.uint8)
    originals = photos - copies
    for number in range(1, photos + 1):
        page, row = divmod(number, PAGE_ROWS)
        if number <= originals:
            code, share = subjects[number % len(subjects)], 0.15
        else:
            original = divmod(number - originals, PAGE_ROWS)
            code, share = pages[original[0]][original[1]], 0.1
        pages[page][row] = code ^ np.packbits(rng.random(width * 8) < share)
    for page, codes in pages.items():
        catalogue.connection.execute(
            "UPDATE code_pages SET codes = ? WHERE page = ?", (codes.tobytes(), page)
        )


def main() -> None:
    """Print the rows of duplicates alone: `python -m tests.bench.duplicates FOLDER [PHOTOS]`.

    PHOTOS is the size of the library that is searched as a whole.
    """
    import sys

    report = Report()
    measure_join(report)
    folder, photos = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    measure_search(report, folder / "search", photos)
    measure_memory(report, folder / "memory")
    sys.stdout.write(report.table())


if __name__ == "__main__":
    main()
