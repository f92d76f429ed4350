"""Encode texts by a sentence encoder: all-MiniLM-L6-v2, as int8 ONNX."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from desktop_app.core.bundle.networks import RUNTIME_ERRORS
from desktop_app.core.words.errors import WordsError, WordsProblem

Embedding: TypeAlias = NDArray[np.float32]

EMBEDDING_SIZE = 384
_NETWORK, _TOKENIZER = "text_encoder.onnx", "tokenizer.json"
_MOST_TOKENS = 64


class TextEncoder:
    """Maps a text to a unit vector: Reimers and Gurevych, Sentence-BERT, EMNLP 2019.

    The mean of the network's output over all tokens, as the authors of the network prescribe.
    """

    def __init__(self, folder: Path) -> None:
        """Load the network and its tokenizer. Raises WordsError."""
        self._network = folder / _NETWORK
        self._tokenizer = _tokenizer(folder / _TOKENIZER)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        try:
            self._session = onnxruntime.InferenceSession(str(self._network), options)
        except RUNTIME_ERRORS as error:
            raise WordsError(WordsProblem.UNREADABLE, self._network, str(error)) from error

    def encode(self, text: str) -> Embedding:
        """Encode one text, float32 [384] of length 1; case does not matter. Raises WordsError."""
        tokens = self._tokenizer.encode(text)
        inputs = {
            "input_ids": np.array([tokens.ids], np.int64),
            "attention_mask": np.array([tokens.attention_mask], np.int64),
            "token_type_ids": np.array([tokens.type_ids], np.int64),
        }
        try:
            (states,) = self._session.run(["last_hidden_state"], inputs)
        except RUNTIME_ERRORS as error:
            raise WordsError(WordsProblem.UNREADABLE, self._network, str(error)) from error
        mean = states[0].mean(axis=0)
        return np.asarray(mean / np.linalg.norm(mean), np.float32)


def _tokenizer(path: Path) -> Tokenizer:
    try:
        tokenizer = Tokenizer.from_file(str(path))
    except Exception as error:  # tokenizers raises plain exceptions
        raise WordsError(WordsProblem.UNREADABLE, path, str(error)) from error
    tokenizer.no_padding()
    tokenizer.enable_truncation(_MOST_TOKENS)
    return tokenizer
