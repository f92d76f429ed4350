"""The menus of the folders in the sidebar."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.ui.kit import numbers
from desktop_app.ui.library.root_state import RootState


class RootAction(Enum):
    """The actions on a root; the first three are those on any folder, EXCLUDE only on one in it."""

    SHOW_PHOTOS = auto()
    SEARCH = auto()
    SHOW_IN_FILE_MANAGER = auto()
    EXCLUDE = auto()
    RESCAN = auto()
    REREAD = auto()
    PAUSE = auto()
    RESUME = auto()
    RELOCATE = auto()
    LIST_FAILED = auto()
    REMOVE = auto()


Run = Callable[[RootAction], object]


def folder_menu(parent: QWidget, run: Run, *, can_search: bool) -> QMenu:
    """Return the menu of a folder inside a root; it is deleted when it is closed.

    `can_search`: There is a search that can be limited to the folder.
    """
    menu = _new_menu(parent, run, can_search=can_search)
    menu.addSeparator()
    menu.addAction(_tr("Show in file manager"), lambda: run(RootAction.SHOW_IN_FILE_MANAGER))
    menu.addSeparator()
    menu.addAction(_tr("Exclude from library…"), lambda: run(RootAction.EXCLUDE))
    return menu


def root_menu(parent: QWidget, run: Run, state: RootState, *, can_search: bool) -> QMenu:
    """Return the menu of a root, without its removal: what is possible now."""
    menu = _new_menu(parent, run, can_search=can_search)
    menu.addSeparator()
    root, counts = state.root, state.counts
    pause = (RootAction.PAUSE, _tr("Pause"))
    entries = [
        (RootAction.RESCAN, _tr("Rescan"), state.can_rescan),
        (RootAction.REREAD, _tr("Read again"), state.can_rescan),
        (*((RootAction.RESUME, _tr("Resume")) if root.paused else pause), state.can_change),
        (RootAction.SHOW_IN_FILE_MANAGER, _tr("Show in file manager"), not root.offline),
        (RootAction.RELOCATE, _tr("Locate moved folder…"), state.can_change),
    ]
    if counts.failed:
        text = _tr("Failed photos ({count})").format(count=numbers.counted(counts.failed))
        entries.append((RootAction.LIST_FAILED, text, True))
    for action, text, is_possible in entries:
        menu.addAction(text, partial(run, action)).setEnabled(is_possible)
    return menu


def resuming(state: RootState) -> RootAction:
    """Return what goes on with the photos of a root that wait."""
    return RootAction.RESUME if state.root.paused else RootAction.RESCAN


def _new_menu(parent: QWidget, run: Run, *, can_search: bool) -> QMenu:
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(_tr("Show photos"), lambda: run(RootAction.SHOW_PHOTOS))
    search = menu.addAction(_tr("Search in this folder"), lambda: run(RootAction.SEARCH))
    search.setEnabled(can_search)
    return menu


def _tr(text: str) -> str:
    return QCoreApplication.translate("root_menu", text)
