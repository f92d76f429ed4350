"""Read all shards of a manifest on a cluster of Dask Distributed.

Each shard is a task. Where a worker is lost, Dask gives its tasks to others. A task that has ended
several workers holds a file that crashes them: that file is searched for, and named in the shard.
A worker that lacks something, such as the photos, is named and left out; others do its shards.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from distributed import Client, Future, KilledWorker, as_completed
from distributed.client import ClosedClientError

from desktop_app.cluster import tasks
from desktop_app.cluster.crash_search import CrashSearch, FileRange
from desktop_app.cluster.dask_client import CONNECTION_ERRORS
from desktop_app.cluster.missing_shards import missing_shards
from desktop_app.cluster.refusals import Refusals, blamed, refusal_of
from desktop_app.cluster.totals import Totals
from desktop_app.cluster.workers import WorkerLeftOut, Workers
from desktop_app.core.archive.errors import ClusterUnreachableError, WorkersLostError
from desktop_app.core.archive.manifest import Manifest
from desktop_app.core.archive.progress import ArchiveIndexed, ShardIndexed
from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.jobs.progress import Indexing

# Enough for an adaptive cluster to grow, and little for a scheduler.
_TASKS_AT_ONCE = 2000
# How often a shard may lose its workers: also where the task of another one has ended them.
_MOST_LOSSES = 8


def index_on_dask(
    client: Client, manifest: Manifest, archive: ArchiveFiles, encoder: Encoder
) -> Generator[Indexing | ShardIndexed | ArchiveIndexed | WorkerLeftOut]:
    """Have a cluster read the shards that the archive lacks. The last event is ArchiveIndexed.

    All workers need the same version of Lookalike, and the manifest, the roots, the archive and the
    model have the same paths for them. Those that lack something are left out (WorkerLeftOut).
    Closing the generator cancels what is not done.

    Raises:
        ArchiveError: The archive has shards of another manifest or model.
        ClusterUnreachableError: The scheduler is lost. What is done stays.
        WorkersLostError: A shard loses its workers again and again.
        Other errors as `index_shards`, and OtherVersionError, WorkerFailedError: no worker is left
        that can do the work, or several cannot do a shard.
    """
    totals = Totals(time.monotonic())
    numbers = missing_shards(manifest, archive, encoder)
    total = sum(map(manifest.file_count, numbers))
    run = _DaskRun(client, manifest, archive, encoder)
    for event in run.shards(numbers):
        yield event
        if isinstance(event, WorkerLeftOut):
            continue
        totals.add(event)
        yield Indexing(totals.files, total, totals.failed)
    yield totals.summary(time.monotonic())


@dataclass(frozen=True)
class _Task:
    """What a future will tell: a shard that is written, or that a range of files was read."""

    number: int
    tried: FileRange | None = None
    crashing: tuple[int, ...] = ()


class _DaskRun:
    def __init__(
        self, client: Client, manifest: Manifest, archive: ArchiveFiles, encoder: Encoder
    ) -> None:
        self._client = client
        self._address = str(client.scheduler.address)
        self._manifest = manifest
        self._job = tasks.job_of(manifest, archive, encoder)
        self._tasks: dict[Future, _Task] = {}
        self._searches: dict[int, CrashSearch] = {}
        self._losses = Counter[int]()
        self._workers = Workers(client, tasks.lacking_for, self._job)
        self._refusals = Refusals(self._workers)

    def shards(self, numbers: list[int]) -> Generator[ShardIndexed | WorkerLeftOut]:
        try:
            if numbers:
                yield from self._workers.leave_out_unfit()
            yield from self._shards(iter(numbers))
        except CONNECTION_ERRORS as error:
            raise ClusterUnreachableError(self._address, str(error)[:200]) from error

    def _shards(self, waiting: Iterator[int]) -> Generator[ShardIndexed | WorkerLeftOut]:
        completed = as_completed(self._index(islice(waiting, _TASKS_AT_ONCE)))
        try:
            for future in completed:
                task = self._tasks.pop(future)
                if refusal := refusal_of(future):
                    worker = blamed(self._client, future)
                    yield from self._refusals.after(refusal, task.number, worker)
                    completed.add(self._submit(task))
                    continue
                result = self._result(future, task)
                if isinstance(result, ShardIndexed):
                    completed.update(self._index(islice(waiting, 1)))
                    yield result
                else:
                    completed.update(result)
        finally:
            with suppress(ClosedClientError, OSError):
                self._client.cancel(list(self._tasks))

    def _result(self, future: Future, task: _Task) -> ShardIndexed | list[Future]:
        """Return a shard that was written, or what has to be done before it can be."""
        try:
            result = future.result()
        except KilledWorker:
            return self._after_loss(task)
        if task.tried is None:
            assert isinstance(result, ShardIndexed)
            return result
        search, ranges = self._searches[task.number], list[FileRange]()
        if result:
            search.survived(task.tried)
        else:
            ranges = search.crashed(task.tried)
        return self._try(ranges) or self._after_search(task.number)

    def _after_loss(self, task: _Task) -> list[Future]:
        """Return what to do after a task, or another one beside it, has ended its workers.

        Raises WorkersLostError where that happens again and again.
        """
        number = task.number
        self._losses[number] += 1
        if self._losses[number] > _MOST_LOSSES:
            raise WorkersLostError(number)
        if task.tried is not None:
            return self._try([task.tried])
        search = CrashSearch(number, self._manifest.file_count(number))
        self._searches[number] = search
        return self._try(search.start())

    def _after_search(self, number: int) -> list[Future]:
        search = self._searches[number]
        if not search.is_over:
            return []
        del self._searches[number]
        return self._index([number], tuple(search.crashing))

    def _index(self, numbers: Iterable[int], crashing: tuple[int, ...] = ()) -> list[Future]:
        return [self._submit(_Task(number, crashing=crashing)) for number in numbers]

    def _try(self, ranges: Iterable[FileRange]) -> list[Future]:
        return [self._submit(_Task(tried.number, tried)) for tried in ranges]

    def _submit(self, task: _Task) -> Future:
        if tried := task.tried:
            places = (tried.first, tried.last)
            future = self._client.submit(
                tasks.try_files, self._job, task.number, *places, pure=False
            )
        else:
            future = self._client.submit(
                tasks.index_shard, self._job, task.number, task.crashing, pure=False
            )
        self._tasks[future] = task
        return future
