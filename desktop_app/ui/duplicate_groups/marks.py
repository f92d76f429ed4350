"""What the user wants to become of photos: marks that change no file yet."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from desktop_app.core.duplicates.groups import Member


class Mark(Enum):
    """What is to become of a photo."""

    NONE = auto()
    KEEP = auto()
    DISCARD = auto()


class Marks(QObject):
    """The marks of photos, by id. A member of a group is marked with all its files.

    Signals:
        changed (): Photos are marked otherwise.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._marks: dict[int, Mark] = {}

    def of(self, member: Member) -> Mark:
        return self._marks.get(member.photo.id, Mark.NONE)

    @property
    def discarded(self) -> set[int]:
        """The ids of the photos that are marked to be discarded."""
        return {photo for photo, mark in self._marks.items() if mark is Mark.DISCARD}

    def mark(self, members: Iterable[Member], mark: Mark) -> None:
        ids = [photo.id for member in members for photo in member.files]
        if mark is Mark.NONE:
            for photo in ids:
                self._marks.pop(photo, None)
        else:
            self._marks.update(dict.fromkeys(ids, mark))
        self.changed.emit()

    def toggle(self, members: list[Member], mark: Mark) -> None:
        """Mark members so; if all of them are already, they lose the mark."""
        is_marked = all(self.of(member) is mark for member in members)
        self.mark(members, Mark.NONE if is_marked else mark)

    def clear(self) -> None:
        self._marks.clear()
        self.changed.emit()
