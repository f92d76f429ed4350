"""Logs uncaught errors of all threads, and Qt's warnings."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections import Counter
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from desktop_app.ui.system.crash_marker import CrashMarker

logger = logging.getLogger(__name__)
_MAX_REPEATS = 3
_Error = BaseException | None
_SILENT = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)


class CrashLog(QObject):
    """Replaces Python's and Qt's hooks while it watches. An error that repeats, as one in painting
    may, is logged a few times only, but reported each time.

    Signals:
        failed (str): The type and message of an uncaught error, in one line.
    """

    failed = Signal(str)

    def __init__(self, log_file: Path, mark: CrashMarker) -> None:
        """`log_file` is where `configure_logging` writes."""
        super().__init__()
        self.log_file = log_file
        self.has_crashed_before = False
        self._mark = mark
        self._times: Counter[str] = Counter()
        self._before: tuple[Any, Any, Any, Any] | None = None

    def watch(self) -> None:
        """Log from now on, until `close`."""
        self._log_previous_crash(self._mark.previous_crash())
        self._mark.create()
        qt = qInstallMessageHandler(self._handle_qt_message)
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook, qt)
        sys.excepthook = self._handle_error
        threading.excepthook = self._handle_thread_error
        sys.unraisablehook = self._handle_unraisable

    def close(self) -> None:
        if self._before is not None:
            sys.excepthook, threading.excepthook, sys.unraisablehook, qt = self._before
            qInstallMessageHandler(qt)
            self._before = None
        self._mark.remove()

    def _log_previous_crash(self, reason: str | None) -> None:
        self.has_crashed_before = reason is not None
        if reason is not None:
            text = reason or "It was killed, or the machine went down."
            logger.error("The window before this one quit unexpectedly:\n%s", text)

    def _handle_error(
        self, kind: type[BaseException], error: _Error, trace: TracebackType | None
    ) -> None:
        if self._before is not None:
            self._before[0](kind, error, trace)
        if not issubclass(kind, KeyboardInterrupt):
            self._log("Uncaught error", kind, error, trace)
            self.failed.emit(_line(kind, error))

    def _handle_thread_error(self, args: threading.ExceptHookArgs) -> None:
        if self._before is not None:
            self._before[1](args)
        if not issubclass(args.exc_type, SystemExit):
            name = args.thread.name if args.thread else "?"
            where = f"Uncaught error in thread {name}"
            self._log(where, args.exc_type, args.exc_value, args.exc_traceback)
            self.failed.emit(_line(args.exc_type, args.exc_value))

    def _handle_unraisable(self, args: Any) -> None:
        """Log only: nothing that the user did has failed."""
        if self._before is not None:
            self._before[2](args)
        where = args.err_msg or "Uncaught error while tidying up"
        self._log(where, args.exc_type, args.exc_value, args.exc_traceback)

    def _handle_qt_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        before = self._before[3] if self._before else None
        if before is not None:
            before(kind, context, text)
        elif sys.stderr is not None:
            sys.stderr.write(f"{text}\n")
        if kind not in _SILENT and self._is_new(text):
            logger.warning("Qt warns:\n%s", text)

    def _log(
        self, heading: str, kind: type[BaseException], error: _Error, trace: TracebackType | None
    ) -> None:
        frames = traceback.extract_tb(trace)
        place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else kind.__name__
        if self._is_new(place):
            details = "".join(traceback.format_exception(kind, error, trace))
            logger.error("%s\n%s", heading, details)

    def _is_new(self, place: str) -> bool:
        self._times[place] += 1
        return self._times[place] <= _MAX_REPEATS


def _line(kind: type[BaseException], error: _Error) -> str:
    return " ".join("".join(traceback.format_exception_only(kind, error)).split())[:300]
