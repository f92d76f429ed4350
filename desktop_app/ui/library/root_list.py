"""The library's folders in the sidebar: a row for each root, and the folders inside below it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.browse.folder_rows import FolderListing
from desktop_app.ui.kit.messages import shown_path
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.library.folder_list import FolderList
from desktop_app.ui.library.root_menu import RootAction, folder_menu
from desktop_app.ui.library.root_row import RootRow
from desktop_app.ui.library.root_state import RootState


class RootSection(QWidget):
    """A root with the folders inside it.

    Signals:
        action_requested (RootAction, Path): Do this with the root, or with a folder in it.
        toggled (Path): Open or close the root, or a folder in it.
        reached (QRect): The current folder, which should be visible.
    """

    action_requested = Signal(RootAction, Path)
    toggled = Signal(Path)
    reached = Signal(QRect)

    def __init__(self, theme: Theme, state: RootState) -> None:
        super().__init__()
        self.path = state.root.path
        self._chosen: Path | None = None
        self.row = RootRow(theme, state)
        name = self.tr("Folders in {folder}").format(folder=shown_path(self.path))
        self.folders = FolderList(theme, name)
        self.folders.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.row)
        column.addWidget(self.folders)
        self.row.action_requested.connect(lambda action: self._request(self.path, action))
        self.row.toggled.connect(lambda: self.toggled.emit(self.path))
        self.folders.chosen.connect(lambda path: self._request(path, RootAction.SHOW_PHOTOS))
        self.folders.toggled.connect(self.toggled)
        self.folders.menu_requested.connect(self._open_menu)
        self.folders.reached.connect(self._pass_place)

    def show_folders(self, listing: FolderListing) -> None:
        rows = listing.rows.get(self.path, [])
        self.row.show_folders(has_folders=self.path in listing.parents, is_open=bool(rows))
        if rows is not self.folders.rows:
            self.folders.show_rows(rows)
            self.show_chosen(self._chosen)
        self.folders.setVisible(bool(rows))

    def show_chosen(self, folder: Path | None) -> None:
        """Mark a folder in the root; one in a closed folder is marked there."""
        self._chosen = folder
        is_inside = self.folders.show_chosen(folder)
        self.row.show_chosen(is_chosen=folder is not None and not is_inside)

    def _request(self, path: Path, action: RootAction) -> None:
        self.action_requested.emit(action, path)

    def _open_menu(self, path: Path, place: QPoint) -> None:
        run = partial(self._request, path)
        folder_menu(self.folders, run, can_search=self.row.can_search).popup(place)

    def _pass_place(self, place: QRect) -> None:
        self.reached.emit(place.translated(self.folders.pos()))


class RootList(QWidget):
    """The sections of all roots.

    Signals:
        action_requested (RootAction, Path): Do this with a root, or with a folder in one.
        toggled (Path): Open or close a root or a folder.
        reached (QRect): The current folder, which should be visible.
    """

    action_requested = Signal(RootAction, Path)
    toggled = Signal(Path)
    reached = Signal(QRect)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sections: dict[Path, RootSection] = {}
        self._listing = FolderListing()
        self._chosen: Path | None = None
        self._can_search = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.metrics.tight)

    @property
    def sections(self) -> list[RootSection]:
        """By path."""
        return [self._sections[path] for path in sorted(self._sections)]

    @property
    def tab_stops(self) -> list[QWidget]:
        return [
            stop
            for section in self.sections
            for stop in (section.row, section.folders, *section.row.tab_stops[1:])
        ]

    def show_roots(self, states: list[RootState]) -> None:
        """Show these roots, in their order."""
        wanted = {state.root.path: state for state in states}
        before = set(self._sections)
        for path in [path for path in self._sections if path not in wanted]:
            section = self._sections.pop(path)
            self._column.removeWidget(section)
            section.deleteLater()
        for place, (path, state) in enumerate(wanted.items()):
            if path in self._sections:
                self._sections[path].row.show_state(state)
            else:
                self._sections[path] = self._new_section(state)
                self._column.insertWidget(place, self._sections[path])
        if before != self._sections.keys():
            self.show_chosen(self._chosen)

    def show_folders(self, listing: FolderListing) -> None:
        """Show the folders inside those roots that are open."""
        self._listing = listing
        for section in self._sections.values():
            section.show_folders(listing)

    def show_chosen(self, folder: Path | None) -> None:
        """Mark the folder whose photos are shown."""
        self._chosen = folder
        around = {folder, *folder.parents} if folder else set()
        root = max(around & self._sections.keys(), default=None)  # the innermost
        for path, section in self._sections.items():
            section.show_chosen(folder if path == root else None)

    def allow_search(self, *, can_search: bool) -> None:
        """Offer to limit the search to a folder, or not."""
        self._can_search = can_search
        for section in self._sections.values():
            section.row.can_search = can_search

    def _new_section(self, state: RootState) -> RootSection:
        section = RootSection(self._theme, state)
        section.show_folders(self._listing)
        section.row.can_search = self._can_search
        section.action_requested.connect(self.action_requested)
        section.toggled.connect(self.toggled)
        section.reached.connect(lambda place: self.reached.emit(place.translated(section.pos())))
        return section
