"""What was done with photos, and is being done, as sentences."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop_app.core.files.file_moves import NotPlaced
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.messages import shown_folder, shown_path

_MOST_DETAILS = 20


class Act(Enum):
    """What a thread does with files."""

    TRASH = auto()
    MOVE = auto()
    COPY = auto()
    UNDO = auto()
    EXPORT = auto()


def busy_words(act: Act, done: int, total: int) -> str:
    """'Moving to the trash: 1,200 of 10,000'."""
    text = {
        Act.TRASH: _tr("Moving to the trash: {done} of {total}"),
        Act.MOVE: _tr("Moving: {done} of {total}"),
        Act.COPY: _tr("Copying: {done} of {total}"),
        Act.UNDO: _tr("Putting back: {done} of {total}"),
        Act.EXPORT: _tr("Exporting: {done} of {total}"),
    }[act]
    return text.format(done=numbers.counted(done), total=numbers.counted(total))


def done_words(act: Act, count: int, place: Path | None) -> str:
    """'12 photos moved to ~/Pictures/Best'."""
    text = {
        Act.TRASH: _tr("{photos} moved to the trash."),
        Act.MOVE: _tr("{photos} moved to {place}."),
        Act.COPY: _tr("{photos} copied to {place}."),
        Act.UNDO: _tr("{photos} put back."),
        Act.EXPORT: _tr("{photos} exported to {place}."),
    }[act]
    return text.format(photos=numbers.photos(count), place=shown_folder(place) if place else "")


def failed_words(act: Act, failed: list[NotPlaced]) -> str:
    """The first file with its reason, and how many more."""
    text = {
        Act.TRASH: _tr("{path} could not be moved to the trash ({reason}); it was not deleted."),
        Act.MOVE: _tr("{path} could not be moved ({reason}); it stays where it is."),
        Act.COPY: _tr("{path} could not be copied ({reason})."),
        Act.UNDO: _tr("{path} could not be put back ({reason}); it stays there."),
        Act.EXPORT: _tr("{path} could not be exported ({reason})."),
    }[act]
    first = text.format(path=shown_path(failed[0].path), reason=failed[0].reason)
    if len(failed) == 1:
        return first
    more = _tr("{sentence} The same goes for {photos} more.")
    return more.format(sentence=first, photos=numbers.photos(len(failed) - 1))


def failed_details(failed: list[NotPlaced]) -> str:
    """Each file with its reason, a line each, as far as a tool tip goes."""
    lines = [f"{shown_path(item.path)}: {item.reason}" for item in failed[:_MOST_DETAILS]]
    return "\n".join([*lines, *(["…"] if len(failed) > _MOST_DETAILS else [])])


def _tr(text: str) -> str:
    return QCoreApplication.translate("action_words", text)
