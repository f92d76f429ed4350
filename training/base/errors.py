"""What can go wrong while a model is made or measured; each one words itself for the terminal."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.base.errors import AppError


@dataclass(eq=False)
class MissingDataError(AppError):
    """A file of the training data is not where it was looked for."""

    path: Path

    def __str__(self) -> str:
        return f"{self.path} is missing: name the folder that holds it with --data."


@dataclass(eq=False)
class MissingWeightsError(AppError):
    """A backbone's weights are not on this machine."""

    backbone: str
    remedy: str

    def __str__(self) -> str:
        return f"The weights of the backbone {self.backbone} are missing: {self.remedy}"


@dataclass(eq=False)
class UnknownBackboneError(AppError):
    """There is no network of that name."""

    name: str

    def __str__(self) -> str:
        return (
            f"There is no backbone {self.name!r}: it has to be lite0, lite2, or a model of timm,"
            " such as resnet50.a1_in1k."
        )


@dataclass(eq=False)
class ParityError(AppError):
    """onnxruntime and torch do not make the same codes or previews; nothing was written."""

    differing: int
    compared: int

    def __str__(self) -> str:
        return (
            f"Not exported: onnxruntime and torch disagree on {self.differing} of {self.compared}"
            " bits that are away from zero, or values of previews."
        )


@dataclass(eq=False)
class DamagedDataError(AppError):
    """A file of a benchmark is not what its layout promises."""

    path: Path
    problem: str

    def __str__(self) -> str:
        return f"{self.path} is damaged: {self.problem}; copy it again from where it came."


@dataclass(eq=False)
class IncompleteDataError(AppError):
    """A benchmark's pictures are too few for its published split."""

    folder: Path
    needed: int
    found: int

    def __str__(self) -> str:
        return (
            f"{self.folder} is incomplete: the published split draws {self.needed:,} pictures"
            f" where {self.found:,} are there."
        )


@dataclass(eq=False)
class NoPicturesError(AppError):
    """There is nothing to learn from in a folder."""

    folder: Path

    def __str__(self) -> str:
        return f"There is no picture in {self.folder} that can be read."


@dataclass(eq=False)
class UnknownBenchmarkError(AppError):
    """A benchmark was asked for by a name that it does not have."""

    name: str
    known: tuple[str, ...]

    def __str__(self) -> str:
        return f"There is no benchmark {self.name!r}; there are {', '.join(self.known)}."


@dataclass(eq=False)
class DamagedResultsError(AppError):
    """A line of a file of results is no result."""

    path: Path
    line: int

    def __str__(self) -> str:
        return f"Line {self.line} of {self.path} is no result: mend or delete it."


@dataclass(eq=False)
class MissingSectionError(AppError):
    """A page has no place for a table."""

    page: Path
    name: str

    def __str__(self) -> str:
        return (
            f"{self.page} has no place for the table: it lacks the lines"
            f" <!-- table:{self.name} --> and <!-- /table -->."
        )


@dataclass(eq=False)
class RecipeError(AppError):
    """A recipe cannot be read, or says something that has no meaning."""

    path: Path
    problem: str

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}."


@dataclass(eq=False)
class TooFewPicturesError(AppError):
    """Training needs more photos than there are."""

    found: int
    needed: int

    def __str__(self) -> str:
        return (
            f"Training needs at least {self.needed} photos, and there are {self.found}: add more."
        )


@dataclass(eq=False)
class DivergedError(AppError):
    """A loss has left all bounds, or is no longer a number."""

    step: int
    loss: str

    def __str__(self) -> str:
        return (
            f"Training diverged: the loss {self.loss!r} left all bounds at step {self.step}. The"
            " last checkpoint is kept; lower the learning rate in the recipe and start again."
        )


@dataclass(eq=False)
class CollapsedError(AppError):
    """Too many photos have come to share a code."""

    step: int
    unique_codes: float
    bit_balance: float

    def __str__(self) -> str:
        return (
            f"Training collapsed at step {self.step}: only {self.unique_codes:.0%} of the codes are"
            f" unique (bit balance {self.bit_balance:.2f}). The last checkpoint is kept; raise the"
            " weight of the contrastive or balance loss in the recipe and start again."
        )


@dataclass(eq=False)
class UnknownMethodError(AppError):
    """A method of the comparison was asked for by a name that it does not have."""

    name: str
    known: tuple[str, ...]

    def __str__(self) -> str:
        return f"There is no method {self.name!r}; there are {', '.join(self.known)}."
