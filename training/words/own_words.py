"""What a library's own words add: Corel's words as keywords of a tenth of its photos."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from desktop_app.core.words.own_words import LEAST_PHOTOS, learn_words
from desktop_app.core.words.text_encoder import TextEncoder
from desktop_app.core.words.vocabulary import OwnWords, Vocabulary
from training.base.arrays import Floats
from training.words.quality import WordLibrary, WordQuality, quality

_LABELLED = 10  # one photo of so many has its words as keywords


def measure_own_words(
    library: WordLibrary, vocabulary: Vocabulary, texts: TextEncoder
) -> list[WordQuality]:
    """Find the other photos of the words that have keywords: without them, and with them."""
    rows = np.random.default_rng(0).permutation(len(library.units))
    labelled, others = rows[: len(rows) // _LABELLED], rows[len(rows) // _LABELLED :]
    noted = library.relevant[:, labelled]
    taught = [row for row, photos in enumerate(noted) if photos.sum() >= LEAST_PHOTOS]
    photos = {library.words[row]: library.units[labelled[noted[row]]] for row in taught}
    own = learn_words(photos, library.units.mean(axis=0), texts.encode)
    part = replace(
        library,
        units=library.units[others],
        codes=library.codes[others],
        words=[library.words[row] for row in taught],
        relevant=library.relevant[np.ix_(np.array(taught, np.int64), others)],
    )
    return [
        quality("words of which a tenth of the photos has keywords, before", part,
                _scores(part, vocabulary, texts, None)),
        quality("... and after", part, _scores(part, vocabulary, texts, own)),
    ]  # fmt: skip


def _scores(
    library: WordLibrary, vocabulary: Vocabulary, texts: TextEncoder, own: OwnWords | None
) -> list[Floats]:
    found = [vocabulary.look_up(texts.encode(word), own) for word in library.words]
    return [np.asarray(library.units @ each.direction, np.float32) for each in found]
