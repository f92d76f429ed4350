"""Buttons for many groups at once: all photos but the suggested are marked, or groups stacked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from desktop_app.core.duplicates.levels import Level
from desktop_app.ui.duplicate_groups.desk_commands import DeskCommands
from desktop_app.ui.duplicate_groups.group_text import DIFFERENT_PHOTOS, folder_text, level_title
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.direction import open_below
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import IconButton


class SpareButton(IconButton):
    """Opens a menu of what to mark."""

    def __init__(self, theme: Theme, desk: DeskCommands, level: Callable[[], Level]) -> None:
        """`level` returns the level that is shown."""
        text = _tr("Discard all but the suggested")
        super().__init__(theme, "chevron-down", text, labelled=True)
        self._desk = desk
        self._level = level
        self.clicked.connect(self._show_menu)

    def menu_of_places(self) -> QMenu:
        """Return the menu: this group, all groups of the level, and the current photo's folder."""
        menu, desk, level = QMenu(self), self._desk, self._level()
        row = desk.cursor.row
        alone = menu.addAction(self.tr("In this group"), desk.discard_others)
        alone.setEnabled(row is not None)
        can_all = level not in DIFFERENT_PHOTOS  # those are marked group by group
        count = numbers.counted(len(desk.groups))
        text = self.tr("In all {count} groups of “{level}”")
        shown = text.format(count=count, level=level_title(level))
        menu.addAction(shown, lambda: desk.discard_spare(desk.groups)).setEnabled(can_all)
        if row is not None:
            photo = desk.cursor.model.member(row).photo
            folder = photo.path.parent
            shown = self.tr("In the folder {folder}").format(folder=folder_text(photo))
            entry = menu.addAction(shown, lambda: desk.discard_spare(desk.groups, folder))
            entry.setEnabled(can_all)
        return menu

    def _show_menu(self) -> None:
        menu = self.menu_of_places()
        menu.aboutToHide.connect(menu.deleteLater)
        open_below(menu, self)


class StackButton(IconButton):
    """Opens a menu of what to stack."""

    def __init__(self, theme: Theme, desk: DeskCommands, level: Callable[[], Level]) -> None:
        """`level` returns the level that is shown."""
        super().__init__(theme, "stack", _tr("Stack"), labelled=True)
        self.setToolTip(_tr("Show the photos of each group as one, and delete none"))
        self._desk = desk
        self._level = level
        self.clicked.connect(self._show_menu)

    def menu_of_groups(self) -> QMenu:
        """Return the menu: this group, those with a selected photo, and all of the level."""
        menu, desk = QMenu(self), self._desk
        selected, current, everything = desk.selected_groups, desk.cursor.group, list(desk.groups)
        choices = [(self.tr("This group"), [current] if current is not None else [])]
        if len(selected) > 1:
            text = self.tr("The {count} groups of the selected photos")
            choices.append((text.format(count=numbers.counted(len(selected))), selected))
        text = self.tr("All {count} groups of “{level}”")
        count = numbers.counted(len(everything))
        choices.append((text.format(count=count, level=level_title(self._level())), everything))
        for text, groups in choices:
            entry = menu.addAction(text, partial(desk.stack_requested.emit, groups))
            entry.setEnabled(bool(groups))
        return menu

    def _show_menu(self) -> None:
        menu = self.menu_of_groups()
        menu.aboutToHide.connect(menu.deleteLater)
        open_below(menu, self)


def _tr(text: str) -> str:
    return QCoreApplication.translate("spare_menu", text)
