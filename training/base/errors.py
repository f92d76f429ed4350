"""Errors of training and evaluation. Each contains its message for the terminal."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.base.errors import AppError


@dataclass(eq=False)
class MissingDataError(AppError):
    """A file of the training data does not exist."""

    path: Path

    def __str__(self) -> str:
        return f"{self.path} is missing. Use --data to set the folder that contains it."


@dataclass(eq=False)
class MissingWeightsError(AppError):
    """The weights of a backbone are not installed."""

    backbone: str
    remedy: str

    def __str__(self) -> str:
        return (
            f"The weights of the backbone {self.backbone} are missing. To add them, {self.remedy}."
        )


@dataclass(eq=False)
class UnknownBackboneError(AppError):
    """No network has this name."""

    name: str

    def __str__(self) -> str:
        return (
            f"There is no backbone {self.name!r}. Use lite0, lite2, or a model of timm, such as"
            " resnet50.a1_in1k."
        )


@dataclass(eq=False)
class ParityError(AppError):
    """onnxruntime and torch compute different codes or previews; nothing was written."""

    differing: int
    compared: int

    def __str__(self) -> str:
        return (
            f"The model was not exported: onnxruntime and torch disagree on {self.differing} of"
            f" {self.compared} bits with clear logits, or preview values."
        )


@dataclass(eq=False)
class DamagedDataError(AppError):
    """A file of a benchmark does not have the expected format."""

    path: Path
    problem: str

    def __str__(self) -> str:
        return f"{self.path} is damaged: {self.problem}. Copy it again from its source."


@dataclass(eq=False)
class DamagedCacheError(AppError):
    """A file that training keeps for itself, to resume or to save time, cannot be used."""

    path: Path
    problem: str

    def __str__(self) -> str:
        return f"{self.path} cannot be used: {self.problem}. Delete it, and start again."


@dataclass(eq=False)
class IncompleteDataError(AppError):
    """A benchmark has too few pictures for its published split."""

    folder: Path
    needed: int
    found: int

    def __str__(self) -> str:
        return (
            f"{self.folder} is incomplete: the published split needs {self.needed:,} pictures, and"
            f" there are {self.found:,}."
        )


@dataclass(eq=False)
class NoPicturesError(AppError):
    """A folder holds no readable picture."""

    folder: Path

    def __str__(self) -> str:
        return f"There are no readable pictures in {self.folder}."


@dataclass(eq=False)
class UnknownBenchmarkError(AppError):
    """No benchmark has this name."""

    name: str
    known: tuple[str, ...]

    def __str__(self) -> str:
        return f"There is no benchmark {self.name!r}. Use one of: {', '.join(self.known)}."


@dataclass(eq=False)
class DamagedResultsError(AppError):
    """A line of a results file cannot be parsed."""

    path: Path
    line: int

    def __str__(self) -> str:
        return f"Line {self.line} of {self.path} is not a valid result. Correct or delete it."


@dataclass(eq=False)
class MissingSectionError(AppError):
    """A page lacks the markers of the section that a table belongs to."""

    page: Path
    name: str

    def __str__(self) -> str:
        return (
            f"{self.page} has no section for the table. Add the lines <!-- table:{self.name} -->"
            " and <!-- /table -->."
        )


@dataclass(eq=False)
class RecipeError(AppError):
    """A recipe cannot be read, or has an invalid setting."""

    path: Path
    problem: str

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}."


@dataclass(eq=False)
class TooFewPicturesError(AppError):
    """There are fewer photos than training needs."""

    found: int
    needed: int

    def __str__(self) -> str:
        return (
            f"Training needs at least {self.needed} photos, and there are {self.found}. Add more."
        )


@dataclass(eq=False)
class DivergedError(AppError):
    """A loss is not finite, or beyond any plausible value."""

    step: int
    loss: str

    def __str__(self) -> str:
        return (
            f"Training diverged at step {self.step}: the loss {self.loss!r} is out of range. The"
            " last checkpoint is kept; lower the learning rate in the recipe and start again."
        )


@dataclass(eq=False)
class CollapsedError(AppError):
    """Too many photos share a code."""

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
    """No method of the comparison has this name."""

    name: str
    known: tuple[str, ...]

    def __str__(self) -> str:
        return f"There is no method {self.name!r}. Use one of: {', '.join(self.known)}."


@dataclass(eq=False)
class MissingGpuError(AppError):
    """More processes were started on a machine than it has GPUs."""

    processes: int
    found: int

    def __str__(self) -> str:
        return (
            f"There are {self.processes} or more processes on this machine, which has"
            f" {self.found} GPUs. Use --nproc-per-node {self.found}."
        )


@dataclass(eq=False)
class LostGroupError(AppError):
    """Another of the processes that train together has ended, or cannot be reached."""

    rank: int
    size: int

    def __str__(self) -> str:
        return (
            f"Process {self.rank} of {self.size} stops, because another one has ended or cannot be"
            " reached; see its message. The same command resumes the training."
        )


@dataclass(eq=False)
class DifferentTrainingError(AppError):
    """The processes of a group have not read the same photos, recipe or checkpoint."""

    rank: int

    def __str__(self) -> str:
        return (
            f"Process {self.rank} has other photos, another recipe or another checkpoint than"
            " process 0. Start the same command on all machines, with a --cache folder that they"
            " share."
        )


@dataclass(eq=False)
class SmallBatchError(AppError):
    """A batch has fewer examples than there are processes."""

    batch: int
    processes: int

    def __str__(self) -> str:
        return (
            f"{self.processes} processes cannot share batches of {self.batch}. Use fewer processes,"
            " or larger batches in the recipe."
        )
