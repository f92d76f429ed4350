"""The parts of an archive's window: widgets, the flows between them, and the layout."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.ui.archive.archive_filter_flow import ArchiveFilterFlow
from desktop_app.ui.archive.archive_photo_actions import archive_viewer_actions
from desktop_app.ui.archive.archive_services import ArchiveServices
from desktop_app.ui.archive.archive_view import ArchiveResults, ArchiveView
from desktop_app.ui.archive.copies_flow import CopiesFlow
from desktop_app.ui.archive.copies_view import CopiesView
from desktop_app.ui.archive.part_bar import PartBar
from desktop_app.ui.browse.filter_bar import FilterBar
from desktop_app.ui.inspector.query_panel import QueryPanel
from desktop_app.ui.kit.actions import ActionSet
from desktop_app.ui.kit.empty_view import EmptyView
from desktop_app.ui.kit.message_bar import MessageBar
from desktop_app.ui.kit.navigation import MouseNavigation
from desktop_app.ui.photos.photos_view import PhotosView
from desktop_app.ui.photos.selection_bar import SelectionBar
from desktop_app.ui.search.lens_flow import LensFlow
from desktop_app.ui.search.picture_input import DropHint, PictureInput
from desktop_app.ui.search.query_editor import QueryEditor
from desktop_app.ui.search.search_flow import SearchFlow
from desktop_app.ui.search.search_presenter import SearchPresenter
from desktop_app.ui.search.top_bar import TopBar
from desktop_app.ui.viewer.photo_viewer import PhotoViewer
from desktop_app.ui.viewer.viewing_flow import ViewingFlow

_SELECTION = ("find_similar", "more_like", "less_like", "clear_selection")


class ArchiveParts(QMainWindow):
    """Base of `ArchiveWindow`."""

    def __init__(self, services: ArchiveServices) -> None:
        super().__init__()
        self._services = services

    @property
    def photos(self) -> PhotosView | None:
        """The visible photos; None while a message is shown instead."""
        shown = self.stack.currentWidget()
        return next((view for view in self.views if view is shown), None)

    def make_parts(self, frame: QWidget, actions: ActionSet) -> None:
        """Create all parts; the frame owns them."""
        self.action_set = actions
        self._make_views(frame)
        self._make_flows(frame)
        self._lay_out(frame)

    def _make_views(self, frame: QWidget) -> None:
        services, theme, actions = self._services, self._services.theme, self.action_set
        width = services.preferences.settings.thumbnail_side
        grid = (theme, services.thumbnails, width, services.desktop)
        self.browse = ArchiveView(*grid, services.client)
        self.results = ArchiveResults(*grid)
        self.copies = CopiesView(*grid)
        self.views: list[PhotosView] = [self.browse, self.results, self.copies]
        opening = (self.tr("Opening the archive…"), self.tr("Its codes are mapped into memory."))
        self.opening = EmptyView(theme, "picture", *opening, [])
        self.problem = EmptyView(
            theme, "picture", self.tr("The archive cannot be opened"), "", [self.tr("Try again")]
        )
        empty = (self.tr("No photos"), self.tr("None of the files in the archive is a photo."))
        self.empty = EmptyView(theme, "picture", *empty, [])
        self.stack = QStackedWidget()
        for widget in (self.opening, self.problem, self.empty, *self.views):
            self.stack.addWidget(widget)
        self.bar = TopBar(theme, actions, of_library=False)
        self.message = MessageBar(theme)
        self.selection = SelectionBar(theme, actions, _SELECTION)
        self.part_bar = PartBar(theme)
        self.filters = FilterBar(theme, actions, ("duplicates",))
        self.panel = QueryPanel(theme, services.thumbnails, actions)
        self.viewer = PhotoViewer(
            theme, services.thumbnails, services.pictures, services.preferences,
            archive_viewer_actions(), frame,
        )  # fmt: skip
        self.picture_input = PictureInput(
            services.desktop, DropHint(theme, frame), self.stack, self
        )

    def _make_flows(self, frame: QWidget) -> None:
        services, searcher = self._services, self._services.searcher
        views = (self.bar, self.panel, self.results)
        self.search_flow = SearchFlow(searcher, SearchPresenter(*views))
        self.query_editor = QueryEditor(self.search_flow, *views)
        self.lens_flow = LensFlow(searcher, self.panel.lens, self.results)
        self.viewing_flow = ViewingFlow(
            searcher, services.pictures, self.viewer, self.panel, self.search_flow, self.views
        )
        self.filter_flow = ArchiveFilterFlow(
            services.client, searcher, services.preferences, self.filters, self.browse, self.views
        )
        self.copies_flow = CopiesFlow(services.copies, self.copies)
        mouse = MouseNavigation(self, [view.grid.viewport() for view in self.views])
        mouse.stepped.connect(self.search_flow.step)
        flows = (self.search_flow, self.query_editor, self.lens_flow, self.viewing_flow)
        for part in (*flows, self.filter_flow, self.copies_flow, self.picture_input, mouse):
            part.setParent(frame)

    def _lay_out(self, frame: QWidget) -> None:
        """The Tab key follows the order of these calls."""
        row = QHBoxLayout(frame)
        centre = QWidget(frame)
        centre.setObjectName("centre")
        column = QVBoxLayout(centre)
        for layout in (row, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        row.addWidget(centre, 1)
        row.addWidget(self.panel)
        above, below = (self.bar, self.filters, self.message), (self.part_bar, self.selection)
        for widget in (*above, self.stack, *below):
            column.addWidget(widget)
        column.setStretchFactor(self.stack, 1)
        self.setCentralWidget(frame)
