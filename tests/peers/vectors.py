"""Vectors with the structure of descriptors of photos, their codes, and questions about them.

A bundle brings descriptors of 4,000 real photos with it (memory.npy). A vector is one of these,
moved at random along the differences to its 16 nearest neighbours, about as far as these are, and
rounded to int8: a mixture of Gaussians, one around each real photo, with the directions in which
its neighbours differ. The floats are the vectors less the mean of the real ones, of unit length.
The bundle's own head gives the codes. A question is one of the vectors, moved in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import faiss
import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import Codes, Descriptors, Logits, pack
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_memory import read_memory
from desktop_app.core.learning.directions import directions
from desktop_app.core.learning.linear_hash import Floats, unit_rows
from desktop_app.core.learning.neighbours import nearest_neighbours

Rows: TypeAlias = NDArray[np.int64]

TOP = 10
_NEIGHBOURS = 16
_ROWS_AT_ONCE = 4096


@dataclass(frozen=True)
class Question:
    """One vector that is looked for: floats float32 [D], and its logits float32 [K]."""

    floats: Floats
    logits: Logits

    @property
    def code(self) -> Codes:
        """Packed code, uint8 [K/8]."""
        code: Codes = pack(self.logits[np.newaxis])[0]
        return code


@dataclass(frozen=True)
class Vectors:
    """A folder of N vectors and Q questions.

    Attributes:
        folder: Of the files that `write_vectors` has written.
    """

    folder: Path

    @property
    def floats(self) -> Floats:
        """float32 [N, D], rows of unit length."""
        return self._array("floats")

    @property
    def codes(self) -> Codes:
        """uint8 [N, K/8]."""
        return self._array("codes")

    @property
    def questions(self) -> list[Question]:
        pairs = zip(self._array("question_floats"), self._array("question_logits"), strict=True)
        return [Question(floats, logits) for floats, logits in pairs]

    @property
    def moved_rows(self) -> Rows:
        """int64 [Q]: the vector that each question was made of."""
        return self._array("moved_rows")

    @property
    def nearest(self) -> Rows:
        """int64 [Q, TOP]: the rows of the highest cosines of floats, exact."""
        return self._array("nearest")

    def recall(self, found: list[list[int]]) -> float:
        """The share of the nearest of all questions that were `found`."""
        hits = [len({*rows} & {*best}) for rows, best in zip(found, self.nearest, strict=True)]
        return sum(hits) / self.nearest.size

    def blocks(self) -> Iterator[slice]:
        """All rows, in parts that fit into memory whatever is made of them."""
        for start in range(0, len(self.codes), 16 * _ROWS_AT_ONCE):
            yield slice(start, start + 16 * _ROWS_AT_ONCE)

    def _array(self, name: str) -> NDArray[Any]:
        found: NDArray[Any] = np.load(self.folder / f"{name}.npy", mmap_mode="r")
        return found


def write_vectors(
    folder: Path, encoder: Encoder, count: int, questions: int = 200, moved: float = 0.5
) -> Vectors:
    """Write vectors and questions, always the same ones.

    `moved` is how far a question is from its vector, as a share of how far neighbours are.
    """
    folder.mkdir(parents=True, exist_ok=True)
    mixture, rng = _Mixture(encoder), np.random.default_rng(0)
    chosen = np.sort(rng.choice(count, questions, replace=False))
    manifest = encoder.bundle.manifest
    floats = _new_array(folder / "floats.npy", "f4", (count, manifest.descriptor_size))
    codes = _new_array(folder / "codes.npy", "u1", (count, manifest.code_bits // 8))
    asked = []
    for start in range(0, count, _ROWS_AT_ONCE):
        end = min(start + _ROWS_AT_ONCE, count)
        centres, descriptors = mixture.draw(rng, end - start)
        floats[start:end] = mixture.unit(descriptors)
        codes[start:end] = pack(encoder.hash_descriptors(descriptors))
        own = chosen[(chosen >= start) & (chosen < end)] - start
        asked.append(mixture.move(rng, centres[own], descriptors[own], moved))
    floats.flush()
    codes.flush()
    unit = mixture.unit(np.concatenate(asked))
    np.save(folder / "question_floats.npy", unit)
    np.save(folder / "question_logits.npy", encoder.hash_descriptors(np.concatenate(asked)))
    np.save(folder / "moved_rows.npy", chosen)
    _, nearest = faiss.knn(unit, floats, TOP, metric=faiss.METRIC_INNER_PRODUCT)
    np.save(folder / "nearest.npy", nearest)
    return Vectors(folder)


class _Mixture:
    """Gaussians around the real descriptors of a bundle."""

    def __init__(self, encoder: Encoder) -> None:
        real = read_memory(encoder.bundle)
        self._neighbours = nearest_neighbours(directions(real), _NEIGHBOURS)
        self._real = real.astype(np.float32)
        self._mean = self._real.mean(axis=0)

    def draw(self, rng: np.random.Generator, count: int) -> tuple[Rows, Descriptors]:
        """Draw centres int64 [count], and a vector around each: int8 [count, D]."""
        centres = rng.integers(len(self._real), size=count)
        return centres, self.move(rng, centres, self._real[centres], 1)

    def move(
        self, rng: np.random.Generator, centres: Rows, vectors: Floats | Descriptors, share: float
    ) -> Descriptors:
        """Move vectors [N, D] along the differences between their centres' neighbours."""
        around = self._real[self._neighbours[centres]] - self._real[centres][:, np.newaxis]
        sizes = rng.standard_normal(around.shape[:2], np.float32) / np.float32(_NEIGHBOURS**0.5)
        moved = vectors + share * np.einsum("nk,nkd->nd", sizes, around)
        return np.asarray(np.clip(np.rint(moved), -127, 127), np.int8)

    def unit(self, descriptors: Descriptors) -> Floats:
        """float32 [N, D] of unit length, less the mean of the real ones."""
        return unit_rows(descriptors.astype(np.float32) - self._mean)


def _new_array(path: Path, kind: str, shape: tuple[int, int]) -> np.memmap:
    return np.lib.format.open_memmap(path, "w+", kind, shape)
