"""Errors that nobody caught, and Qt's warnings: into the log, whatever thread they come from."""

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

from desktop_app.core.base.crash_marker import CrashMarker

logger = logging.getLogger(__name__)
_MOST_TIMES = 3
_Error = BaseException | None
_SILENT = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)


class CrashLog(QObject):
    """`failed` tells a line of words; a slot of the window's thread hears it there. What goes wrong
    again and again, as painting may, is told each time but noted a few times only.
    """

    failed = Signal(str)

    def __init__(self, log_file: Path, mark: CrashMarker | None) -> None:
        """`log_file` is where `configure_logging` writes. `mark` None: another window has it."""
        super().__init__()
        self.log_file = log_file
        self.has_crashed_before = False
        self._mark = mark
        self._times: Counter[str] = Counter()
        self._before: tuple[Any, Any, Any, Any] | None = None

    def watch(self) -> None:
        """From now on, until `close`."""
        if self._mark is not None:
            self._note_last_words(self._mark.previous_crash())
            self._mark.create()
        qt = qInstallMessageHandler(self._take_qt)
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook, qt)
        sys.excepthook = self._take
        threading.excepthook = self._take_from_thread
        sys.unraisablehook = self._take_unraisable

    def close(self) -> None:
        if self._before is not None:
            sys.excepthook, threading.excepthook, sys.unraisablehook, qt = self._before
            qInstallMessageHandler(qt)
            self._before = None
        if self._mark is not None:
            self._mark.remove()

    def _note_last_words(self, words: str | None) -> None:
        self.has_crashed_before = words is not None
        if words is not None:
            reason = words or "It was killed, or the machine went down."
            logger.error("The window before this one ended unexpectedly:\n%s", reason)

    def _take(self, kind: type[BaseException], error: _Error, trace: TracebackType | None) -> None:
        if self._before is not None:
            self._before[0](kind, error, trace)
        if not issubclass(kind, KeyboardInterrupt):
            self._note("Uncaught error", kind, error, trace)
            self.failed.emit(_line(kind, error))

    def _take_from_thread(self, told: threading.ExceptHookArgs) -> None:
        if self._before is not None:
            self._before[1](told)
        if not issubclass(told.exc_type, SystemExit):
            name = told.thread.name if told.thread else "?"
            where = f"Uncaught error in thread {name}"
            self._note(where, told.exc_type, told.exc_value, told.exc_traceback)
            self.failed.emit(_line(told.exc_type, told.exc_value))

    def _take_unraisable(self, told: Any) -> None:
        """Nothing that the user did has failed: it is noted, and not told."""
        if self._before is not None:
            self._before[2](told)
        where = told.err_msg or "Uncaught error while tidying up"
        self._note(where, told.exc_type, told.exc_value, told.exc_traceback)

    def _take_qt(self, kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        before = self._before[3] if self._before else None
        if before is not None:
            before(kind, context, words)
        elif sys.stderr is not None:
            sys.stderr.write(f"{words}\n")
        if kind not in _SILENT and self._is_new(words):
            logger.warning("Qt warns:\n%s", words)

    def _note(
        self, heading: str, kind: type[BaseException], error: _Error, trace: TracebackType | None
    ) -> None:
        frames = traceback.extract_tb(trace)
        place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else kind.__name__
        if self._is_new(place):
            details = "".join(traceback.format_exception(kind, error, trace))
            logger.error("%s\n%s", heading, details)

    def _is_new(self, place: str) -> bool:
        self._times[place] += 1
        return self._times[place] <= _MOST_TIMES


def _line(kind: type[BaseException], error: _Error) -> str:
    return " ".join("".join(traceback.format_exception_only(kind, error)).split())[:300]
