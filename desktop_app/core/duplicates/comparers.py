"""Compare the thumbnails of pairs of photos, in this process or in several others."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Protocol

from desktop_app.core.base.errors import JobCrashedError
from desktop_app.core.jobs.process_pool import process_pool
from desktop_app.core.photos.thumbnails import Thumbnails
from desktop_app.core.same_photo.looks import Looks
from desktop_app.core.same_photo.verification import Verdict, verify

ContentPair = tuple[bytes, bytes]
Verdicts = list[Verdict | None]

_BATCHES_A_PROCESS = 3  # that wait or are compared


class Comparer(Protocol):
    """Compares batches of pairs of contents."""

    def compare(self, batches: Iterable[list[ContentPair]]) -> Iterator[Verdicts]:
        """Yield the verdicts of each batch, in order; None where a photo has no thumbnail.

        Raises JobCrashedError: A process that compares was killed.
        """

    def close(self) -> None: ...


class OwnComparer:
    """Compares in this process: for few pairs."""

    def __init__(self, thumbnails: Path) -> None:
        """`thumbnails` is the file of the library's thumbnails."""
        self._thumbnails = Thumbnails(thumbnails)
        self._looks = Looks(self._thumbnails.get)

    def compare(self, batches: Iterable[list[ContentPair]]) -> Iterator[Verdicts]:
        for batch in batches:
            yield _verdicts(self._looks, batch)

    def close(self) -> None:
        self._thumbnails.close()


class ProcessComparer:
    """Compares in several processes, which start at the first batch."""

    def __init__(self, thumbnails: Path, processes: int) -> None:
        self._executor = process_pool(processes, _begin, thumbnails)
        self._most_waiting = processes * _BATCHES_A_PROCESS

    def compare(self, batches: Iterable[list[ContentPair]]) -> Iterator[Verdicts]:
        waiting: deque[Future[Verdicts]] = deque()
        for batch in batches:
            waiting.append(self._executor.submit(_compare, batch))
            if len(waiting) == self._most_waiting:
                yield _result(waiting.popleft())
        while waiting:
            yield _result(waiting.popleft())

    def close(self) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)


def _result(answer: Future[Verdicts]) -> Verdicts:
    """Raises JobCrashedError: A process was killed, for example because memory was short."""
    try:
        return answer.result()
    except BrokenProcessPool as error:
        raise JobCrashedError(1, str(error)) from error


_looks: Looks | None = None  # of a process that compares


def _begin(thumbnails: Path) -> None:
    """Prepare a process."""
    global _looks  # noqa: PLW0603 -- what the initializer of an executor makes
    store = Thumbnails(thumbnails)
    _looks = Looks(store.get)


def _compare(batch: list[ContentPair]) -> Verdicts:
    assert _looks is not None
    return _verdicts(_looks, batch)


def _verdicts(looks: Looks, batch: list[ContentPair]) -> Verdicts:
    return [_verdict(looks, *pair) for pair in batch]


def _verdict(looks: Looks, first: bytes, second: bytes) -> Verdict | None:
    one, other = looks.get(first), looks.get(second)
    return None if one is None or other is None else verify(one, other)
