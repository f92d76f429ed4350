"""Switches between the welcome page, the views of the sidebar, and the results of a search."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.ui.browse.all_photos import ALL_PHOTOS
from desktop_app.ui.jobs.library_jobs import LibraryJobs
from desktop_app.ui.library.library_flow import LibraryFlow
from desktop_app.ui.photos.library_view import LibraryView
from desktop_app.ui.photos.photos_view import PhotosView
from desktop_app.ui.shell.window_parts import WindowParts


class ViewSwitcher(QObject):
    """Shows the view that fits the state of the search and of the library.

    Attributes:
        chosen_view: The key of the view that was chosen in the sidebar.
        wants_sidebar: True if the user has opened the sidebar, False if closed, None if neither.
    """

    def __init__(
        self, parts: WindowParts, jobs: LibraryJobs, library: LibraryFlow, fold_below: int
    ) -> None:
        """The sidebar is hidden in windows that are narrower than `fold_below` pixels."""
        super().__init__(parts)
        self._parts = parts
        self._jobs = jobs
        self._library = library
        self._fold_below = fold_below
        self.chosen_view = ""
        self.wants_sidebar: bool | None = None

    @property
    def view(self) -> LibraryView:
        """The view that was chosen in the sidebar; the first if none was."""
        views = self._parts.views
        return views.get(self.chosen_view) or next(iter(views.values()))

    @property
    def shown(self) -> str:
        """The key of the visible view; empty while results or the welcome page are shown."""
        in_sight = self._parts.stack.currentWidget()
        views = self._parts.views.items()
        return next((key for key, view in views if view.photos is in_sight), "")

    @property
    def folder(self) -> Path | None:
        """The folder whose photos are shown or searched; None in the other views."""
        can_be_folder = self.shown in ("", ALL_PHOTOS)
        return self._parts.browse_flow.photo_filter.folder if can_be_folder else None

    @property
    def photos(self) -> PhotosView | None:
        """The visible photos; None on the welcome page."""
        in_sight = self._parts.stack.currentWidget()
        return next((view for view in self._parts.photo_views if view is in_sight), None)

    def select(self, key: str) -> None:
        """Open a view from its beginning; an unknown key changes nothing."""
        if key not in self._parts.views:
            return
        if self._parts.views[key] is not self.view:
            self.view.close()
        self.chosen_view = key
        self.view.open(self._parts.browse_flow.photo_filter)
        self.show()

    def refresh(self) -> None:
        """Reload the chosen view, after the photos or the model have changed."""
        self.view.refresh()

    def show(self) -> None:
        """Show the widgets that fit the state of the search and of the library."""
        parts = self._parts
        parts.stack.setCurrentWidget(self._fitting())
        has_library = parts.stack.currentWidget() is not parts.welcome
        parts.panel.setVisible(parts.search_flow.has_query)
        for view in parts.photo_views:
            view.offer_rescan(is_possible=self._jobs.running is None)
        parts.filters.sort.setVisible(bool(self.shown) and self.view.can_sort)
        parts.picture_input.checks_folders = bool(self.shown) and self.view.checks_folders
        for part in (parts.filters, parts.bar, parts.work):
            part.setVisible(has_library)
        self.show_heading()
        self.fold_sidebar()
        if self.photos is not None and parts.focusWidget() in (None, parts):
            self.photos.grid.setFocus()  # nothing has the keyboard
        parts.action_set.refresh()

    def show_heading(self) -> None:
        """Show the view's heading, unless a search shows its own."""
        heading = self.view.heading
        if self._parts.search_flow.has_query:
            return
        if heading.count:
            self._parts.bar.show_count(heading.count, heading.hint)
        elif heading.title:
            self._parts.bar.show_title(heading.title)

    def fold_sidebar(self) -> None:
        """Hide the sidebar in a narrow window, unless the user has opened it."""
        is_wide = self._parts.width() >= self._fold_below
        is_wanted = is_wide if self.wants_sidebar is None else self.wants_sidebar
        has_library = self._parts.stack.currentWidget() is not self._parts.welcome
        self._parts.sidebar.setVisible(is_wanted and has_library)

    def toggle_sidebar(self) -> None:
        self.wants_sidebar = not self._parts.sidebar.isVisible()
        self.fold_sidebar()

    def _fitting(self) -> QWidget:
        if self._parts.search_flow.has_query:
            return self._parts.results
        return self._parts.welcome if self._library.is_empty else self.view.photos
