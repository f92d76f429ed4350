"""Search an export with its engine, as docs/exporting.md says it."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path

import faiss
import numpy as np
import pyarrow.parquet as pq

from desktop_app.core.base.codes import Codes
from desktop_app.core.exporting.faiss_folder import INDEX_NAME, export_faiss
from desktop_app.core.exporting.label import ExportSource
from desktop_app.core.exporting.parquet_file import export_parquet
from desktop_app.core.exporting.progress import Exporting, PhotosExported
from tests.core.exporting.made_source import Found, Write

Search = Callable[[Path, Codes, int], Found]


@dataclass(frozen=True)
class SearchedEngine:
    """How photos come into an engine, and how they are found in it."""

    name: str
    write: Write
    nearest: Search


def _in_parquet(target: Path, code: Codes, top: int) -> Found:
    table = pq.read_table(target, columns=["id", "code"])
    codes = np.frombuffer(b"".join(table["code"].to_pylist()), np.uint8).reshape(len(table), -1)
    distances = np.bitwise_count(codes ^ code).sum(axis=1)
    rows = np.argsort(distances, kind="stable")[:top]
    ids = table["id"].to_numpy()[rows]
    return list(zip(ids.tolist(), distances[rows].tolist(), strict=True))


def _in_faiss(target: Path, code: Codes, top: int) -> Found:
    index = faiss.read_index_binary(str(target / INDEX_NAME))
    [distances], [ids] = index.search(code[np.newaxis], top)
    return list(zip(ids.tolist(), distances.tolist(), strict=True))


def write_lance(target: Path, source: ExportSource) -> Generator[Exporting | PhotosExported]:
    from desktop_app.core.exporting.lance_table import export_lance

    return export_lance(target, source)


def _in_lance(target: Path, code: Codes, top: int) -> Found:
    import lancedb

    table = lancedb.connect(target).open_table("photos")
    query = table.search(code.tolist(), vector_column_name="code").distance_type("hamming")
    found = query.limit(top).to_list()
    return [(row["id"], int(row["_distance"])) for row in found]


def _write_pgvector(_: Path, source: ExportSource) -> Generator[Exporting | PhotosExported]:
    from desktop_app.core.exporting.pgvector_table import NewTable, export_pgvector

    return export_pgvector(NewTable("postgresql:///pictures", "photos"), source)


def _in_pgvector(_: Path, code: Codes, top: int) -> Found:
    import psycopg

    bits = "".join(map(str, np.unpackbits(code, bitorder="little").tolist()))
    query = (
        "SELECT id, (code <~> %(code)s::varbit)::integer FROM photos"
        " ORDER BY code <~> %(code)s::varbit, id LIMIT %(top)s"
    )
    with psycopg.connect("postgresql:///pictures") as database:
        return database.execute(query, {"code": bits, "top": top}).fetchall()


ENGINES = [
    SearchedEngine("parquet", export_parquet, _in_parquet),
    SearchedEngine("faiss", export_faiss, _in_faiss),
    SearchedEngine("lance", write_lance, _in_lance),
    SearchedEngine("pgvector", _write_pgvector, _in_pgvector),
]
