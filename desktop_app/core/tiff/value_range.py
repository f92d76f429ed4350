"""Decide which stored values are black and white, from what a file says and from what it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

_CONTAINER_BITS = frozenset({16, 24, 32, 64})
# Below this share of the highest value, negative values are noise.
_NOISE = 1 / 16
# Resampling exceeds white by up to a tenth.
_OVERSHOOT = 1.1
_FEW_LEVELS = 16


@dataclass(frozen=True)
class SaidRange:
    """The lowest and highest value that a file states; None where it states none."""

    lowest: float | None = None
    highest: float | None = None


class ValueStatistics:
    """What is needed of all values of a picture to decide its range, collected part by part."""

    def __init__(self) -> None:
        self.lowest, self.highest = np.inf, -np.inf
        self.bits_in_use = 0
        self.repeats_bytes = True
        self.positive = self.up_to_one = 0

    def add(self, values: NDArray[Any]) -> None:
        """Take account of values of any shape; those that are not finite are left out."""
        if values.dtype.kind == "f":
            values = values[np.isfinite(values)]
            self._add_floats(values)
        elif values.dtype.kind == "u":
            self._add_unsigned(values)
        if values.size:
            self.lowest = min(self.lowest, float(values.min()))
            self.highest = max(self.highest, float(values.max()))

    def _add_floats(self, values: NDArray[Any]) -> None:
        self.positive += int(np.count_nonzero(values > 0))
        self.up_to_one += int(np.count_nonzero((values > 0) & (values <= 1)))

    def _add_unsigned(self, values: NDArray[Any]) -> None:
        self.bits_in_use |= int(np.bitwise_or.reduce(values, axis=None))
        self.repeats_bytes = self.repeats_bytes and _repeats_bytes(values)


def _repeats_bytes(values: NDArray[Any]) -> bool:
    """Whether all are 8 bits that were multiplied by 257, or by 16,843,009: 0x1f1f, 0x1f1f1f1f."""
    number = values.dtype.type
    ones = number(int.from_bytes(b"\1" * values.dtype.itemsize))
    return bool(((values & number(255)) * ones == values).all())


def value_range(
    found: ValueStatistics, kind: str, bits: int, said: SaidRange
) -> tuple[float, float]:
    """The values that are shown as black and as white.

    Args:
        found: The statistics of all values.
        kind: 'u', 'i' or 'f', as numpy's dtype.kind.
        bits: Of a value, as the file declares them.
        said: What the file states beyond that.
    """
    if found.highest < found.lowest:
        return 0, 1
    if kind == "f":
        return _float_range(found, said)
    if kind == "i":
        return _signed_range(found, bits, said)
    return 0, _unsigned_white(found, bits, said)


def _unsigned_white(found: ValueStatistics, bits: int, said: SaidRange) -> float:
    full = 2.0**bits - 1
    if bits not in _CONTAINER_BITS:
        return full
    if said.highest and found.highest <= said.highest:
        return min(said.highest, full)
    is_left_justified = found.bits_in_use & 3 == 0 or found.repeats_bytes
    return full if is_left_justified else _white_of_depth(found.highest, bits)


def _signed_range(found: ValueStatistics, bits: int, said: SaidRange) -> tuple[float, float]:
    if said.highest and found.highest <= said.highest:
        return min(said.lowest or 0, 0), said.highest
    if -found.lowest <= found.highest * _NOISE:
        return 0, _white_of_depth(found.highest, bits - 1)
    white = _white_of_depth(max(found.highest, -found.lowest - 1), bits - 1)
    return -white - 1, white


def _white_of_depth(highest: float, bits: int) -> float:
    """The white of the smallest usual depth that holds the value: 8, 10, 12, ... bits."""
    needed = max(8, int(highest).bit_length())
    return 2.0 ** min(bits, needed + needed % 2) - 1


def _float_range(found: ValueStatistics, said: SaidRange) -> tuple[float, float]:
    # A highest value that is exactly stated is a statistic of the picture, and no declaration.
    if said.highest and (said.highest == 1 or said.highest > found.highest):
        return min(said.lowest or 0, 0), said.highest
    if -found.lowest > abs(found.highest) * _NOISE:
        is_unit = max(found.highest, -found.lowest) <= 1
        return (-1, 1) if is_unit else (found.lowest, found.highest)
    return 0, _float_white(found)


def _float_white(found: ValueStatistics) -> float:
    """1 where most values are at most 1, whatever the highlights; else that of 8, 10, ... bits."""
    if found.up_to_one * 2 >= found.positive:
        return 1
    if found.highest <= _FEW_LEVELS or found.highest > 2**16 * _OVERSHOOT:
        return found.highest
    return _white_of_depth(found.highest / _OVERSHOOT, 16)
