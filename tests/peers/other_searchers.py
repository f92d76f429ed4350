"""Ways to search vectors that others offer: libraries and databases, as their guides use them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from tests.peers.peer import Needs
from tests.peers.searchers import (
    BUILDING_EFFORT,
    CODE_BYTES,
    GRAPH_EFFORTS,
    LINKS,
    LIST_EFFORTS,
    NO_EFFORT,
    Search,
    Searcher,
    own_and_faiss,
)
from tests.peers.vectors import TOP, Question, Vectors

_FLOAT_BYTES = 1024
_USEARCH, _HNSWLIB = Needs(("usearch",)), Needs(("hnswlib",))
_SQLITE_VEC, _LANCE = Needs(("sqlite-vec", "apsw")), Needs(("lancedb", "pyarrow"))


def searchers() -> tuple[Searcher, ...]:
    """All, whether they are installed or not; the first is what the others are compared with."""
    return (
        *own_and_faiss(),
        UsearchExact(),
        UsearchGraph("usearch, bits", binary=True, vector_bytes=CODE_BYTES),
        UsearchGraph("usearch, floats", binary=False, vector_bytes=_FLOAT_BYTES),
        Hnswlib(),
        SqliteVec(),
        Lance("LanceDB, bits", binary=True),
        Lance("LanceDB IVF_PQ", False, _FLOAT_BYTES + CODE_BYTES, LIST_EFFORTS, "nprobes"),
    )


@dataclass(frozen=True)
class UsearchExact:
    """Compares all codes."""

    title: str = "usearch, bits, exact"
    needs: Needs = _USEARCH
    vector_bytes: int = CODE_BYTES
    efforts: tuple[int, ...] = NO_EFFORT
    effort_name: str = ""

    def build(self, vectors: Vectors, folder: Path, threads: int) -> None:
        np.save(folder / "codes.npy", vectors.codes)

    def load(self, folder: Path, threads: int) -> Search:
        usearch, codes = import_module("usearch.index"), np.load(folder / "codes.npy")
        metric = usearch.MetricKind.Hamming

        def search(question: Question, effort: int) -> list[int]:
            found = usearch.search(
                codes, question.code, TOP, metric, exact=True, threads=threads, dtype="b1"
            )
            rows: list[int] = found.keys.ravel().tolist()
            return rows

        return search


@dataclass(frozen=True)
class UsearchGraph:
    """A graph of codes by Hamming distance, or of floats by inner product."""

    title: str
    binary: bool
    vector_bytes: int
    needs: Needs = _USEARCH
    efforts: tuple[int, ...] = GRAPH_EFFORTS
    effort_name: str = "expansion"

    def build(self, vectors: Vectors, folder: Path, threads: int) -> None:
        index = import_module("usearch.index").Index(
            ndim=256,
            metric="hamming" if self.binary else "ip",
            dtype="b1" if self.binary else "f32",
            connectivity=LINKS,
            expansion_add=BUILDING_EFFORT,
        )
        data = vectors.codes if self.binary else vectors.floats
        for block in vectors.blocks():
            part = np.ascontiguousarray(data[block])
            index.add(np.arange(block.start, block.start + len(part)), part, threads=threads)
        index.save(str(folder / "index"))

    def load(self, folder: Path, threads: int) -> Search:
        index = import_module("usearch.index").Index.restore(str(folder / "index"))

        def search(question: Question, effort: int) -> list[int]:
            index.expansion_search = effort
            asked = question.code if self.binary else question.floats
            rows: list[int] = index.search(asked, TOP, threads=threads).keys.tolist()
            return rows

        return search


@dataclass(frozen=True)
class Hnswlib:
    """A graph of floats by inner product."""

    title: str = "hnswlib"
    needs: Needs = _HNSWLIB
    vector_bytes: int = _FLOAT_BYTES
    efforts: tuple[int, ...] = GRAPH_EFFORTS
    effort_name: str = "ef"

    def build(self, vectors: Vectors, folder: Path, threads: int) -> None:
        index = self._index()
        index.init_index(len(vectors.codes), M=LINKS, ef_construction=BUILDING_EFFORT)
        for block in vectors.blocks():
            part = np.ascontiguousarray(vectors.floats[block])
            ids = np.arange(block.start, block.start + len(part))
            index.add_items(part, ids, num_threads=threads)
        index.save_index(str(folder / "index"))

    def load(self, folder: Path, threads: int) -> Search:
        index = self._index()
        index.load_index(str(folder / "index"))

        def search(question: Question, effort: int) -> list[int]:
            index.set_ef(effort)
            rows: list[int] = index.knn_query(question.floats, TOP, num_threads=threads)[0][
                0
            ].tolist()
            return rows

        return search

    def _index(self) -> Any:
        return import_module("hnswlib").Index("ip", 256)


@dataclass(frozen=True)
class SqliteVec:
    """A virtual table of SQLite, which compares all codes.

    By way of apsw: the sqlite3 of many Pythons loads no extensions.
    """

    title: str = "sqlite-vec, bits"
    needs: Needs = _SQLITE_VEC
    vector_bytes: int = CODE_BYTES
    efforts: tuple[int, ...] = NO_EFFORT
    effort_name: str = ""

    def build(self, vectors: Vectors, folder: Path, threads: int) -> None:
        database = self._open(folder)
        database.execute("CREATE VIRTUAL TABLE vectors USING vec0(code bit[256])")
        add = "INSERT INTO vectors (rowid, code) VALUES (?, vec_bit(?))"
        with database:
            database.executemany(
                add, ((row, code.tobytes()) for row, code in enumerate(vectors.codes, 1))
            )
        database.close()

    def load(self, folder: Path, threads: int) -> Search:
        database = self._open(folder)
        find = "SELECT rowid FROM vectors WHERE code MATCH vec_bit(?) AND k = ? ORDER BY distance"

        def search(question: Question, effort: int) -> list[int]:
            found = database.execute(find, (question.code.tobytes(), TOP))
            return [row - 1 for (row,) in found]

        return search

    def _open(self, folder: Path) -> Any:
        database = import_module("apsw").Connection(str(folder / "index"))
        database.enable_load_extension(True)
        database.load_extension(import_module("sqlite_vec").loadable_path())
        return database


@dataclass(frozen=True)
class Lance:
    """A table of LanceDB: all codes, or floats with an index of 32 bytes each (cosine)."""

    title: str
    binary: bool
    vector_bytes: int = CODE_BYTES
    efforts: tuple[int, ...] = NO_EFFORT
    effort_name: str = ""
    needs: Needs = _LANCE

    def build(self, vectors: Vectors, folder: Path, threads: int) -> None:
        arrow = import_module("pyarrow")
        kind, size = (arrow.uint8(), CODE_BYTES) if self.binary else (arrow.float32(), 256)
        vector = arrow.list_(kind, size)
        schema = arrow.schema([("id", arrow.int64()), ("vector", vector)])
        table = self._database(folder).create_table(
            "vectors", data=self._batches(vectors, schema), schema=schema
        )
        if not self.binary:
            table.create_index(
                metric="cosine",
                num_partitions=max(1, round(len(vectors.codes) ** 0.5)),
                num_sub_vectors=CODE_BYTES,
                vector_column_name="vector",
            )

    def load(self, folder: Path, threads: int) -> Search:
        table = self._database(folder).open_table("vectors")
        metric = "hamming" if self.binary else "cosine"

        def search(question: Question, effort: int) -> list[int]:
            asked = question.code if self.binary else question.floats
            query = table.search(asked, vector_column_name="vector").distance_type(metric)
            if not self.binary:
                query = query.nprobes(effort)
            rows: list[int] = (
                query.limit(TOP).select(["id", "_distance"]).to_arrow()["id"].to_pylist()
            )
            return rows

        return search

    def _batches(self, vectors: Vectors, schema: Any) -> Iterator[Any]:
        arrow = import_module("pyarrow")
        data = vectors.codes if self.binary else vectors.floats
        for block in vectors.blocks():
            part = np.ascontiguousarray(data[block])
            ids = arrow.array(np.arange(block.start, block.start + len(part)))
            column = arrow.FixedSizeListArray.from_arrays(arrow.array(part.ravel()), part.shape[1])
            yield arrow.record_batch([ids, column], schema=schema)

    def _database(self, folder: Path) -> Any:
        return import_module("lancedb").connect(str(folder))
