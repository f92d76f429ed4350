"""What is asked of a library's models, on a thread of its own, one question after another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QThread, Signal

from desktop_app.core.base.errors import AppError
from desktop_app.ui.kit.worker_thread import Worker, WorkerThread

if TYPE_CHECKING:
    from desktop_app.ui.models.model_session import ModelSession

T = TypeVar("T")


class _Worker(Worker):
    answered = Signal(object, object)
    failed = Signal(object)

    def __init__(self, library: Path, shipped: Path) -> None:
        super().__init__()
        self._library, self._shipped = library, shipped
        self._session: ModelSession | None = None

    def answer(self, work: Callable[[ModelSession], object], tell: object) -> None:
        try:
            self.answered.emit(tell, work(self._opened()))
        except AppError as error:
            self.failed.emit(error)

    def close(self) -> None:
        if self._session:
            self._session.close()

    def _opened(self) -> ModelSession:
        if self._session is None:
            from desktop_app.ui.models.model_session import ModelSession

            self._session = ModelSession(self._library, self._shipped)
        return self._session


class ModelThread(QObject):
    """`failed` gives the AppError of a question that has no answer. All comes in the window's
    thread.
    """

    failed = Signal(object)

    def __init__(self, library: Path, shipped: Path) -> None:
        """`shipped`: the bundle that came with the program."""
        super().__init__()
        self._worker = _Worker(library, shipped)
        self._thread = WorkerThread(self._worker, "models", self, QThread.Priority.LowPriority)
        self._worker.answered.connect(self._tell)
        self._worker.failed.connect(self.failed)
        self._is_closed = False

    def ask(self, work: Callable[[ModelSession], T], tell: Callable[[T], object]) -> None:
        """`work` runs in the thread, and `tell` gets its answer in the window's."""
        self._thread.call(self._worker.answer, work, tell)

    def close(self) -> None:
        """Ends the thread, after what it is doing just now."""
        self._is_closed = True
        self._thread.stop()

    def _tell(self, tell: Callable[[object], object], answer: object) -> None:
        if not self._is_closed:
            tell(answer)
