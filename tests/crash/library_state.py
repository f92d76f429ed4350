"""What a library knows, and whether it is whole."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import onnx
from onnx import numpy_helper

from desktop_app.core.base.codes import PAGE_ROWS, pack
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import ENCODER, HASHER, read_bundle, write_bundle
from desktop_app.core.care.checkup import check_library
from desktop_app.core.care.findings import CheckReport, Finding
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.descriptors import descriptor_batches
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.models.library_models import LibraryModels

Rows = dict[str, list[tuple[object, ...]]]

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ")
_OPEN = ("-wal", "-shm", "-journal")
_COMPARED = {
    "roots": "path, offline",
    "photos": "*",
    "descriptors": "*",
    "code_pages": "model_id, page, flags, codes",  # the revision counts the runs
    "meta": "*",
}


def models_of(files: LibraryFiles) -> LibraryModels:
    return LibraryModels(files, default_bundle())


def soundness(library: Path) -> str:
    """'ok', or what SQLite finds wrong with the library's files."""
    files = LibraryFiles(library)
    for path in (files.catalogue, files.thumbnails):
        if path.exists():
            connection = sqlite3.connect(path)
            found = str(connection.execute("PRAGMA integrity_check").fetchone()[0])
            connection.close()
            if found != "ok":
                return found
    return "ok"


def all_rows(library: Path) -> Rows:
    """Everything that a library knows, thumbnails included."""
    files = LibraryFiles(library)
    catalogue, thumbnails = sqlite3.connect(files.catalogue), sqlite3.connect(files.thumbnails)
    rows = {
        table: catalogue.execute(f"SELECT {columns} FROM {table} ORDER BY 1, 2").fetchall()
        for table, columns in _COMPARED.items()
    }
    rows["thumbnails"] = thumbnails.execute("SELECT * FROM thumbnails ORDER BY 1").fetchall()
    catalogue.close()
    thumbnails.close()
    return rows


@dataclass(frozen=True)
class LibraryState:
    """All that a library is, to be compared with another one."""

    rows: Rows
    names: list[str]
    findings: list[Finding]


def state_of(files: LibraryFiles) -> LibraryState:
    """Look at everything in a library, and check it as `lookalike library check --full` does."""
    *_, report = check_library(files, full=True)
    assert isinstance(report, CheckReport)
    return LibraryState(all_rows(files.folder), names_below(files.folder), report.findings)


def free_pages(files: LibraryFiles) -> list[int]:
    """What the databases could give back to the disk, in pages."""
    counts = []
    for path in (files.catalogue, files.thumbnails):
        connection = sqlite3.connect(path)
        counts.append(int(connection.execute("PRAGMA freelist_count").fetchone()[0]))
        connection.close()
    return counts


def check_codes(files: LibraryFiles) -> None:
    """Every photo has the code that the model in use gives it, whichever that is."""
    assert soundness(files.folder) == "ok"
    with Catalogue(files) as catalogue:
        bundle = models_of(files).in_use(catalogue)
        assert bundle.manifest.model_id == catalogue.model_id
        encoder = Encoder(bundle)
        pages, _ = catalogue.code_pages(catalogue.model_id)
        by_page = {page.page: page for page in pages}
        for batch in descriptor_batches(catalogue, bundle.manifest.descriptor_id, PAGE_ROWS):
            expected = pack(encoder.hash_descriptors(batch.descriptors))
            for photo_id, code in zip(batch.ids, expected, strict=True):
                page = by_page[photo_id // PAGE_ROWS]
                assert page.flags[photo_id % PAGE_ROWS]
                assert (page.codes[photo_id % PAGE_ROWS] == code).all()


def names_below(folder: Path) -> list[str]:
    """The files and folders in a folder, without what SQLite keeps while a database is open.

    Backups are named by the time.
    """
    found = (str(path.relative_to(folder)) for path in folder.rglob("*"))
    names = {_TIME.sub("TIME", name) for name in found if not name.endswith(_OPEN)}
    return sorted(names)


def contents_below(folder: Path) -> dict[str, str]:
    """The hashes of the files in a folder, by their names."""
    return {str(path.relative_to(folder)): content_of(path) for path in _files_below(folder)}


def content_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _files_below(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def add_second_model(files: LibraryFiles) -> str:
    """The shipped model with all bits the other way round; gives its id."""
    shipped = read_bundle(default_bundle())
    content = {name: (shipped.folder / name).read_bytes() for name in shipped.manifest.files}
    for name in (ENCODER, HASHER):
        network = onnx.load_from_string(content[name])
        for tensor in network.graph.initializer:
            if tensor.name.removeprefix("head.") in ("bias", "direct.half"):
                turned = numpy_helper.from_array(-numpy_helper.to_array(tensor), tensor.name)
                tensor.CopyFrom(turned)
        content[name] = network.SerializeToString()
    model_id = f"turned-{shipped.manifest.model_id}"
    write_bundle(files.models / model_id, replace(shipped.manifest, model_id=model_id), content)
    return model_id
