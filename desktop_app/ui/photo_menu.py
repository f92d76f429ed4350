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
_EXAMPLE_KEYS = {True: ("+", "="), False: ("-",)}


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
        _add_action(view, words(verb), keys, lambda verb=verb: ask(verb))  # type: ignore[misc]


def add_example_entries(menu: QMenu, choose: Callable[[bool], None]) -> None:
    """`choose` is told whether more photos like this are wanted, or less."""
    for is_wanted, keys in _EXAMPLE_KEYS.items():
        add_entry(menu, _example_words(is_wanted), keys[0], lambda wanted=is_wanted: choose(wanted))  # type: ignore[misc]


def add_example_shortcuts(view: QWidget, choose: Callable[[bool], None]) -> None:
    """While the focus is in the view."""
    for is_wanted, keys in _EXAMPLE_KEYS.items():
        _add_action(
            view,
            _example_words(is_wanted),
            keys,
            lambda wanted=is_wanted: choose(wanted),  # type: ignore[misc]
        )


def _example_words(is_wanted: bool) -> str:  # noqa: FBT001
    return _tr("More like this") if is_wanted else _tr("Less like this")


def _add_action(view: QWidget, text: str, keys: tuple[str, ...], act: Callable[[], None]) -> None:
    action = QAction(text, view)
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda _=False: act())
    view.addAction(action)


def _tr(text: str) -> str:
    return QCoreApplication.translate("photo_menu", text)
