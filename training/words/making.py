"""Make the vocabulary of a model: all texts whose photos' direction is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.words.dictionary import CLASSES, PHOTO_WORDS, Entry, read_entries
from desktop_app.core.words.text_encoder import TextEncoder
from desktop_app.core.words.vocabulary import Vocabulary, to_stored, unit
from training.base.arrays import Floats
from training.base.errors import DamagedDataError
from training.benchmarks.training_set import training_pictures
from training.evaluation.shipped import bundle_store
from training.networks.feature_extractor import feature_extractor_of_bundle
from training.words.class_rows import class_directions, class_texts
from training.words.prototypes import Prototypes, prototypes

_RANGE = re.compile(r"(\d+)(?:-(\d+))?")


@dataclass(frozen=True, eq=False)
class WordSources:
    """What a vocabulary is made of.

    Attributes:
        classes: The 1,000 classes of ImageNet-1k.
        photo_words: Words that people search by, as mixtures of classes.
        directions: float32 [1000, D], unit vectors, of the classes.
        prototypes: The classes of the training pictures.
    """

    classes: list[Entry]
    photo_words: list[Entry]
    directions: Floats
    prototypes: Prototypes


def read_sources(encoder: Encoder, lists: Path, data: Path, cache: Path) -> WordSources:
    """Read the lists of words in a folder, the backbone's classifier, and training pictures.

    Raises:
        WordsError, BundleError, MissingDataError, MissingWeightsError, PhotoError.
    """
    pictures = training_pictures(data, cache)
    descriptors = bundle_store(encoder, cache).of_pictures(pictures)
    return WordSources(
        read_entries(lists / CLASSES),
        read_entries(lists / PHOTO_WORDS),
        unit(class_directions(feature_extractor_of_bundle(encoder.bundle))),
        prototypes(pictures.names, descriptors),
    )


def make_vocabulary(sources: WordSources, texts: TextEncoder, descriptor_id: str) -> Vocabulary:
    """Put classes, prototypes and words of photos into one vocabulary."""
    words = [(name, entry) for entry in sources.photo_words for name in entry.names]
    mixed = np.array([mixture(sources, entry.sense) for _, entry in words])
    known = [
        *class_texts(sources.classes),
        *sources.prototypes.texts,
        *(name for name, _ in words),
    ]
    directions = np.concatenate([sources.directions, sources.prototypes.directions, mixed])
    embeddings = np.array([texts.encode(text) for text in known])
    return Vocabulary(tuple(known), to_stored(embeddings), to_stored(directions), descriptor_id)


def mixture(sources: WordSources, sense: str) -> Floats:
    """Return the direction float32 [D] of `0-6 389*.5 intel100/sea`.

    Raises:
        DamagedDataError: a class is not known.
    """
    total = np.zeros(sources.directions.shape[1], np.float32)
    for direction, weight in _parts(sources, sense):
        total += weight * direction
    return unit(total)


def _parts(sources: WordSources, sense: str) -> Iterator[tuple[Floats, float]]:
    known = sources.prototypes
    for part in sense.split():
        name, _, weight = part.partition("*")
        numbers = _RANGE.fullmatch(name)
        if numbers:
            first, last = int(numbers[1]), int(numbers[2] or numbers[1])
            for row in sources.directions[first : last + 1]:
                yield row, float(weight or 1)
        elif name in known.keys:
            yield known.directions[known.keys.index(name)], float(weight or 1)
        else:
            raise DamagedDataError(Path(PHOTO_WORDS), f"{name} is no class")
