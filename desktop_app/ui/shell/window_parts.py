"""The parts of the window: widgets, the flows between them and the services, and the layout."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.ui.browse.all_photos import AllPhotos
from desktop_app.ui.browse.browse_flow import BrowseFlow
from desktop_app.ui.browse.filter_bar import FilterBar
from desktop_app.ui.inspector.query_panel import QueryPanel
from desktop_app.ui.kit.actions import ActionSet
from desktop_app.ui.kit.collapsible_section import CollapsibleSection
from desktop_app.ui.kit.empty_view import welcome_view
from desktop_app.ui.kit.message_bar import MessageBar
from desktop_app.ui.kit.navigation import MouseNavigation
from desktop_app.ui.library.sidebar import Sidebar
from desktop_app.ui.library.work_view import WorkView
from desktop_app.ui.photos.export_panel import ExportPanel
from desktop_app.ui.photos.library_view import LibraryView
from desktop_app.ui.photos.photos_view import PhotosView
from desktop_app.ui.photos.selection_bar import SelectionBar
from desktop_app.ui.saved_searches.saved_searches_flow import SavedSearchesFlow
from desktop_app.ui.saved_searches.typed_search import TypedSearch
from desktop_app.ui.search.lens_flow import LensFlow
from desktop_app.ui.search.picture_input import DropHint, PictureInput
from desktop_app.ui.search.query_editor import QueryEditor
from desktop_app.ui.search.results_view import ResultsView
from desktop_app.ui.search.search_flow import SearchFlow
from desktop_app.ui.search.search_presenter import SearchPresenter
from desktop_app.ui.search.top_bar import TopBar
from desktop_app.ui.shell.services import Services
from desktop_app.ui.shell.views import ViewContext, library_views
from desktop_app.ui.viewer.photo_viewer import PhotoViewer
from desktop_app.ui.viewer.viewer_actions import viewer_actions
from desktop_app.ui.viewer.viewing_flow import ViewingFlow


class WindowParts(QMainWindow):
    """Base of `MainWindow`: its widgets, which are built again after a change of language."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services

    def make_parts(
        self, frame: QWidget, actions: ActionSet, indexed: Callable[[], int | None]
    ) -> None:
        """Create the parts in the current language, and replace the previous ones."""
        old = self.takeCentralWidget()
        if old is not None:
            old.deleteLater()
        self.action_set = actions
        self._make_views(frame, indexed)
        self._make_bars()
        self._make_overlays(frame)
        self._make_flows(frame)
        self._lay_out(frame)

    @property
    def folds(self) -> dict[str, CollapsibleSection]:
        """The sections whose open state is saved, by their names in the saved state."""
        panel = self.panel
        return {"distances": panel.distances_fold, "photo": panel.details_fold, "lens": panel.lens}

    @property
    def photo_views(self) -> list[PhotosView]:
        """All photo views: the results, and the views of the sidebar."""
        return [self.results, *(view.photos for view in self.views.values())]

    def _make_views(self, frame: QWidget, indexed: Callable[[], int | None]) -> None:
        context = ViewContext(self._services, lambda: self.browse_flow.photo_filter, indexed)
        self.views: dict[str, LibraryView] = {
            entry.key: entry.factory(context) for entry in library_views()
        }
        all_photos = next(iter(self.views.values()))
        assert isinstance(all_photos, AllPhotos)
        self.browse = all_photos.browse
        self.results = ResultsView(*context.grid)
        self.welcome = welcome_view(self._services.theme)
        self.stack = QStackedWidget()
        for widget in (self.welcome, *self.photo_views):
            self.stack.addWidget(widget)
        for view in self.views.values():
            view.setParent(frame)

    def _make_bars(self) -> None:
        services, theme = self._services, self._services.theme
        views = [entry.action_id for entry in library_views()]
        self.sidebar = Sidebar(theme, self.action_set, views)
        self.bar = TopBar(theme, self.action_set)
        self.filters = FilterBar(theme, self.action_set)
        self.message = MessageBar(theme)
        self.selection = SelectionBar(theme, self.action_set)
        self.panel = QueryPanel(theme, services.thumbnails, self.action_set)
        self.work = WorkView(theme, services.jobs)

    def _make_overlays(self, frame: QWidget) -> None:
        """Create the widgets that are shown above the photos."""
        services, theme = self._services, self._services.theme
        self.viewer = PhotoViewer(
            theme,
            services.thumbnails,
            services.pictures,
            services.preferences,
            viewer_actions(),
            frame,
        )
        self.export_panel = ExportPanel(theme, frame)
        self.picture_input = PictureInput(
            services.desktop, DropHint(theme, frame), self.stack, self
        )

    def _make_flows(self, frame: QWidget) -> None:
        """Create the flows between the views and the services; the frame owns them."""
        services, searcher = self._services, self._services.searcher
        views = (self.bar, self.panel, self.results)
        self.search_flow = SearchFlow(searcher, SearchPresenter(*views))
        self.query_editor = QueryEditor(self.search_flow, *views)
        self.typed_search = TypedSearch(
            self.search_flow, self.query_editor, self.bar.words, services.searches
        )
        self.lens_flow = LensFlow(searcher, self.panel.lens, self.results)
        self.saved_searches = SavedSearchesFlow(
            services.searches, self.sidebar.searches, self.search_flow
        )
        self.viewing_flow = ViewingFlow(
            searcher, services.pictures, self.viewer, self.panel, self.search_flow, self.photo_views
        )
        grids = [view.grid for view in self.photo_views]
        self.browse_flow = BrowseFlow(
            services.browser, searcher, services.preferences, services.stacks, self.filters, grids
        )
        mouse = MouseNavigation(self, [grid.viewport() for grid in grids])
        mouse.stepped.connect(self.search_flow.step)
        flows = (
            self.search_flow,
            self.query_editor,
            self.typed_search,
            self.lens_flow,
            self.saved_searches,
            self.viewing_flow,
            self.browse_flow,
        )
        for part in (*flows, self.picture_input, mouse):
            part.setParent(frame)

    def _lay_out(self, frame: QWidget) -> None:
        """Lay out three columns above the status of the running job.

        A widget moves with all that is in it each time that its parent changes: each gets its last
        one at once. The Tab key follows the order of these calls.
        """
        outer = _without_gaps(QVBoxLayout(frame))
        row = QHBoxLayout()
        row.setSpacing(0)
        outer.addLayout(row, 1)
        row.addWidget(self.sidebar)
        above = [self.bar, self.filters, self.message]
        row.addWidget(_column(above, self.stack, self.selection, frame), 1)
        row.addWidget(self.panel)
        outer.addWidget(self.work)
        self.setCentralWidget(frame)


def _column(above: Sequence[QWidget], photos: QWidget, below: QWidget, parent: QWidget) -> QWidget:
    """Stack widgets vertically; the photos take the remaining height."""
    centre = QWidget(parent)
    centre.setObjectName("centre")
    column = _without_gaps(QVBoxLayout(centre))
    for widget in (*above, photos, below):
        column.addWidget(widget)
    column.setStretchFactor(photos, 1)
    return centre


def _without_gaps(column: QVBoxLayout) -> QVBoxLayout:
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
