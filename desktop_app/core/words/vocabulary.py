"""What words look like: texts whose directions among the descriptors of photos are known."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.words.errors import WordsError, WordsProblem
from desktop_app.core.words.text_encoder import EMBEDDING_SIZE, Embedding

Direction: TypeAlias = NDArray[np.float32]

VOCABULARY = "vocabulary.npz"
_SCALE = 127  # of the int8 values that are stored
# How sharply near texts are preferred; between .05 and .08 the figures hardly differ.
_TEMPERATURE = 0.06


@dataclass(frozen=True)
class WordDirection:
    """Where photos of a text lie.

    Attributes:
        direction: Unit vector float32 [D] among centred descriptors.
        certainty: Cosine in [-1, 1] between the text and the nearest known one.
    """

    direction: Direction
    certainty: float


@dataclass(frozen=True, eq=False)
class OwnWords:
    """W words that a library's own photos have taught (own_words.py).

    Attributes:
        texts: W of them.
        embeddings: float32 [W, 384], unit vectors; zeros of a text that cannot be encoded.
        directions: float32 [W, D], unit vectors.
        weights: float32 [W], compared with 1 for a word of the vocabulary.
    """

    texts: tuple[str, ...]
    embeddings: NDArray[np.float32]
    directions: NDArray[np.float32]
    weights: NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Known texts.

    Attributes:
        texts: A of them.
        embeddings: int8 [A, 384], unit vectors times 127.
        directions: int8 [A, D], unit vectors times 127.
        descriptor_id: The descriptors that the directions are made for.
    """

    texts: tuple[str, ...]
    embeddings: NDArray[np.int8]
    directions: NDArray[np.int8]
    descriptor_id: str

    def look_up(self, embedding: Embedding, own: OwnWords | None = None) -> WordDirection:
        """Mix the directions of known texts, and of `own` ones, by how near they are to a text.

        The weights are a softmax over cosines, as in ConSE: Norouzi et al., Zero-Shot Learning by
        Convex Combination of Semantic Embeddings, ICLR 2014, from texts to pictures here.
        """
        cosines = self._units @ embedding
        directions = self.directions.astype(np.float32) / _SCALE
        preferences = np.ones(len(cosines), np.float32)
        if own is not None:
            cosines = np.concatenate([cosines, own.embeddings @ embedding])
            directions = np.concatenate([directions, own.directions])
            preferences = np.concatenate([preferences, own.weights])
        best = float(cosines[preferences > 0].max())
        weights = preferences * np.exp((cosines - best) / _TEMPERATURE)
        return WordDirection(unit(weights @ directions), best)

    def nearest(self, embedding: Embedding, count: int) -> list[str]:
        """Return the known texts that are nearest to a text, nearest first."""
        order = np.argsort(-(self._units @ embedding), kind="stable")[:count]
        return [self.texts[row] for row in order]

    @cached_property
    def _units(self) -> NDArray[np.float32]:
        return unit(self.embeddings.astype(np.float32))


def unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Scale vectors float32 [..., D] to length 1; zeros stay zeros."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-12), np.float32)


def to_stored(vectors: NDArray[np.float32]) -> NDArray[np.int8]:
    """Round unit vectors float32 [A, D] to int8."""
    return np.rint(unit(vectors) * _SCALE).astype(np.int8)


def read_vocabulary(path: Path) -> Vocabulary:
    """Read a file that `write_vocabulary` has written. Raises WordsError."""
    try:
        with np.load(path, allow_pickle=False) as stored:
            found = Vocabulary(
                tuple(stored["texts"].tolist()),
                stored["embeddings"],
                stored["directions"],
                str(stored["descriptor_id"]),
            )
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise WordsError(WordsProblem.UNREADABLE, path, str(error)) from error
    if not _fits_together(found):
        raise WordsError(WordsProblem.UNREADABLE, path, "its tables do not fit together")
    return found


def _fits_together(found: Vocabulary) -> bool:
    count = len(found.texts)
    has_embeddings = found.embeddings.shape == (count, EMBEDDING_SIZE)
    return count > 0 and has_embeddings and found.directions.shape[:-1] == (count,)


def write_vocabulary(path: Path, vocabulary: Vocabulary) -> None:
    """Write a vocabulary: the same one always gives the same bytes."""
    np.savez_compressed(
        path,
        texts=np.array(vocabulary.texts),
        embeddings=vocabulary.embeddings,
        directions=vocabulary.directions,
        descriptor_id=np.array(vocabulary.descriptor_id),
    )
