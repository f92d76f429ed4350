"""What can go wrong, as data. Sentences for people are made in desktop_app.sentences."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class PhotoProblem(StrEnum):
    """Why a file has no code. The values are stored in libraries and printed for scripts."""

    EMPTY_FILE = "empty_file"
    NOT_A_PICTURE = "not_a_picture"
    HIDDEN = "hidden"
    UNSUPPORTED_FORMAT = "unsupported_format"
    UNDECODABLE = "undecodable"
    TRUNCATED = "truncated"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_SMALL = "too_small"
    NO_RAW_PREVIEW = "no_raw_preview"
    UNREADABLE = "unreadable"
    VANISHED = "vanished"
    CRASHES_DECODER = "crashes_decoder"


class BundleProblem(StrEnum):
    """Why a folder, or a file that somebody wants to import, is not a usable model bundle."""

    MISSING_FILE = "missing_file"
    BAD_MANIFEST = "bad_manifest"
    NEWER_FORMAT = "newer_format"
    HASH_MISMATCH = "hash_mismatch"
    TOO_LARGE = "too_large"
    WRONG_SHAPES = "wrong_shapes"
    NOT_RUNNABLE = "not_runnable"
    UNREADABLE = "unreadable"
    NOT_A_MODEL_FILE = "not_a_model_file"
    UNEXPECTED_FILE = "unexpected_file"
    FORBIDDEN_NETWORK = "forbidden_network"
    BAD_MEMORY = "bad_memory"
    WRONG_ANSWERS = "wrong_answers"


class AppError(Exception):
    """The parent of all errors that a user can meet."""


@dataclass(eq=False)
class PhotoError(AppError):
    """One file cannot be used as a photo; the rest of the work goes on."""

    path: Path
    problem: PhotoProblem
    detail: str = ""


@dataclass(eq=False)
class BundleError(AppError):
    """A model bundle was refused. `folder`: its folder, or the file that was to be imported."""

    folder: Path
    problem: BundleProblem
    detail: str = ""


@dataclass(eq=False)
class ImportBusyError(AppError):
    """Another model is being taken into this library."""

    library: Path


@dataclass(eq=False)
class LibraryBusyError(AppError):
    """Another process is writing this library."""

    library: Path


@dataclass(eq=False)
class LibraryDamagedError(AppError):
    """The catalogue cannot be read as a catalogue."""

    library: Path
    detail: str


@dataclass(eq=False)
class LibraryTooNewError(AppError):
    """The catalogue was written by a later version of the program."""

    library: Path
    version: int


@dataclass(eq=False)
class LibraryUnwritableError(AppError):
    """The library's folder or its disk does not take more data."""

    library: Path
    detail: str


@dataclass(eq=False)
class NotAFolderError(AppError):
    """A root that was asked for is not a readable folder."""

    path: Path


@dataclass(eq=False)
class UnknownRootError(AppError):
    """A folder that was named is not one of the library's roots."""

    path: Path


@dataclass(eq=False)
class RootsOverlapError(AppError):
    """A root cannot move to a folder that holds, or lies in, another root."""

    path: Path
    other: Path


@dataclass(eq=False)
class DifferentPhotosError(AppError):
    """A root cannot move to a folder that does not hold its photos: of `looked_for`, `found`."""

    root: Path
    path: Path
    found: int
    looked_for: int


@dataclass(eq=False)
class NotFailedError(AppError):
    """A file was to be tried again that did not fail, or cannot be reached now."""

    path: Path


@dataclass(eq=False)
class WatchingUnavailableError(AppError):
    """The system does not tell of changes in folders."""

    detail: str


@dataclass(eq=False)
class ModelMismatchError(AppError):
    """The library's codes are of another model than the one that is running."""

    library: Path
    library_model: str
    running_model: str


@dataclass(eq=False)
class NotIndexedError(AppError):
    """A photo that was asked for has no code in the library."""

    path: Path


@dataclass(eq=False)
class ExportError(AppError):
    """A file that was to be written for the user cannot be."""

    path: Path
    detail: str


@dataclass(eq=False)
class SettingsError(AppError):
    """A settings file or value cannot be used."""

    path: Path
    detail: str


@dataclass(eq=False)
class JobCrashedError(AppError):
    """A child process ended without saying how."""

    exit_code: int
    last_words: str


@dataclass(eq=False)
class UnknownModelError(AppError):
    """A model that was named is not one of the library's."""

    model_id: str


@dataclass(eq=False)
class ModelInUseError(AppError):
    """The model that a library is searched with, or that came with the program, cannot go."""

    model_id: str


@dataclass(eq=False)
class IncomparableModelsError(AppError):
    """Two models read photos differently: stored descriptors of one tell nothing of the other."""

    model_id: str
    in_use: str


@dataclass(eq=False)
class TooFewToCompareError(AppError):
    """A library is too small to tell two models apart: `photos` of the `needed`."""

    photos: int
    needed: int


@dataclass(eq=False)
class RetrainingBusyError(AppError):
    """A retraining of this library is running already."""

    library: Path


@dataclass(eq=False)
class RetrainingStoppedError(AppError):
    """The retraining of this library was asked to stop by another process."""

    library: Path


@dataclass(eq=False)
class TrainingUnavailableError(AppError):
    """What training needs is not installed."""

    missing: str


@dataclass(eq=False)
class TooFewPhotosError(AppError):
    """There is not enough to learn from: `photos` of the `needed`."""

    photos: int
    needed: int


@dataclass(eq=False)
class TooLittleMemoryError(AppError):
    """Training needs more memory than is free."""

    needed_mb: int
    free_mb: int


@dataclass(eq=False)
class TooLittleDiskError(AppError):
    """Training needs more room on the library's disk than is free."""

    library: Path
    needed_mb: int
    free_mb: int


@dataclass(eq=False)
class TrainingFailedError(AppError):
    """A training could not end well; `detail` says how, in English."""

    detail: str


@dataclass(eq=False)
class InstallFailedError(AppError):
    """Packages could not be installed; `detail` is what the installer says, in English."""

    detail: str
