"""The English text of errors, one table entry for each kind, of comparisons, and of remarks.

Each error message names the file and the remedy; {names} stand for the data of the error. The
window translates the same templates (ui/kit/messages.py). The core itself contains no messages.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.core.base.errors import (
    AppError,
    BackupDamagedError,
    BundleError,
    BundleProblem,
    DifferentPhotosError,
    ExportError,
    ImportBusyError,
    IncomparableModelsError,
    InstallFailedError,
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
    TrainingUnavailableError,
    UnknownBackupError,
    UnknownModelError,
    UnknownPatternError,
    UnknownRootError,
    WatchingUnavailableError,
    WindowUnreachableError,
)
from desktop_app.core.care.findings import Problem
from desktop_app.core.comparison.verdict import Retention, Verdict

if TYPE_CHECKING:
    from desktop_app.core.care.restore import Restored

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
    IncomparableModelsError: (
        "The model {model_id} uses other features than the current model {in_use}, so the"
        " two cannot be compared without rereading every photo. 'lookalike model use'"
        " switches to it, and back."
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
    TrainingUnavailableError: (
        "Training needs a component that is not installed ({missing}). Run 'pip install"
        ' "lookalike[train]"\' to add it.'
    ),
    TooFewPhotosError: (
        "Training needs at least {needed} photos, and there are {photos}. Choose or index more."
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
    JobCrashedError: (
        "The task ended unexpectedly (exit code {exit_code}). Nothing is lost; start it again."
    ),
}

# What is measured of two models, by its name in a Comparison; the one that counts comes first.
MEASURES = {
    "relatives": "Related photos found",
    "copies": "Edited copies found",
    "foreign": "Photos from elsewhere",
    "neighbours": "Near-duplicates still found",
    "unique": "Unique codes",
}

# What a comparison recommends, by its figures, and where the user's votes have decided.
VERDICTS = {
    Verdict.BETTER: "The new model finds more related photos in this library. We recommend"
    " using it.",
    Verdict.FORGETS: (
        "The new model finds more related photos in this library but is clearly worse for"
        " photos from elsewhere. Use it if you search with photos of this library."
    ),
    Verdict.ALIKE: (
        "The new model does not clearly find more related photos in this library. We"
        " recommend keeping the current one."
    ),
    Verdict.WORSE: "Overall, the new model is worse. We recommend keeping the current one.",
}
VOTED_VERDICTS = {
    Verdict.BETTER: "You preferred the new model here. We recommend using it.",
    Verdict.FORGETS: (
        "You preferred the new model here, but it is clearly worse for photos from"
        " elsewhere. Use it if you search with photos of this library."
    ),
    Verdict.WORSE: "You preferred the current model here. We recommend keeping it.",
}

# What the new model must not lose, and whether it does; `share` is in percent.
COPIES_KEPT = {
    Retention.UNCHANGED: "Edited copies are found as well as before.",
    Retention.LESS: "It no longer finds {share} % of the edited copies that were found before.",
    Retention.LOST: "It no longer finds {share} % of the edited copies that were found"
    " before, which is too many.",
    Retention.UNKNOWN: "Finding edited copies could not be measured.",
}
FOREIGN_KEPT = {
    Retention.UNCHANGED: "Photos from elsewhere are found as well as before.",
    Retention.LESS: "Finding photos from elsewhere is {share} % worse.",
    Retention.LOST: "Finding photos from elsewhere is {share} % worse, which is a lot.",
    Retention.UNKNOWN: "Finding photos from elsewhere could not be measured.",
}

# A damaged library that was opened from its backup; {time} is when that was made.
RECOVERED = (
    "The library {library} was damaged. It was opened from its backup of {time}; the damaged file"
    " is kept in {aside}. Photos that were indexed since come back when you index again."
)

# What a check of a library finds; {count} is how often, {detail} the cause.
LIBRARY_PROBLEMS = {
    Problem.DAMAGED_CATALOGUE: "The catalogue is damaged ({detail}).",
    Problem.MISSING_MODEL: "The model in use, {detail}, is missing or damaged.",
    Problem.UNREADABLE_SEARCHES: "The saved searches cannot be read ({detail}).",
    Problem.DAMAGED_CODE_PAGES: "Damaged pages of codes: {count}.",
    Problem.MISSING_DESCRIPTORS: "Photos without a descriptor of the model in use: {count}.",
    Problem.ORPHAN_DESCRIPTORS: "Descriptors that belong to no photo: {count}.",
    Problem.MISSING_CODES: "Photos without a code: {count}.",
    Problem.WRONG_CODES: "Photos whose code differs from that of their descriptor: {count}.",
    Problem.WRONG_FLAGS: "Photos that are searched but missing, or the other way round: {count}.",
    Problem.ORPHAN_CODES: "Codes that belong to no photo: {count}.",
    Problem.DAMAGED_THUMBNAIL_FILE: "The file of thumbnails is damaged ({detail}).",
    Problem.MISSING_THUMBNAILS: "Photos without a thumbnail: {count}.",
    Problem.BROKEN_THUMBNAILS: "Broken thumbnails: {count}.",
    Problem.ORPHAN_THUMBNAILS: "Thumbnails that belong to no photo, and only take space: {count}.",
}

# What a repair has done about it.
MENDED = {
    Problem.DAMAGED_CATALOGUE: "The indexes of the catalogue were damaged and are written anew.",
    Problem.MISSING_MODEL: "The model in use was copied from a backup.",
    Problem.UNREADABLE_SEARCHES: (
        "The saved searches could not be read and were taken from a backup, if there is one."
    ),
    Problem.DAMAGED_CODE_PAGES: "Damaged pages of codes that were made anew: {count}.",
    Problem.MISSING_DESCRIPTORS: "Photos without a descriptor that were read again: {count}.",
    Problem.ORPHAN_DESCRIPTORS: "Descriptors of no photo that were removed: {count}.",
    Problem.MISSING_CODES: "Missing codes that were computed: {count}.",
    Problem.WRONG_CODES: "Wrong codes that were computed again: {count}.",
    Problem.WRONG_FLAGS: "Photos that were searched but missing, or the other way round: {count}.",
    Problem.ORPHAN_CODES: "Codes of no photo that were removed: {count}.",
    Problem.DAMAGED_THUMBNAIL_FILE: "The file of thumbnails was damaged and is made anew.",
    Problem.MISSING_THUMBNAILS: "Photos that were read again for their thumbnail: {count}.",
    Problem.BROKEN_THUMBNAILS: "Broken thumbnails that were removed: {count}.",
    Problem.ORPHAN_THUMBNAILS: "Thumbnails of no photo that were removed: {count}.",
}

# About folders of the library whose disk is not there; {folders} are their names.
FOLDERS_DISCONNECTED = "{folders} is disconnected; its photos stay searchable."

# About folders and files that a scan could not look at.
CANNOT_BE_READ = "{folders} cannot be read. Check its permissions."
LIES_TOO_DEEP = "{folders} lies too deep to be read: its path is too long. Move it up."
_LONGEST_PATH = 4090  # of Linux, less a name


def unreadable_template(path: Path) -> str:
    """Return the text about a folder or a file that a scan could not look at."""
    return LIES_TOO_DEEP if len(os.fsencode(path)) >= _LONGEST_PATH else CANNOT_BE_READ


def all_templates() -> list[str]:
    """Return every template and text of this module, for translation."""
    groups: tuple[Mapping[Any, str], ...] = (
        PHOTO_PROBLEMS,
        BUNDLE_PROBLEMS,
        ERRORS,
        MEASURES,
        VERDICTS,
        VOTED_VERDICTS,
        COPIES_KEPT,
        FOREIGN_KEPT,
    )
    others = [RECOVERED, FOLDERS_DISCONNECTED, CANNOT_BE_READ, LIES_TOO_DEEP]
    return [*others, *(text for group in groups for text in group.values())]


def error_template(error: AppError) -> str:
    """Return the text of an error, with {names} for its data."""
    if isinstance(error, PhotoError):
        return PHOTO_PROBLEMS[error.problem]
    if isinstance(error, BundleError):
        return BUNDLE_PROBLEMS[error.problem]
    return ERRORS[type(error)]


def error_values(error: AppError) -> dict[str, str]:
    """Return the data of an error as text, by the names in its template."""
    return {item.name: printable(str(getattr(error, item.name))) for item in fields(error)}  # type: ignore[arg-type]


def error_message(error: AppError) -> str:
    """Return the English message of an error."""
    return error_template(error).format_map(error_values(error))


def recovered_message(restored: Restored) -> str:
    """Return the English sentence about a damaged library that was opened from its backup."""
    values = {name: printable(str(value)) for name, value in vars(restored).items()}
    return RECOVERED.format(time=local_time(restored.made_at), **values)


def local_time(moment: datetime) -> str:
    """Return a moment as people write it, to the minute, in the local time zone."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def printable(text: str) -> str:
    """Replace what a terminal or window cannot show: file names need not be UTF-8."""
    return text.encode("utf-8", "replace").decode()
