"""Binary codes: logits, bits, packed bytes, and two measures of similarity.

Bit i of a code is 1 where logit i is above 0. Codes are packed with the lowest bit first
(`bitorder="little"`), eight to a byte: uint8 [N, K/8]. The order is on disk and never changes.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Codes: TypeAlias = NDArray[np.uint8]
Logits: TypeAlias = NDArray[np.float32]
Descriptors: TypeAlias = NDArray[np.int8]

# Numbers of bits that a code can have.
CODE_BITS = (64, 128, 256)

# Codes are stored, loaded and computed in pages of this many photos (code_pages.py).
PAGE_ROWS = 4096


def longest_code(numbers: int) -> int:
    """Return the most bits for a code that is made of so many numbers; at least the fewest."""
    return max((bits for bits in CODE_BITS if bits <= numbers), default=CODE_BITS[0])


def pack(logits: Logits) -> Codes:
    """Binarize and pack logits.

    Args:
        logits: float [N, K]; K is a multiple of 8.

    Returns:
        Packed codes, uint8 [N, K/8].

    Raises:
        ValueError: K is not a multiple of 8.
    """
    if logits.shape[1] % 8:
        raise ValueError(f"code length {logits.shape[1]} is not a multiple of 8")
    return np.packbits(logits > 0, axis=1, bitorder="little")


def signs(codes: Codes) -> NDArray[np.float32]:
    """Unpack codes, uint8 [N, K/8], to float32 [N, K] of -1 and +1."""
    values = np.unpackbits(codes, axis=1, bitorder="little").astype(np.float32)
    values *= 2
    values -= 1
    return values


def hamming(code: Codes, codes: Codes) -> NDArray[np.int32]:
    """Count differing bits between a code uint8 [K/8] and each of uint8 [N, K/8]: int32 [N]."""
    import faiss  # slow to load, and not needed to read the catalogue

    query = np.ascontiguousarray(code.reshape(1, -1))
    codes = np.ascontiguousarray(codes)
    distances = np.empty((1, len(codes)), np.int32)
    if len(codes):
        faiss.hammings(
            faiss.swig_ptr(query),
            faiss.swig_ptr(codes),
            1,
            len(codes),
            codes.shape[1],
            faiss.swig_ptr(distances),
        )
    return np.asarray(distances[0], np.int32)


def agreement(logits: Logits, codes: Codes) -> NDArray[np.float32]:
    """Confidence-weighted similarity of one query to packed codes.

    Every differing bit costs the query's |logit| for it, as a share of the sum over all bits: an
    asymmetric distance, where the query keeps its real values and the database its bits.

    Args:
        logits: The query, float [K].
        codes: uint8 [N, K/8].

    Returns:
        float32 [N] in [0, 1]; 1 if all bits agree, 0 if none does, or if all logits are 0.
    """
    total = float(np.abs(logits).sum())
    return _byte_agreement(logits / total, codes) if total else np.zeros(len(codes), np.float32)


def _byte_agreement(weights: Logits, codes: Codes) -> NDArray[np.float32]:
    # Scores of all 256 values of each byte, looked up: twice as fast as unpacking the bits.
    byte_scores = _BYTE_SIGNS @ weights.reshape(-1, 8).T.astype(np.float32)
    indexes = codes.astype(np.intp)
    indexes *= byte_scores.shape[1]
    indexes += np.arange(byte_scores.shape[1])
    scores = byte_scores.ravel().take(indexes).sum(axis=1)
    return np.asarray((scores + 1) / 2, np.float32)


_BYTE_SIGNS = signs(np.arange(256, dtype=np.uint8)[:, np.newaxis])
