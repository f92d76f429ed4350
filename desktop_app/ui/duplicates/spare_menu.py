"""A button that marks all photos but the suggested: of a group, of a level, or in a folder."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QMenu

from desktop_app.core.duplicates.levels import Level
from desktop_app.ui.duplicate_groups.desk_commands import DeskCommands
from desktop_app.ui.duplicate_groups.group_text import DIFFERENT_PHOTOS, folder_text, level_title
from desktop_app.ui.kit import numbers
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
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))


def _tr(text: str) -> str:
    return QCoreApplication.translate("spare_menu", text)
