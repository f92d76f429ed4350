"""Why no model can be built, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop_app.core.base.errors import TooFewError, UnusableFileError


class BuildProblem(StrEnum):
    """Why no model can be built of a network, or with a file beside it."""

    NEEDS_ONNX = "needs_onnx"
    NEEDS_TRAINING = "needs_training"
    NOT_EXPORTED = "not_exported"
    NOT_THERE = "not_there"
    NO_NETWORK = "no_network"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    TOO_MANY_WEIGHTS = "too_many_weights"
    NOT_ONNX = "not_onnx"
    NO_PICTURES = "no_pictures"
    WRONG_SIDE = "wrong_side"
    NO_EMBEDDING = "no_embedding"
    TOO_FEW_FEATURES = "too_few_features"
    FORBIDDEN_OPERATOR = "forbidden_operator"
    NOT_RUNNABLE = "not_runnable"
    TOO_SLOW = "too_slow"
    NOT_FINITE = "not_finite"
    CONSTANT = "constant"
    DISAGREES = "disagrees"
    BAD_CONFIG = "bad_config"


@dataclass(eq=False)
class BuildError(UnusableFileError):
    """No model can be built of the network at `path`."""

    problem: BuildProblem


@dataclass(eq=False)
class TooFewToBuildError(TooFewError):
    """A folder has too few photos to build a model; `broken` of them cannot be read."""

    folder: Path
    broken: int
