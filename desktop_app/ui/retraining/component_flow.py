"""The page of the missing training component, and its installation."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.core.jobs.job_output import Failed, Outcome
from desktop_app.core.jobs.progress import Installing
from desktop_app.core.jobs.requests import InstallRequest
from desktop_app.ui.jobs.side_job import SideJob
from desktop_app.ui.kit.messages import message
from desktop_app.ui.retraining.component_view import ComponentView


class ComponentFlow(QObject):
    """Lives as long as its view; the installation goes on without both."""

    def __init__(self, installer: SideJob, view: ComponentView) -> None:
        super().__init__(view)
        self._installer = installer
        self._view = view
        view.install_asked.connect(self._install)
        view.cancel_asked.connect(self._cancel)
        installer.progressed.connect(self._follow)
        installer.ended.connect(self._end)
        if installer.is_running:
            view.show_installing("")

    def _install(self) -> None:
        self._installer.start(InstallRequest())
        self._view.show_installing("")

    def _cancel(self) -> None:
        self._installer.cancel()
        self._view.show_rest("")

    def _follow(self, event: object) -> None:
        if isinstance(event, Installing):
            self._view.show_installing(event.line)

    def _end(self, outcome: Outcome) -> None:
        if isinstance(outcome, Failed):
            self._view.show_rest(message(outcome.error))
