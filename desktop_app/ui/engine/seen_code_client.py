"""The window's side of looking at the code of one photo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.engine.answers import CodeNotSeen, SeenCode
from desktop_app.ui.engine.queries import SeenCodeRequest
from desktop_app.ui.engine.request_counter import RequestCounter
from desktop_app.ui.engine.search_worker import SearchWorker
from desktop_app.ui.kit.worker_thread import WorkerThread

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import PhotoRow


class SeenCodeClient(QObject):
    """Asks the search thread; a new request replaces the one before.

    Signals:
        answered (SeenCode | CodeNotSeen): The answer to the newest request.
        outdated (): Another model is in use: what was answered holds no longer.
    """

    answered = Signal(object)
    outdated = Signal()

    def __init__(self, worker: SearchWorker, thread: WorkerThread, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._thread = thread
        self._counter = RequestCounter()
        worker.code_seen.connect(self._pass_answer)
        worker.model_changed.connect(self.outdated)

    def look(self, photo: PhotoRow) -> None:
        """Look at the code of a photo."""
        request = SeenCodeRequest(self._counter.next_number(), photo.id, photo.path)
        self._thread.call_latest(self._worker.see_code, request)

    def _pass_answer(self, answer: SeenCode | CodeNotSeen) -> None:
        if self._counter.is_newest(answer.number):
            self.answered.emit(answer)
