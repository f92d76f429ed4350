"""Keyboard and mouse navigation: arrow keys, names that are typed, keys that nothing has taken,
removing chips, and the mouse's side buttons.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.kit.actions import Action, is_pressed

# By how many columns and rows each arrow key moves.
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}

_PAUSE_MS = 1000
_PAGES = (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)

T = TypeVar("T")
_REMOVE = ("Del",)


def remove_action(handler: Callable[[T], object]) -> Action[T]:
    """Return the action that removes the current entry; all lists use the same key."""
    text = _tr("Examples, filters, searches and folders: remove")
    return Action("remove", text, handler, _REMOVE)


def is_removal(event: QKeyEvent) -> bool:
    """Whether the key removes a chip: Delete or Enter. Space already presses the button."""
    return is_pressed(event, (*_REMOVE, "Return", "Enter"))


def focused_place(chips: Sequence[QWidget]) -> int | None:
    """Return the index of the chip that has the focus; None if none has."""
    return next((place for place, chip in enumerate(chips) if chip.hasFocus()), None)


def focus_near(chips: Sequence[QWidget], place: int) -> None:
    """Focus the visible chip at this index, or else the last one."""
    shown = [chip for chip in chips if not chip.isHidden()]
    if shown:
        shown[min(place, len(shown) - 1)].setFocus()


class TypeAhead(QObject):
    """Collects the letters of a name that are typed in a widget without a pause.

    Signals:
        typed (str, bool): The letters so far; True for the first one: the search begins behind the
            current entry, and not with it.
    """

    typed = Signal(str, bool)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.installEventFilter(self)
        self._text = ""
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)

    @property
    def is_active(self) -> bool:
        """Whether the next letter belongs to the same name."""
        return self._pause.isActive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take further letters of a name before they are shortcuts."""
        del watched
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if not (is_override and isinstance(event, QKeyEvent) and self.is_active):
            return False
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        is_letter = event.text().isprintable() and bool(event.text().strip())
        is_taken = is_letter and held == Qt.KeyboardModifier.NoModifier
        event.setAccepted(is_taken)
        return is_taken

    def add(self, text: str) -> None:
        is_first = not self.is_active
        self._text = text if is_first else self._text + text
        self._pause.start()
        self.typed.emit(self._text, is_first)


class StrayKeys(QObject):
    """Gives the keys that move a cursor, and the focus, to a list if no widget has taken them."""

    def __init__(self, window: QWidget, find: Callable[[], QWidget | None]) -> None:
        """`find` returns the list; None while there is none to move in."""
        super().__init__(window)
        self._window = window
        self._find = find
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        del watched
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        found = self._find() if Qt.Key(event.key()) in (*ARROWS, *_PAGES) else None
        if found is None or self._window.focusWidget() is found:
            return False
        found.setFocus()
        return QCoreApplication.sendEvent(found, event)


def _tr(text: str) -> str:
    return QCoreApplication.translate("chip_keys", text)


_STEPS = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}


class MouseNavigation(QObject):
    """Handles the two side buttons of a mouse.

    Signals:
        stepped (int): -1 for back, 1 for forward.
    """

    stepped = Signal(int)

    def __init__(self, window: QWidget, takers: list[QWidget]) -> None:
        """Watch `window`, and `takers`: widgets in it that would consume these events."""
        super().__init__(window)
        for widget in (window, *takers):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        del watched
        presses = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
        if event.type() not in presses or not isinstance(event, QMouseEvent):
            return False
        step = _STEPS.get(event.button())
        if step is not None:
            self.stepped.emit(step)
        return step is not None


def step_focus_within(whole: QWidget, step: int) -> None:
    """Give the focus to the next widget (1) or the one before (-1) of a widget and those in it.

    For a widget that lies over others, which the Tab key would reach.
    """
    children = [
        child
        for child in whole.findChildren(QWidget)
        if child.isVisible() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    ring = [whole, *children]
    focused = whole.window().focusWidget()
    place = ring.index(focused) if focused in ring else 0
    ring[(place + step) % len(ring)].setFocus(Qt.FocusReason.TabFocusReason)
