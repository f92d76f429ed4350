"""Texts about the names of files."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.core.files.file_names import NameProblem


def problem_text(problem: NameProblem) -> str:
    """Return why a file cannot have a name, as a sentence."""
    return {
        NameProblem.EMPTY: _tr("A name needs at least one character."),
        NameProblem.FORBIDDEN: _tr("The name contains a character that file names cannot have."),
        NameProblem.TOO_LONG: _tr("The name is too long."),
        NameProblem.RESERVED: _tr("This name is reserved by Windows."),
        NameProblem.HIDDEN: _tr("Files whose names begin with a dot are hidden."),
        NameProblem.TAKEN: _tr("Another file has this name."),
    }[problem]


def _tr(text: str) -> str:
    return QCoreApplication.translate("rename_text", text)
