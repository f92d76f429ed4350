"""The window of an archive, opened, searched and scrolled: what `archive_window` measures.

Run as a program: prints one JSON object, of the moment named on its command line, in seconds,
milliseconds and megabytes.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import numpy as np
import psutil
from PySide6.QtWidgets import QApplication

from desktop_app.core.base.paths import resources
from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.core.catalogue.settings import Settings
from desktop_app.ui.archive.archive_window import ArchiveWindow
from desktop_app.ui.kit.language import Language
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.shell.app import Places, make_application
from desktop_app.ui.shell.archive_app import build_archive_window
from desktop_app.ui.system.desktop import real_desktop
from tests.bench.event_loop import rest, rest_until
from tests.bench.large_archive import DAYS, FIRST_DAY

_SIZE = (1400, 900)
_QUERIES = 15
_FILTERS, _PASSING = 9, 0.02
_FRAMES = 300
_FRAME_SECONDS = 1 / 60
_REST_MS = 1000


def main(started: float, archive: Path, settings: Path) -> None:
    window = _opened(archive, settings)
    rest_until(lambda: _is_filled(window))
    opened = time.time() - started
    count = window.browse.count or 0
    _search(window, 0)  # loads the model
    photos = np.random.default_rng(3).integers(0, count, _QUERIES).tolist()
    searches = [_search(window, photo) for photo in photos]
    filters = [_filter(window, start) for start in range(_FILTERS)]
    window.filter_flow.clear()
    window.commands.clear_search()
    gestures = {"wheel": _wheel, "scroll bar": _drag}
    frames = {name: _frames(window, gesture) for name, gesture in gestures.items()}
    report = {
        "opened": opened,
        "searches": searches,
        "filters": filters,
        "frames": frames,
        "megabytes": _private_megabytes(),
    }
    window.close()
    sys.stdout.write(json.dumps(report) + "\n")


def _opened(archive: Path, settings: Path) -> ArchiveWindow:
    app = make_application()
    theme = Theme(app, resources() / "icons", "light")
    language = Language(app, resources() / "translations", "en")
    places = Places(archive, settings / "settings.json", settings / "samples", settings / "logs")
    window = build_archive_window(
        theme, language, places, Settings(theme="light", language="en"), real_desktop()
    )
    window.resize(*_SIZE)
    window.show()
    return window


def _is_filled(window: ArchiveWindow) -> bool:
    """Whether the first screenful is shown, with its thumbnails."""
    if window.stack.currentWidget() is not window.browse:
        return False
    grid = window.browse.grid
    last = grid.indexAt(grid.viewport().rect().center()).row()
    is_read = last >= 0 and window.browse.model.known_photo(last) is not None
    return is_read and window._services.thumbnails.pending_count == 0


def _search(window: ArchiveWindow, photo: int) -> float:
    """Milliseconds from the request until the first results are painted.

    A photo of the archive is searched for, so that no picture is decoded.
    """
    shown: list[float] = []
    connection = window.search_flow.results_shown.connect(lambda: shown.append(1))
    started = time.perf_counter()
    window.commands.find_similar([photo])
    rest_until(lambda: bool(shown))
    window.results.grid.viewport().repaint()
    took = (time.perf_counter() - started) * 1000
    window.search_flow.results_shown.disconnect(connection)
    rest(_REST_MS // 2)  # the results that are read after the first ones
    return took


def _filter(window: ArchiveWindow, start: int) -> float:
    """Milliseconds from the choice of a filter until the results that pass it are painted.

    It is another filter each time, of the photos of other days: 2 % of all.
    """
    first = FIRST_DAY.date() + timedelta(days=start * 2 * round(DAYS * _PASSING))
    last = first + timedelta(days=round(DAYS * _PASSING) - 1)
    model = window.results.model

    def shows_passing() -> bool:
        days = {model.photo(row).photo.capture.taken_at[:10] for row in range(model.rowCount())}
        return bool(days) and str(first) <= min(days) and max(days) <= str(last)

    started = time.perf_counter()
    window.filters.filter_changed.emit(PhotoFilter(first_day=first, last_day=last))
    rest_until(shows_passing)
    window.results.grid.viewport().repaint()
    took = (time.perf_counter() - started) * 1000
    rest(_REST_MS // 2)
    return took


def _frames(window: ArchiveWindow, gesture: Callable[[ArchiveWindow, int], None]) -> list[float]:
    """Milliseconds that the window's thread takes for each frame."""
    window.browse.grid.verticalScrollBar().setValue(0)
    rest(_REST_MS)
    frames = []
    for number in range(_FRAMES):
        started = time.perf_counter()
        gesture(window, number)
        QApplication.processEvents()  # paints, and takes what other threads have sent
        took = time.perf_counter() - started
        frames.append(took * 1000)
        time.sleep(max(0, _FRAME_SECONDS - took))
    return frames


def _wheel(window: ArchiveWindow, number: int) -> None:
    """Three rows of photos in four frames."""
    del number
    bar = window.browse.grid.verticalScrollBar()
    bar.setValue(bar.value() + 120)


def _drag(window: ArchiveWindow, number: int) -> None:
    """From the top of the part to its bottom."""
    bar = window.browse.grid.verticalScrollBar()
    bar.setValue(bar.maximum() * number // _FRAMES)


def _private_megabytes() -> float:
    """Memory of this process that no file backs."""
    memory = psutil.Process().memory_info()
    return float(memory.rss - memory.shared) / 2**20


if __name__ == "__main__":
    main(float(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
