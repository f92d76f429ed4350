"""The English text of errors, one table entry for each kind, and of comparisons of models.

Each error message names the file and the remedy; {names} stand for the data of the error. The
window translates the same templates (ui/kit/messages.py). The core itself contains no messages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from desktop_app.core.base.errors import (
    AppError,
    BundleError,
    BundleProblem,
    DifferentPhotosError,
    ExportError,
    ImportBusyError,
    IncomparableModelsError,
    InstallFailedError,
    JobCrashedError,
    LibraryBusyError,
    LibraryDamagedError,
    LibraryTooNewError,
    LibraryUnwritableError,
    ModelInUseError,
    ModelMismatchError,
    NotAFolderError,
    NotFailedError,
    NotIndexedError,
    PhotoError,
    PhotoProblem,
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
    UnknownModelError,
    UnknownRootError,
    WatchingUnavailableError,
)
from desktop_app.core.comparison.verdict import Retention, Verdict

# Why a photo cannot be indexed or opened.
PHOTO_PROBLEMS = {
    PhotoProblem.EMPTY_FILE: "{path} is empty; copy the photo again from where it came.",
    PhotoProblem.NOT_A_PICTURE: "{path} is not a picture.",
    PhotoProblem.HIDDEN: "{path} is a hidden file; rename it to have it indexed.",
    PhotoProblem.UNSUPPORTED_FORMAT: (
        "{path} is of a format that is not read; save it as JPEG, PNG or TIFF."
    ),
    PhotoProblem.UNDECODABLE: (
        "{path} is damaged and cannot be decoded; copy it again from where it came."
    ),
    PhotoProblem.TRUNCATED: "{path} is cut short; copy it again from where it came.",
    PhotoProblem.TOO_MANY_PIXELS: (
        "{path} claims {detail} pixels, more than can be decoded safely; save a smaller copy."
    ),
    PhotoProblem.TOO_SMALL: "{path} is too small to be a photo ({detail} pixels).",
    PhotoProblem.NO_RAW_PREVIEW: (
        "{path} is a RAW file without a readable preview; export it as JPEG or DNG."
    ),
    PhotoProblem.UNREADABLE: "{path} cannot be read ({detail}); check its permissions.",
    PhotoProblem.VANISHED: "{path} is not there; it was moved or deleted.",
    PhotoProblem.CRASHES_DECODER: (
        "{path} makes the picture decoder crash and is left out; save it again in another program."
    ),
}

# Why a model cannot be used.
BUNDLE_PROBLEMS = {
    BundleProblem.MISSING_FILE: (
        "The model in {folder} lacks {detail}; get it again from where it came."
    ),
    BundleProblem.BAD_MANIFEST: (
        "The description of the model in {folder} is not valid ({detail}); get it again from where"
        " it came."
    ),
    BundleProblem.NEWER_FORMAT: (
        "The model in {folder} needs a newer version of Lookalike; update the program."
    ),
    BundleProblem.HASH_MISMATCH: (
        "{detail} of the model in {folder} was changed or damaged; get it again from where it came."
    ),
    BundleProblem.TOO_LARGE: (
        "{detail} of the model in {folder} is too large to be a model's; get it again from where it"
        " came."
    ),
    BundleProblem.WRONG_SHAPES: (
        "The network in {folder} does not fit its description; get it again from where it came."
    ),
    BundleProblem.NOT_RUNNABLE: (
        "The network in {folder} cannot be run ({detail}); get it again from where it came."
    ),
    BundleProblem.UNREADABLE: "{folder} cannot be read ({detail}); check its name and permissions.",
    BundleProblem.NOT_A_MODEL_FILE: (
        "{folder} is not a model's file, or is damaged ({detail}); export the model again where it"
        " came from."
    ),
    BundleProblem.UNEXPECTED_FILE: (
        "{folder} holds what does not belong to a model ({detail}); export the model again where it"
        " came from."
    ),
    BundleProblem.FORBIDDEN_NETWORK: (
        "A network in {folder} is not made as Lookalike makes them ({detail}) and was not run; use"
        " models that Lookalike exported only."
    ),
    BundleProblem.BAD_MEMORY: (
        "memory.npy of the model in {folder} is not a table of descriptors ({detail}); get it again"
        " from where it came."
    ),
    BundleProblem.WRONG_ANSWERS: (
        "A network in {folder} gives answers that no model gives ({detail}); get it again from"
        " where it came."
    ),
}

# All other errors.
ERRORS: dict[type[AppError], str] = {
    ImportBusyError: (
        "Another model is being imported into the library {library}; wait until that is done."
    ),
    LibraryBusyError: (
        "Another process is changing the library {library}; wait until it has finished."
    ),
    LibraryDamagedError: (
        "The library {library} is damaged ({detail}); move its folder away and index again:"
        " your photos are not touched."
    ),
    LibraryTooNewError: (
        "The library {library} was written by a newer version of Lookalike; update the program."
    ),
    LibraryUnwritableError: (
        "The library {library} cannot be written ({detail}); check the free space and the"
        " permissions of its folder."
    ),
    NotAFolderError: "{path} is not a folder that can be read; check its name and permissions.",
    UnknownRootError: (
        "{path} is not one of the library's folders; 'lookalike roots' lists those that are."
    ),
    RootsOverlapError: (
        "{path} and the library's folder {other} lie one in the other; choose a folder apart."
    ),
    DifferentPhotosError: (
        "{path} does not hold the photos of {root}: of {looked_for} that were looked for, {found}"
        " are there; choose the folder to which {root} was moved. Nothing was changed."
    ),
    NotFailedError: (
        "{path} is not among the photos that failed, or its folder is offline or paused;"
        " 'lookalike failures' lists them."
    ),
    WatchingUnavailableError: (
        "New photos are not noticed by themselves ({detail}); a rescan (F5) finds them."
    ),
    ModelMismatchError: (
        "The library {library} has codes of the model {library_model}, but {running_model} is"
        " running; index the library once to bring its codes up to date."
    ),
    NotIndexedError: "{path} is not in the library; index its folder first.",
    ExportError: ("{path} cannot be written ({detail}); choose another place, or make room there."),
    SettingsError: "The settings in {path} cannot be used ({detail}); correct or delete the file.",
    UnknownModelError: (
        "The library has no model {model_id}; 'lookalike model list' names those that it has."
    ),
    ModelInUseError: (
        "The model {model_id} is in use or came with the program, and stays; use another one first."
    ),
    IncomparableModelsError: (
        "The model {model_id} looks at photos in another way than {in_use}, which is in use, so the"
        " two cannot be compared without reading every photo again; 'lookalike model use' does"
        " that, and takes it back."
    ),
    TooFewToCompareError: (
        "To tell two models apart takes {needed} photos or more, and the library has {photos};"
        " index more first."
    ),
    RetrainingBusyError: (
        "A retraining of the library {library} is running already; wait for it, or stop it first."
    ),
    RetrainingStoppedError: (
        "The retraining of the library {library} was stopped from another place; what was learned"
        " is kept, and asked for the same again, it goes on from there."
    ),
    TrainingUnavailableError: (
        "Training needs a component that is not installed ({missing}); 'pip install"
        ' "lookalike[train]"\' adds it.'
    ),
    TooFewPhotosError: (
        "A model learns from {needed} photos or more, and here are {photos}; choose more of them,"
        " or index more first."
    ),
    TooLittleMemoryError: (
        "Training needs {needed_mb} MB of memory, and {free_mb} MB are free; close other programs,"
        " or learn without previews."
    ),
    TooLittleDiskError: (
        "Training needs {needed_mb} MB on the disk of {library}, and {free_mb} MB are free; make"
        " room there, or learn without previews."
    ),
    TrainingFailedError: "The training ended without a model: {detail}",
    InstallFailedError: (
        "The training component could not be installed ({detail}); check the network and the free"
        " space, and try again."
    ),
    JobCrashedError: (
        "The work ended unexpectedly (exit code {exit_code}); nothing is lost: start it again."
    ),
}

# What is measured of two models, by its name in a Comparison; the one that counts comes first.
MEASURES = {
    "relatives": "Relatives found",
    "copies": "Edited copies found",
    "foreign": "Photos from elsewhere",
    "neighbours": "Lookalikes kept",
    "unique": "Codes of their own",
}

# What a comparison recommends, by its figures, and where the user's votes have decided.
VERDICTS = {
    Verdict.BETTER: "The new model finds more of what belongs together in this library: use it.",
    Verdict.FORGETS: (
        "The new model finds more of what belongs together in this library, but photos from"
        " elsewhere clearly worse: use it if you search with photos of this library."
    ),
    Verdict.ALIKE: (
        "The new model does not clearly find more of what belongs together in this library: keep"
        " the one that is in use."
    ),
    Verdict.WORSE: "All in all, the new model is worse: keep the one that is in use.",
}
VOTED_VERDICTS = {
    Verdict.BETTER: "By your votes, the new model is better here: use it.",
    Verdict.FORGETS: (
        "By your votes, the new model is better here, but it finds photos from elsewhere clearly"
        " worse: use it if you search with photos of this library."
    ),
    Verdict.WORSE: "By your votes, the model that is in use is better here: keep it.",
}

# What the new model must not lose, and whether it does; `share` is in percent.
COPIES_KEPT = {
    Retention.UNCHANGED: "Edited copies are found as well as before.",
    Retention.LESS: "Of the edited copies that were found, it loses {share} %.",
    Retention.LOST: "Of the edited copies that were found, it loses {share} %, which is too much.",
    Retention.UNKNOWN: "Whether edited copies are still found could not be measured.",
}
FOREIGN_KEPT = {
    Retention.UNCHANGED: "Photos from elsewhere are found as well as before.",
    Retention.LESS: "Photos from elsewhere are found {share} % worse.",
    Retention.LOST: "Photos from elsewhere are found {share} % worse, which is much.",
    Retention.UNKNOWN: "Whether photos from elsewhere are still found could not be measured.",
}


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
    return [text for group in groups for text in group.values()]


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


def printable(text: str) -> str:
    """Replace what a terminal or window cannot show: file names need not be UTF-8."""
    return text.encode("utf-8", "replace").decode()
