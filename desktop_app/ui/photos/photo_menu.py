"""The words of what can be done with photos, in menus with their keys and as shortcuts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.ui.kit.shortcuts import Command, add_action, show_key
from desktop_app.ui.photos.photo_action import PhotoVerb

_COMMANDS = {
    PhotoVerb.SHOW: Command.SHOW_FILE,
    PhotoVerb.COPY_TO: Command.COPY_TO,
    PhotoVerb.MOVE_TO: Command.MOVE_TO,
    PhotoVerb.EXPORT: Command.EXPORT,
    PhotoVerb.TRASH: Command.TRASH,
}
_EXAMPLE_COMMANDS = {True: Command.MORE_LIKE, False: Command.LESS_LIKE}


def words(verb: PhotoVerb) -> str:
    return {
        PhotoVerb.OPEN_WITH: _tr("Open with…"),
        PhotoVerb.SHOW: _tr("Show in file manager"),
        PhotoVerb.COPY_TO: _tr("Copy to folder…"),
        PhotoVerb.MOVE_TO: _tr("Move to folder…"),
        PhotoVerb.EXPORT: _tr("Export…"),
        PhotoVerb.TRASH: _tr("Move to trash"),
    }[verb]


def add_verbs(menu: QMenu, verbs: list[PhotoVerb], ask: Callable[[PhotoVerb], None]) -> None:
    """Entries that show their keys, which work where `add_shortcuts` has set them up."""
    for verb in verbs:
        add_entry(menu, words(verb), _COMMANDS.get(verb), lambda verb=verb: ask(verb))  # type: ignore[misc]


def add_entry(menu: QMenu, text: str, command: Command | None, act: Callable[[], None]) -> None:
    """The command's key is only shown."""
    show_key(menu.addAction(text, act), command)


def add_shortcuts(view: QWidget, ask: Callable[[PhotoVerb], None]) -> None:
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
