"""The model dialog with its pages, and the place where its errors are shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.core.base.errors import AppError
from desktop_app.core.jobs.progress import Retrained
from desktop_app.ui.kit.messages import message
from desktop_app.ui.models.model_dialog import ModelDialog, Page
from desktop_app.ui.models.model_list_flow import ModelListFlow
from desktop_app.ui.retraining.run_state import RunPhase
from desktop_app.ui.retraining.scope_choice import TrainingCandidates
from desktop_app.ui.shell.comparison_page import ComparisonPage
from desktop_app.ui.shell.model_dialog_host import ModelDialogHost
from desktop_app.ui.shell.retraining_page import RetrainingPage
from desktop_app.ui.shell.services import Services


class ModelFlow(QObject):
    """Connects the pages of the model dialog. Lives as long as the window.

    Attributes:
        host: The dialog.
        retraining: Its page about retraining.
        comparison: Its page that compares two models.

    Signals:
        message_posted (MessageText): A result or an error that the dialog does not show.
    """

    message_posted = Signal(object)

    def __init__(
        self, services: Services, window: QWidget, candidates: Callable[[], TrainingCandidates]
    ) -> None:
        """Create the flow. `candidates` returns the current filter and selection."""
        super().__init__(window)
        self._models = services.models
        self.host = ModelDialogHost(services.theme, services.models.comparison, window)
        self._list = ModelListFlow(
            services.theme,
            services.desktop,
            services.library,
            services.jobs,
            services.models.thread,
            services.models.importer,
            self,
            lambda: self.host.dialog,
        )
        self.retraining = RetrainingPage(services, self.host, candidates)
        self.comparison = ComparisonPage(services, self.host, self._list)
        self._connect()

    @property
    def dialog(self) -> ModelDialog | None:
        return self.host.dialog

    def open(self) -> None:
        """Bring an open dialog to the front, or open the page that fits the current state."""
        if not self.host.is_open:
            self.host.show(self._first_page())
        self.host.bring_to_front()

    def open_list(self) -> None:
        """Show all models of the library."""
        self.host.show(Page.MODELS)
        self.host.bring_to_front()

    def _first_page(self) -> Page:
        is_finished = self._models.run.phase is RunPhase.FINISHED
        return Page.COMPARE if is_finished and self._models.comparison.model else Page.RETRAIN

    def _fill(self, page: Page) -> None:
        match page:
            case Page.MODELS:
                self._list.refresh()
            case Page.COMPARE:
                self.comparison.fill()
            case Page.RETRAIN:
                self.retraining.fill()

    def _end_run(self, made: Retrained) -> None:
        """Compare the new model at once if the user is waiting for it."""
        if self.host.shows(Page.RETRAIN):
            self.comparison.compare(made.model_id)

    def _show_error(self, error: AppError) -> None:
        """Show an error in the list of models, or else in the window."""
        if not self._list.show_error(message(error)):
            self.message_posted.emit(error)

    def _connect(self) -> None:
        self.host.page_opened.connect(self._fill)
        self._models.run.finished.connect(self._end_run)
        self._list.compare_requested.connect(self.comparison.compare)
        self._list.delete_requested.connect(self.comparison.delete)
        self._list.message_posted.connect(self.message_posted)
        for failed in (self._list.failed, self.retraining.failed, self._models.thread.failed):
            failed.connect(self._show_error)
