"""The page of the training component, and its installation and removal."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout

from desktop_app.core.jobs.job_output import Failed, Outcome
from desktop_app.core.jobs.progress import Installing
from desktop_app.core.jobs.requests import InstallRequest, UninstallRequest
from desktop_app.core.models.component_errors import ComponentInUseError
from desktop_app.core.models.torch_build import torch_build_here
from desktop_app.ui.jobs.side_job import SideJob
from desktop_app.ui.kit.announcements import MessageLabel
from desktop_app.ui.kit.messages import message
from desktop_app.ui.kit.numbers import file_size
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import ElidedLabel, button, label
from desktop_app.ui.models.model_dialog import PageView
from desktop_app.ui.retraining.component_removal import ComponentRemoval
from desktop_app.ui.retraining.run_state import RunState
from desktop_app.ui.system.desktop import Desktop


def _size(gigabytes: float) -> str:
    return file_size(round(gigabytes * 1e9))


class ComponentView(PageView):
    """Explains which packages are missing or installed, and shows that work on them runs.

    Signals:
        install_requested (): The user wants the component to be installed.
        folder_requested (): The user wants it to be installed from a folder.
        cancel_requested (): The user wants the installation to be cancelled.
        back_requested (): The user wants the choices of a retraining again.
    """

    install_requested = Signal()
    folder_requested = Signal()
    cancel_requested = Signal()
    back_requested = Signal()

    def __init__(self, theme: Theme, *, can_install: bool, is_installed: bool = False) -> None:
        super().__init__()
        self._is_running = False
        self._is_offered = can_install and not is_installed
        text = self._installed_text() if is_installed else self._explanation(can_install)
        self.sentence = label(text, wrapped=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.install = button(self.tr("Install training component"), "primary")
        self.install_from = button(self.tr("Install from folder…"))
        self.install_from.setToolTip(
            self.tr(
                "A folder that “lookalike component download” has filled, on a computer with"
                " a network"
            )
        )
        self.left_behind = label(self._left_behind_text(), "secondary", wrapped=True)
        self._may_be_left_behind = not is_installed
        self.removal = ComponentRemoval(theme)
        self.cancel = button(self.tr("Cancel"))
        self.back = button(self.tr("Back"))
        self.output = ElidedLabel("secondary")
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.error = MessageLabel()
        self.install.clicked.connect(self.install_requested)
        self.install_from.clicked.connect(self.folder_requested)
        self.cancel.clicked.connect(self.cancel_requested)
        self.back.clicked.connect(self.back_requested)
        self.removal.asking_changed.connect(self._show_controls)
        installing = [self.install, self.install_from, self.cancel]
        self.actions_on_page = [*installing, *self.removal.answers, self.back]
        self._lay_out(theme)
        self.show_idle("")

    def show_installing(self, event: Installing) -> None:
        """Show that the installation runs, and how far its latest download is."""
        self._show_state(is_running=True)
        self.output.set_full_text(event.line)
        # Per thousand, since the bar counts no more than 2^31.
        self.bar.setRange(0, 1000 if event.total else 0)
        self.bar.setValue(event.done * 1000 // event.total if event.total else 0)

    def show_removing(self) -> None:
        """Show that the component is being removed, which cannot be cancelled."""
        self._show_state(is_running=True)
        self.cancel.hide()
        self.output.set_full_text(self.tr("Removing the training component…"))
        self.bar.setRange(0, 0)

    def show_idle(self, error: str) -> None:
        """Show that no work runs; `error` is the reason why the latest has failed."""
        self._show_state(is_running=False, error=error)

    def show_size(self, size_bytes: int) -> None:
        """Offer to remove what is on the disk; 0: nothing is."""
        self.removal.show_size(size_bytes)
        self._show_controls()

    def show_removed(self, freed_bytes: int) -> None:
        """Tell that the component is gone, and what works without it."""
        text = self.tr(
            "The training component is removed; {size} are free again. Searching, your models and"
            " quick training work as before."
        )
        self.error.show_message(text.format(size=file_size(freed_bytes)), is_error=False)

    def _show_state(self, *, is_running: bool, error: str = "") -> None:
        self._is_running = is_running
        self._show_controls()
        self.error.show_message(error)

    def _show_controls(self) -> None:
        """Show what is possible now: nothing beside the answers while a question is asked."""
        is_running = self._is_running
        self.removal.set_possible(is_possible=not is_running)
        is_asking = self.removal.is_asking
        for part in (self.bar, self.output, self.cancel):
            part.setVisible(is_running)
        for each in (self.install, self.install_from):
            each.setVisible(self._is_offered and not is_asking)
            each.setEnabled(not is_running)
        self.left_behind.setVisible(self._may_be_left_behind and self.removal.is_possible)
        self.back.setVisible(not is_running and not is_asking)

    def _installed_text(self) -> str:
        return self.tr(
            "The training component (PyTorch) is installed. Only thorough training uses it."
        )

    def _left_behind_text(self) -> str:
        return self.tr(
            "There is a component that this version cannot use: an earlier version installed it,"
            " or an installation was interrupted."
        )

    def _explanation(self, can_install: bool) -> str:  # noqa: FBT001
        if can_install:
            build = torch_build_here()
            text = self.tr(
                "Thorough training needs PyTorch, which is not installed. The build for {device} is"
                " a download of about {download}, which takes {disk} on disk. It is fetched only"
                " when you press the button, and only once. Your photos never leave this computer."
            )
            device = self.tr("the graphics card") if build.uses_gpu else self.tr("the processor")
            download, disk = _size(build.download_gb), _size(build.disk_gb)
            return text.format(device=device, download=download, disk=disk)
        return self.tr(
            "This build of Lookalike can only train quickly. To train thoroughly, install Lookalike"
            ' with pip (pip install "lookalike[train]"). It opens the same library, and its'
            " models can be used here."
        )

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.metrics.wide)
        for part in (self.sentence, self.left_behind, self.bar, self.output, self.error):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self.removal)


class ComponentFlow(QObject):
    """Installs and removes the component from its page. The work outlives the page."""

    def __init__(
        self, installer: SideJob, run: RunState, view: ComponentView, desktop: Desktop
    ) -> None:
        super().__init__(view)
        self._installer = installer
        self._run = run
        self._view = view
        self._desktop = desktop
        view.install_requested.connect(self._install)
        view.folder_requested.connect(self._install_from_folder)
        view.removal.remove_requested.connect(self._remove)
        view.cancel_requested.connect(self._cancel)
        installer.progressed.connect(self._show_progress)
        installer.ended.connect(self._show_outcome)
        if isinstance(installer.request, UninstallRequest):
            view.show_removing()
        elif installer.is_running:
            view.show_installing(Installing(""))

    def _install(self, source: Path | None = None) -> None:
        self._installer.start(InstallRequest(source))
        self._view.show_installing(Installing(""))

    def _install_from_folder(self) -> None:
        title = self.tr("Install from folder")
        folder = self._desktop.choose_folder(self._view, title)
        if folder is not None:
            self._install(folder)

    def _remove(self) -> None:
        """Remove the component, unless a training runs or waits; its process knows of others."""
        if self._run.is_under_way and not self._run.is_quick:
            self._view.show_idle(message(ComponentInUseError()))
        else:
            self._installer.start(UninstallRequest())
            self._view.show_removing()

    def _cancel(self) -> None:
        self._installer.cancel()
        self._view.show_idle("")

    def _show_progress(self, event: object) -> None:
        if isinstance(event, Installing):
            self._view.show_installing(event)

    def _show_outcome(self, outcome: Outcome) -> None:
        if isinstance(outcome, Failed):
            self._view.show_idle(message(outcome.error))
