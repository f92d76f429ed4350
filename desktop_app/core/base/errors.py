"""Errors that a user can meet, as data; desktop_app.sentences words them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class PhotoProblem(StrEnum):
    """Why a file has no code. The values are stored in libraries and printed as JSON."""

    EMPTY_FILE = "empty_file"
    ZEROS = "zeros"
    WEB_PAGE = "web_page"
    NO_PHOTO = "no_photo"
    NOT_A_PICTURE = "not_a_picture"
    HIDDEN = "hidden"
    UNSUPPORTED_FORMAT = "unsupported_format"
    UNDECODABLE = "undecodable"
    TRUNCATED = "truncated"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_SMALL = "too_small"
    NO_RAW_PREVIEW = "no_raw_preview"
    UNREADABLE = "unreadable"
    FOLDER = "folder"
    SPECIAL_FILE = "special_file"
    LINK = "link"
    NO_INPUT = "no_input"
    TOO_MUCH_INPUT = "too_much_input"
    VANISHED = "vanished"
    CRASHES_DECODER = "crashes_decoder"
    UNEXPECTED = "unexpected"
    TOO_SLOW = "too_slow"
    TOO_MUCH_MEMORY = "too_much_memory"
    TOO_LARGE = "too_large"
    NO_CODE = "no_code"


class BundleProblem(StrEnum):
    """Why a folder or an imported file is not a usable model bundle."""

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
    """The base class of all errors that a user can meet."""


@dataclass(eq=False)
class UnusableFileError(AppError):
    """A file cannot be used as what it was given for."""

    path: Path
    problem: StrEnum
    detail: str = ""


@dataclass(eq=False)
class PhotoError(UnusableFileError):
    """A file cannot be used as a photo; other files are not affected."""

    problem: PhotoProblem


@dataclass(eq=False)
class ReadingCancelledError(AppError):
    """A picture is not read any more, since nobody waits for it."""

    path: Path


@dataclass(eq=False)
class BundleError(AppError):
    """A model bundle was refused. `folder` is its folder, or the file that was imported."""

    folder: Path
    problem: BundleProblem
    detail: str = ""


@dataclass(eq=False)
class ImportBusyError(AppError):
    """Another model is being imported into this library."""

    library: Path


@dataclass(eq=False)
class LibraryBusyError(AppError):
    """Another process is writing to this library."""

    library: Path


@dataclass(eq=False)
class LibraryDamagedError(AppError):
    """The catalogue is not a sound database."""

    library: Path
    detail: str


@dataclass(eq=False)
class NoBackupError(AppError):
    """The library has no sound backup."""

    library: Path


@dataclass(eq=False)
class UnknownBackupError(AppError):
    """The library has no backup of this name."""

    name: str


@dataclass(eq=False)
class BackupDamagedError(AppError):
    """The catalogue of a backup is not a sound database."""

    backup: Path
    detail: str


@dataclass(eq=False)
class LibraryTooNewError(AppError):
    """The catalogue was written by a later version of the program."""

    library: Path
    version: int


@dataclass(eq=False)
class LibraryUnwritableError(AppError):
    """The library's folder cannot be written, or its disk is full."""

    library: Path
    detail: str


@dataclass(eq=False)
class LinkedEntryError(AppError):
    """A file or folder inside a library is a link, or not of the kind that the program makes."""

    path: Path


@dataclass(eq=False)
class NoLibraryError(AppError):
    """The folder that was given holds no library."""

    library: Path


@dataclass(eq=False)
class NoOwnLibraryError(AppError):
    """The user has no library yet in the default folder."""

    library: Path


@dataclass(eq=False)
class LibraryReadOnlyError(AppError):
    """The library may only be read: its medium is read-only, or it belongs to another user."""

    library: Path


@dataclass(eq=False)
class WindowUnreachableError(AppError):
    """The user has a window of this library, which does not answer."""

    library: Path


@dataclass(eq=False)
class NotAFolderError(AppError):
    """A root is not a readable folder."""

    path: Path


@dataclass(eq=False)
class FolderGoneError(AppError):
    """A folder went while it was read: its drive or its card was disconnected."""

    path: Path


@dataclass(eq=False)
class UnknownRootError(AppError):
    """A folder is not one of the library's roots."""

    path: Path


@dataclass(eq=False)
class RootsOverlapError(AppError):
    """A root cannot be moved to a folder that contains, or lies in, another root."""

    path: Path
    other: Path


@dataclass(eq=False)
class DifferentPhotosError(AppError):
    """A root cannot be moved to a folder that holds only `found` of `looked_for` of its photos."""

    root: Path
    path: Path
    found: int
    looked_for: int


@dataclass(eq=False)
class InvalidPatternError(AppError):
    """A pattern does not have the syntax of .gitignore."""

    pattern: str


@dataclass(eq=False)
class UnknownPatternError(AppError):
    """A pattern is not one of those that the library excludes."""

    pattern: str


@dataclass(eq=False)
class NotFailedError(AppError):
    """A file cannot be retried: it did not fail, or its root is offline or paused."""

    path: Path


@dataclass(eq=False)
class WatchingUnavailableError(AppError):
    """The system does not report changes in folders."""

    detail: str


@dataclass(eq=False)
class ModelMismatchError(AppError):
    """The library's codes were made by another model than the one that runs."""

    library: Path
    library_model: str
    running_model: str


@dataclass(eq=False)
class NotIndexedError(AppError):
    """A photo has no code in the library."""

    path: Path


@dataclass(eq=False)
class ExportError(AppError):
    """A file cannot be written for the user."""

    path: Path
    detail: str


@dataclass(eq=False)
class OutputError(AppError):
    """Standard output cannot be written: it is closed, or its disk is full. `number`: errno."""

    number: int
    detail: str


@dataclass(eq=False)
class SettingsError(AppError):
    """A settings file holds something that cannot be used, or cannot be read or written."""

    path: Path
    detail: str


@dataclass(eq=False)
class JobCrashedError(AppError):
    """A child process ended without reporting how. `error_output`: the end of its stderr."""

    exit_code: int
    error_output: str


@dataclass(eq=False)
class UnknownModelError(AppError):
    """The library has no model of this id."""

    model_id: str


@dataclass(eq=False)
class ModelInUseError(AppError):
    """A model cannot be deleted: it is in use, or came with the program."""

    model_id: str


@dataclass(eq=False)
class RetrainingBusyError(AppError):
    """A retraining of this library is already running."""

    library: Path


@dataclass(eq=False)
class RetrainingStoppedError(AppError):
    """Another process has requested the retraining of this library to stop."""

    library: Path


@dataclass(eq=False)
class OwnBackboneError(AppError):
    """A thorough training cannot start from this model: its encoder is one of the user's own."""

    model_id: str


@dataclass(eq=False)
class TooFewError(AppError):
    """There are `photos` of the `needed`."""

    photos: int
    needed: int


@dataclass(eq=False)
class TooFewPhotosError(TooFewError):
    """There are too few photos to learn from."""


@dataclass(eq=False)
class TooFewToCompareError(TooFewError):
    """A library is too small to compare two models."""


@dataclass(eq=False)
class TooLittleMemoryError(AppError):
    """Training needs more memory than is free."""

    needed_mb: int
    free_mb: int


@dataclass(eq=False)
class TooLittleDiskError(AppError):
    """Training needs more space on the library's disk than is free."""

    library: Path
    needed_mb: int
    free_mb: int


@dataclass(eq=False)
class TrainingFailedError(AppError):
    """A training failed; `detail` says why, in English."""

    detail: str
