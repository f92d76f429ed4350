"""`make bench-peers`: Lookalike and other programs and libraries, side by side in one run."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from desktop_app.core.base.paths import default_bundle
from desktop_app.core.base.processors import available_cores
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import read_bundle
from tests.bench.photos import TWELVE_MEGAPIXELS, TWO_MEGAPIXELS, write_photos
from tests.peers.measurements import (
    ReaderOutcome,
    SearcherOutcome,
    measure_readers,
    measure_searchers,
)
from tests.peers.page import print_tables, reading_section, readme_section, search_section
from tests.peers.plots import plot_reading, plot_search
from tests.peers.readers import photos_of
from tests.peers.vectors import write_vectors
from tests.sizes import PROJECT
from training.measuring.results_table import update_section

_RESULTS, _README = PROJECT / "docs" / "results.md", PROJECT / "README.md"
_SECONDS_A_PHOTO = 3


def main(
    photos: Annotated[
        Path | None, typer.Option(help="Read this folder of photos instead of drawn ones.")
    ] = None,
    count: Annotated[int, typer.Option(help="Photos that are drawn; 0 reads none.")] = 1000,
    small: Annotated[bool, typer.Option("--small", help="Draw 2 megapixels, not 12.")] = False,
    vectors: Annotated[int, typer.Option(help="Vectors to search; 0 searches none.")] = 1_000_000,
    queries: Annotated[int, typer.Option(help="Questions, each asked alone.")] = 200,
    limit: Annotated[float, typer.Option(help="Seconds after which one is stopped.")] = 300,
    threads: Annotated[int, typer.Option(help="Threads that answer; all cores build.")] = 1,
    folder: Annotated[Path | None, typer.Option(help="Where temporary files go.")] = None,
    write: Annotated[bool, typer.Option("--write", help="Update the documents.")] = False,
) -> None:
    """Measure reading and search beside other programs.

    A reader has at least 3 seconds for each photo, whatever the limit.
    """
    with tempfile.TemporaryDirectory(prefix="lookalike-peers-", dir=folder) as name:
        place = Path(name)
        size = TWO_MEGAPIXELS if small else TWELVE_MEGAPIXELS
        if photos is None and count:
            photos = _drawn(place / "photos", size, count)
        reading = _read(photos, limit) if photos else []
        searching = _search(place, vectors, queries, limit, threads) if vectors else []
    print_tables(reading, searching)
    if write:
        _write(reading, searching, vectors, threads)


def _drawn(folder: Path, size: tuple[int, int], count: int) -> Path:
    print(f"Drawing {count:,} photos of {size[0]} x {size[1]} pixels.", flush=True)
    write_photos(folder, size, count)
    return folder


def _read(photos: Path, limit: float) -> list[ReaderOutcome]:
    outcomes = []
    for outcome in measure_readers(photos, max(limit, _SECONDS_A_PHOTO * len(photos_of(photos)))):
        taken = outcome.reading and f"{outcome.reading.seconds:.1f} s"
        print(f"reading: {outcome.reader.title}: {taken or outcome.why}", flush=True)
        outcomes.append(outcome)
    return outcomes


def _search(
    place: Path, count: int, queries: int, limit: float, threads: int
) -> list[SearcherOutcome]:
    print(f"Making {count:,} vectors.", flush=True)
    encoder = Encoder(read_bundle(default_bundle()))
    vectors = write_vectors(place / "vectors", encoder, count, queries)
    outcomes = []
    for outcome in measure_searchers(vectors, place, limit, threads):
        taken = outcome.answers and f"{outcome.answers[0].median_ms:.2f} ms"
        print(f"search: {outcome.searcher.title}: {taken or outcome.why}", flush=True)
        outcomes.append(outcome)
    return outcomes


def _write(
    reading: list[ReaderOutcome], searching: list[SearcherOutcome], vectors: int, threads: int
) -> None:
    cores = f"On a machine with {available_cores()} cores"
    if reading:
        picture = _RESULTS.with_name("results-peers-reading.png")
        plot_reading(reading, picture)
        read = next((each.reading.photos for each in reading if each.reading), 0)
        text = f"{cores}, {read:,} photos:"
        picture_line = f"![Photos a second]({picture.name})"
        update_section(
            _RESULTS, "peers-reading", f"{reading_section(reading, text)}\n\n{picture_line}"
        )
    if searching:
        picture = _RESULTS.with_name("results-peers-search.png")
        plot_search(searching, vectors, picture)
        text = f"{cores}, {vectors:,} vectors, built with all cores, answered with {threads}:"
        picture_line = f"![Recall against milliseconds]({picture.name})"
        update_section(
            _RESULTS, "peers-search", f"{search_section(searching, text)}\n\n{picture_line}"
        )
    if reading and searching:
        update_section(_README, "peers", readme_section(reading, searching))


if __name__ == "__main__":
    typer.run(main)
