"""Actions: each is one entry, from which menus, shortcuts, buttons, tool tips and help are made.

Each room has a function that returns its table of actions in the current language; the shell
combines the tables. To add an action, add one entry to the table of its room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import IconButton

Key = str | QKeySequence.StandardKey
T = TypeVar("T")
U = TypeVar("U")

SEPARATOR = ""  # among the ids of a menu


def _always(_: object) -> bool:
    return True


@dataclass(frozen=True)
class Action(Generic[T]):
    """Something that the user can do to a `T`.

    Attributes:
        id: Identifies the action in menus, bars and tests, for example "rescan".
        text: The label of a menu entry or a button.
        handler: Performs the action on its target.
        keys: Shortcuts; menus and tool tips show the first.
        tip: A longer sentence for the tool tip and the keyboard overview; empty: `text`.
        icon: The name of a file in resources/icons, for buttons.
        is_enabled: Whether the action is possible now.
        is_checked: The state of an action that can be switched on and off; None for others.
        role: The place of the action in the menu bar of macOS.
        text_now: The label of the menu entry where it depends on the target; None for `text`.
    """

    id: str
    text: str
    handler: Callable[[T], object]
    keys: tuple[Key, ...] = ()
    tip: str = ""
    icon: str = ""
    is_enabled: Callable[[T], bool] = _always
    is_checked: Callable[[T], bool] | None = None
    role: QAction.MenuRole = QAction.MenuRole.NoRole
    text_now: Callable[[T], str] | None = None

    @property
    def shortcuts(self) -> list[QKeySequence]:
        return [QKeySequence(key) for key in self.keys]

    @property
    def key_text(self) -> str:
        """The first shortcut as this system writes it; empty if there is none."""
        native = QKeySequence.SequenceFormat.NativeText
        return self.shortcuts[0].toString(native) if self.keys else ""

    @property
    def description(self) -> str:
        return self.tip or self.text.removesuffix("…")

    @property
    def tool_tip(self) -> str:
        """'Back (Alt+Left)'."""
        return with_key(self.description, self)

    def of(self, find: Callable[[U], T | None]) -> Action[U]:
        """Return the same action for an owner of a `T`; disabled while `find` returns None."""
        handler, is_enabled, is_checked = self.handler, self.is_enabled, self.is_checked
        text_now = self.text_now

        def run_on(owner: U) -> None:
            target = find(owner)
            if target is not None:
                handler(target)

        def can_run_on(owner: U) -> bool:
            target = find(owner)
            return target is not None and is_enabled(target)

        def is_checked_on(owner: U) -> bool:
            target = find(owner)
            return target is not None and is_checked is not None and is_checked(target)

        def text_on(owner: U) -> str:
            target = find(owner)
            return text_now(target) if target is not None and text_now else self.text

        return replace(  # type: ignore[return-value]  # mypy has no replace() of another type
            self,
            handler=run_on,  # type: ignore[arg-type]
            is_enabled=can_run_on,  # type: ignore[arg-type]
            is_checked=is_checked_on if is_checked else None,  # type: ignore[arg-type]
            text_now=text_on if text_now else None,  # type: ignore[arg-type]
        )


class ActionSet(QObject):
    """Actions bound to their target object, and the menu entries and buttons made from them.

    Call `refresh` after a change that may enable, check or name an action. A shortcut evaluates
    `is_enabled` when it is pressed.
    """

    def __init__(self, actions: Iterable[Action[T]], target: T, owner: QObject) -> None:
        """Bind the actions to `target`. `owner` is the Qt parent of all entries."""
        super().__init__(owner)
        self._actions: dict[str, Action[Any]] = {action.id: action for action in actions}
        self._target: object = target
        self._entries: dict[str, QAction] = {}
        self._buttons: list[tuple[str, IconButton]] = []

    def __getitem__(self, name: str) -> Action[Any]:
        return self._actions[name]

    def run(self, name: str) -> None:
        """Run the action if it is enabled."""
        action = self._actions[name]
        if action.is_enabled(self._target):
            action.handler(self._target)

    def is_enabled(self, name: str) -> bool:
        return self._actions[name].is_enabled(self._target)

    def for_key(self, event: QKeyEvent, names: Sequence[str] = ()) -> Action[Any] | None:
        """Return the action that has this key, among these ids or, without any, among all."""
        actions = [self._actions[name] for name in names] or self._actions.values()
        return action_for_key(event, actions)

    def add_shortcuts(
        self,
        widget: QWidget,
        names: Iterable[str] | None = None,
        context: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut,
    ) -> None:
        """Add the shortcuts of these actions, or of all, to a widget in the given context."""
        for name in self._actions if names is None else names:
            action = self._actions[name]
            if action.keys:
                shortcut = QShortcut(widget)
                shortcut.setKeys(action.shortcuts)
                shortcut.setContext(context)
                shortcut.activated.connect(partial(self.run, name))

    def button(self, theme: Theme, name: str, *, labelled: bool = False) -> IconButton:
        """Return a new button with the action's icon, and its text if `labelled`."""
        action = self._actions[name]
        made = IconButton(
            theme,
            action.icon,
            action.text if labelled else action.tool_tip,
            labelled=labelled,
        )
        made.setToolTip(action.tool_tip)
        made.clicked.connect(lambda: self.run(name))
        made.setCheckable(action.is_checked is not None)
        self._buttons.append((name, made))
        return made

    def fill(self, menu: QMenu, names: Sequence[str]) -> QMenu:
        """Add entries to a menu, and a line for each SEPARATOR; opening it updates their state."""
        for name in names:
            if name == SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(self.entry(name))
        menu.aboutToShow.connect(self.refresh)
        self.refresh()
        return menu

    def entry(self, name: str) -> QAction:
        """Return the action's menu entry, which shows the shortcut without activating it."""
        if name not in self._entries:
            action = self._actions[name]
            entry = QAction(action.text, self)
            entry.setToolTip(action.tool_tip)
            entry.setMenuRole(action.role)
            entry.setCheckable(action.is_checked is not None)
            show_key(entry, action)
            entry.triggered.connect(lambda _=False: self.run(name))
            self._entries[name] = entry
        return self._entries[name]

    def refresh(self) -> None:
        """Update which entries and buttons are enabled and checked, and the texts of entries."""
        for name, entry in self._entries.items():
            self._show_state(name, entry)
            text_now = self._actions[name].text_now
            if text_now is not None:
                entry.setText(text_now(self._target))
        self.refresh_buttons()

    def refresh_buttons(self) -> None:
        """Update the buttons only: a menu updates its entries when it is opened."""
        for name, made in self._buttons:
            self._show_state(name, made)

    def _show_state(self, name: str, shown: QAction | IconButton) -> None:
        action = self._actions[name]
        shown.setEnabled(action.is_enabled(self._target))
        if action.is_checked is not None:
            shown.setChecked(action.is_checked(self._target))


class ActionKeys(QObject):
    """An event filter that runs actions by their keys while a widget has the focus.

    Takes precedence over the shortcuts of the window: Escape closes the viewer, not the search.
    """

    def __init__(self, widget: QWidget, actions: ActionSet, names: Iterable[str] = ()) -> None:
        """Install the filter on `widget`, for these ids of actions or, without any, for all."""
        super().__init__(widget)
        self._actions = actions
        self._names = tuple(names)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if isinstance(event, QKeyEvent) and event.type() in kinds:
            action = self._actions.for_key(event, self._names)
            if action is not None:
                event.accept()
                if event.type() is QEvent.Type.KeyPress:
                    self._actions.run(action.id)
                return True
        return super().eventFilter(watched, event)


def with_key(text: str, action: Action[Any]) -> str:
    """Append the action's shortcut in brackets to a text, if it has one."""
    return f"{text} ({action.key_text})" if action.keys else text


def show_key(entry: QAction, action: Action[Any]) -> None:
    """Display the shortcut beside a menu entry, without activating it."""
    if action.keys:
        entry.setShortcut(action.shortcuts[0])
        entry.setShortcutVisibleInContextMenu(True)
        entry.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)


def is_pressed(event: QKeyEvent, keys: Iterable[Key]) -> bool:
    """Whether the event is one of these keys. Ignores Shift for punctuation, which may need it."""
    key = Qt.Key(event.key())
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if Qt.Key.Key_Space < key <= Qt.Key.Key_At:
        held &= ~Qt.KeyboardModifier.ShiftModifier
    pressed = QKeySequence(QKeyCombination(held, key))
    return any(pressed == QKeySequence(wanted) for wanted in keys)


def action_for_key(event: QKeyEvent, actions: Iterable[Action[T]]) -> Action[T] | None:
    """Return the first of these actions that has this key."""
    return next((action for action in actions if is_pressed(event, action.keys)), None)


def run_by_key(event: QKeyEvent, actions: Iterable[Action[T]], target: T) -> bool:
    """Run the action of this key, for widgets that take keys themselves.

    Returns:
        False if no action has this key, or if the one that has it is disabled.
    """
    action = action_for_key(event, actions)
    if action is None or not action.is_enabled(target):
        return False
    action.handler(target)
    return True
