"""The pictures and labels in ../shared/data, from its archives or from extracted folders."""

from __future__ import annotations

import csv
import hashlib
import shutil
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.errors import MissingDataError


@dataclass(frozen=True)
class PictureSet:
    """Picture files: `names` are relative to `root`, in the order of their rows everywhere."""

    root: Path
    names: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.names)

    @property
    def paths(self) -> list[Path]:
        return [self.root / name for name in self.names]

    def sample(self, size: int, seed: int) -> PictureSet:
        """At most `size` pictures, drawn without replacement, in the set's order."""
        rng = np.random.default_rng(seed)
        rows = np.sort(rng.permutation(len(self.names))[:size])
        return PictureSet(self.root, tuple(self.names[row] for row in rows))


@dataclass(frozen=True)
class RetrievalSet:
    """Pictures with what is relevant to what. Rows of the matrices are queries, columns database.

    `is_query` bool [N] splits the N pictures; `same_theme` and `shared_word` are bool [Q, N - Q].
    """

    pictures: PictureSet
    is_query: NDArray[np.bool_]
    same_theme: NDArray[np.bool_]
    shared_word: NDArray[np.bool_]


def training_pictures(data: Path, cache: Path) -> PictureSet:
    """The pictures the default model is fitted on; their labels are not read.

    Raises MissingDataError.
    """
    names = tuple(row["name"] for row in _manifest(data / "train_manifest.tsv"))
    return PictureSet(_root(data, "train.tar.gz", names[0], cache), names)


def corel(data: Path, cache: Path) -> RetrievalSet:
    """Corel-5K: 499 queries against 4,500 photos. Raises MissingDataError."""
    rows = _manifest(data / "corel5k_manifest.tsv")
    names = tuple(row["name"] for row in rows)
    pictures = PictureSet(_root(data, "corel5k.tar.gz", names[0], cache), names)
    is_query = np.array([row["split"] == "query" for row in rows])
    themes = np.array([row["label"] for row in rows])
    words = _word_matrix([row["labels"].split(",") for row in rows])
    return RetrievalSet(
        pictures,
        is_query,
        same_theme=themes[is_query][:, None] == themes[~is_query][None],
        shared_word=(words[is_query] @ words[~is_query].T) > 0,
    )


def _word_matrix(words: list[list[str]]) -> NDArray[np.float32]:
    """Lists of words -> float32 [N, number of different words] of 0 and 1."""
    vocabulary = sorted({word for row in words for word in row})
    columns = {word: column for column, word in enumerate(vocabulary)}
    matrix = np.zeros((len(words), len(columns)), np.float32)
    for row, found in enumerate(words):
        matrix[row, [columns[word] for word in found]] = 1
    return matrix


def _manifest(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        raise MissingDataError(path)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def _root(data: Path, archive: str, first: str, cache: Path) -> Path:
    """The folder that a manifest's names are relative to, extracted to the cache if need be."""
    if (data / first).is_file():
        return data
    if not (data / archive).is_file():
        raise MissingDataError(data / archive)
    return _extracted(data / archive, cache)


def _extracted(archive: Path, cache: Path) -> Path:
    """The archive's content, in a folder of the cache that is named after it and is complete."""
    with archive.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()[:16]
    target = cache / f"{archive.name.removesuffix('.tar.gz')}-{digest}"
    if target.is_dir():
        return target
    cache.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=cache))
    try:
        with tarfile.open(archive) as content:
            content.extractall(beside, filter="data")
        beside.rename(target)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    return target
