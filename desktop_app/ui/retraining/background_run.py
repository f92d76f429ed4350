"""A retraining in another process, followed through the files in its folder."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.base.errors import AppError
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.progress import TrainingProgress
from desktop_app.core.models.retraining import Retraining, RetrainingPhase

_POLL_MS = 1000


class BackgroundRun(QObject):
    """Polls the folder of the retraining while another process trains.

    Signals:
        progressed (TrainingProgress): The latest report of the run; may repeat the one before.
        ended (): The run does not run any more.
        stop_failed (AppError): The request to stop cannot be written.
    """

    progressed = Signal(TrainingProgress)
    ended = Signal()
    stop_failed = Signal(AppError)

    def __init__(self, library: LibraryFiles, parent: QObject) -> None:
        super().__init__(parent)
        self._retraining = Retraining(library)
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self._poll)

    def set_followed(self, is_followed: bool) -> None:  # noqa: FBT001 -- a setter's argument
        if is_followed:
            self._timer.start()
        else:
            self._timer.stop()

    def request_stop(self) -> None:
        """Ask the other process to stop; it looks for a file."""
        try:
            self._retraining.request_stop()
        except AppError as error:
            self.stop_failed.emit(error)

    def _poll(self) -> None:
        state = self._retraining.state
        if state.progress:
            self.progressed.emit(state.progress)
        if state.phase is not RetrainingPhase.RUNNING:
            self.ended.emit()
