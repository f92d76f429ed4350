"""Translated texts of errors and warnings, and paths for display."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from desktop_app.core.archive_storage import addresses
from desktop_app.core.base.errors import AppError, JobCrashedError, PhotoError, PhotoProblem
from desktop_app.sentences.errors import error_template, error_values
from desktop_app.sentences.libraries import RECOVERED
from desktop_app.sentences.values import printable
from desktop_app.ui.kit.direction import isolated_name, isolated_path

if TYPE_CHECKING:
    from desktop_app.core.care.restore import Restored


def message(error: AppError) -> str:
    """Return the text of an error, in the current language and with '~' for the user's home."""
    paths = {
        name: shown_folder(value) for name, value in vars(error).items() if isinstance(value, Path)
    }
    return sentence(error_template(error)).format_map(error_values(error) | paths)


def recovered_message(restored: Restored) -> str:
    """Return the text about a damaged library that was opened from its backup."""
    made_at = QDateTime.fromSecsSinceEpoch(int(restored.made_at.timestamp()))
    time = QLocale().toString(made_at, QLocale.FormatType.ShortFormat)
    library, aside = shown_folder(restored.library), shown_folder(restored.aside)
    return sentence(RECOVERED).format(library=library, time=time, aside=aside)


def sentence(template: str) -> str:
    """A template of `sentences` in the current language."""
    return QCoreApplication.translate("sentences", template)


def error_output(error: AppError) -> str:
    """The last output of a process that crashed; empty for other errors."""
    return error.error_output if isinstance(error, JobCrashedError) else ""


def vanished(path: Path) -> PhotoError:
    """The error of a file that has disappeared."""
    return PhotoError(path, PhotoProblem.VANISHED)


def disconnected(path: Path) -> str:
    """Return the text for a file that cannot be opened because its drive is not connected."""
    gone = [folder for folder in path.parents if not folder.exists()]
    text = _tr("{name} cannot be opened because {folder} is disconnected. Connect its drive first.")
    folder = gone[-1] if gone else path.parent
    return text.format(name=shown_name(path), folder=shown_folder(folder))


def not_shown(shown: str) -> str:
    """Return the text for a path, as displayed, that no file manager could show."""
    return _tr("{path} cannot be shown because no file manager is available.").format(path=shown)


def shown_path(path: Path) -> str:
    """A path, or the address that it stands for, as text that Qt can display; file names need not
    be UTF-8.
    """
    return isolated_path(printable(addresses.shown_path(path)))


def shown_folder(path: Path) -> str:
    """As `shown_path`, with '~' for the user's home."""
    if not path.is_relative_to(Path.home()):
        return shown_path(path)
    return shown_path(Path("~") / path.relative_to(Path.home()))


def shown_name(path: Path) -> str:
    return isolated_name(printable(path.name or str(path)))


def breakable(text: str) -> str:
    """Allow line breaks after each part of a path or file name, which have no blanks."""
    for mark in "/\\_-.":
        text = text.replace(mark, f"{mark}\u200b")
    return text


def _tr(text: str) -> str:
    return QCoreApplication.translate("messages", text)


def code_warning() -> str:
    """The warning that is shown wherever a code can be copied or exported."""
    return _tr("A code partly reveals its picture. Share it as carefully as the picture itself.")
