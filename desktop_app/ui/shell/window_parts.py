"""What the window is made of: views, what goes between them and the services, and their places."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from desktop_app.ui.browse.browse_flow import BrowseFlow
from desktop_app.ui.browse.browse_view import BrowseView
from desktop_app.ui.browse.filter_bar import FilterBar
from desktop_app.ui.browse.outliers_flow import OutliersFlow
from desktop_app.ui.browse.outliers_view import OutliersView
from desktop_app.ui.inspector.query_panel import QueryPanel
from desktop_app.ui.kit.collapsible_section import CollapsibleSection
from desktop_app.ui.kit.empty_view import welcome_view
from desktop_app.ui.kit.message_bar import MessageBar
from desktop_app.ui.kit.mouse_navigation import MouseNavigation
from desktop_app.ui.library.sidebar import Sidebar
from desktop_app.ui.library.work_view import WorkView
from desktop_app.ui.photos.export_panel import ExportPanel
from desktop_app.ui.photos.photos_view import PhotosView
from desktop_app.ui.search.drop_hint import DropHint
from desktop_app.ui.search.lens_flow import LensFlow
from desktop_app.ui.search.picture_input import PictureInput
from desktop_app.ui.search.query_editor import QueryEditor
from desktop_app.ui.search.results_view import ResultsView
from desktop_app.ui.search.saved_searches_flow import SavedSearchesFlow
from desktop_app.ui.search.search_flow import SearchFlow
from desktop_app.ui.search.search_presenter import SearchPresenter
from desktop_app.ui.search.top_bar import TopBar
from desktop_app.ui.shell.services import Services
from desktop_app.ui.shell.window_frame import fill_frame
from desktop_app.ui.viewer.photo_viewer import PhotoViewer
from desktop_app.ui.viewer.viewing_flow import ViewingFlow


class WindowParts(QMainWindow):
    """Whoever builds on it connects its parts, and puts the view that is wanted in sight."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services

    def make_parts(self) -> QWidget:
        """In the present language, in the place of what was there before; gives their frame."""
        old, frame = self.takeCentralWidget(), QWidget()
        if old is not None:
            old.deleteLater()
        self._make_views(frame)
        self._make_flows(frame)
        self._lay_out(frame)
        return frame

    @property
    def folds(self) -> dict[str, CollapsibleSection]:
        """The parts whose state outlives the window, by the names of its file."""
        panel = self.panel
        return {"distances": panel.distances_fold, "photo": panel.details_fold, "lens": panel.lens}

    def _make_views(self, frame: QWidget) -> None:
        services, theme = self._services, self._services.theme
        settings = services.preferences.settings
        self.sidebar = Sidebar(theme, is_watching=settings.watch_folders)
        self.bar = TopBar(theme)
        self.filters = FilterBar(theme)
        self.message = MessageBar(theme)
        self.welcome = welcome_view(theme)
        common = (theme, services.thumbnails, settings.thumbnail_side, services.desktop)
        self.browse = BrowseView(*common, services.browser)
        self.results = ResultsView(*common)
        self.outliers = OutliersView(*common)
        self.panel = QueryPanel(theme, services.thumbnails)
        self.work = WorkView(theme, services.jobs)
        self.viewer = PhotoViewer(theme, services.thumbnails, services.pictures, frame)
        self.export_panel = ExportPanel(theme, frame)
        self._views = QStackedWidget()

    def _make_flows(self, frame: QWidget) -> None:
        """Between the views and the services. They go with the frame."""
        services, searcher = self._services, self._services.searcher
        views = (self.bar, self.panel, self.results)
        self.flow = SearchFlow(searcher, SearchPresenter(*views))
        self.editor = QueryEditor(self.flow, *views)
        self.looking = LensFlow(searcher, self.panel.lens, self.results)
        self.keeping = SavedSearchesFlow(
            services.searches, self.sidebar.searches, self.flow, self.panel
        )
        self.seeking = OutliersFlow(searcher, self.outliers, self.filters)
        self.viewing = ViewingFlow(
            searcher, services.pictures, self.viewer, self.panel, self.flow, self.photo_views
        )
        self.browsing = BrowseFlow(
            services.browser,
            searcher,
            services.preferences,
            self.filters,
            self.browse,
            self.results,
        )
        hint = DropHint(services.theme, frame)
        self.intake = PictureInput(services.desktop, hint, self._views, self)
        ways = MouseNavigation(self, [view.grid.viewport() for view in self.photo_views])
        ways.stepped.connect(self.flow.step)
        flows = (self.flow, self.editor, self.looking, self.keeping, self.seeking)
        for part in (*flows, self.viewing, self.browsing, self.intake, ways):
            part.setParent(frame)

    @property
    def photo_views(self) -> list[PhotosView]:
        return [self.results, self.browse, self.outliers]

    def _lay_out(self, frame: QWidget) -> None:
        for view in (self.welcome, self.browse, self.results, self.outliers):
            self._views.addWidget(view)
        middle = [self.bar, self.filters, self.message, self._views]
        fill_frame(frame, self.sidebar, middle, self.panel, self.work)
        self.setCentralWidget(frame)
