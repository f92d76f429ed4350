"""Scans for unusual photos run beside searches."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.base.paths import default_bundle
from desktop_app.core.catalogue.photo_filter import EVERYTHING, PhotoFilter
from desktop_app.ui.engine import outlier_scan
from desktop_app.ui.engine.answers import FoundOutliers
from desktop_app.ui.engine.outlier_scan import OutlierScan
from desktop_app.ui.engine.search_client import SearchClient
from desktop_app.ui.kit.worker_thread import Worker
from tests.ui.conftest import WAIT_MS, IndexedLibrary


@pytest.fixture
def client(qapp: object, shared_library: IndexedLibrary) -> Iterator[SearchClient]:
    del qapp
    client = SearchClient(shared_library.library, default_bundle(), picture_side=400)
    yield client
    client.close()


def is_complete(found: FoundOutliers) -> bool:
    return found.is_complete


def test_a_scan_ends_with_the_most_unusual_of_all_photos(
    client: SearchClient, qtbot: QtBot
) -> None:
    outliers = client.outliers
    with qtbot.waitSignal(outliers.found, timeout=WAIT_MS, check_params_cb=is_complete) as ended:
        outliers.find(EVERYTHING)
    assert ended.args is not None
    found: FoundOutliers = ended.args[0]
    assert (found.done, found.total) == (36, 36)
    distances = [distance for _, distance in found.found]
    assert distances == sorted(distances, reverse=True)


def test_a_new_scan_replaces_the_one_before(
    client: SearchClient, qtbot: QtBot, shared_library: IndexedLibrary
) -> None:
    sizes = sorted(path.stat().st_size for path in shared_library.photos.iterdir())
    most_bytes = sizes[5]
    outliers = client.outliers
    answers: list[FoundOutliers] = []
    outliers.found.connect(answers.append)
    outliers.find(EVERYTHING)
    outliers.find(PhotoFilter(most_bytes=most_bytes))
    qtbot.waitUntil(lambda: bool(answers) and answers[-1].is_complete, timeout=WAIT_MS)
    assert {answer.total for answer in answers} == {6}


def test_what_was_found_is_repeated_until_the_scan_is_stopped(
    client: SearchClient, qtbot: QtBot
) -> None:
    outliers = client.outliers
    with qtbot.waitSignal(outliers.found, timeout=WAIT_MS, check_params_cb=is_complete):
        outliers.find(EVERYTHING)
    answers: list[FoundOutliers] = []
    outliers.found.connect(answers.append)
    outliers.repeat_answer()
    assert len(answers) == 1
    outliers.stop()
    outliers.repeat_answer()
    assert len(answers) == 1


def test_a_scan_reports_at_once_then_now_and_then_and_at_its_end(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outlier_scan, "_REPORT_INTERVAL_S", 10 * WAIT_MS)
    scan = OutlierScan(Worker())
    reported: list[FoundOutliers] = []
    scan.found.connect(reported.append)
    scan.start(FoundOutliers(1, [], done, 5, 4, 64) for done in range(1, 6))
    qtbot.waitUntil(lambda: bool(reported) and reported[-1].is_complete, timeout=WAIT_MS)
    assert [found.done for found in reported] == [1, 5]
