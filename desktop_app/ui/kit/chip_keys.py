"""Chips and lists by keyboard: what removes an entry, and where the focus goes then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.kit.actions import Action, is_pressed

T = TypeVar("T")
_REMOVE = ("Del",)


def remove_action(handler: Callable[[T], object]) -> Action[T]:
    """Remove an entry by the key that is the same in all lists."""
    text = _tr("Examples, filters, searches and folders: remove")
    return Action("remove", text, handler, _REMOVE)


def is_removal(event: QKeyEvent) -> bool:
    """Delete, as in lists, and Enter; a button takes Space itself."""
    return is_pressed(event, (*_REMOVE, "Return", "Enter"))


def focused_place(chips: Sequence[QWidget]) -> int | None:
    """The place of the chip that has the focus."""
    return next((place for place, chip in enumerate(chips) if chip.hasFocus()), None)


def focus_near(chips: Sequence[QWidget], place: int) -> None:
    """Focus the chip at this place, or the last one that is shown."""
    shown = [chip for chip in chips if not chip.isHidden()]
    if shown:
        shown[min(place, len(shown) - 1)].setFocus()


def _tr(text: str) -> str:
    return QCoreApplication.translate("chip_keys", text)
