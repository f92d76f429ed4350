"""`python -m tests.bench.archive_lists`: how many of the nearest do inverted lists find?

faiss's IndexBinaryIVF beside an exact search, one thread each, on the codes of a library, or on
drawn ones: kinds, scenes of a kind and photos of a scene, each by flipping bits of the one before.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import faiss
import numpy as np

from desktop_app.core.base.codes import Codes
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.models.library_models import encoder_in_use
from desktop_app.core.search.code_index import CodeIndex
from tests.sizes import PROJECT
from training.base.markdown import markdown_table
from training.measuring.results_table import update_section

_BYTES, _TOP, _QUERIES = 32, 20, 200
_KINDS, _PHOTOS_OF_A_SCENE = 500, 50
_SCENE_FLIPS, _PHOTO_FLIPS = 0.25, 0.12
_PROBES = (1, 4, 16, 64, 256)
_HEADING = ["codes", "lists", "built in", "lists a query looks at", "codes it looks at",
            "of the 20 nearest", "ms", "x exact"]  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure inverted lists of codes.")
    parser.add_argument("--millions", type=float, nargs="*", default=[1])
    parser.add_argument("--lists", type=int, default=1024, help="For a million codes and more.")
    parser.add_argument("--library", type=Path, help="Measure the codes of a library, too.")
    parser.add_argument("--write", action="store_true", help="Update docs/scale.md.")
    options = parser.parse_args()
    faiss.omp_set_num_threads(1)
    rows: list[list[str]] = []
    if options.library:
        rows += _rows("of a library", _codes_of(options.library), 64)
    for count in options.millions:
        rows += _rows("drawn", drawn_codes(int(count * 1e6) + _QUERIES), options.lists)
    table = markdown_table(_HEADING, rows)
    sys.stdout.write(table + "\n")
    if options.write:
        update_section(PROJECT / "docs" / "scale.md", "scale-lists", table)


def _codes_of(folder: Path) -> Codes:
    files = LibraryFiles(folder)
    index = CodeIndex(encoder_in_use(files).bundle.manifest)
    with closing(Catalogue(files)) as catalogue:
        index.refresh(catalogue)
    return np.random.default_rng(0).permutation(index.codes)


def drawn_codes(count: int) -> Codes:
    """Return drawn codes uint8 [N, 32], in random order."""
    rng = np.random.default_rng(0)
    kinds = np.frombuffer(rng.bytes(_KINDS * _BYTES), np.uint8).reshape(-1, _BYTES)
    scenes = _near(kinds, -(-count // _PHOTOS_OF_A_SCENE), _SCENE_FLIPS, rng)
    return _near(scenes, count, _PHOTO_FLIPS, rng)


def _near(codes: Codes, count: int, flips: float, rng: np.random.Generator) -> Codes:
    """Return random ones of some codes, each bit flipped with a probability."""
    near = codes[rng.integers(0, len(codes), count)]
    for bit in range(8):
        near ^= ((rng.random(near.shape, np.float32) < flips) << bit).astype(np.uint8)
    return near


def _rows(title: str, codes: Codes, lists: int) -> Iterator[list[str]]:
    """Search for some of the codes among the others, exactly and by lists."""
    queries, others = codes[:_QUERIES], np.ascontiguousarray(codes[_QUERIES:])
    exact = faiss.IndexBinaryFlat(8 * _BYTES)
    exact.add(others)
    nearest, exact_ms = _searched(exact, queries)
    started = time.perf_counter()
    centres = faiss.IndexBinaryFlat(8 * _BYTES)
    index = faiss.IndexBinaryIVF(centres, 8 * _BYTES, lists)
    index.train(others[: 60 * lists])
    index.add(others)
    built = time.perf_counter() - started
    sizes = np.array([index.invlists.list_size(number) for number in range(lists)])
    for probes in (count for count in _PROBES if 2 * count <= lists):
        index.nprobe = probes
        found, ms = _searched(index, queries)
        looked_at = sizes[centres.search(queries, probes)[1]].sum(axis=1).mean() / len(others)
        recall = np.mean(found <= nearest[:, -1:])
        yield [
            f"{len(others):,} {title}", f"{lists:,}", f"{built:.0f} s", str(probes),
            f"{looked_at:.1%}", f"{recall:.3f}", f"{ms:.2f}", f"{ms / exact_ms:.3f}",
        ]  # fmt: skip


def _searched(index: faiss.IndexBinary, queries: Codes) -> tuple[Codes, float]:
    """Return the distances int32 [Q, 20] of the nearest, and the milliseconds a query."""
    started = time.perf_counter()
    distances = np.concatenate([index.search(query[np.newaxis], _TOP)[0] for query in queries])
    return distances, (time.perf_counter() - started) / len(queries) * 1000


if __name__ == "__main__":
    main()
