"""The words and keys of what can be done with photos, in menus and as shortcuts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.ui.photo_verbs import PhotoVerb

_KEYS = {
    PhotoVerb.SHOW: ("Ctrl+Return", "Ctrl+Enter"),
    PhotoVerb.COPY_TO: ("Ctrl+Shift+C",),
    PhotoVerb.MOVE_TO: ("Ctrl+Shift+M",),
    PhotoVerb.EXPORT: ("Ctrl+E",),
    PhotoVerb.TRASH: ("Del",),
}


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
    """Entries that show their keys, which work where `shortcuts` has set them up."""
    for verb in verbs:
        add_entry(menu, words(verb), _KEYS.get(verb, ("",))[0], lambda verb=verb: ask(verb))  # type: ignore[misc]


def add_entry(menu: QMenu, text: str, keys: str, act: Callable[[], None]) -> None:
    """`keys` are only shown."""
    entry = menu.addAction(text, act)
    entry.setShortcut(QKeySequence(keys))
    entry.setShortcutVisibleInContextMenu(True)
    entry.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)


def add_shortcuts(view: QWidget, ask: Callable[[PhotoVerb], None]) -> None:
    """While the focus is in the view: elsewhere, Delete means other things."""
    for verb, keys in _KEYS.items():
        action = QAction(words(verb), view)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _=False, verb=verb: ask(verb))
        view.addAction(action)


def _tr(text: str) -> str:
    return QCoreApplication.translate("photo_menu", text)
