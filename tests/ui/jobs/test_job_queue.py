"""The order in which jobs wait, and what library edits take from them."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.files.library_edits import FollowRequest, PauseRequest, RemoveRequest
from desktop_app.core.jobs.requests import ChangesRequest, IndexRequest, Request, RetryRequest
from desktop_app.ui.jobs.job_queue import JobQueue, QueuedJob
from desktop_app.ui.jobs.root_work import RootWork, root_work, without_root

LIBRARY, ONE, TWO = Path("/library"), Path("/one"), Path("/two")
INDEX = IndexRequest(LIBRARY, [ONE, TWO], 0)
MOVE = FollowRequest(LIBRARY, [ONE / "a.jpg"], [ONE / "b.jpg"])
REMOVE = RemoveRequest(LIBRARY, ONE)


def queue_of(*requests: Request) -> JobQueue:
    queue = JobQueue()
    for request in requests:
        queue.append(QueuedJob(request))
    return queue


def test_edits_run_first_in_the_order_in_which_they_were_queued() -> None:
    changes = ChangesRequest(LIBRARY, [TWO / "new.jpg"], 0)
    queue = queue_of(changes, MOVE, REMOVE)
    assert queue.requests == [MOVE, REMOVE, changes]


def test_an_edit_of_a_root_takes_the_root_out_of_earlier_jobs() -> None:
    queue = queue_of(INDEX, ChangesRequest(LIBRARY, [ONE / "new.jpg"], 0), REMOVE)
    assert queue.requests == [REMOVE, IndexRequest(LIBRARY, [TWO], 0)]


def test_an_interrupted_job_continues_after_the_edits_without_their_roots() -> None:
    later = ChangesRequest(LIBRARY, [TWO / "new.jpg"], 0)
    queue = queue_of(REMOVE, MOVE, later)
    queue.put_back(QueuedJob(INDEX, is_paused=True))
    assert queue.requests == [REMOVE, MOVE, IndexRequest(LIBRARY, [TWO], 0), later]
    for _ in range(2):
        queue.pop()
    assert queue.pop().is_paused


@pytest.mark.parametrize(
    "request_for_all",
    [IndexRequest(LIBRARY, [], 0), ChangesRequest(LIBRARY, [], 0), RetryRequest(LIBRARY, [], 0)],
)
def test_a_request_for_all_roots_stays_when_one_root_goes(request_for_all: Request) -> None:
    assert without_root(request_for_all, ONE) == request_for_all


def test_nothing_is_left_of_a_request_for_a_root_that_goes() -> None:
    assert without_root(RetryRequest(LIBRARY, [ONE / "broken.jpg"], 0), ONE) is None


def test_the_running_job_decides_the_state_of_a_root_before_waiting_jobs() -> None:
    pause = PauseRequest(LIBRARY, ONE, is_paused=True)
    assert root_work(ONE, INDEX, [REMOVE]) is RootWork.INDEXING
    assert root_work(ONE, None, [INDEX, REMOVE]) is RootWork.REMOVING
    assert root_work(ONE, pause, []) is RootWork.CHANGING
    assert root_work(ONE, REMOVE, [IndexRequest(LIBRARY, [TWO / "trip"], 0)]) is RootWork.REMOVING
    assert root_work(TWO, REMOVE, [IndexRequest(LIBRARY, [TWO / "trip"], 0)]) is RootWork.WAITING
    assert root_work(TWO, REMOVE, []) is RootWork.NONE
