"""The cost of backups and checks of a large library: `python -m tests.bench.care [PHOTOS]`.

The photos are rows without files; they have descriptors, codes and thumbnails of a few bytes.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np

from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.model_bundle import Manifest, read_bundle
from desktop_app.core.care.back_up import back_up
from desktop_app.core.care.checkup import check_library
from desktop_app.core.care.restore import recover_if_damaged
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.writer import CatalogueWriter
from desktop_app.core.database.opening import transaction
from desktop_app.core.indexing.missing_thumbnails import reread_without_thumbnail
from desktop_app.core.photos.thumbnails import Thumbnails

_ROW = (
    "INSERT INTO photos (id, root_id, folder, name, size, mtime_ns, state, content_hash, width,"
    " height, format, taken_at, camera, mean_colour, fingerprints) VALUES (?1, 1, ?2, ?3, 4000000,"
    " 1500000000000000000 + ?1, 'indexed', ?4, 4000, 3000, 'JPEG', '2019-03-02T10:11:12', 'X100',"
    " 8421504, ?5)"
)


def main() -> None:
    photos = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        files = LibraryFiles(Path(folder, "library"))
        with Catalogue(files) as catalogue, closing(Thumbnails(files.thumbnails)) as thumbnails:
            writer = CatalogueWriter(catalogue, read_bundle(default_bundle()).manifest)
            _fill(catalogue, thumbnails, writer, photos)
        size = files.catalogue.stat().st_size
        sys.stdout.write(f"{photos:,} photos, a catalogue of {size / 2**20:,.0f} MiB\n")
        _measure("backup", back_up(files))
        _measure("check", check_library(files, full=False))
        _measure("look for missing thumbnails", _look(files, writer.manifest))
        _measure("look whether it can be opened", iter([recover_if_damaged(files)]))


def _fill(
    catalogue: Catalogue, thumbnails: Thumbnails, writer: CatalogueWriter, photos: int
) -> None:
    connection, manifest = catalogue.connection, writer.manifest
    rng = np.random.default_rng(0)
    with transaction(connection):
        connection.execute("INSERT INTO roots (id, path) VALUES (1, x'2f70686f746f73')")
        connection.execute("INSERT INTO meta VALUES ('model_id', ?)", (manifest.model_id,))
        for start in range(1, photos + 1, 4096):
            ids = range(start, min(start + 4096, photos + 1))
            hashes = [rng.bytes(16) for _ in ids]
            connection.executemany(
                _ROW,
                [
                    (i, b"2019/%03d" % (i // 1000), b"IMG_%07d.jpg" % i, content, rng.bytes(8))
                    for i, content in zip(ids, hashes, strict=True)
                ],
            )
            connection.executemany(
                "INSERT INTO descriptors VALUES (?, ?, ?)",
                [(i, writer.descriptor_id, rng.bytes(manifest.descriptor_size)) for i in ids],
            )
            for i in ids:
                writer.pages.put(i, np.frombuffer(rng.bytes(manifest.code_bits // 8), np.uint8))
            writer.pages.flush()
            thumbnails.put_all(dict.fromkeys(hashes, b"\xff\xd8"))


def _look(files: LibraryFiles, manifest: Manifest) -> Iterator[int]:
    with Catalogue(files) as catalogue:
        yield from reread_without_thumbnail(catalogue, CatalogueWriter(catalogue, manifest))


def _measure(what: str, work: Iterator[object]) -> None:
    started = time.perf_counter()
    for _ in work:
        pass
    sys.stdout.write(f"{what}: {time.perf_counter() - started:.1f} s\n")


if __name__ == "__main__":
    main()
