"""Chips by keyboard: the keys that remove one, and where the focus is when it has gone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.kit.shortcuts import Command, command_of


def removes(event: QKeyEvent) -> bool:
    """Delete, as in lists, and Enter; a button has Space of its own."""
    return command_of(event, (Command.REMOVE, Command.RUN_SEARCH)) is not None


def focused_place(chips: Sequence[QWidget]) -> int | None:
    return next((place for place, chip in enumerate(chips) if chip.hasFocus()), None)


def focus_near(chips: Sequence[QWidget], place: int) -> None:
    """The chip that has come to this place; where none has, the last that is shown."""
    shown = [chip for chip in chips if not chip.isHidden()]
    if shown:
        shown[min(place, len(shown) - 1)].setFocus()
