"""Look up texts in any known language, as directions among a model's descriptors."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from desktop_app.core.words.dictionary import Dictionary, read_dictionary
from desktop_app.core.words.errors import WordsError, WordsProblem
from desktop_app.core.words.text_encoder import Embedding, TextEncoder
from desktop_app.core.words.vocabulary import (
    VOCABULARY,
    OwnWords,
    Vocabulary,
    WordDirection,
    read_vocabulary,
)


class Words:
    """The texts that can be searched for with one model. The files are read when first needed."""

    def __init__(self, folder: Path, descriptor_id: str) -> None:
        """`folder`: of the text model; `descriptor_id`: of the library's model."""
        self._folder = folder
        self._descriptor_id = descriptor_id

    def look_up(self, text: str, own: OwnWords | None = None) -> WordDirection:
        """Return where the photos of a text lie; `own` words count beside the known ones.

        Raises WordsError.
        """
        return self._vocabulary.look_up(self.encode(text), own)

    def encode(self, text: str) -> Embedding:
        """Encode a text in any known language, float32 [384]. Raises WordsError."""
        english = self.dictionary.to_english(text)
        if not any(character.isalnum() for character in english):
            raise WordsError(WordsProblem.NO_TEXT, self._folder, text)
        return self._encoder.encode(english)

    @cached_property
    def dictionary(self) -> Dictionary:
        """All words that are known by name. Raises WordsError."""
        return read_dictionary(self._folder)

    @cached_property
    def _encoder(self) -> TextEncoder:
        return TextEncoder(self._folder)

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        found = read_vocabulary(self._folder / VOCABULARY)
        if found.descriptor_id != self._descriptor_id:
            raise WordsError(WordsProblem.OTHER_BACKBONE, self._folder, self._descriptor_id)
        return found
