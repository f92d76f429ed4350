"""The dialog's page about retraining: the form, the run, or the training component."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop_app.core.base.errors import AppError
from desktop_app.core.jobs.job_output import Failed, Finished, Outcome
from desktop_app.core.jobs.progress import Uninstalled
from desktop_app.core.jobs.requests import RetrainRequest
from desktop_app.core.models.training_component import (
    can_install,
    missing_modules,
    removable_bytes,
)
from desktop_app.ui.models.model_answers import ListedModel, ModelListing, ScopeOptions
from desktop_app.ui.models.model_dialog import Page
from desktop_app.ui.retraining.component_view import ComponentFlow, ComponentView
from desktop_app.ui.retraining.retrain_form import RetrainForm
from desktop_app.ui.retraining.retrain_form_flow import RetrainFormFlow
from desktop_app.ui.retraining.retrain_run_view import RetrainRunView
from desktop_app.ui.retraining.run_state import RunPhase
from desktop_app.ui.retraining.scope_choice import TrainingCandidates
from desktop_app.ui.shell.model_dialog_host import ModelDialogHost
from desktop_app.ui.shell.services import Services


class RetrainingPage(QObject):
    """Sets the content of the page, and replaces it when the run enters another phase.

    Signals:
        failed (AppError): The training component could not be installed or removed.
    """

    failed = Signal(AppError)

    def __init__(
        self,
        services: Services,
        host: ModelDialogHost,
        candidates: Callable[[], TrainingCandidates],
    ) -> None:
        """Create the page. `candidates` returns the current filter and selection."""
        super().__init__(host)
        self._services = services
        self._models = services.models
        self._host = host
        self._candidates = candidates
        self._form: RetrainFormFlow | None = None
        host.page_left.connect(self._leave_form)
        self._models.run.state_changed.connect(self._follow_run)
        self._models.installer.ended.connect(self._end_installing)

    def fill(self) -> None:
        if self._has_run_to_show:
            view = RetrainRunView(self._services.theme, self._models.run)
            view.discard_requested.connect(self.discard)
            self._host.set_content(Page.RETRAIN, view)
        elif self._models.installer.is_running or self._models.run.phase is RunPhase.INTERRUPTED:
            self._show_component()
        else:
            self._ask_for_form()

    def resume(self) -> None:
        """Resume the interrupted run, or offer to install what it needs."""
        if missing_modules() and not self._models.run.is_quick:
            self._host.show(Page.RETRAIN)
            self._host.bring_to_front()
        else:
            self._models.run.resume_interrupted()

    def discard(self) -> None:
        """Discard the interrupted run."""
        self._models.thread.ask(
            lambda session: session.discard_retraining(), lambda _: self._models.run.discard()
        )

    @property
    def _has_run_to_show(self) -> bool:
        """An interrupted run cannot be resumed before what it needs is installed."""
        run = self._models.run
        is_ready = run.is_quick or not missing_modules()
        return run.is_under_way or (run.phase is RunPhase.INTERRUPTED and is_ready)

    def _show_component(self, freed_bytes: int | None = None) -> None:
        """Show the component, and as soon as it is known, how much of it could be removed.

        `freed_bytes` tells that it was removed just now.
        """
        view = ComponentView(
            self._services.theme, can_install=can_install(), is_installed=not missing_modules()
        )
        models = self._models
        ComponentFlow(models.installer, models.run, view, self._services.desktop)
        view.back_requested.connect(self._ask_for_form)
        self._leave_form()
        self._host.set_content(Page.RETRAIN, view)
        if freed_bytes is not None:
            view.show_removed(freed_bytes)
        models.thread.ask(lambda _: removable_bytes(), partial(_show_size, self._host))

    def _ask_for_form(self) -> None:
        self._models.thread.ask(
            lambda session: (session.scopes.options(), session.listing()), self._show_form
        )

    def _show_form(self, known: tuple[ScopeOptions, ModelListing]) -> None:
        options, listing = known
        if not self._host.shows(Page.RETRAIN) or self._has_run_to_show:
            return  # the user has gone on to something else meanwhile
        self._leave_form()
        in_use = listing.in_use
        form = RetrainForm(self._services.theme, self._candidates(), options, in_use.code_bits)
        self._form = _form_flow(form, self._services, in_use)
        self._form.training_requested.connect(self._train)
        form.component_requested.connect(self._show_component)
        self._host.set_content(Page.RETRAIN, form)
        form.way.setFocus()

    def _leave_form(self) -> None:
        if self._form is not None:
            self._form.leave()
            self._form = None

    def _train(self, request: RetrainRequest) -> None:
        self._leave_form()
        self._models.comparison.clear()
        self._models.run.start(request)

    def _follow_run(self) -> None:
        """Replace the content if the new phase needs another one."""
        dialog = self._host.dialog
        if dialog is not None and self._host.shows(Page.RETRAIN):
            shows_run = isinstance(dialog.content, RetrainRunView)
            is_finished = self._models.run.phase is RunPhase.FINISHED
            if shows_run != self._has_run_to_show and not is_finished:
                self._host.show(Page.RETRAIN)

    def _end_installing(self, outcome: Outcome) -> None:
        match outcome:
            case Failed(error=error):
                self.failed.emit(error)
            case _ if not self._host.shows(Page.RETRAIN):
                pass
            case Finished(value=Uninstalled(freed_bytes=freed)) if not self._has_run_to_show:
                self._show_component(freed)
            case _:
                self._host.show(Page.RETRAIN)


def _show_size(host: ModelDialogHost, size_bytes: int) -> None:
    """Do so unless the user has gone on to something else meanwhile."""
    content = host.dialog.content if host.dialog and host.shows(Page.RETRAIN) else None
    if isinstance(content, ComponentView):
        content.show_size(size_bytes)


def _form_flow(form: RetrainForm, services: Services, in_use: ListedModel) -> RetrainFormFlow:
    library, models = services.library, services.models
    size = in_use.descriptor_size
    return RetrainFormFlow(form, library, services.preferences, models.thread, models.costs, size)
