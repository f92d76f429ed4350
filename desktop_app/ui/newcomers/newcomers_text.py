"""The words of the check of a folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop_app.core.base.errors import PhotoError
from desktop_app.core.jobs.duplicate_events import NewcomerChecked, Standing
from desktop_app.core.jobs.job_output import Cancelled, Failed
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.messages import message, shown_folder, shown_name
from desktop_app.ui.kit.text_fitting import shortened_name
from desktop_app.ui.newcomers.newcomer_check import NewcomerCheck

_NAME_CHARACTERS = 20


def standing_title(standing: Standing) -> str:
    return {
        Standing.NEW: _tr("New"),
        Standing.KNOWN: _tr("Known"),
        Standing.BETTER: _tr("Better"),
        Standing.UNREADABLE: _tr("Unreadable"),
    }[standing]


def standing_hint(standing: Standing) -> str:
    return {
        Standing.NEW: _tr("The library does not have these photos."),
        Standing.KNOWN: _tr("The library has these photos, in the same size or larger."),
        Standing.BETTER: _tr("The library has these photos, but with fewer pixels."),
        Standing.UNREADABLE: _tr("These files cannot be read."),
    }[standing]


def none_text(standing: Standing) -> str:
    """Return what is shown in the place of an empty list."""
    return {
        Standing.NEW: _tr("No new photos"),
        Standing.KNOWN: _tr("No known photos"),
        Standing.BETTER: _tr("No photos with more pixels than in the library"),
        Standing.UNREADABLE: _tr("No unreadable files"),
    }[standing]


def ending_text(check: NewcomerCheck) -> str:
    """Return how a check has ended."""
    match check.outcome:
        case Failed(error=error):
            return message(error)
        case Cancelled() if not check.progress.done:
            return _tr("Stopped.")
        case Cancelled():
            text = _tr("Stopped after {done} of {files}.")
            done, total = check.progress.done, check.progress.total
            return text.format(done=numbers.counted(done), files=numbers.files(total))
    is_one = len(check.folders) == 1
    if not check.count:
        one, several = _tr("This folder contains no photos."), _tr("These folders have no photos.")
        return one if is_one else several
    if len(check.photos[Standing.KNOWN]) == check.count:
        one = _tr("The library has all photos of this folder.")
        return one if is_one else _tr("The library has all photos of these folders.")
    return _tr("{photos} checked.").format(photos=numbers.photos(check.count))


def known_text(photo: NewcomerChecked) -> str:
    """Return where the known photo is, or why a file cannot be read; empty for new photos."""
    if photo.problem is not None:
        name = shortened_name(photo.path.name, _NAME_CHARACTERS, len)  # the row has it already
        return _problem_text(photo, name)
    return shown_folder(photo.known) if photo.known else ""


def known_hint(photo: NewcomerChecked) -> str:
    """As `known_text`, with how the photo is known."""
    if photo.known is None:
        return _problem_text(photo, photo.path.name) if photo.problem else ""
    kind = _tr("Identical file: {path}") if photo.is_identical else _tr("Same photo: {path}")
    return kind.format(path=shown_folder(photo.known))


def _problem_text(photo: NewcomerChecked, name: str) -> str:
    assert photo.problem is not None
    return message(PhotoError(Path(name), photo.problem, photo.detail))


def copied_text(folder: str) -> str:
    return _tr("Copied to {folder}").format(folder=folder)


def copy_text(count: int) -> str:
    """Return the label of the button that copies so many photos."""
    if not count:
        return _tr("Copy new photos to…")
    return _tr("Copy {photos} to…").format(photos=numbers.photos(count))


def inside_text(folder: Path) -> str:
    """Return why photos are not copied into the folder that they are in."""
    text = _tr("Choose a folder outside of “{folder}”, which the photos are in already.")
    return text.format(folder=shown_name(folder))


def _tr(text: str) -> str:
    return QCoreApplication.translate("newcomers", text)
