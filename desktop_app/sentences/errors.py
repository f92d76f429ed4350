"""The English text of each kind of error: it names the file and the remedy."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from desktop_app.core.archive.errors import ArchiveError
from desktop_app.core.archive_storage.addresses import shown_path
from desktop_app.core.archive_storage.errors import AddressError
from desktop_app.core.base.errors import (
    AppError,
    BackupDamagedError,
    BundleError,
    BundleProblem,
    DifferentPhotosError,
    ExportError,
    FolderGoneError,
    ImportBusyError,
    InvalidPatternError,
    JobCrashedError,
    LibraryBusyError,
    LibraryDamagedError,
    LibraryReadOnlyError,
    LibraryTooNewError,
    LibraryUnwritableError,
    LinkedEntryError,
    ModelInUseError,
    ModelMismatchError,
    NoBackupError,
    NoLibraryError,
    NoOwnLibraryError,
    NotAFolderError,
    NotFailedError,
    NotIndexedError,
    OutputError,
    OwnBackboneError,
    PhotoError,
    PhotoProblem,
    ReadingCancelledError,
    RetrainingBusyError,
    RetrainingStoppedError,
    RootsOverlapError,
    SettingsError,
    TooFewPhotosError,
    TooFewToCompareError,
    TooLittleDiskError,
    TooLittleMemoryError,
    TrainingFailedError,
    UnknownBackupError,
    UnknownModelError,
    UnknownPatternError,
    UnknownRootError,
    WatchingUnavailableError,
    WindowUnreachableError,
)
from desktop_app.core.building.errors import BuildError, TooFewToBuildError
from desktop_app.core.exporting.errors import TableError, TargetError
from desktop_app.core.models.code_length import CodeTooLongError
from desktop_app.core.models.component_errors import (
    ComponentInUseError,
    ComponentNotRemovedError,
    ComponentOfPipError,
    InstallFailedError,
    TrainingUnavailableError,
)
from desktop_app.core.words.errors import WordsError
from desktop_app.sentences.archives import ADDRESS_PROBLEMS, ARCHIVE_PROBLEMS, CLUSTER_ERRORS
from desktop_app.sentences.building import BUILD_PROBLEMS
from desktop_app.sentences.exporting import EXPORTING_ERRORS, TABLE_PROBLEMS, TARGET_PROBLEMS
from desktop_app.sentences.values import printable
from desktop_app.sentences.words import WORDS_PROBLEMS

# Why a photo cannot be indexed or opened.
PHOTO_PROBLEMS = {
    PhotoProblem.EMPTY_FILE: "{path} is empty. Copy the photo again from its source.",
    PhotoProblem.ZEROS: "{path} contains zeros instead of a photo. Copy it again from its source.",
    PhotoProblem.WEB_PAGE: (
        "{path} is a web page, although it is named like a photo. Download the photo again."
    ),
    PhotoProblem.NO_PHOTO: (
        "{path} is named like a photo but contains none. Copy the photo again from its source."
    ),
    PhotoProblem.NOT_A_PICTURE: "{path} is not a picture.",
    PhotoProblem.HIDDEN: "{path} is a hidden file. Rename it to index it.",
    PhotoProblem.UNSUPPORTED_FORMAT: (
        "{path} has the format {detail}, which Lookalike does not read. Save it as JPEG, PNG"
        " or TIFF."
    ),
    PhotoProblem.UNDECODABLE: (
        "{path} is damaged and cannot be decoded. Copy it again from its source."
    ),
    PhotoProblem.TRUNCATED: "{path} is incomplete. Copy it again from its source.",
    PhotoProblem.TOO_MANY_PIXELS: (
        "{path} has {detail} pixels, more than can be decoded safely. Save a smaller copy."
    ),
    PhotoProblem.TOO_SMALL: "{path} is too small to be a photo ({detail} pixels).",
    PhotoProblem.NO_RAW_PREVIEW: (
        "{path} is a RAW file without a readable preview. Export it as JPEG or DNG."
    ),
    PhotoProblem.UNREADABLE: "{path} cannot be read ({detail}). Check its permissions.",
    PhotoProblem.FOLDER: "{path} is a folder. Choose a picture in it.",
    PhotoProblem.SPECIAL_FILE: "{path} is a device or another special file, not a picture.",
    PhotoProblem.LINK: (
        "{detail} is a link. Lookalike does not open links; save the picture first."
    ),
    PhotoProblem.NO_INPUT: (
        "{path} is empty. Send a picture, as in 'lookalike search - < beach.jpg'."
    ),
    PhotoProblem.TOO_MUCH_INPUT: "{path} is longer than {detail} MB. Save it to a file.",
    PhotoProblem.VANISHED: "{path} does not exist. It may have been moved or deleted.",
    PhotoProblem.CRASHES_DECODER: (
        "{path} crashes the picture decoder and is skipped. Save it again in another program."
    ),
    PhotoProblem.UNEXPECTED: (
        "{path} was skipped because of an unexpected error ({detail}). Please report it."
    ),
    PhotoProblem.TOO_SLOW: (
        "{path} takes too long to decode and is skipped. Save it again in another program."
    ),
    PhotoProblem.TOO_MUCH_MEMORY: (
        "{path} needs too much memory and is skipped. Save a smaller copy."
    ),
    PhotoProblem.TOO_LARGE: "{path} is too large for a photo ({detail} GB).",
    PhotoProblem.NO_CODE: (
        "The model {detail} cannot compute a code of {path}. Switch to another model."
    ),
}

# Why a model cannot be used.
BUNDLE_PROBLEMS = {
    BundleProblem.MISSING_FILE: (
        "The model in {folder} lacks {detail}. Get it again from its source."
    ),
    BundleProblem.BAD_MANIFEST: (
        "The description of the model in {folder} is not valid ({detail}). Get it again"
        " from its source."
    ),
    BundleProblem.NEWER_FORMAT: (
        "The model in {folder} needs a newer version of Lookalike. Update the program."
    ),
    BundleProblem.HASH_MISMATCH: (
        "{detail} of the model in {folder} was changed or damaged. Get it again from its source."
    ),
    BundleProblem.TOO_LARGE: (
        "{detail} of the model in {folder} is too large. Get it again from its source."
    ),
    BundleProblem.WRONG_SHAPES: (
        "The network in {folder} does not match its description. Get it again from its source."
    ),
    BundleProblem.NOT_RUNNABLE: (
        "The network in {folder} cannot be run ({detail}). Get it again from its source."
    ),
    BundleProblem.UNREADABLE: "{folder} cannot be read ({detail}). Check its name and permissions.",
    BundleProblem.NOT_A_MODEL_FILE: (
        "{folder} is not a model file or is damaged ({detail}). Export the model again"
        " from its source."
    ),
    BundleProblem.UNEXPECTED_FILE: (
        "{folder} contains files that do not belong to a model ({detail}). Export the"
        " model again from its source."
    ),
    BundleProblem.FORBIDDEN_NETWORK: (
        "A network in {folder} is not of the kind that Lookalike exports ({detail}) and"
        " was not run. Use only models that Lookalike exported."
    ),
    BundleProblem.BAD_MEMORY: (
        "memory.npy of the model in {folder} is not a table of descriptors ({detail}). Get"
        " it again from its source."
    ),
    BundleProblem.WRONG_ANSWERS: (
        "A network in {folder} gives invalid results ({detail}). Get it again from its source."
    ),
}

# All other errors.
ERRORS: dict[type[AppError], str] = {
    ImportBusyError: (
        "Another model is being imported into the library {library}. Wait until it is finished."
    ),
    LibraryBusyError: (
        "Another process is changing the library {library}. Wait until it is finished."
    ),
    LibraryDamagedError: (
        "The library {library} is damaged ({detail}). Move its folder away and index"
        " again; your photos are not affected."
    ),
    NoBackupError: (
        "The library {library} has no backup that can be restored. 'lookalike library backup'"
        " makes one."
    ),
    UnknownBackupError: (
        "The library has no backup {name}. 'lookalike library backups' lists its backups."
    ),
    BackupDamagedError: (
        "The backup {backup} is damaged ({detail}). 'lookalike library backups' lists others."
    ),
    LibraryTooNewError: (
        "The library {library} was written by a newer version of Lookalike. Update the program."
    ),
    LibraryUnwritableError: (
        "The library {library} cannot be written ({detail}). Check the free space and the"
        " permissions of its folder."
    ),
    LinkedEntryError: (
        "{path} is a link, or not what Lookalike puts there. Inside a library, no link is followed:"
        " put the file or folder itself there, or delete the link."
    ),
    NoLibraryError: (
        "There is no library in {library}. Check the path. 'lookalike index FOLDER --library"
        " {library}' makes one."
    ),
    NoOwnLibraryError: "There is no library yet. Run 'lookalike index FOLDER' to make one.",
    LibraryReadOnlyError: (
        "The library {library} can only be read, so nothing in it can be changed. Copy it to a"
        " folder that you can write."
    ),
    WindowUnreachableError: (
        "The library {library} is open in another window, which does not answer. Close that"
        " window, on this computer or on another that uses this library, and try again."
    ),
    NotAFolderError: "{path} is not a readable folder. Check its name and permissions.",
    FolderGoneError: (
        "{path} is not there any more. Connect its drive or card again, and repeat the check."
    ),
    UnknownRootError: (
        "{path} is not a folder of the library. 'lookalike roots' lists its folders."
    ),
    RootsOverlapError: ("{path} and the library folder {other} overlap. Choose a separate folder."),
    DifferentPhotosError: (
        "{path} does not contain the photos of {root}: {found} of {looked_for} were found."
        " Choose the folder that {root} was moved to. Nothing was changed."
    ),
    InvalidPatternError: (
        "“{pattern}” is not a valid pattern. Use the syntax of .gitignore, such as *.tmp or"
        " Drafts/."
    ),
    UnknownPatternError: (
        "{pattern} is not among the patterns. 'lookalike exclude list' lists them."
    ),
    NotFailedError: (
        "{path} is not among the failed photos, or its folder is disconnected or paused."
        " 'lookalike failures' lists them."
    ),
    WatchingUnavailableError: (
        "Folders cannot be watched for new photos ({detail}). Rescan (F5) to find them."
    ),
    ModelMismatchError: (
        "The library {library} has codes of the model {library_model}, but {running_model}"
        " is running. Index the library to update its codes."
    ),
    ReadingCancelledError: "{path} is not read any more.",
    NotIndexedError: "{path} is not in the library. Index its folder first.",
    ExportError: ("{path} cannot be written ({detail}). Choose another place or free some space."),
    OutputError: "The output cannot be written ({detail}). Send it to another place.",
    SettingsError: "The settings in {path} cannot be used ({detail}). Correct or delete the file.",
    UnknownModelError: (
        "The library has no model {model_id}. 'lookalike model list' lists its models."
    ),
    ModelInUseError: (
        "The model {model_id} is in use or is the default model and cannot be deleted. Use"
        " another one first."
    ),
    TooFewToCompareError: (
        "Comparing models needs at least {needed} photos, and the library has {photos}."
        " Index more first."
    ),
    RetrainingBusyError: (
        "A retraining of the library {library} is already running. Wait for it or stop it first."
    ),
    RetrainingStoppedError: (
        "The retraining of the library {library} was stopped elsewhere. Its progress is"
        " kept; start it again with the same options to resume."
    ),
    OwnBackboneError: (
        "The model {model_id} has an image encoder of your own, which thorough training cannot"
        " continue. Train quickly, or switch to another model first."
    ),
    CodeTooLongError: (
        "Codes of {bits} bits cannot be made with the model in use, which describes each photo by"
        " {numbers} numbers. Choose {longest} bits, or switch to another model first."
    ),
    TrainingUnavailableError: (
        "Training needs a component that is not installed ({missing}). To add it, run:"
        " {command} (a download of about {download_gb} GB, which takes {disk_gb} GB on disk)."
        " Or train quickly, which needs none (--quick)."
    ),
    TooFewPhotosError: (
        "Training needs at least {needed} photos, and there are {photos}. Choose or index more."
    ),
    TooFewToBuildError: (
        "Building a model needs at least {needed} photos, and {folder} has {photos} that can be"
        " read ({broken} cannot). Choose a folder with more; 2,000 photos of all kinds are better."
    ),
    TooLittleMemoryError: (
        "Training needs {needed_mb} MB of memory, and {free_mb} MB are free. Close other"
        " programs or train without previews."
    ),
    TooLittleDiskError: (
        "Training needs {needed_mb} MB on the disk of {library}, and {free_mb} MB are"
        " free. Free some space or train without previews."
    ),
    TrainingFailedError: "Training failed: {detail}",
    InstallFailedError: (
        "The training component could not be installed ({detail}). Check the network and"
        " the free space, and try again."
    ),
    ComponentInUseError: (
        "The training component cannot be removed while a training or its installation runs. Wait"
        " for its end, or stop it, and try again."
    ),
    ComponentNotRemovedError: (
        "The training component in {folder} cannot be deleted. Check that you may write there, and"
        " try again."
    ),
    ComponentOfPipError: (
        "The training component was installed with pip, beside other packages. To remove its"
        " largest part, run: {command}"
    ),
    JobCrashedError: (
        "The task ended unexpectedly (exit code {exit_code}). Nothing is lost; start it again."
    ),
}


def error_template(error: AppError) -> str:
    """Return the text of an error, with {names} for its data."""
    if isinstance(error, PhotoError):
        return PHOTO_PROBLEMS[error.problem]
    if isinstance(error, BundleError):
        return BUNDLE_PROBLEMS[error.problem]
    if isinstance(error, WordsError):
        return WORDS_PROBLEMS[error.problem]
    if isinstance(error, BuildError):
        return BUILD_PROBLEMS[error.problem]
    if isinstance(error, ArchiveError):
        return ARCHIVE_PROBLEMS[error.problem]
    if isinstance(error, AddressError):
        return ADDRESS_PROBLEMS[error.problem]
    if isinstance(error, TargetError):
        return TARGET_PROBLEMS[error.problem]
    if isinstance(error, TableError):
        return TABLE_PROBLEMS[error.problem]
    others = CLUSTER_ERRORS | EXPORTING_ERRORS
    return others.get(type(error)) or ERRORS[type(error)]


def error_values(error: AppError) -> dict[str, str]:
    """Return the data of an error as text, by the names in its template."""
    return {item.name: _text(getattr(error, item.name)) for item in fields(error)}  # type: ignore[arg-type]


def _text(value: object) -> str:
    return printable(shown_path(value) if isinstance(value, Path) else str(value))


def error_message(error: AppError) -> str:
    """Return the English message of an error."""
    return error_template(error).format_map(error_values(error))
