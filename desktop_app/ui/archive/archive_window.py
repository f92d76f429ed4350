"""The window of an archive: its photos, searched like a library that can only be read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMenuBar, QWidget

from desktop_app.core.archive_facts.row_places import RowPlaces
from desktop_app.core.base.errors import AppError
from desktop_app.ui.archive.archive_actions import (
    archive_actions,
    archive_menu_actions,
    archive_menus,
    archive_photo_keys,
)
from desktop_app.ui.archive.archive_commands import ArchiveCommands
from desktop_app.ui.archive.archive_parts import ArchiveParts
from desktop_app.ui.archive.archive_services import ArchiveServices
from desktop_app.ui.archive.archive_wiring import connect_photos, connect_search
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.actions import ActionSet
from desktop_app.ui.kit.messages import message, shown_folder
from desktop_app.ui.kit.navigation import StrayKeys
from desktop_app.ui.library.library_opener import window_title

_LEAST_SIZE = (720, 520)


class ArchiveWindow(ArchiveParts):
    """Connects the parts, and opens the archive.

    Attributes:
        commands: Handles the window's actions.
    """

    def __init__(self, services: ArchiveServices) -> None:
        super().__init__(services)
        self.setWindowTitle(window_title(services.folder))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.commands = ArchiveCommands(self, services)
        frame = QWidget(self)
        actions = ActionSet([*archive_actions(), *archive_menu_actions()], self.commands, frame)
        self.make_parts(frame, actions)
        actions.add_shortcuts(frame, [action.id for action in archive_actions()])
        ActionSet(archive_photo_keys(), self.commands, frame).add_shortcuts(frame)
        self._fill_menu_bar(actions)
        self._connect_archive()
        connect_search(self, self.commands, services)
        connect_photos(self, self.commands)
        StrayKeys(self, lambda: _visible_grid(self))
        self.open_archive()

    def open_archive(self) -> None:
        """Open the archive in the background."""
        self.setFocus()  # not Paste, to which Qt would give it
        self.stack.setCurrentWidget(self.opening)
        self._show_state()
        self._services.client.open()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self.viewer.leave()
        self.hide()
        self._services.close()
        super().closeEvent(event)

    def _connect_archive(self) -> None:
        client = self._services.client
        client.opened.connect(self._show_archive)
        client.not_opened.connect(self._show_problem)
        self.filter_flow.listing_changed.connect(self._show_listing)
        self.problem.buttons[0].clicked.connect(self.open_archive)
        self.part_bar.part_chosen.connect(self._show_part)
        self.search_flow.query_changed.connect(self._show_state)
        self.copies_flow.toggled.connect(self._show_state)
        for view in self.views:
            view.selection_changed.connect(self._show_selection)
        self.stack.currentChanged.connect(self._show_selection)

    def _fill_menu_bar(self, actions: ActionSet) -> None:
        bar = QMenuBar(self)
        for title, names in archive_menus():
            menu = actions.fill(bar.addMenu(title), names)
            menu.setToolTipsVisible(True)
            if "open_library" in names:
                self.commands.libraries.add_recent(menu, actions.entry("open_archive"))
        self.setMenuBar(bar)
        width, height = _LEAST_SIZE
        self.setMinimumSize(max(width, bar.sizeHint().width()), height)

    def _show_archive(self, photos: RowPlaces) -> None:
        self._show_listing()
        if len(photos):
            self.browse.grid.setFocus()
            self._services.searcher.library.refresh()  # loads the model before it is needed

    def _show_part(self, part: int) -> None:
        self.browse.show_part(part)
        self.part_bar.show_part(part, len(self.browse.places))

    def _show_listing(self) -> None:
        """Show how many photos pass the filter, and which part of them is shown."""
        self.part_bar.show_part(0, len(self.browse.places))
        self.copies_flow.show_passing(self.browse.places)
        self._show_state()

    def _show_problem(self, error: AppError) -> None:
        self.problem.set_sentence(message(error))
        self.stack.setCurrentWidget(self.problem)
        self.problem.buttons[0].setFocus()

    def _show_state(self) -> None:
        """Show the widgets that fit the state of the archive and of the search."""
        count, has_query = self.browse.count, self.search_flow.has_query
        photos = self.copies if self.copies_flow.is_open else self.browse
        if has_query:
            self.stack.setCurrentWidget(self.results)
        elif count is not None:
            self.stack.setCurrentWidget(photos if count else self.empty)
        self.panel.setVisible(has_query)
        self.filters.setVisible(bool(count))
        is_browsing = self.stack.currentWidget() is self.browse
        self.part_bar.setVisible(self.part_bar.is_needed and is_browsing)
        if not has_query:
            self._show_heading(count)
        if self.photos is not None and self.focusWidget() in (None, self):
            self.photos.grid.setFocus()
        self.action_set.refresh()

    def _show_heading(self, count: int | None) -> None:
        folder = shown_folder(self._services.folder)
        if count is None:
            self.bar.show_title(folder)
            return
        shown = numbers.photos(count)
        if not self.filter_flow.photo_filter.is_empty:
            passing = numbers.counted(len(self.browse.places))
            shown = self.tr("{shown} of {photos}").format(shown=passing, photos=shown)
        text = self.tr("{photos} · read-only").format(photos=shown)
        hint = self.tr("Archive {folder}").format(folder=folder)
        self.bar.show_count(text, hint)

    def _show_selection(self) -> None:
        count = self.photos.grid.selection.count if self.photos is not None else 0
        self.selection.show_count(count)
        self.action_set.refresh_buttons()


def _visible_grid(window: ArchiveWindow) -> QWidget | None:
    """Return the grid that keys move in; None while the viewer or a message is shown."""
    photos = window.photos
    return photos.grid if photos is not None and not window.viewer.isVisible() else None
