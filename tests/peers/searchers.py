"""Ways to search vectors: Lookalike's and faiss's. other_searchers.py has those of others."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeAlias

import faiss
import numpy as np

from desktop_app.core.base.codes import signs
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.search.code_index import CodeIndex, Query
from tests.peers.peer import NOTHING, Needs
from tests.peers.vectors import TOP, Question, Vectors

# The rows of the TOP nearest, for a question and an effort.
Search: TypeAlias = Callable[[Question, int], list[int]]

CODE_BYTES = 32
NO_EFFORT = (0,)
# How many of a graph's nodes, or of an inverted file's lists, a search looks at.
GRAPH_EFFORTS = (32, 128, 512)
LIST_EFFORTS = (4, 16, 64)
_FAISS = Needs(("faiss-cpu",))
LINKS, BUILDING_EFFORT = 16, 100


class Searcher(Protocol):
    """A way to search.

    Attributes:
        title: As in tables.
        needs: What has to be installed.
        vector_bytes: What it stores of a vector, apart from ids, links and lists.
        efforts: Settings that trade time for recall; 0 where it has none.
        effort_name: What such a setting is called; empty without.
    """

    @property
    def title(self) -> str: ...

    @property
    def needs(self) -> Needs: ...

    @property
    def vector_bytes(self) -> int: ...

    @property
    def efforts(self) -> tuple[int, ...]: ...

    @property
    def effort_name(self) -> str: ...

    def build(self, vectors: Vectors, folder: Path, threads: int) -> None:
        """Make the index, and store it in an empty folder."""

    def load(self, folder: Path, threads: int) -> Search:
        """Make ready to answer, from what is stored alone."""


@dataclass(frozen=True)
class Lookalike:
    """The index that the window searches.

    With `confident`, by the query's |logits|; otherwise as if all were equal: by Hamming distance.
    """

    title: str = "Lookalike"
    confident: bool = True
    needs: Needs = NOTHING
    vector_bytes: int = CODE_BYTES
    efforts: tuple[int, ...] = NO_EFFORT
    effort_name: str = ""

    def build(self, vectors: Vectors, folder: Path, threads: int) -> None:
        np.save(folder / "ids.npy", np.arange(len(vectors.codes)))
        np.save(folder / "codes.npy", vectors.codes)

    def load(self, folder: Path, threads: int) -> Search:
        faiss.omp_set_num_threads(threads)
        index = CodeIndex(read_bundle(default_bundle()).manifest)
        index.add_all(np.load(folder / "ids.npy"), np.load(folder / "codes.npy"))

        def search(question: Question, effort: int) -> list[int]:
            logits = question.logits if self.confident else signs(question.code[np.newaxis])[0]
            return [match.photo_id for match in index.search(Query(logits), TOP).matches]

        return search


@dataclass(frozen=True)
class Faiss:
    """An index of faiss.

    Attributes:
        make: An empty index, for the number of vectors.
        effort: The attribute of the index that takes the effort.
    """

    title: str
    make: Callable[[int], Any]
    binary: bool
    vector_bytes: int = CODE_BYTES
    efforts: tuple[int, ...] = NO_EFFORT
    effort_name: str = ""
    effort: str = ""
    needs: Needs = _FAISS

    def build(self, vectors: Vectors, folder: Path, threads: int) -> None:
        faiss.omp_set_num_threads(threads)
        data = vectors.codes if self.binary else vectors.floats
        index = self.make(len(data))
        if not index.is_trained:
            step = max(1, len(data) // (40 * _lists(len(data))))
            index.train(np.ascontiguousarray(data[::step]))
        for block in vectors.blocks():
            index.add(np.ascontiguousarray(data[block]))
        write = faiss.write_index_binary if self.binary else faiss.write_index
        write(index, str(folder / "index"))

    def load(self, folder: Path, threads: int) -> Search:
        faiss.omp_set_num_threads(threads)
        read = faiss.read_index_binary if self.binary else faiss.read_index
        index = read(str(folder / "index"))

        def search(question: Question, effort: int) -> list[int]:
            if self.effort:
                _set_effort(index, self.effort, effort)
            asked = question.code if self.binary else question.floats
            rows: list[int] = index.search(asked[np.newaxis], TOP)[1][0].tolist()
            return rows

        return search


def own_and_faiss() -> tuple[Searcher, ...]:
    """Those that are always installed; the first is what the others are compared with."""
    graph: dict[str, Any] = {"efforts": GRAPH_EFFORTS, "effort_name": "efSearch"}
    lists: dict[str, Any] = {"efforts": LIST_EFFORTS, "effort_name": "nprobe", "effort": "nprobe"}
    return (
        Lookalike(),
        Lookalike("Lookalike, Hamming order", confident=False),
        Faiss("faiss IndexBinaryFlat", lambda _: faiss.IndexBinaryFlat(256), binary=True),
        Faiss("faiss IndexBinaryHNSW", _binary_graph, binary=True, effort="hnsw.efSearch", **graph),
        Faiss("faiss IndexBinaryIVF", _binary_lists, binary=True, **lists),
        Faiss("faiss IndexIVFPQ", _product_lists, binary=False, **lists),
        Faiss("faiss IndexFlatIP", lambda _: faiss.IndexFlatIP(256), False, vector_bytes=1024),
    )


def _set_effort(index: Any, name: str, value: int) -> None:
    *path, last = name.split(".")
    for part in path:
        index = getattr(index, part)
    setattr(index, last, value)


def _binary_graph(_: int) -> Any:
    index = faiss.IndexBinaryHNSW(256, LINKS)
    index.hnsw.efConstruction = BUILDING_EFFORT
    return index


def _binary_lists(count: int) -> Any:
    return faiss.index_binary_factory(256, f"BIVF{_lists(count)}")


def _product_lists(count: int) -> Any:
    # "np": without the order for polysemous search, which is not used and takes minutes.
    return faiss.index_factory(
        256, f"IVF{_lists(count)},PQ{CODE_BYTES}x8np", faiss.METRIC_INNER_PRODUCT
    )


def _lists(count: int) -> int:
    """About the square root of the number of vectors."""
    return max(1, round(math.sqrt(count)))
