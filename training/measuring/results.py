"""Results: what one method achieves on one benchmark."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import Logits, pack
from training.base.arrays import Floats
from training.benchmarks.benchmark import Benchmark
from training.measuring.metrics import RadiusCurve, Score, bit_balance, measure, unique_code_rate
from training.measuring.rankings import by_confidence, by_cosine, by_hamming

_DECIMALS = 5


@dataclass(frozen=True)
class ResultKey:
    """What a result belongs to. `bits` is None for floats; `settings`: see `settings_digest`."""

    benchmark: str
    method: str
    bits: int | None
    seed: int
    settings: str


@dataclass(frozen=True)
class Curve:
    """Like `metrics.RadiusCurve`, rounded to five decimals, for storage."""

    precision: tuple[float, ...]
    recall: tuple[float, ...]
    answered: tuple[float, ...]


@dataclass(frozen=True)
class MeasureResult:
    """Mean average precision at `top` by one measure.

    Attributes:
        measure, top: name, and the K of mAP@K.
        plain: by Hamming distance; for floats, by cosine.
        asymmetric: by the query's logits; None for floats.
        curve: of the Hamming distances; None for floats.
    """

    measure: str
    top: int
    plain: float
    asymmetric: float | None = None
    curve: Curve | None = None

    @property
    def within_two(self) -> float | None:
        """Precision within Hamming radius 2; 0 for a query with nothing within it."""
        return self.curve.precision[2] if self.curve else None


@dataclass(frozen=True)
class Result:
    """A method's scores; `unique_codes` and `balance` are of all of the benchmark's pictures."""

    key: ResultKey
    measures: tuple[MeasureResult, ...]
    unique_codes: float | None = None
    balance: float | None = None

    def by(self, measure_name: str) -> MeasureResult:
        """Return the result by the measure of that name. Raises KeyError if there is none."""
        return {found.measure: found for found in self.measures}[measure_name]


def settings_digest(*settings: object) -> str:
    """Return twelve hexadecimal digits of all settings that a result depends on besides its key.

    The `repr` of each has to be complete and deterministic, as that of frozen dataclasses is.
    """
    return hashlib.sha256("\n".join(map(repr, settings)).encode()).hexdigest()[:12]


def result_of_codes(key: ResultKey, logits: Logits, benchmark: Benchmark) -> Result:
    """Measure the logits float32 [N, K] of all of a benchmark's pictures."""
    plain = measure(by_hamming(pack(logits), benchmark), benchmark)
    asymmetric = measure(by_confidence(logits, benchmark), benchmark)
    found = tuple(
        _measure_result(one, other.mean_average_precision)
        for one, other in zip(plain, asymmetric, strict=True)
    )
    return Result(key, found, unique_code_rate(logits), bit_balance(logits))


def result_of_floats(key: ResultKey, features: Floats, benchmark: Benchmark) -> Result:
    """Measure the cosines of features float32 [N, F], centred if they should be."""
    scores = measure(by_cosine(features, benchmark), benchmark)
    return Result(key, tuple(_measure_result(score, None) for score in scores))


def _measure_result(score: Score, asymmetric: float | None) -> MeasureResult:
    curve = _rounded(score.curve) if score.curve else None
    return MeasureResult(score.measure, score.top, score.mean_average_precision, asymmetric, curve)


def _rounded(curve: RadiusCurve) -> Curve:
    return Curve(_tuple(curve.precision), _tuple(curve.recall), _tuple(curve.answered))


def _tuple(values: NDArray[np.float64]) -> tuple[float, ...]:
    return tuple(values.round(_DECIMALS).tolist())
