"""The words of what can be done with photos, in menus with their keys and as shortcuts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.ui.kit.shortcuts import Command, add_action, show_key
from desktop_app.ui.photos.photo_action import PhotoAction

_COMMANDS = {
    PhotoAction.SHOW: Command.SHOW_FILE,
    PhotoAction.COPY_TO: Command.COPY_TO,
    PhotoAction.MOVE_TO: Command.MOVE_TO,
    PhotoAction.EXPORT: Command.EXPORT,
    PhotoAction.TRASH: Command.TRASH,
}
_EXAMPLE_COMMANDS = {True: Command.MORE_LIKE, False: Command.LESS_LIKE}


def words(verb: PhotoAction) -> str:
    return {
        PhotoAction.OPEN_WITH: _tr("Open with…"),
        PhotoAction.SHOW: _tr("Show in file manager"),
        PhotoAction.COPY_TO: _tr("Copy to folder…"),
        PhotoAction.MOVE_TO: _tr("Move to folder…"),
        PhotoAction.EXPORT: _tr("Export…"),
        PhotoAction.TRASH: _tr("Move to trash"),
    }[verb]


def add_actions(menu: QMenu, verbs: list[PhotoAction], ask: Callable[[PhotoAction], None]) -> None:
    """Entries that show their keys, which work where `add_shortcuts` has set them up."""
    for verb in verbs:
        add_entry(menu, words(verb), _COMMANDS.get(verb), lambda verb=verb: ask(verb))  # type: ignore[misc]


def add_entry(menu: QMenu, text: str, command: Command | None, act: Callable[[], None]) -> None:
    """The command's key is only shown."""
    show_key(menu.addAction(text, act), command)


def add_shortcuts(view: QWidget, ask: Callable[[PhotoAction], None]) -> None:
    """While the focus is in the view."""
    for verb, command in _COMMANDS.items():
        add_action(view, command, lambda verb=verb: ask(verb))  # type: ignore[misc]


def add_example_entries(menu: QMenu, choose: Callable[[bool], None]) -> None:
    """`choose` is told whether more photos like this are wanted, or less."""
    for is_wanted, command in _EXAMPLE_COMMANDS.items():
        text = _tr("More like this") if is_wanted else _tr("Less like this")
        add_entry(menu, text, command, lambda wanted=is_wanted: choose(wanted))  # type: ignore[misc]


def add_example_shortcuts(view: QWidget, choose: Callable[[bool], None]) -> None:
    """While the focus is in the view."""
    for is_wanted, command in _EXAMPLE_COMMANDS.items():
        add_action(view, command, lambda wanted=is_wanted: choose(wanted))  # type: ignore[misc]


def _tr(text: str) -> str:
    return QCoreApplication.translate("photo_menu", text)
