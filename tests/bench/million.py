"""A library of a million photos, as the indexer would have left it, without the photos."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import cycle
from pathlib import Path

import numpy as np
from PIL import Image

from desktop_app.core.base.codes import PAGE_ROWS
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.model_bundle import Manifest, read_bundle
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.model_switch import ModelSwitch
from desktop_app.core.catalogue.roots import insert_root
from desktop_app.core.catalogue.writer import CatalogueWriter
from desktop_app.core.photos.thumbnails import Thumbnails, make_thumbnail


def build_library(
    folder: Path, photos: int, thumbnails: Sequence[bytes] | None = None
) -> LibraryFiles:
    """Random codes and plausible rows; a root that is not there, so everything is offline.

    The photos share `thumbnails`, or a small grey one: without any, each index would look for the
    photos of all.
    """
    files = LibraryFiles(folder)
    manifest = read_bundle(default_bundle()).manifest
    rng = np.random.default_rng(0)
    with files.writing(), Catalogue(files) as catalogue:
        _hasten(catalogue)
        writer = CatalogueWriter(catalogue, manifest)
        with writer.batch():
            ModelSwitch(writer).set_in_use()
            insert_root(writer, Path("/photos of a benchmark"))
        for start in range(0, photos, PAGE_ROWS):
            _add(writer, manifest, range(start + 1, min(start + PAGE_ROWS, photos) + 1), rng)
        _store_thumbnails(catalogue, thumbnails or [_grey()])
    return files


def _grey() -> bytes:
    return make_thumbnail(Image.new("RGB", (16, 12), "grey"))


def _store_thumbnails(catalogue: Catalogue, jpegs: Sequence[bytes]) -> None:
    contents = catalogue.connection.execute("SELECT content_hash FROM photos ORDER BY 1")
    with closing(Thumbnails(catalogue.files.thumbnails)) as thumbnails:
        while rows := contents.fetchmany(100_000):
            shown = zip(rows, cycle(jpegs), strict=False)
            thumbnails.put_all({content: jpeg for (content,), jpeg in shown})


def _hasten(catalogue: Catalogue) -> None:
    """Write in the order of memory, not of safety: a loss of power would cost a benchmark only."""
    for pragma in ("synchronous = OFF", "cache_size = -4000000", "wal_autocheckpoint = 200000"):
        catalogue.connection.execute(f"PRAGMA {pragma}")


def _taken_at(number: int) -> str:
    """Spread over 20 years, in no order that the ids have."""
    moment = datetime(2005, 1, 1, tzinfo=UTC) + timedelta(minutes=number * 7919 % 10_519_200)
    return moment.strftime("%Y-%m-%dT%H:%M:%S")


def _add(writer: CatalogueWriter, manifest: Manifest, ids: range, rng: np.random.Generator) -> None:
    codes = rng.integers(0, 256, (len(ids), manifest.code_bits // 8), np.uint8)
    descriptors = rng.integers(-127, 128, (len(ids), manifest.descriptor_size), np.int8)
    with writer.batch():
        writer.connection.executemany(
            "INSERT INTO photos (id, root_id, folder, name, size, mtime_ns, state, content_hash,"
            " width, height, format, taken_at, camera, mean_colour, fingerprints, lens, iso,"
            " focal_length, aperture, has_gps)"
            " VALUES (?, 1, ?, ?, 4000000, ?, 'indexed', ?, 4000, 3000, 'JPEG',"
            " ?, 'Canon EOS 7D', 8421504, ?, ?, ?, ?, ?, ?)",
            [
                (
                    *(i, b"%04d" % (i // 500), b"IMG_%07d.JPG" % i, i),
                    *(os.urandom(16), _taken_at(i), os.urandom(8)),
                    *(f"EF {24 + i % 7 * 10}mm f/2.8 USM", 100 << i % 8),
                    *(24.0 + i % 7 * 10, 2.8 + i % 5, i % 3 == 0),
                )
                for i in ids
            ],
        )
        writer.connection.executemany(
            "INSERT INTO descriptors VALUES (?, ?, ?)",
            [
                (i, manifest.descriptor_id, row.tobytes())
                for i, row in zip(ids, descriptors, strict=True)
            ],
        )
        for i, code in zip(ids, codes, strict=True):
            writer.pages.put(i, code)
