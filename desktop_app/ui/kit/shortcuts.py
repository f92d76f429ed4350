"""Every key that does something: widgets, menus, tool tips and the overview read this table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum, auto

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

_Standard = QKeySequence.StandardKey


class Command(Enum):
    """What a key does, in the order of the overview."""

    OPEN_PICTURE = auto()
    PASTE = auto()
    SAVE_SEARCH = auto()
    BACK = auto()
    FORWARD = auto()
    LEAVE = auto()
    FILTER = auto()
    LARGER = auto()
    SMALLER = auto()
    SIDEBAR = auto()
    ADD_FOLDER = auto()
    RESCAN = auto()
    UNDO = auto()
    MODEL = auto()
    SETTINGS = auto()
    SHORTCUTS = auto()

    PREVIEW = auto()
    FIND_SIMILAR = auto()
    MORE_LIKE = auto()
    LESS_LIKE = auto()
    OPEN = auto()
    SHOW_FILE = auto()
    COPY = auto()
    COPY_TO = auto()
    MOVE_TO = auto()
    EXPORT = auto()
    TRASH = auto()

    VIEW_CLOSE = auto()
    VIEW_PREVIOUS = auto()
    VIEW_NEXT = auto()
    VIEW_UP = auto()
    VIEW_DOWN = auto()
    VIEW_PAGE_UP = auto()
    VIEW_PAGE_DOWN = auto()
    VIEW_FIRST = auto()
    VIEW_LAST = auto()
    VIEW_CLOSER = auto()
    VIEW_FARTHER = auto()
    VIEW_FIT = auto()
    VIEW_WHOLE_PIXELS = auto()
    VIEW_COMPARE = auto()
    VIEW_FLICKER = auto()
    VIEW_TURN = auto()
    VIEW_DETAILS = auto()
    VIEW_TRASH = auto()

    REGION = auto()
    MOST_LESS = auto()
    MOST_MORE = auto()
    LEAST_LESS = auto()
    LEAST_MORE = auto()
    FLIP_BIT = auto()
    RUN_SEARCH = auto()
    RENAME = auto()
    REMOVE = auto()
    VOTE_FIRST = auto()
    VOTE_SECOND = auto()
    VOTE_NEITHER = auto()


_KEYS: dict[Command, tuple[str | QKeySequence.StandardKey, ...]] = {
    Command.OPEN_PICTURE: (_Standard.Open,),
    Command.PASTE: (_Standard.Paste,),
    Command.SAVE_SEARCH: (_Standard.Save,),
    Command.BACK: ("Alt+Left",),
    Command.FORWARD: ("Alt+Right",),
    Command.LEAVE: ("Esc",),
    Command.FILTER: ("Ctrl+F",),
    Command.LARGER: ("Ctrl+=", "Ctrl++"),
    Command.SMALLER: ("Ctrl+-",),
    Command.SIDEBAR: ("Ctrl+B",),
    Command.ADD_FOLDER: ("Ctrl+Shift+A",),
    Command.RESCAN: ("F5",),
    Command.UNDO: (_Standard.Undo,),
    Command.MODEL: ("Ctrl+Shift+L",),
    Command.SETTINGS: ("Ctrl+,",),
    Command.SHORTCUTS: ("F1", "Ctrl+/"),
    Command.PREVIEW: ("Space", "Return", "Enter"),
    Command.FIND_SIMILAR: ("S",),
    Command.MORE_LIKE: ("+", "="),
    Command.LESS_LIKE: ("-",),
    Command.OPEN: ("Shift+Return", "Shift+Enter"),
    Command.SHOW_FILE: ("Ctrl+Return", "Ctrl+Enter"),
    Command.COPY: (_Standard.Copy,),
    Command.COPY_TO: ("Ctrl+Shift+C",),
    Command.MOVE_TO: ("Ctrl+Shift+M",),
    Command.EXPORT: ("Ctrl+E",),
    Command.TRASH: ("Del",),
    Command.VIEW_CLOSE: ("Esc", "Space"),
    Command.VIEW_PREVIOUS: ("Left",),
    Command.VIEW_NEXT: ("Right",),
    Command.VIEW_UP: ("Up",),
    Command.VIEW_DOWN: ("Down",),
    Command.VIEW_PAGE_UP: ("PgUp",),
    Command.VIEW_PAGE_DOWN: ("PgDown",),
    Command.VIEW_FIRST: ("Home",),
    Command.VIEW_LAST: ("End",),
    Command.VIEW_CLOSER: ("+", "="),
    Command.VIEW_FARTHER: ("-",),
    Command.VIEW_FIT: ("0",),
    Command.VIEW_WHOLE_PIXELS: ("1",),
    Command.VIEW_COMPARE: ("C",),
    Command.VIEW_FLICKER: ("F",),
    Command.VIEW_TURN: ("X",),
    Command.VIEW_DETAILS: ("I",),
    Command.VIEW_TRASH: ("Del",),
    Command.REGION: ("Return", "Enter", "Space"),
    Command.MOST_LESS: ("Left",),
    Command.MOST_MORE: ("Right",),
    Command.LEAST_LESS: ("Shift+Left",),
    Command.LEAST_MORE: ("Shift+Right",),
    Command.FLIP_BIT: ("Space", "Return", "Enter"),
    Command.RUN_SEARCH: ("Return", "Enter"),
    Command.RENAME: ("F2",),
    Command.REMOVE: ("Del",),
    Command.VOTE_FIRST: ("1",),
    Command.VOTE_SECOND: ("2",),
    Command.VOTE_NEITHER: ("0",),
}


def keys(command: Command) -> list[QKeySequence]:
    """The first is the one that is shown."""
    return [QKeySequence(key) for key in _KEYS[command]]


def key_text(command: Command) -> str:
    """As keys are called on this system."""
    return keys(command)[0].toString(QKeySequence.SequenceFormat.NativeText)


def with_key(words: str, command: Command) -> str:
    """For tool tips: 'Back (Alt+Left)'."""
    return f"{words} ({key_text(command)})"


def command_of(event: QKeyEvent, among: Iterable[Command]) -> Command | None:
    """Which of these a key means. Where a sign is typed with Shift, that is no other key."""
    key = Qt.Key(event.key())
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    is_sign = Qt.Key.Key_Space < key <= Qt.Key.Key_At
    if is_sign:
        held &= ~Qt.KeyboardModifier.ShiftModifier
    pressed = QKeySequence(QKeyCombination(held, key))
    return next((command for command in among if pressed in keys(command)), None)


def add_shortcut(window: QWidget, command: Command, act: Callable[[], object]) -> None:
    """Works wherever the focus is in the window."""
    shortcut = QShortcut(window)
    shortcut.setKeys(keys(command))
    shortcut.activated.connect(act)


def add_action(view: QWidget, command: Command, act: Callable[[], object]) -> None:
    """Works while the focus is in the view: elsewhere, Delete means other things."""
    action = QAction(view)
    action.setShortcuts(keys(command))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda _=False: act())
    view.addAction(action)


def show_key(entry: QAction, command: Command | None) -> None:
    """Beside the words of a menu's entry; None: it has no key."""
    if command is not None:
        entry.setShortcut(keys(command)[0])
        entry.setShortcutVisibleInContextMenu(True)
        entry.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
