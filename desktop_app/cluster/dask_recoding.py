"""Compute the codes of another model for the shards of an archive, on a cluster of Dask."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from itertools import islice

from distributed import Client, Future, KilledWorker, as_completed
from distributed.client import ClosedClientError

from desktop_app.cluster import recode_tasks
from desktop_app.cluster.dask_client import CONNECTION_ERRORS
from desktop_app.cluster.refusals import Refusals, blamed, refusal_of
from desktop_app.cluster.workers import WorkerLeftOut, Workers
from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.errors import ClusterUnreachableError, WorkerFailedError
from desktop_app.core.archive.progress import ArchiveRecoded, Recoding, ShardRecoded
from desktop_app.core.archive_update.recoding import shards_without_codes
from desktop_app.core.bundle.model_bundle import ModelBundle

_TASKS_AT_ONCE = 2000
_MOST_LOSSES = 4  # of a shard whose workers were ended


def recode_on_dask(
    client: Client, archive: Archive, model: ModelBundle, numbers: Iterable[int] | None = None
) -> Generator[Recoding | ArchiveRecoded | WorkerLeftOut]:
    """As `recode_locally`, on the workers of a cluster.

    All workers need the same version of Lookalike, and the archive and the model have the same
    paths for them. Those that lack something are left out (WorkerLeftOut).

    Raises:
        ArchiveError: A shard is damaged, or there is no such shard.
        ClusterUnreachableError: The scheduler is lost. What is done stays.
        OtherVersionError, WorkerFailedError, BundleError: No worker is left that can do the work,
            or several cannot do a shard.
    """
    started, photos, done = time.monotonic(), 0, 0
    missing = shards_without_codes(archive, model.manifest.model_id, numbers)
    for event in _DaskRecoding(client, archive, model).shards(missing):
        if isinstance(event, WorkerLeftOut):
            yield event
            continue
        done, photos = done + 1, photos + event.photos
        yield Recoding(done, len(missing))
    seconds = round(time.monotonic() - started, 3)
    yield ArchiveRecoded(model.manifest.model_id, done, photos, seconds)


class _DaskRecoding:
    def __init__(self, client: Client, archive: Archive, model: ModelBundle) -> None:
        self._client = client
        self._job = recode_tasks.recoding_job(archive, model)
        self._numbers: dict[Future, int] = {}
        self._losses = Counter[int]()
        self._workers = Workers(client, recode_tasks.lacking_to_recode, self._job)
        self._refusals = Refusals(self._workers)

    def shards(self, numbers: list[int]) -> Generator[ShardRecoded | WorkerLeftOut]:
        if not numbers:
            return
        address = str(self._client.scheduler.address)
        try:
            yield from self._workers.leave_out_unfit()
            yield from self._shards(iter(numbers))
        except CONNECTION_ERRORS as error:
            raise ClusterUnreachableError(address, str(error)[:200]) from error
        finally:
            with suppress(ClosedClientError, OSError):
                self._client.cancel(list(self._numbers))

    def _shards(self, waiting: Iterator[int]) -> Generator[ShardRecoded | WorkerLeftOut]:
        completed = as_completed(self._submit(islice(waiting, _TASKS_AT_ONCE)))
        for future in completed:
            number = self._numbers.pop(future)
            if refusal := refusal_of(future):
                worker = blamed(self._client, future)
                yield from self._refusals.after(refusal, number, worker)
                completed.update(self._submit([number]))
                continue
            try:
                shard: ShardRecoded = future.result()
            except KilledWorker:
                self._count_loss(number)
                completed.update(self._submit([number]))
                continue
            completed.update(self._submit(islice(waiting, 1)))
            yield shard

    def _count_loss(self, number: int) -> None:
        self._losses[number] += 1
        if self._losses[number] >= _MOST_LOSSES:
            raise WorkerFailedError("it was ended")

    def _submit(self, numbers: Iterable[int]) -> list[Future]:
        futures = []
        for number in numbers:
            future = self._client.submit(recode_tasks.recode, self._job, number, pure=False)
            self._numbers[future] = number
            futures.append(future)
        return futures
