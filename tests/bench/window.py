"""A real window on a library, started fresh: what `start_up` and `flips` measure.

Run as a program: prints one JSON object of seconds since the moment named on its command line.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil
from PySide6.QtCore import QEventLoop, QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from desktop_app.core.base.paths import own_program, resources
from desktop_app.core.catalogue.settings import Settings
from desktop_app.ui.engine.answers import SearchResults
from desktop_app.ui.kit.language import Language
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.shell.app import Places, build_window, make_application
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.system.desktop import real_desktop

Connect = Callable[[Callable[[object], None]], object]


@dataclass
class _Run:
    started: float
    window: MainWindow

    def seconds(self) -> float:
        return time.time() - self.started


def opened_window(library: Path) -> MainWindow:
    """The application's window on a library, shown; the application lives as long as Python."""
    app = make_application()
    theme = Theme(app, resources() / "icons", "light")
    places = Places(library, library / "settings.json", library / "samples", library / "logs")
    language = Language(app, resources() / "translations", "en")
    settings = Settings(theme="light", language="en", watch_folders=False)
    window = build_window(theme, language, places, settings, real_desktop(), own_program())
    window.show()
    app.processEvents()
    return window


def main(started: float, library: Path, picture: Path, drops: int, flips: int) -> None:
    window = opened_window(library)
    run = _Run(started, window)
    shown = run.seconds()
    # The search thread is ready for a picture when it has read the codes and counted the library.
    _wait(window._services.searcher.library.changed.connect)
    usable = run.seconds()
    latencies = [_drop(window, picture) for _ in range(drops)]
    memory = psutil.Process().memory_info().rss / 2**20
    flipped = _flips(window, flips) if flips else []
    window.close()
    report = {
        "shown": shown,
        "usable": usable,
        "megabytes": memory,
        "drops": latencies,
        "flips": flipped,
    }
    sys.stdout.write(json.dumps(report) + "\n")


def _drop(window: MainWindow, picture: Path) -> float:
    """Seconds from the drop of a picture until its results are painted."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(picture))])
    keys = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton)
    place, none = window.rect().center(), Qt.KeyboardModifier.NoModifier
    enter, drop = QDragEnterEvent(place, *keys, none), QDropEvent(QPointF(place), *keys, none)

    def let_go() -> None:
        QApplication.sendEvent(window, enter)  # Qt gives a drop to what has taken the drag
        QApplication.sendEvent(window, drop)

    started = time.perf_counter()
    QTimer.singleShot(0, let_go)
    _wait(window._services.searcher.answer_ready.connect, SearchResults)
    window.repaint()
    return time.perf_counter() - started


def _flips(window: MainWindow, count: int) -> list[float]:
    """Seconds from a click on a bit until its preview and the photos that are then nearest are
    painted.
    """
    lens, looked = window.panel.lens, window._services.searcher.lens_answered.connect
    QTimer.singleShot(0, lambda: lens.heading.setChecked(True))
    _wait(looked)
    return [_flip(window, bit, looked) for bit in range(count)]


def _flip(window: MainWindow, bit: int, looked: Connect) -> float:
    started = time.perf_counter()
    QTimer.singleShot(0, lambda: window.panel.lens.flip_requested.emit(bit))
    _wait(looked)
    window.repaint()
    return time.perf_counter() - started


def _wait(connect: Connect, kind: type[object] = object) -> None:
    """Run the event loop until the signal brings an object of this kind."""
    loop = QEventLoop()
    connect(lambda answer: loop.quit() if isinstance(answer, kind) else None)
    loop.exec()


if __name__ == "__main__":
    main(float(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), *map(int, sys.argv[4:]))
