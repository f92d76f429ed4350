"""Closing the window does not wait for a long query of the browsing thread."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_app.core.base.errors import AppError
from desktop_app.core.catalogue.browse import BrowseQuery, Listing
from desktop_app.ui.browse.browse_worker import BrowseWorker
from desktop_app.ui.kit.worker_thread import WorkerThread
from tests.ui.conftest import WAIT_MS, IndexedLibrary

_ENDLESS = (
    "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers)"
    " SELECT count(*) FROM numbers WHERE has_begun(n)"
)


@pytest.mark.slow
def test_stopping_ends_the_running_query_and_reports_nothing(
    qtbot: QtBot, shared_library: IndexedLibrary
) -> None:
    worker, owner = BrowseWorker(shared_library.library), QObject()
    thread = WorkerThread(worker, "browse", owner)
    has_begun, failures, reported = threading.Event(), list[AppError](), list[AppError]()
    listings: list[Listing] = []
    worker.listed.connect(listings.append)
    worker.failed.connect(reported.append)

    def note_begin(_: int) -> int:
        has_begun.set()
        return 1

    def read_endlessly() -> None:
        assert worker._catalogue is not None
        worker._catalogue.connection.create_function("has_begun", 1, note_begin)
        try:
            worker._catalogue.rows(_ENDLESS)
        except AppError as error:
            failures.append(error)
            worker.failed.emit(error)

    thread.call(worker.list_photos, BrowseQuery())
    qtbot.waitUntil(lambda: bool(listings), timeout=WAIT_MS)
    thread.call(read_endlessly)
    assert has_begun.wait(WAIT_MS / 1000)
    thread.stop()
    qtbot.wait(10)
    assert len(failures) == 1
    assert reported == []
