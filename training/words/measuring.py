"""How well words find photos: Corel-5K's words as queries, which nothing was learned from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from desktop_app.core.base.codes import hamming, pack
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.search.text_ranking import SHORTLIST, as_descriptor
from desktop_app.core.words.text_encoder import TextEncoder
from desktop_app.core.words.vocabulary import Vocabulary, WordDirection, to_stored, unit
from training.base.arrays import Floats
from training.benchmarks.corel import corel
from training.data.pictures import read_manifest
from training.evaluation.shipped import bundle_store
from training.words.making import WordSources, make_vocabulary, read_sources
from training.words.own_words import measure_own_words
from training.words.quality import WordLibrary, WordQuality, quality

_LEAST_PHOTOS = 30
_CLASSES = 1000


def measure_words(
    encoder: Encoder, texts: TextEncoder, lists: Path, data: Path, cache: Path
) -> list[WordQuality]:
    """Measure each step from class names to what ships, on the words of 30 photos or more.

    Raises:
        WordsError, MissingDataError, PhotoError.
    """
    library = _library(encoder, data, cache)
    sources = read_sources(encoder, lists, data, cache)
    whole = make_vocabulary(sources, texts, encoder.bundle.manifest.descriptor_id)
    names = np.array([texts.encode(entry.names[0]) for entry in sources.classes])
    classes = _part(whole, slice(0, _CLASSES))
    only_names = replace(classes, embeddings=to_stored(names))
    with_prototypes = _part(whole, slice(0, _CLASSES + len(sources.prototypes.keys)))
    ways = {
        "names of 1,000 classes": only_names,
        "... with their definitions": classes,
        "... and classes of the training pictures": with_prototypes,
        "... and words of photos": whole,
    }
    queries = [texts.encode(word) for word in library.words]
    found = [
        quality(way, library, [_exact(library, known.look_up(query)) for query in queries])
        for way, known in ways.items()
    ]
    shipped = [_as_shipped(encoder, library, whole.look_up(query)) for query in queries]
    found.append(quality(f"... by codes, the first {SHORTLIST:,} by descriptors", library, shipped))
    found.append(_without_listed(sources, library, shipped))
    found += measure_own_words(library, whole, texts)
    found.append(quality("the words' own mean descriptors", library, _own_means(library)))
    return found


def _library(encoder: Encoder, data: Path, cache: Path) -> WordLibrary:
    benchmark = corel(data, cache)
    descriptors = bundle_store(encoder, cache).of_pictures(benchmark.pictures)
    rows = read_manifest(data / "corel5k_manifest.tsv")
    noted = [set(row["labels"].split(",")) for row in rows]
    counts = {word: sum(word in each for each in noted) for word in set().union(*noted)}
    words = sorted(word for word, count in counts.items() if count >= _LEAST_PHOTOS)
    codes = pack(encoder.hash_descriptors(descriptors.astype(np.int8)))
    relevant = np.array([[word in each for each in noted] for word in words])
    return WordLibrary(unit(descriptors), codes, words, relevant)


def _part(vocabulary: Vocabulary, rows: slice) -> Vocabulary:
    return replace(
        vocabulary,
        texts=vocabulary.texts[rows],
        embeddings=vocabulary.embeddings[rows],
        directions=vocabulary.directions[rows],
    )


def _exact(library: WordLibrary, words: WordDirection) -> Floats:
    return np.asarray(library.units @ words.direction, np.float32)


def _as_shipped(encoder: Encoder, library: WordLibrary, words: WordDirection) -> Floats:
    """Score the nearest photos by code by their descriptors, all others by their distance."""
    logits = encoder.hash_descriptors(as_descriptor(words))
    distances = hamming(pack(logits)[0], library.codes)
    scores = -2 - distances.astype(np.float32) / library.codes.shape[1]
    nearest = np.argsort(distances, kind="stable")[:SHORTLIST]
    scores[nearest] = library.units[nearest] @ words.direction
    return np.asarray(scores, np.float32)


def _own_means(library: WordLibrary) -> list[Floats]:
    """Score by the mean descriptor of each word's own photos: more than any text can tell."""
    mean = library.units.mean(axis=0)
    means = [unit(library.units[row].mean(axis=0) - mean) for row in library.relevant]
    return [np.asarray(library.units @ direction, np.float32) for direction in means]


def _without_listed(
    sources: WordSources, library: WordLibrary, scores: list[Floats]
) -> WordQuality:
    """Only the words that are not in the list of words of photos."""
    listed = {name for entry in sources.photo_words for name in entry.names}
    kept = [row for row, word in enumerate(library.words) if word not in listed]
    part = replace(
        library, words=[library.words[row] for row in kept], relevant=library.relevant[kept]
    )
    return quality("... words that are not in our list", part, [scores[row] for row in kept])
