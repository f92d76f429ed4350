"""Search the codes of an archive on the workers of a cluster, which have a part of them each.

A worker keeps the codes mapped, and the pages of its part in its memory, from one search to the
next. All workers are sent the same query; the nearest of all parts are those of one machine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

import numpy as np
from distributed import Client, Future, KilledWorker, as_completed

from desktop_app.cluster import scan_tasks
from desktop_app.cluster.dask_client import CONNECTION_ERRORS
from desktop_app.cluster.scan_tasks import Part
from desktop_app.cluster.workers import WorkerLeftOut, Workers
from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.code_file import CodeFile
from desktop_app.core.archive.errors import ClusterUnreachableError, WorkerFailedError
from desktop_app.core.archive_facts.code_scan import Nearest, best_of, parts_of
from desktop_app.core.archive_facts.row_bitmap import BITS, RowBitmap
from desktop_app.core.base.codes import Codes
from desktop_app.core.base.errors import AppError

_MOST_TRIES = 4
_WORKERS_SECONDS = 30


class ClusterScan:
    """Scans codes on a cluster, as CodeScan does here."""

    def __init__(
        self,
        client: Client,
        archive: Archive,
        codes: CodeFile,
        tell: Callable[[WorkerLeftOut], None],
    ) -> None:
        """`tell` is called with each machine that lacks something."""
        self._client = client
        self._address = str(client.scheduler.address)
        self._job = scan_tasks.codes_job(archive, codes.header)
        self._rows = len(codes.codes)
        self._workers = Workers(client, scan_tasks.lacking_codes, self._job)
        self._tell = tell

    def nearest(self, code: Codes, size: int, among: RowBitmap | None) -> Nearest:
        """As `CodeScan.nearest`.

        Raises:
            ClusterUnreachableError: The scheduler is lost, or it has no workers.
            ArchiveError, OtherVersionError, WorkerFailedError: No worker can search.
        """
        try:
            found = self._found(code, size, among)
        except CONNECTION_ERRORS as error:
            raise ClusterUnreachableError(self._address, str(error)[:200]) from error
        return best_of(found, size) if found else (np.empty(0, np.int64), np.empty(0, np.int32))

    def _found(self, code: Codes, size: int, among: RowBitmap | None) -> list[Nearest]:
        """Return the nearest of each part. The same part is the same worker's in each search."""
        self._client.wait_for_workers(1, timeout=_WORKERS_SECONDS)
        holders = self._fit_threads()
        parts = _parts(self._rows, len(holders), among)

        def scan(part: Part, workers: list[str]) -> Future:
            return self._client.submit(
                *(scan_tasks.scan_part, self._job, part, code, size),
                workers=workers,
                allow_other_workers=True,
                pure=False,
            )

        waiting = {scan(part, [at]): part for part, at in zip(parts, holders, strict=False)}
        return self._collected(waiting, scan)

    def _collected(
        self, waiting: dict[Future, Part], scan: Callable[[Part, list[str]], Future]
    ) -> list[Nearest]:
        found, tries = list[Nearest](), Counter[int]()
        completed = as_completed(list(waiting))
        for future in completed:
            part = waiting.pop(future)
            if not (error := _error(future)):
                found.append(future.result())
                continue
            tries[part.first] += 1
            if tries[part.first] >= _MOST_TRIES:
                raise error
            again = scan(part, self._fit_threads())
            waiting[again] = part
            completed.add(again)
        return found

    def _fit_threads(self) -> list[str]:
        """Return the address of each worker that can search, once for each of its threads."""
        unfit = self._workers.unfit()
        told: Iterable[WorkerLeftOut | None] = map(self._workers.told, unfit, unfit.values())
        for event in filter(None, told):
            self._tell(event)
        threads = self._client.nthreads().items()
        return [at for at, count in sorted(threads) if at not in unfit for _ in range(count)]


def _parts(rows: int, count: int, among: RowBitmap | None) -> list[Part]:
    return [
        Part(first, last, None if among is None else among.bits[first // BITS : -(-last // BITS)])
        for first, last in parts_of(rows, count)
    ]


def _error(future: Future) -> AppError | None:
    """Return why a part was not searched; None if it was, or the cluster is lost."""
    error = future.exception()
    if error is None or isinstance(error, (AppError, *CONNECTION_ERRORS)):
        return error if isinstance(error, AppError) else None
    is_lost = isinstance(error, KilledWorker)
    return WorkerFailedError("it was ended" if is_lost else repr(error)[:200])
