"""The window: library, photos and query side by side, running work beneath."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMenuBar, QWidget

from desktop_app.core.catalogue.window_state import WindowState
from desktop_app.ui.browse.all_photos import ALL_PHOTOS
from desktop_app.ui.engine.queries import FileSource
from desktop_app.ui.kit.actions import ActionSet
from desktop_app.ui.kit.navigation import StrayKeys
from desktop_app.ui.library.library_actions import LibraryActions
from desktop_app.ui.library.library_flow import LibraryFlow
from desktop_app.ui.library.library_opener import window_title
from desktop_app.ui.library.sample_tour import SampleTour
from desktop_app.ui.retraining.scope_choice import TrainingCandidates
from desktop_app.ui.settings.window_memory import open_folds, restore_folds
from desktop_app.ui.shell import window_wiring
from desktop_app.ui.shell.closing_question import Closing, ask_before_closing
from desktop_app.ui.shell.model_flow import ModelFlow
from desktop_app.ui.shell.model_in_use import ModelInUse
from desktop_app.ui.shell.model_news import ModelNews
from desktop_app.ui.shell.services import Services
from desktop_app.ui.shell.view_switcher import ViewSwitcher
from desktop_app.ui.shell.window_actions import (
    RESCAN_KEY,
    menu_actions,
    menus,
    photo_keys,
    window_actions,
)
from desktop_app.ui.shell.window_commands import WindowCommands
from desktop_app.ui.shell.window_parts import WindowParts

_LEAST_SIZE = (720, 520)  # and wide enough for the menu bar


class MainWindow(WindowParts):
    """Connects the parts of the window, and restores and saves its state.

    Attributes:
        commands: Handles the window's actions.
        switcher: Selects the view that is shown.
        library: The state of the library.
        library_actions: Carries out what is chosen for a folder in the sidebar.
        model_flow: Opens the model dialog.
        model_in_use: The model that the library is searched with.
        model_news: Posts messages about models.
    """

    def __init__(self, services: Services, samples: Path, *, is_new_library: bool) -> None:
        """Create the window. `samples` is the folder for the sample pictures."""
        super().__init__(services)
        self.setWindowTitle(window_title(services.library.folder))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # at first, and never by Tab
        self._closing: Closing | None = None
        self._make_commands(is_new_library=is_new_library)
        self._tour = SampleTour(services.jobs, samples, self)
        self._tour.ready.connect(self._search_sample)
        self.commands.folders_added.connect(self._tour.end)
        self.setFocus()
        self.build()
        StrayKeys(self, lambda: _visible_grid(self))
        # The lambdas look up `message` at each call: `build` replaces the message bar.
        self.model_flow.message_posted.connect(lambda text: self.message.show_error(text))  # noqa: PLW0108
        self.model_news.notice_posted.connect(lambda notice: self.message.show_notice(notice))  # noqa: PLW0108
        self.model_news.notice_queued.connect(lambda notice: self.message.queue_notice(notice))  # noqa: PLW0108
        self.commands.tips.notice_posted.connect(lambda notice: self.message.queue_notice(notice))  # noqa: PLW0108
        services.searcher.library.recovered.connect(self.model_news.report_recovered)
        self.browse_flow.start()
        if not is_new_library:
            self.model_news.report_startup()

    def build(self) -> None:
        """Build all widgets in the current language; the state of the old ones is lost."""
        commands, services = self.commands, self._services
        frame = QWidget(self)
        actions = ActionSet([*window_actions(), *menu_actions()], commands, frame)
        self.make_parts(frame, actions, lambda: self.library.indexed)
        actions.add_shortcuts(frame, [action.id for action in window_actions()])
        ActionSet(photo_keys(), commands, frame).add_shortcuts(frame)
        self._fill_menu_bar(actions)
        window_wiring.connect_searching(self, services, commands)
        window_wiring.connect_views(self, commands)
        window_wiring.connect_marks(self, self.switcher)
        window_wiring.connect_library(self, services, commands, self.library_actions)
        window_wiring.connect_photos(self, services, commands)
        window_wiring.connect_selection(self, self.switcher)
        window_wiring.connect_messages(self, services, commands, self.library_actions)
        self.welcome.buttons[1].clicked.connect(self._tour.begin)
        window_wiring.connect_model(self, self.model_in_use)
        self.switcher.show()

    def show_again(self) -> None:
        """Update the sidebar and the status strip, and show the view that fits the library."""
        self.library.show_in(self.sidebar, self.work)
        self.switcher.show()

    def restore(self) -> None:
        """Restore the state in which the window was closed."""
        state = self._services.memory.state
        self.switcher.wants_sidebar = state.sidebar
        if not self.library.is_new:
            self.switcher.select(state.view)
        restore_folds(self.folds, state.folds)
        restore_folds(self.sidebar.searches.folds, state.sidebar_folds)
        self._services.folders.opened = frozenset(state.open_folders)
        self._services.memory.restore_geometry(self)
        self.switcher.fold_sidebar()

    def close_at_once(self) -> None:
        """Close without asking, for the end of the session; a training can be resumed later."""
        self._close_with(Closing.STOP)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.switcher.fold_sidebar()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        services = self._services
        run = services.models.run
        if run.is_own and not run.is_quick and self._closing is None:
            event.ignore()
            ask_before_closing(services.theme, self, self._close_with)
            return
        self.viewer.leave()
        state = WindowState(
            sidebar=self.switcher.wants_sidebar,
            folds=open_folds(self.folds),
            view=self.switcher.chosen_view,
            sidebar_folds=open_folds(self.sidebar.searches.folds),
            open_folders=tuple(sorted(services.folders.opened)),
        )
        services.memory.keep(self, state)
        self.hide()
        self.model_flow.host.close()
        services.close()
        if self._closing is Closing.BACKGROUND:
            services.models.resume_in_background(services.library.folder)
        super().closeEvent(event)

    def _search_sample(self, picture: Path) -> None:
        """Search for a sample picture, unless the user has searched for something meanwhile."""
        if not self.search_flow.has_query:
            self.commands.search(FileSource(picture))

    def _close_with(self, closing: Closing) -> None:
        self._closing = closing
        self.close()

    def _make_commands(self, *, is_new_library: bool) -> None:
        services = self._services
        self.model_flow = ModelFlow(services, self, self._candidates)
        self.model_in_use = ModelInUse(services.models.thread, services.jobs, self)
        self.model_flow.host.closed.connect(self.model_in_use.refresh)
        self.model_news = ModelNews(
            services.models, services.jobs, self.model_flow, self.model_in_use
        )
        self.library = LibraryFlow(
            services.searcher, services.browsers, services.watch, services.drives, services.jobs,
            self, is_new=is_new_library,
        )  # fmt: skip
        self.library.library_changed.connect(self.show_again)
        self.library.library_changed.connect(services.folders.refresh)
        for reader in (services.folders, services.duplicates):
            reader.failed.connect(services.searcher.library.report)
        fold_below = services.theme.metrics.fold_below
        self.switcher = ViewSwitcher(self, services.jobs, self.library, fold_below)
        services.jobs.idle.connect(self.switcher.refresh)
        services.searcher.model_changed.connect(self.switcher.refresh)
        self.commands = WindowCommands(
            self, services, self.switcher, self.library, self.model_flow, RESCAN_KEY
        )
        self.settings = self.commands.settings
        self.library_actions = LibraryActions(services.jobs, services.desktop, self)
        self.library_actions.photos_requested.connect(partial(self.commands.show_view, ALL_PHOTOS))

    def _fill_menu_bar(self, actions: ActionSet) -> None:
        bar = QMenuBar(self)
        for title, names in menus():
            menu = actions.fill(bar.addMenu(title), names)
            if "open_library" in names:
                self.commands.libraries.add_recent(menu, actions.entry("open_library"))
        self.setMenuBar(bar)
        width, height = _LEAST_SIZE
        self.setMinimumSize(max(width, bar.sizeHint().width()), height)

    def _candidates(self) -> TrainingCandidates:
        """Return what a training can learn from: the filter, and the selected photos."""
        photos = self.switcher.photos
        selection = photos.grid.selection.photo_selection() if photos is not None else None
        return TrainingCandidates(
            self.browse_flow.photo_filter, tuple(selection.ids) if selection else ()
        )


def _visible_grid(window: MainWindow) -> QWidget | None:
    """Return the grid that keys move in; None while the viewer or the welcome page is shown."""
    photos = window.switcher.photos
    return photos.grid if photos is not None and not window.viewer.isVisible() else None
