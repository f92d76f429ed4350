"""Texts in a library: the words that everybody knows, and those that its folders teach."""

from __future__ import annotations

import numpy as np

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.search.code_index import CodeIndex
from desktop_app.core.search.folder_words import descriptors_of_words, folder_words
from desktop_app.core.words.errors import WordsError, WordsProblem
from desktop_app.core.words.own_words import learn_words
from desktop_app.core.words.text_encoder import Embedding
from desktop_app.core.words.vocabulary import OwnWords, WordDirection, unit
from desktop_app.core.words.words import Words

_SAMPLE = 512
# The folders are read again once the library has grown, or shrunk, by this share.
_MUCH = 0.05


class LibraryWords:
    """Looks up texts for one library. Not thread-safe."""

    def __init__(self, words: Words, catalogue: Catalogue, codes: CodeIndex) -> None:
        """`codes`: those of the whole library, which tell what is indexed."""
        self._words = words
        self._catalogue = catalogue
        self._codes = codes
        self._learned: tuple[int, OwnWords | None] | None = None

    def look_up(self, text: str) -> WordDirection:
        """Return where the photos of a text lie in this library. Raises WordsError."""
        count = len(self._codes)
        if self._learned is None or abs(count - self._learned[0]) > _MUCH * self._learned[0]:
            self._learned = count, self._learn()
        own = self._learned[1]
        try:
            return self._words.look_up(text, own)
        except WordsError as error:
            named = _named(own, text)
            if error.problem is not WordsProblem.NO_TEXT or named is None:
                raise
            return named

    def _learn(self) -> OwnWords | None:
        ids = self._codes.ids
        photos = folder_words(self._catalogue, ids)
        if not photos:
            return None
        spread = ids[:: max(1, len(ids) // _SAMPLE)]
        sample = self._catalogue.descriptors(spread.tolist()).astype(np.float32)
        described = descriptors_of_words(self._catalogue, photos)
        units = {word: unit(rows.astype(np.float32)) for word, rows in described.items()}
        mean = np.asarray(unit(sample).mean(axis=0), np.float32)
        return learn_words(units, mean, self._encode)

    def _encode(self, word: str) -> Embedding | None:
        """None for a word of a language that the encoder cannot read."""
        try:
            return self._words.encode(word)
        except WordsError as error:
            if error.problem is not WordsProblem.NO_TEXT:
                raise
            return None


def _named(own: OwnWords | None, text: str) -> WordDirection | None:
    """Return the direction of the word of one's own that a text is, whatever its language."""
    name = text.strip().casefold()
    if own is None or name not in own.texts:
        return None
    return WordDirection(own.directions[own.texts.index(name)], certainty=1.0)
