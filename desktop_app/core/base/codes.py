"""Binary codes: logits -> bits -> packed bytes, and the two distances between them.

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

# Codes are stored, loaded and made in pages of so many photos (code_pages.py).
PAGE_ROWS = 4096


def pack(logits: Logits) -> Codes:
    """Float [N, K] -> packed codes uint8 [N, K/8]; K is a multiple of 8."""
    if logits.shape[1] % 8:
        raise ValueError(f"code length {logits.shape[1]} is not a multiple of 8")
    return np.packbits(logits > 0, axis=1, bitorder="little")


def signs(codes: Codes) -> NDArray[np.float32]:
    """Packed codes uint8 [N, K/8] -> float32 [N, K] of -1 and +1."""
    values = np.unpackbits(codes, axis=1, bitorder="little").astype(np.float32)
    values *= 2
    values -= 1
    return values


def hamming(code: Codes, codes: Codes) -> NDArray[np.int32]:
    """Differing bits between one code uint8 [K/8] and each of uint8 [N, K/8]: int32 [N]."""
    import faiss  # slow to load, and whoever only reads the catalogue does not need it

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
    """Share of the query's confidence that each code agrees with: float32 [N] in [0, 1].

    Every differing bit costs the query's |logit| for it, as a share of the sum over all bits
    (asymmetric distance: the query keeps its real values, the database stays bits). 1 means
    that all bits agree, 0 that none does. `logits` is float [K], `codes` uint8 [N, K/8].
    """
    total = float(np.abs(logits).sum())
    if total == 0:
        return np.zeros(len(codes), np.float32)
    # What each value of each byte is worth, looked up: half the time of unpacking the bits.
    worth = _BYTE_SIGNS @ (logits / total).reshape(-1, 8).T.astype(np.float32)
    places = codes.astype(np.intp)
    places *= worth.shape[1]
    places += np.arange(worth.shape[1])
    shares = worth.ravel().take(places).sum(axis=1)
    return np.asarray((shares + 1) / 2, np.float32)


_BYTE_SIGNS = signs(np.arange(256, dtype=np.uint8)[:, np.newaxis])
