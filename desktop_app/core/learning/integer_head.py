"""Hash heads in integers: a code depends neither on the processor nor on the batch."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from desktop_app.core.base.codes import Descriptors, Logits
from desktop_app.core.learning.linear_hash import Floats, LinearHash

LARGEST_HIDDEN = 127  # of the rounded hidden units: int8
# The largest integer up to which float16 holds every integer.
_LARGEST_WEIGHT = 2048
# The largest integer up to which float32 holds every integer.
_LARGEST_EXACT_SUM = 2**24


@dataclass(frozen=True, eq=False)
class IntegerWeights:
    """A head: descriptor d, int8 [N, D] -> logits float32 [N, K], by sums of integers only.

    logits = (d R + h B + b) * unit, with h = round(relu(d A + a) * shift), at most 127. All sums
    stay below 2^24, so that float32 holds them exactly in any order of addition, and `shift` and
    `unit` are powers of two.

    Attributes:
        direct: R [D, K]; all arrays hold integers as float32.
        bias: b [K].
        inner: A [D, H]; H may be 0.
        inner_bias: a [H].
        outer: B [H, K].
        shift: Scale of the hidden units, a power of two.
        unit: Scale of the logits, a power of two.
    """

    direct: Floats
    bias: Floats
    inner: Floats
    inner_bias: Floats
    outer: Floats
    shift: float
    unit: float


def linear_in_integers(hashing: LinearHash, descriptors: Descriptors) -> IntegerWeights:
    """Round a linear hash of descriptors; their logits, of int8 [N, D], get a mean square of 1."""
    floats = descriptors.astype(np.float32)
    typical = float(np.sqrt(np.square(hashing.logits(floats)).mean()))
    direct = np.asarray(hashing.weights / typical, np.float32)
    size, bits = direct.shape
    hidden = np.zeros((size, 0), np.float32), np.zeros(0, np.float32)
    outer = np.zeros((0, bits), np.float32)
    return in_integers(direct, -(hashing.mean @ direct), *hidden, outer, floats)


def linear_logits(weights: IntegerWeights, descriptors: Descriptors) -> Logits:
    """Compute logits float32 [N, K] of int8 [N, D], by a head without hidden units."""
    sums = descriptors.astype(np.float32) @ weights.direct + weights.bias
    return np.asarray(sums * np.float32(weights.unit), np.float32)


def in_integers(
    direct: Floats, bias: Floats, inner: Floats, inner_bias: Floats, outer: Floats,
    descriptors: Floats,
) -> IntegerWeights:  # fmt: skip
    """Round to the finest powers of two with which every sum stays exact."""
    length = float(np.linalg.norm(descriptors, axis=1).max())
    inner_unit = _finest_unit(inner, inner_bias, length)
    activations = np.maximum(descriptors @ inner + inner_bias, 0)
    largest = max(float(activations.max(initial=0)), 2.0**-20)
    # Quantum of a hidden unit: 127 of them reach 0.7 to 1.4 times the largest activation.
    step = 2.0 ** math.floor(math.log2(largest / LARGEST_HIDDEN) + 0.5)
    steps_length = LARGEST_HIDDEN * math.sqrt(max(1, len(outer)))
    together = np.concatenate([direct * length, outer * step * steps_length])
    unit = _finest_unit(np.concatenate([direct, outer * step]), bias, 0, together)
    return IntegerWeights(
        np.rint(direct / unit), np.rint(bias / unit), np.rint(inner / inner_unit),
        np.rint(inner_bias / inner_unit), np.rint(outer * step / unit),
        shift=inner_unit / step, unit=unit,
    )  # fmt: skip


def _finest_unit(
    weights: Floats, bias: Floats, length: float, reach: Floats | None = None
) -> float:
    """Return the smallest power of two with which no weight exceeds 2048, and no sum 2^24.

    By Cauchy and Schwarz a sum is at most the input's `length` times the weights'.
    """
    if not weights.size:
        return 1.0
    reached = weights * length if reach is None else reach
    sums = np.linalg.norm(reached, axis=0) * math.sqrt(1 if reach is None else 2) + np.abs(bias)
    least = max(float(np.abs(weights).max()) / _LARGEST_WEIGHT, sums.max() / _LARGEST_EXACT_SUM)
    return 2.0 ** math.ceil(math.log2(max(least, 2.0**-40)))
