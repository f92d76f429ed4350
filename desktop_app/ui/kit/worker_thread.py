"""Threads that serve the window: one worker object each, whose methods run one after another."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import Any, ParamSpec

from PySide6.QtCore import QObject, QThread, Signal, Slot

P = ParamSpec("P")


class Worker(QObject):
    """Base of the objects that live in a `WorkerThread` and answer by their own signals.

    Attributes:
        is_stopped: True once the thread is ending. Long methods may check it and return early.
    """

    def __init__(self) -> None:
        super().__init__()
        self.is_stopped = False

    def close(self) -> None:
        """Release what the worker has opened. Called once, after the thread has ended."""

    def interrupt(self) -> None:
        """End the running method early, if it can. `WorkerThread.stop` calls it, in its thread.

        The worker may no longer send signals: nobody waits for what it has not finished.
        """

    @Slot(object)
    def run(self, function: Callable[[], object]) -> None:
        """Call `function` in the thread that the worker lives in, unless that is ending."""
        if not self.is_stopped:
            function()


class WorkerThread(QObject):
    """Run the methods of one worker in a thread of its own, in the order of the calls.

    Ownership: the thread keeps the worker alive, and its `parent` keeps the thread. The worker must
    have no Qt parent, since an object with a parent cannot move to another thread. Signals of the
    worker reach objects of the window's thread through that thread's event loop, so no lock is
    needed; only what both sides touch directly (a request queue, a stop flag) must be thread-safe.

    Start: the first `call` starts the thread. It then waits for calls without using the processor.

    Stop: the owner must call `stop` before the thread is destroyed, or Qt ends the program.

    Exceptions: one that a worker's method lets through is reported by `sys.excepthook`, and the
    thread goes on with the next call. Workers therefore catch the `AppError`s that they expect and
    send them as a signal; everything else is a bug, and the crash dialog shows it.
    """

    _called = Signal(partial)

    def __init__(
        self,
        worker: Worker,
        name: str,
        parent: QObject,
        priority: QThread.Priority = QThread.Priority.InheritPriority,
    ) -> None:
        """`name` identifies the thread in debuggers and crash reports."""
        super().__init__(parent)
        self._worker = worker
        self._priority = priority
        self._latest: dict[Callable[..., Any], Callable[[], object]] = {}
        self._latest_lock = threading.Lock()
        self._thread = QThread(self)
        self._thread.setObjectName(name)
        worker.moveToThread(self._thread)
        self._called.connect(worker.run)

    def call(self, method: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> None:
        """Run `method` of the worker in the thread, after the calls before it. Does not wait.

        Calls after `stop` are ignored.
        """
        if self._worker.is_stopped:
            return
        if not self._thread.isRunning():
            self._thread.start(self._priority)
        self._called.emit(partial(method, *args, **kwargs))

    def call_latest(self, method: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> None:
        """Like `call`, but a call of the same method that still waits is replaced.

        So at most one such call runs and one waits. The new call takes the place of the replaced
        one in the queue.
        """
        with self._latest_lock:
            is_waiting = method in self._latest
            self._latest[method] = partial(method, *args, **kwargs)
        if not is_waiting:
            self.call(self._run_latest, method)

    def _run_latest(self, method: Callable[..., object]) -> None:
        """Run in the worker's thread."""
        with self._latest_lock:
            latest = self._latest.pop(method)
        latest()

    def stop(self) -> None:
        """End the thread and close the worker.

        Interrupts the method that is running, and waits for it; methods that were called but have
        not begun do not run.
        """
        if not self._worker.is_stopped:
            self._worker.is_stopped = True
            self._worker.interrupt()
            self._thread.quit()
            self._thread.wait()
            self._worker.close()
