"""Python's garbage collector under the window."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.ui.system.garbage_collection import GarbageCollector


class _Cycle:
    """Dies only by the collector, and notes in which thread."""

    def __init__(self, deaths: list[threading.Thread]) -> None:
        self.itself = self
        self._deaths = deaths

    def __del__(self) -> None:
        self._deaths.append(threading.current_thread())


@pytest.fixture
def garbage(qapp: QApplication) -> Iterator[GarbageCollector]:
    gc.collect()
    collecting = GarbageCollector()
    yield collecting
    collecting.close()


@pytest.mark.slow
def test_a_worker_thread_never_collects_what_it_drops(garbage: GarbageCollector) -> None:
    deaths: list[threading.Thread] = []
    fill = gc.get_threshold()[0] * 3

    def drop() -> None:
        for _ in range(fill):
            _Cycle(deaths)

    worker = threading.Thread(target=drop)
    worker.start()
    worker.join()
    assert not deaths

    garbage.collect_if_due()

    assert len(deaths) == fill
    assert set(deaths) == {threading.current_thread()}


def test_python_collects_again_when_the_window_is_closed(qapp: QApplication) -> None:
    GarbageCollector().close()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
