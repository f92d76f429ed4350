"""The dialog's page that compares a model with the one in use, and what is decided there."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.core.jobs.job_output import Finished
from desktop_app.core.jobs.requests import UseModelRequest
from desktop_app.ui.jobs.library_jobs import JobEnd
from desktop_app.ui.models.comparison_view import ComparisonView
from desktop_app.ui.models.model_answers import ModelListing
from desktop_app.ui.models.model_dialog import Page
from desktop_app.ui.models.model_list_flow import ModelListFlow
from desktop_app.ui.shell.model_dialog_host import ModelDialogHost
from desktop_app.ui.shell.services import Services


class ComparisonPage(QObject):
    """Shows the comparison; after any decision, the dialog shows the list of models."""

    def __init__(
        self, services: Services, host: ModelDialogHost, model_list: ModelListFlow
    ) -> None:
        super().__init__(host)
        self._services = services
        self._models = services.models
        self._host = host
        self._list = model_list
        self._models.comparison.state_changed.connect(host.update_tabs)
        services.jobs.ended.connect(self._follow_use)

    def fill(self) -> None:
        if self._models.comparison.model is None:
            return
        view = ComparisonView(
            self._services.theme, self._services.thumbnails, self._models.comparison
        )
        view.use_requested.connect(self._use)
        view.keep_requested.connect(self._keep)
        view.delete_requested.connect(self.delete)
        self._host.set_content(Page.COMPARE, view)

    def compare(self, model_id: str) -> None:
        """Show a model beside the one in use."""
        self._models.thread.ask(
            lambda session: session.listing(), lambda listing: self._start(listing, model_id)
        )

    def delete(self, model_id: str) -> None:
        """Delete a model while the list is shown, which tells where that fails."""
        self._host.show(Page.MODELS)
        self._models.thread.ask(
            lambda session: session.delete(model_id),
            lambda listing: self._forget_deleted(model_id, listing),
        )

    def _start(self, listing: ModelListing, model_id: str) -> None:
        model = listing.find(model_id)
        if model is not None and not model.is_in_use:
            self._models.comparison.start(model, listing.in_use)
            self._host.show(Page.COMPARE)
            self._host.bring_to_front()

    def _use(self, model_id: str) -> None:
        self._services.jobs.use_model(model_id)
        self._keep(model_id)

    def _keep(self, model_id: str) -> None:
        """The decision about the model is made, whichever it was."""
        self._host.show(Page.MODELS)
        self._models.comparison.clear()
        self._models.thread.ask(
            lambda session: session.discard_retraining_of(model_id),
            lambda _: self._models.run.discard_if_made(model_id),
        )

    def _forget_deleted(self, model_id: str, listing: ModelListing) -> None:
        comparison = self._models.comparison
        if comparison.model is not None and comparison.model.model_id == model_id:
            comparison.clear()
        self._models.run.discard_if_made(model_id)
        self._list.show_listing(listing)

    def _follow_use(self, end: JobEnd) -> None:
        """Another model in use makes the comparison pointless."""
        if not isinstance(end.request, UseModelRequest):
            return
        self._list.refresh()
        old = self._models.comparison.old
        is_done = isinstance(end.outcome, Finished)
        if is_done and old is not None and old.model_id != end.request.model_id:
            self._models.comparison.clear()
