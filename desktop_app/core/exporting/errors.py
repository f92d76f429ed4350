"""Why photos cannot be handed over to another engine, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop_app.core.base.errors import AppError, UnusableFileError


class TargetProblem(StrEnum):
    """Why nothing can be written to a place."""

    EXISTS = "exists"


@dataclass(eq=False)
class TargetError(UnusableFileError):
    """Nothing is written to `path`."""

    problem: TargetProblem


class TableProblem(StrEnum):
    """Why photos cannot be written to a database."""

    UNREACHABLE = "unreachable"
    NO_PGVECTOR = "no_pgvector"
    EXISTS = "exists"
    REFUSED = "refused"


@dataclass(eq=False)
class TableError(AppError):
    """No photos are written to a table, and the database is as before."""

    problem: TableProblem
    table: str
    detail: str = ""


@dataclass(eq=False)
class ExportPackageError(AppError):
    """A package that an export needs is not installed; the extra has it."""

    package: str
    extra: str


@dataclass(eq=False)
class CodeLengthError(AppError):
    """The codes in a file are of another length than those before: of another model."""

    path: Path
    bits: int
    expected_bits: int
