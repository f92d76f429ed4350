"""The page of the missing training component, and the component's installation."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout

from desktop_app.core.jobs.job_output import Failed, Outcome
from desktop_app.core.jobs.progress import Installing
from desktop_app.core.jobs.requests import InstallRequest
from desktop_app.core.models.torch_build import torch_build_here
from desktop_app.ui.jobs.side_job import SideJob
from desktop_app.ui.kit.announcements import MessageLabel
from desktop_app.ui.kit.messages import message
from desktop_app.ui.kit.numbers import file_size
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import ElidedLabel, button, label
from desktop_app.ui.models.model_dialog import PageView
from desktop_app.ui.system.desktop import Desktop


def _size(gigabytes: float) -> str:
    return file_size(round(gigabytes * 1e9))


class ComponentView(PageView):
    """Explains which packages are missing, and shows their installation.

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

    def __init__(self, theme: Theme, *, can_install: bool) -> None:
        super().__init__()
        self.sentence = label(self._explanation(can_install=can_install), wrapped=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.install = button(self.tr("Install training component"), "primary")
        self.install_from = button(self.tr("Install from folder…"))
        self.install_from.setToolTip(
            self.tr(
                "A folder that “lookalike component download” has filled, on a computer with"
                " a network"
            )
        )
        for each in (self.install, self.install_from):
            each.setVisible(can_install)
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
        self.actions_on_page = [self.install, self.install_from, self.cancel, self.back]
        self._lay_out(theme)
        self.show_idle("")

    def show_installing(self, event: Installing) -> None:
        """Show that the installation runs, and how far its latest download is."""
        self._show_state(is_running=True, error="")
        self.output.set_full_text(event.line)
        # Per thousand, since the bar counts no more than 2^31.
        self.bar.setRange(0, 1000 if event.total else 0)
        self.bar.setValue(event.done * 1000 // event.total if event.total else 0)

    def show_idle(self, error: str) -> None:
        """Show that nothing is being installed; `error` is the reason of a failed installation."""
        self._show_state(is_running=False, error=error)

    def _show_state(self, *, is_running: bool, error: str) -> None:
        for part in (self.bar, self.output, self.cancel):
            part.setVisible(is_running)
        for each in (self.install, self.install_from):
            each.setEnabled(not is_running)
        self.back.setVisible(not is_running)
        self.error.show_message(error)

    def _explanation(self, *, can_install: bool) -> str:
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
        for part in (self.sentence, self.bar, self.output, self.error):
            column.addWidget(part)
        column.addStretch(1)


class ComponentFlow(QObject):
    """Installs the component from its page. The installation outlives the page."""

    def __init__(self, installer: SideJob, view: ComponentView, desktop: Desktop) -> None:
        super().__init__(view)
        self._installer = installer
        self._view = view
        self._desktop = desktop
        view.install_requested.connect(self._install)
        view.folder_requested.connect(self._install_from_folder)
        view.cancel_requested.connect(self._cancel)
        installer.progressed.connect(self._show_progress)
        installer.ended.connect(self._show_outcome)
        if installer.is_running:
            view.show_installing(Installing(""))

    def _install(self, source: Path | None = None) -> None:
        self._installer.start(InstallRequest(source))
        self._view.show_installing(Installing(""))

    def _install_from_folder(self) -> None:
        title = self.tr("Install from folder")
        folder = self._desktop.choose_folder(self._view, title)
        if folder is not None:
            self._install(folder)

    def _cancel(self) -> None:
        self._installer.cancel()
        self._view.show_idle("")

    def _show_progress(self, event: object) -> None:
        if isinstance(event, Installing):
            self._view.show_installing(event)

    def _show_outcome(self, outcome: Outcome) -> None:
        if isinstance(outcome, Failed):
            self._view.show_idle(message(outcome.error))
