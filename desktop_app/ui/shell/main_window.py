"""The window: library, photos and query side by side, running work beneath."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.engine.queries import FileSource, PhotoSource, Source
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.shortcuts import Command, add_shortcut
from desktop_app.ui.library.library_actions import LibraryActions
from desktop_app.ui.library.library_flow import LibraryFlow
from desktop_app.ui.library.root_row import RootAction
from desktop_app.ui.library.sample_tour import SampleTour
from desktop_app.ui.photos.photo_action_flow import PhotoActionFlow
from desktop_app.ui.retraining.scope_choice import TrainingCandidates
from desktop_app.ui.settings.settings_dialog import SettingsDialog
from desktop_app.ui.settings.shortcuts_dialog import ShortcutsDialog
from desktop_app.ui.shell.closing_question import Closing, ask_before_closing
from desktop_app.ui.shell.model_flow import ModelFlow
from desktop_app.ui.shell.model_news import ModelNews
from desktop_app.ui.shell.services import Services
from desktop_app.ui.shell.window_parts import WindowParts


class MainWindow(WindowParts):
    """Everything that the user asks for passes through here."""

    def __init__(self, services: Services, samples: Path, *, is_new_library: bool) -> None:
        """`samples`: where sample pictures are drawn."""
        super().__init__(services)
        self.settings = SettingsDialog(
            services.theme,
            services.language,
            services.preferences,
            services.library,
            services.desktop,
            self,
        )
        self._trial = SampleTour(services.jobs, samples, self)
        self._trial.ready.connect(self._end_trial)
        self.modelling = ModelFlow(services, self, self._material)
        self.news = ModelNews(services, self.modelling)
        self._closing: Closing | None = None
        self.library = LibraryFlow(
            services.searcher,
            services.browser,
            services.watch,
            services.jobs,
            self,
            is_new=is_new_library,
        )
        self.library.changed.connect(self.show_again)
        self._wants_sidebar: bool | None = None
        self.actions_on_roots = LibraryActions(services.jobs, services.desktop, self)
        self.actions_on_photos = PhotoActionFlow(
            services.file_work, services.jobs, services.desktop, self
        )
        self.setWindowTitle("Lookalike")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # at first, and never by Tab
        self.setFocus()
        self.build()
        self.modelling.said.connect(lambda words: self.message.say(words))  # noqa: PLW0108 -- later
        self.news.said.connect(lambda told: self.message.tell(told))  # noqa: PLW0108 -- another one
        self.news.found.connect(lambda told: self.message.tell_in_turn(told))  # noqa: PLW0108
        self.browsing.start()
        if not is_new_library:
            self.news.begin()

    def build(self) -> None:
        """All that has words, in the present language; what was there before goes, and what it
        showed with it.
        """
        frame = self.make_parts()
        self._connect_searching()
        self._connect_browsing()
        self._connect_library()
        self._connect_photos()
        self._connect_dialogs()
        self._connect_messages()
        self._add_shortcuts(frame)
        self._show_view()

    # What the user asks for

    def search(self, source: Source) -> None:
        """Find the photos that look like this."""
        self.editor.search([source])

    def clear_search(self) -> None:
        self.message.clear()
        self.flow.clear()

    def _add_examples(self, ids: list[int], is_wanted: bool) -> None:  # noqa: FBT001 -- a signal's
        self.editor.add([PhotoSource(number) for number in ids], wanted=is_wanted)

    def _prepare_for_search(self) -> None:
        self.message.clear()
        self.viewer.leave()

    def go_back(self) -> None:
        """From a search to what was looked at before, and from there to all photos."""
        if not self.flow.has_query:
            self.seeking.leave()
        self.message.clear()
        self.editor.leave()

    def show_all(self) -> None:
        self.seeking.leave()
        self.clear_search()

    def show_outliers(self) -> None:
        """The photos that are like no others."""
        self.clear_search()
        self.seeking.show()

    def add_folders(self, folders: list[Path]) -> None:
        self.message.clear()
        self._services.jobs.index(folders)

    def rescan(self) -> None:
        self.message.clear()
        self._services.jobs.index([])

    def _act_on_root(self, verb: RootAction, root: Path) -> None:
        self.message.clear()
        self.actions_on_roots.do(verb, root)

    def _watch_folders(self, is_wanted: bool) -> None:  # noqa: FBT001 -- a signal's argument
        self._services.preferences.change(watch_folders=is_wanted)

    def show_shortcuts(self) -> None:
        ShortcutsDialog(self._services.theme, self).show()

    def _material(self) -> TrainingCandidates:
        """What can be learned from: what passes the filter, and what is selected."""
        shown = self._views.currentWidget()
        view = next((view for view in self.photo_views if view is shown), None)
        chosen = view.grid.selection.photo_selection() if view is not None else None
        return TrainingCandidates(self.browsing.chosen, tuple(chosen.ids) if chosen else ())

    def restore(self) -> None:
        """As it was left."""
        state = self._services.memory.state
        self._wants_sidebar = state.sidebar
        if state.shows_unusual and not self.library.is_new:
            self.seeking.show()
        self._services.memory.restore(self, self.folds)
        self._fold()

    def try_samples(self) -> None:
        self._trial.begin()

    # What Qt tells

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fold()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if self._services.models.run.is_own and self._closing is None:
            event.ignore()
            ask_before_closing(self._services.theme, self, self._close_with)
            return
        wants, is_shown = self._wants_sidebar, self.seeking.is_shown
        self._services.memory.keep(self, self.folds, sidebar=wants, shows_unusual=is_shown)
        self.hide()
        self.modelling.close()
        self._services.close()
        if self._closing is Closing.BACKGROUND:
            self._services.models.go_on_alone(self._services.library.folder)
        super().closeEvent(event)

    def close_at_once(self) -> None:
        """As the system wants it: a training goes on next time."""
        self._close_with(Closing.STOP)

    def _close_with(self, closing: Closing) -> None:
        self._closing = closing
        self.close()

    # What is shown

    def show_again(self) -> None:
        """The library, and the view that fits it."""
        self.library.show_in(self.sidebar, self.work)
        self._show_view()

    def _end_trial(self, picture: Path) -> None:
        if not self.flow.has_query:
            self.search(FileSource(picture))

    def _show_view(self) -> None:
        self.panel.setVisible(self.flow.has_query)
        if self.flow.has_query:
            self._views.setCurrentWidget(self.results)
        elif self.library.is_empty:
            self._views.setCurrentWidget(self.welcome)
        elif self.seeking.is_shown:
            self._views.setCurrentWidget(self.outliers)
        else:
            self._views.setCurrentWidget(self.browse)
        self.browse.offer_rescan(is_possible=self._services.jobs.running is None)
        self._say_title()
        self._mark_view()
        self.filters.sort.setVisible(self._views.currentWidget() is self.browse)
        self.filters.setVisible(self._views.currentWidget() is not self.welcome)
        self.bar.setVisible(self._views.currentWidget() is not self.welcome)
        self.work.setVisible(self._views.currentWidget() is not self.welcome)
        self._fold()

    def _mark_view(self) -> None:
        shown = self._views.currentWidget()
        is_all = shown is self.browse
        button = self.sidebar.outliers if shown is self.outliers else None
        self.sidebar.mark_view(self.sidebar.all_photos if is_all else button)

    def _say_title(self) -> None:
        """While nothing is searched for, the bar counts the photos and invites to search."""
        count = self.browse.count
        if self.seeking.is_shown and not self.flow.has_query:
            self.bar.say(self.tr("Unusual photos"))
            return
        if self.flow.has_query or count is None:
            return
        title = numbers.photos(count)
        indexed = self.library.indexed
        if not self.browsing.chosen.is_empty and indexed is not None:
            title = self.tr("{shown} of {photos}").format(
                shown=numbers.counted(count), photos=numbers.photos(indexed)
            )
        self.bar.say_count(title, self.tr("Drop, paste or open a picture to find photos like it"))

    def _fold(self) -> None:
        """In a narrow window the photos come first; whoever opens the sidebar keeps it."""
        is_wide = self.width() >= self._services.theme.metrics.fold_below
        wanted = is_wide if self._wants_sidebar is None else self._wants_sidebar
        self.sidebar.setVisible(wanted and self._views.currentWidget() is not self.welcome)

    def _toggle_sidebar(self) -> None:
        self._wants_sidebar = not self.sidebar.isVisible()
        self._fold()

    # How its parts work together

    def _connect_searching(self) -> None:
        searcher = self._services.searcher
        self.flow.query_changed.connect(self._show_view)
        self.flow.search_starting.connect(self._prepare_for_search)
        searcher.model_changed.connect(self.looking.reset)
        self.intake.pictures_brought.connect(self.editor.search)
        self.bar.open_asked.connect(self.intake.choose_picture)
        self.bar.paste_asked.connect(self.intake.paste)
        self.panel.clear_requested.connect(self.clear_search)

    def _connect_browsing(self) -> None:
        self.browsing.listing_changed.connect(self._say_title)
        self.browsing.listing_changed.connect(lambda: self.seeking.narrow(self.browsing.chosen))
        self._services.jobs.idle.connect(self.seeking.look_again)
        self._services.searcher.model_changed.connect(self.seeking.look_again)
        self.seeking.changed.connect(self._show_view)
        self.sidebar.all_asked.connect(self.show_all)
        self.sidebar.outliers_asked.connect(self.show_outliers)
        self.bar.sidebar_asked.connect(self._toggle_sidebar)

    def _connect_library(self) -> None:
        """Folders, and the work that reads them."""
        searcher = self._services.searcher
        self.intake.folders_brought.connect(self.add_folders)
        self.welcome.buttons[0].clicked.connect(self.intake.choose_folder)
        self.welcome.buttons[1].clicked.connect(self.try_samples)
        self.browse.no_photos.buttons[0].clicked.connect(self.rescan)
        searcher.library.failures_listed.connect(self.work.show_failures)
        self.work.failures_asked.connect(searcher.library.list_failures)
        self.work.show_asked.connect(self.actions_on_roots.show_file)
        self.actions_on_roots.failed_asked.connect(self.work.unfold)
        self.sidebar.add_asked.connect(self.intake.choose_folder)
        self.sidebar.rescan_asked.connect(self.rescan)
        self.sidebar.root_asked.connect(self._act_on_root)
        self.sidebar.watch_asked.connect(self._watch_folders)
        self._services.preferences.changed.connect(self.sidebar.follow)

    def _connect_photos(self) -> None:
        """What is done with photos that are shown."""
        self.viewer.action_requested.connect(self.actions_on_photos.do)
        self.actions_on_photos.export_asked.connect(self.export_panel.open_for)
        self.export_panel.asked.connect(self.actions_on_photos.export)
        for view in self.photo_views:
            view.action_requested.connect(self.actions_on_photos.do)
            view.find_similar_requested.connect(lambda number: self.search(PhotoSource(number)))
            view.examples_chosen.connect(self._add_examples)

    def _connect_dialogs(self) -> None:
        self.welcome.buttons[2].clicked.connect(self.settings.open_anew)
        self.bar.settings_asked.connect(self.settings.open_anew)
        self.sidebar.settings_asked.connect(self.settings.open_anew)
        self.sidebar.shortcuts_asked.connect(self.show_shortcuts)
        self.sidebar.model_asked.connect(self.modelling.open)

    def _connect_messages(self) -> None:
        self.library.said.connect(self.message.say)
        self._services.preferences.failed.connect(self.message.say)
        self.flow.failed.connect(self.message.say)
        self.editor.rejected.connect(self.message.say)
        self.intake.said.connect(self.message.say)
        self.work.said.connect(self.message.say)
        self.actions_on_roots.said.connect(self.message.say)
        self.keeping.notice_posted.connect(self.message.tell)
        for bar in (self.message, self.viewer.message):
            self.actions_on_photos.said.connect(bar.tell)
        for view in self.photo_views:
            view.failed.connect(self.message.say)

    def _add_shortcuts(self, frame: QWidget) -> None:
        for command, verb in (
            (Command.OPEN_PICTURE, self.intake.choose_picture),
            (Command.PASTE, self.intake.paste),
            (Command.ADD_FOLDER, self.intake.choose_folder),
            (Command.UNDO, self.actions_on_photos.undo),
            (Command.SIDEBAR, self._toggle_sidebar),
            (Command.RESCAN, self.rescan),
            (Command.FILTER, self.filters.open_panel),
            (Command.LARGER, lambda: self.filters.step_size(1)),
            (Command.SMALLER, lambda: self.filters.step_size(-1)),
            (Command.SAVE_SEARCH, self.keeping.save),
            (Command.BACK, lambda: self.flow.step(-1)),
            (Command.FORWARD, lambda: self.flow.step(1)),
            (Command.LEAVE, self.go_back),
            (Command.MODEL, self.modelling.open),
            (Command.SETTINGS, self.settings.open_anew),
            (Command.SHORTCUTS, self.show_shortcuts),
        ):
            add_shortcut(frame, command, verb)
