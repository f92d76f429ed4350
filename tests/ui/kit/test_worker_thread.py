"""Calls run in the thread, in order; stopping waits for the one that runs and closes the worker."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from desktop_app.ui.kit.worker_thread import Worker, WorkerThread

_WAIT_S = 180


class _Recorder(Worker):
    """Records where its methods ran."""

    answered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.threads: list[int] = []
        self.words: list[str] = []
        self.closed_in: list[int] = []
        self.has_begun = threading.Event()
        self.may_end = threading.Event()

    def answer(self, word: str) -> None:
        self.threads.append(threading.get_ident())
        self.words.append(word)
        self.answered.emit(word)

    def answer_slowly(self, word: str) -> None:
        self.has_begun.set()
        assert self.may_end.wait(_WAIT_S)
        self.answer(word)

    def fail(self) -> None:
        raise ValueError("a bug")

    def close(self) -> None:
        self.closed_in.append(threading.get_ident())


@pytest.fixture
def worker() -> _Recorder:
    return _Recorder()


@pytest.fixture
def thread(qapp: object, worker: _Recorder) -> Iterator[WorkerThread]:
    del qapp
    owner = QObject()
    thread = WorkerThread(worker, "recorder", owner)
    yield thread
    worker.may_end.set()
    thread.stop()


def test_calls_run_in_one_other_thread_and_in_their_order(
    qtbot: QtBot, worker: _Recorder, thread: WorkerThread
) -> None:
    answers: list[str] = []
    answered_in: list[int] = []
    worker.answered.connect(answers.append)
    worker.answered.connect(lambda: answered_in.append(threading.get_ident()))
    for word in ("one", "two", "three"):
        thread.call(worker.answer, word)
    qtbot.waitUntil(lambda: len(answers) == 3, timeout=_WAIT_S * 1000)
    assert answers == ["one", "two", "three"]
    assert len(set(worker.threads)) == 1
    assert threading.get_ident() not in worker.threads


def test_stopping_waits_for_the_running_method_and_drops_those_behind_it(
    worker: _Recorder, thread: WorkerThread
) -> None:
    thread.call(worker.answer_slowly, "running")
    thread.call(worker.answer, "waiting")
    assert worker.has_begun.wait(_WAIT_S)
    threading.Timer(0.1, worker.may_end.set).start()
    thread.stop()
    assert worker.words == ["running"]


def test_the_worker_is_closed_once_by_the_thread_that_stops_it(
    worker: _Recorder, thread: WorkerThread
) -> None:
    thread.call(worker.answer, "one")
    thread.stop()
    thread.stop()
    assert worker.closed_in == [threading.get_ident()]


def test_a_thread_that_was_never_called_stops_too(worker: _Recorder, thread: WorkerThread) -> None:
    thread.stop()
    assert len(worker.closed_in) == 1


def test_calls_after_stopping_are_ignored(worker: _Recorder, thread: WorkerThread) -> None:
    thread.stop()
    thread.call(worker.answer, "late")
    assert not thread.findChildren(type(thread._thread))[0].isRunning()
    assert worker.words == []


def test_of_the_calls_that_wait_for_a_method_only_the_latest_runs(
    qtbot: QtBot, worker: _Recorder, thread: WorkerThread
) -> None:
    thread.call_latest(worker.answer_slowly, "running")
    assert worker.has_begun.wait(_WAIT_S)
    for word in ("replaced", "replaced too", "latest"):
        thread.call_latest(worker.answer, word)
    thread.call(worker.answer, "behind")
    worker.may_end.set()
    qtbot.waitUntil(lambda: "behind" in worker.words, timeout=_WAIT_S * 1000)
    assert worker.words == ["running", "latest", "behind"]


def test_a_method_that_is_running_can_be_called_again(
    qtbot: QtBot, worker: _Recorder, thread: WorkerThread
) -> None:
    thread.call_latest(worker.answer_slowly, "running")
    assert worker.has_begun.wait(_WAIT_S)
    thread.call_latest(worker.answer_slowly, "again")
    worker.may_end.set()
    qtbot.waitUntil(lambda: len(worker.words) == 2, timeout=_WAIT_S * 1000)
    assert worker.words == ["running", "again"]


def test_a_bug_in_a_method_is_reported_and_the_next_call_still_runs(
    qtbot: QtBot, worker: _Recorder, thread: WorkerThread
) -> None:
    with qtbot.capture_exceptions() as exceptions:
        thread.call(worker.fail)
        with qtbot.waitSignal(worker.answered, timeout=_WAIT_S * 1000):
            thread.call(worker.answer, "next")
    assert [kind for kind, *_ in exceptions] == [ValueError]
