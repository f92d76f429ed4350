"""What is wrong with an export to another engine; only the command line shows these."""

from __future__ import annotations

from desktop_app.core.base.errors import AppError
from desktop_app.core.exporting.errors import (
    CodeLengthError,
    ExportPackageError,
    TargetProblem,
)

TARGET_PROBLEMS = {
    TargetProblem.EXISTS: (
        "{path} is there already, and nothing is overwritten. Choose another name, or delete it"
        " first."
    ),
}

EXPORTING_ERRORS: dict[type[AppError], str] = {
    ExportPackageError: (
        "This export needs the package {package}. Run 'pip install \"lookalike[{extra}]\"' to add"
        " it."
    ),
    CodeLengthError: (
        "{path} has codes of {bits} bits, others have {expected_bits}: two models made them, and"
        " their codes cannot be compared. Delete the file, and index the manifest again: only what"
        " is missing is read."
    ),
}
