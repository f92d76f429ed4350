"""A thread for work on the models, which may take seconds."""

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
    """Opens the models at the first call, in the thread.

    Signals:
        answered (callable, object): The callable to be called with the result of a call.
        failed (AppError): A call has raised this error.
    """

    answered = Signal(object, object)
    failed = Signal(AppError)

    def __init__(self, library: Path, shipped: Path) -> None:
        super().__init__()
        self._library, self._shipped = library, shipped
        self._session: ModelSession | None = None

    def call(self, work: Callable[[ModelSession], object], on_result: object) -> None:
        try:
            self.answered.emit(on_result, work(self._opened()))
        except AppError as error:
            self.failed.emit(error)

    def interrupt(self) -> None:
        self.blockSignals(True)  # noqa: FBT003
        if self._session:
            self._session.interrupt()

    def close(self) -> None:
        if self._session:
            self._session.close()

    def _opened(self) -> ModelSession:
        if self._session and self._session.is_outdated:
            self._session.close()
            self._session = None
        if self._session is None:
            from desktop_app.ui.models.model_session import ModelSession

            self._session = ModelSession(self._library, self._shipped, lambda: self.is_stopped)
        return self._session


class ModelThread(QObject):
    """Works on the models in a thread, one call after another.

    Signals:
        failed (AppError): A call has raised this error. Emitted in the window's thread.
    """

    failed = Signal(AppError)

    def __init__(self, library: Path, shipped: Path) -> None:
        """Create the thread. `shipped` is the folder of the bundle that comes with the program."""
        super().__init__()
        self._worker = _Worker(library, shipped)
        self._thread = WorkerThread(self._worker, "models", self, QThread.Priority.LowPriority)
        self._worker.answered.connect(self._deliver)
        self._worker.failed.connect(self.failed)
        self._is_closed = False

    def ask(self, work: Callable[[ModelSession], T], on_result: Callable[[T], object]) -> None:
        """Run `work` in the thread, and call `on_result` with its result in the window's thread."""
        self._thread.call(self._worker.call, work, on_result)

    def close(self) -> None:
        """Stop the thread after the running call. Results that come later are dropped."""
        self._is_closed = True
        self._thread.stop()

    def _deliver(self, on_result: Callable[[object], object], result: object) -> None:
        if not self._is_closed:
            on_result(result)
