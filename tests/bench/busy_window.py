"""A real window that is searched in while photos are indexed: what `stalls` measures.

Run as a program on a library, a folder of photos that it does not know, and a picture to drop:
prints one JSON object. A beat is due every few milliseconds; how late it comes is how long the
event loop stood still.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import psutil
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.ui.engine.answers import SearchAnswer, SearchResults
from desktop_app.ui.engine.queries import FileSource
from desktop_app.ui.shell.main_window import MainWindow
from tests.bench.window import opened_window

_BEAT_MS = 5
_SEARCHES = 100


class _Heart(QObject):
    """Notes how late each beat comes, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.late: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=_BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, (now - self._last) * 1000 - _BEAT_MS))
        self._last = now


class _Walk(QObject):
    """One search after the other while photos are indexed; the application ends with both."""

    def __init__(self, window: MainWindow, photos: Path, picture: Path) -> None:
        super().__init__()
        self._window, self._photos, self._picture = window, photos, picture
        self.heart = _Heart()
        self.searches = 0
        self.is_indexed = False

    def start(self) -> None:
        services = self._window._services
        services.searcher.answer_ready.connect(self._follow)
        services.jobs.idle.connect(self._end)
        self.heart.start()
        self._window.commands.add_folders([self._photos])
        self._next()

    def _follow(self, answer: SearchAnswer) -> None:
        if isinstance(answer, SearchResults):
            self._next()

    def _next(self) -> None:
        if self.searches < _SEARCHES:
            self.searches += 1
            self._window.commands.search(FileSource(self._picture))
        elif self.is_indexed:
            self._close()

    def _end(self) -> None:
        self.is_indexed = True
        if self.searches >= _SEARCHES:
            self._close()

    def _close(self) -> None:
        """A window that is being closed waits for its threads, which is no stall of an open one."""
        self.heart.stop()
        self._window.close()


def main(library: Path, photos: Path, picture: Path) -> None:
    window = opened_window(library)
    walk = _Walk(window, photos, picture)
    window._services.searcher.library.changed.connect(
        walk.start, Qt.ConnectionType.SingleShotConnection
    )
    QApplication.exec()
    report = {
        "late": walk.heart.late,
        "searches": walk.searches,
        "megabytes": psutil.Process().memory_info().rss / 2**20,
    }
    sys.stdout.write(json.dumps(report) + "\n")


if __name__ == "__main__":
    main(*(Path(word) for word in sys.argv[1:]))
