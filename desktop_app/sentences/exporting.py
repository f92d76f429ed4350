"""What is wrong with an export to another engine; only the command line shows these."""

from __future__ import annotations

from desktop_app.core.base.errors import AppError
from desktop_app.core.exporting.errors import (
    CodeLengthError,
    ExportPackageError,
    TableProblem,
    TargetProblem,
)

TARGET_PROBLEMS = {
    TargetProblem.EXISTS: (
        "{path} is there already, and nothing is overwritten. Choose another name, or delete it"
        " first."
    ),
}

TABLE_PROBLEMS = {
    TableProblem.UNREACHABLE: (
        "The database cannot be opened ({detail}). An address such as"
        " postgresql://USER@HOST/DATABASE is needed, and a server that is running."
    ),
    TableProblem.NO_PGVECTOR: (
        "The database has no pgvector 0.7 or newer ({detail}). Install it on the server, and let"
        " an administrator of the database run: CREATE EXTENSION vector"
    ),
    TableProblem.EXISTS: (
        "The table {table} is there already, and nothing is overwritten. Choose another name with"
        " --table, or drop it first."
    ),
    TableProblem.REFUSED: (
        "The database did not take the photos ({detail}). It is as it was before; correct this,"
        " and export again."
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
