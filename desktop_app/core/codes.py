"""Binary codes: logits -> bits -> packed bytes, and the two distances between them.

Bit i of a code is 1 where logit i is above 0. Codes are packed with the lowest bit first
(`bitorder="little"`), eight to a byte: uint8 [N, K/8]. The order is on disk and never changes.
"""

from __future__ import annotations

from typing import TypeAlias

import faiss
import numpy as np
from numpy.typing import NDArray

Codes: TypeAlias = NDArray[np.uint8]
Logits: TypeAlias = NDArray[np.float32]
Descriptors: TypeAlias = NDArray[np.int8]


def pack(logits: Logits) -> Codes:
    """Float [N, K] -> packed codes uint8 [N, K/8]; K is a multiple of 8."""
    if logits.shape[1] % 8:
        raise ValueError(f"code length {logits.shape[1]} is not a multiple of 8")
    return np.packbits(logits > 0, axis=1, bitorder="little")


def signs(codes: Codes) -> NDArray[np.float32]:
    """Packed codes uint8 [N, K/8] -> float32 [N, K] of -1 and +1."""
    bits = np.unpackbits(codes, axis=1, bitorder="little")
    return bits.astype(np.float32) * 2 - 1


def hamming(code: Codes, codes: Codes) -> NDArray[np.int32]:
    """Differing bits between one code uint8 [K/8] and each of uint8 [N, K/8]: int32 [N]."""
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


def agreement(logits: Logits, codes_as_signs: NDArray[np.float32]) -> NDArray[np.float32]:
    """Share of the query's confidence that each code agrees with: float32 [N] in [0, 1].

    Every differing bit costs the query's |logit| for it, as a share of the sum over all bits
    (asymmetric distance: the query keeps its real values, the database stays bits). 1 means
    that all bits agree, 0 that none does. `logits` is float [K], `codes_as_signs` [N, K].
    """
    total = float(np.abs(logits).sum())
    if total == 0:
        return np.zeros(len(codes_as_signs), np.float32)
    # einsum and not @: BLAS would start a team of threads, which waits where cores are busy.
    shares = np.einsum("nk,k->n", codes_as_signs, (logits / total).astype(np.float32))
    return np.asarray((shares + 1) / 2, np.float32)
