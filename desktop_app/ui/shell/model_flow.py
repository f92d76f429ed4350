"""The models of a library, as the user works with them: which page the dialog shows, and what is
done for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.core.base.errors import AppError
from desktop_app.core.jobs.job_output import Failed, Finished, Outcome
from desktop_app.core.jobs.progress import Retrained
from desktop_app.core.jobs.requests import TrainRequest, UseModelRequest
from desktop_app.core.models.training_component import can_install, missing_modules
from desktop_app.ui.jobs.library_jobs import JobEnd
from desktop_app.ui.kit.messages import message
from desktop_app.ui.models.comparison_view import ComparisonView
from desktop_app.ui.models.model_answers import ModelListing, ScopeOptions
from desktop_app.ui.models.model_dialog import ModelDialog, Page, PageView
from desktop_app.ui.models.model_list_flow import ModelListFlow
from desktop_app.ui.retraining.component_view import ComponentFlow, ComponentView
from desktop_app.ui.retraining.retrain_form import RetrainForm
from desktop_app.ui.retraining.retrain_form_flow import RetrainFormFlow
from desktop_app.ui.retraining.retrain_run_view import RetrainRunView
from desktop_app.ui.retraining.run_state import RunPhase
from desktop_app.ui.retraining.scope_choice import TrainingCandidates
from desktop_app.ui.shell.services import Services

if TYPE_CHECKING:
    from desktop_app.ui.models.model_session import ModelSession

T = TypeVar("T")


class ModelFlow(QObject):
    """Lives as long as the window; the dialog is built anew each time that it is opened. `said`
    gives Words about what was done, or could not be, while the dialog was closed.
    """

    said = Signal(object)

    def __init__(
        self, services: Services, window: QWidget, material: Callable[[], TrainingCandidates]
    ) -> None:
        """`material` tells what of the window can be learned from, just now."""
        super().__init__(window)
        self._services = services
        self._models = services.models
        self._window = window
        self._material = material
        self.dialog: ModelDialog | None = None
        self._list = ModelListFlow(
            services.theme,
            services.desktop,
            services.library,
            services.jobs,
            services.models.thread,
            services.models.importer,
            self,
            lambda: self.dialog,
        )
        self._asking: RetrainFormFlow | None = None
        self._connect()

    # Opening, and going from page to page

    @property
    def is_open(self) -> bool:
        return self.dialog is not None and self.dialog.isVisible()

    def open(self) -> None:
        """With what there is to see just now, or come to the front."""
        if not self.is_open:
            self.show(self._first_page())
        self._bring_to_front()

    def compare(self, model_id: str) -> None:
        """Show a model beside the one that is in use."""
        self._ask(
            lambda session: session.listing(), lambda listing: self._compare(listing, model_id)
        )

    def show(self, page: Page) -> None:
        """In a dialog that is there, or a new one."""
        if not self.is_open:
            if self.dialog is not None:
                self.dialog.deleteLater()
            self.dialog = ModelDialog(self._services.theme, self._window)
            self.dialog.page_requested.connect(self.show)
            self.dialog.finished.connect(self._leave_form)
            self.dialog.show()
        assert self.dialog is not None
        self._leave_form()
        self._turn_to(page)
        match page:
            case Page.MODELS:
                self._list.refresh()
            case Page.COMPARE:
                self._show_comparison()
            case Page.RETRAIN:
                self._show_retraining()

    def reword(self) -> None:
        """In the language that is the application's by now."""
        if self.dialog is not None and self.is_open:
            page, old = self.dialog.page, self.dialog
            place = old.geometry()
            old.close()
            self.show(page)
            self.dialog.setGeometry(place)

    def close(self) -> None:
        if self.dialog is not None:
            self.dialog.close()

    def _first_page(self) -> Page:
        is_finished = self._models.run.phase is RunPhase.FINISHED
        return Page.COMPARE if is_finished and self._models.comparison.model else Page.RETRAIN

    def _bring_to_front(self) -> None:
        assert self.dialog is not None
        self.dialog.raise_()
        self.dialog.activateWindow()

    # Retraining

    def go_on(self) -> None:
        """With the run that was interrupted, where there is what it needs."""
        if missing_modules():
            self.show(Page.RETRAIN)
            self._bring_to_front()
        else:
            self._models.run.resume_interrupted()

    @property
    def _has_run_to_show(self) -> bool:
        """An interrupted one cannot go on before what it needs is installed."""
        run = self._models.run
        can_go_on = run.phase is RunPhase.INTERRUPTED and not missing_modules()
        return run.is_under_way or can_go_on

    def _show_retraining(self) -> None:
        if self._has_run_to_show:
            view = RetrainRunView(self._services.theme, self._models.run)
            view.discard_requested.connect(self._forget)
            self._put(Page.RETRAIN, view)
        elif missing_modules():
            self._show_component()
        else:
            self._ask(
                lambda session: (session.scopes.options(), session.listing()), self._show_form
            )

    def _show_form(self, known: tuple[ScopeOptions, ModelListing]) -> None:
        choices, listing = known
        if not self.shows(Page.RETRAIN) or self._has_run_to_show:
            return  # it has gone on to something else meanwhile
        self._leave_form()
        bits = listing.in_use.code_bits
        form = RetrainForm(self._services.theme, self._material(), choices, bits)
        self._asking = RetrainFormFlow(
            form,
            self._services.library,
            self._services.preferences,
            self._services.models.thread,
            self._services.models.probe,
        )
        self._asking.training_requested.connect(self._train)
        self._put(Page.RETRAIN, form)
        form.scope.setFocus()

    def _leave_form(self) -> None:
        if self._asking is not None:
            self._asking.leave()
            self._asking = None

    def _train(self, request: TrainRequest) -> None:
        self._leave_form()
        self._models.comparison.clear()
        self._models.run.start(request)

    def _forget(self) -> None:
        self._ask(
            lambda session: session.discard_retraining(), lambda _: self._models.run.discard()
        )

    def _follow_run(self) -> None:
        """Another phase may want another page."""
        if self.shows(Page.RETRAIN):
            assert self.dialog is not None
            is_there = isinstance(self.dialog.content, RetrainRunView)
            is_finished = self._models.run.phase is RunPhase.FINISHED
            if is_there != self._has_run_to_show and not is_finished:
                self.show(Page.RETRAIN)

    def _end_run(self, made: Retrained) -> None:
        """Whoever waits for it sees at once what it is worth."""
        if self.shows(Page.RETRAIN):
            self.compare(made.model_id)

    def _show_component(self) -> None:
        view = ComponentView(self._services.theme, can_install=can_install())
        ComponentFlow(self._models.installer, view)
        self._put(Page.RETRAIN, view)

    def _end_installing(self, outcome: Outcome) -> None:
        match outcome:
            case Failed(error=error):
                self._complain(error)
            case _ if self.shows(Page.RETRAIN):
                self.show(Page.RETRAIN)

    # Comparing

    def _compare(self, listing: ModelListing, model_id: str) -> None:
        model = listing.find(model_id)
        if model is not None and not model.is_in_use:
            self._models.comparison.start(model, listing.in_use)
            self.show(Page.COMPARE)
            self._bring_to_front()

    def _show_comparison(self) -> None:
        if self._models.comparison.model is None:
            return
        view = ComparisonView(
            self._services.theme, self._services.thumbnails, self._models.comparison
        )
        view.use_requested.connect(self._use)
        view.keep_requested.connect(self._keep)
        view.delete_requested.connect(self._delete)
        self._put(Page.COMPARE, view)

    def _use(self, model_id: str) -> None:
        self._services.jobs.use_model(model_id)
        self._settle(model_id)

    def _keep(self, model_id: str) -> None:
        self._settle(model_id)

    def _settle(self, model_id: str) -> None:
        self.show(Page.MODELS)
        self._models.comparison.clear()
        self._ask(
            lambda session: session.discard_retraining_of(model_id),
            lambda _: self._models.run.discard_if_made(model_id),
        )

    def _delete(self, model_id: str) -> None:
        """In sight of the list, which tells where it fails."""
        self.show(Page.MODELS)
        self._ask(
            lambda session: session.delete(model_id),
            lambda listing: self._forget_deleted(model_id, listing),
        )

    def _forget_deleted(self, model_id: str, listing: ModelListing) -> None:
        comparison = self._models.comparison
        if comparison.model is not None and comparison.model.model_id == model_id:
            comparison.clear()
        self._models.run.discard_if_made(model_id)
        self._list.show_listing(listing)

    def _follow_comparison(self) -> None:
        """Without one, there is nothing to compare."""
        if self._models.comparison.model is None and self.shows(Page.COMPARE):
            self.show(Page.MODELS)
        elif self.dialog is not None:
            self._turn_to(self.dialog.page)

    def _follow_use(self, end: JobEnd) -> None:
        if not isinstance(end.request, UseModelRequest):
            return
        self._list.refresh()
        old = self._models.comparison.old
        is_done = isinstance(end.outcome, Finished)
        if is_done and old is not None and old.model_id != end.request.model_id:
            self._models.comparison.clear()

    # All pages

    def _put(self, page: Page, content: PageView) -> None:
        if self.dialog is not None and self.shows(page):
            self.dialog.set_content(content)

    def _turn_to(self, page: Page) -> None:
        if self.dialog is not None:
            self.dialog.show_page(page, can_compare=self._models.comparison.model is not None)

    def shows(self, page: Page) -> bool:
        return self.is_open and self.dialog is not None and self.dialog.page is page

    def _ask(self, work: Callable[[ModelSession], T], tell: Callable[[T], object]) -> None:
        self._models.thread.ask(work, tell)

    def _complain(self, error: AppError) -> None:
        """In the list of models, if that is in sight."""
        if not self._list.show_error(message(error)):
            self.said.emit(error)

    def _connect(self) -> None:
        models = self._models
        models.run.state_changed.connect(self._follow_run)
        models.run.finished.connect(self._end_run)
        models.comparison.state_changed.connect(self._follow_comparison)
        models.installer.ended.connect(self._end_installing)
        self._list.compare_requested.connect(self.compare)
        self._list.delete_requested.connect(self._delete)
        self._list.failed.connect(self._complain)
        self._list.message_posted.connect(self.said)
        models.thread.failed.connect(self._complain)
        self._services.jobs.ended.connect(self._follow_use)
