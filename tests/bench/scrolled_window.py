"""The grid of the real window, scrolled and resized frame by frame: what `frames` measures.

Run as a program on a library: prints one JSON object, by gesture the milliseconds of each frame.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.ui.browse.filter_bar import LEAST_WIDTH, MOST_WIDTH
from desktop_app.ui.shell.main_window import MainWindow
from tests.bench.event_loop import rest
from tests.bench.window import opened_window

_SIZE = (1400, 900)
_FRAME_SECONDS = 1 / 60
_FRAMES = 300
_NOTCH = 120  # of a wheel, in eighths of a degree
_REST_MS = 1000

Gesture = Callable[[MainWindow], Iterator[None]]


def main(library: Path) -> None:
    window = opened_window(library)
    window.resize(*_SIZE)
    paints = _Paints(window)
    while not window.browse.count:
        rest(50)
    frames = {name: _frames(window, gesture) for name, gesture in _GESTURES.items()}
    assert paints.count >= len(_GESTURES) * _FRAMES / 2, "frames that paint nothing prove nothing"
    window.close()
    sys.stdout.write(json.dumps(frames) + "\n")


class _Paints(QObject):
    """Counts how often the photos were painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.count = 0
        window.browse.grid.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


def _frames(window: MainWindow, gesture: Gesture) -> dict[str, list[float]]:
    """Milliseconds that the window's thread takes for each frame: those of a clock, and those of
    the processor, to which other programs add nothing.

    Between two frames the thread rests until the screen would show the next one.
    """
    window.browse.grid.verticalScrollBar().setValue(0)
    rest(_REST_MS)
    steps, clock, processor = gesture(window), [], []
    for _ in range(_FRAMES):
        started, worked = time.perf_counter(), time.thread_time()
        next(steps)
        QApplication.processEvents()  # paints, and takes what other threads have sent
        processor.append((time.thread_time() - worked) * 1000)
        took = time.perf_counter() - started
        clock.append(took * 1000)
        time.sleep(max(0, _FRAME_SECONDS - took))
    return {"clock": clock, "processor": processor}


def _wheel(window: MainWindow) -> Iterator[None]:
    while True:
        _turn(window, QPoint(), QPoint(0, -_NOTCH))
        yield


def _touchpad(window: MainWindow) -> Iterator[None]:
    """Flicks that slow down, as the systems make them: Qt has the pixels of each frame."""
    while True:
        for speed in range(90, 0, -3):
            _turn(window, QPoint(0, -speed), QPoint(0, -speed))
            yield


def _pages(window: MainWindow) -> Iterator[None]:
    while True:
        QTest.keyClick(window.browse.grid, Qt.Key.Key_PageDown)
        yield


def _drag(window: MainWindow) -> Iterator[None]:
    """From the top to the bottom and back."""
    bar = window.browse.grid.verticalScrollBar()
    bar.setSliderDown(True)
    while True:
        for place in (*range(_FRAMES // 2), *range(_FRAMES // 2, 0, -1)):
            bar.setSliderPosition(bar.maximum() * place * 2 // _FRAMES)
            yield


def _sizes(window: MainWindow) -> Iterator[None]:
    """Thumbnails from the smallest to the largest and back, in the middle of the library."""
    bar = window.browse.grid.verticalScrollBar()
    bar.setSliderDown(False)
    bar.setValue(bar.maximum() // 2)
    widths = range(LEAST_WIDTH, MOST_WIDTH, 4)
    while True:
        for width in (*widths, *reversed(widths)):
            window.filters.slider.setValue(width)
            yield


_GESTURES: dict[str, Gesture] = {
    "wheel": _wheel,
    "touchpad": _touchpad,
    "Page Down": _pages,
    "scroll bar": _drag,
    "thumbnail size": _sizes,
}


def _turn(window: MainWindow, pixels: QPoint, angle: QPoint) -> None:
    viewport = window.browse.grid.viewport()
    place = viewport.rect().center()
    event = QWheelEvent(
        QPointF(place),
        QPointF(viewport.mapToGlobal(place)),
        pixels,
        angle,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
