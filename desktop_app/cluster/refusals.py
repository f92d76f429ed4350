"""What follows where a worker answers with an error: its fault, or that of the shard?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from distributed import Client, Future, KilledWorker

from desktop_app.cluster.dask_client import CONNECTION_ERRORS
from desktop_app.cluster.workers import WorkerLeftOut, Workers
from desktop_app.core.archive.errors import WorkerFailedError
from desktop_app.core.base.errors import AppError

# Of one worker that lacks nothing that it was asked for.
_MOST_ERRORS = 2
# So many workers refuse a shard that has a fault, or whose storage is gone for all.
_MOST_REFUSALS = 2


class Refusals:
    """Judges errors. A worker that lacks something is left out, and its shard goes to another."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers
        self._errors = Counter[str]()
        self._refused_by = defaultdict[int, set[str]](set)

    def after(self, error: AppError, shard: int, worker: str) -> Iterator[WorkerLeftOut]:
        """Leave out who cannot work. Then the shard can be tried again.

        Args:
            error: The answer.
            shard: Its number.
            worker: Address of the worker; empty if it is not known.

        Raises AppError: no worker is left that lacks nothing, or another one has refused the shard.
        """
        yield from self._workers.leave_out_unfit()
        left = self._workers.addresses
        if worker and worker not in left and left:
            return
        self._errors[worker] += 1
        refused_by = self._refused_by[shard]
        refused_by.add(worker)
        if not worker or len(left) < 2 or len(refused_by) >= _MOST_REFUSALS:
            raise error
        if self._errors[worker] >= _MOST_ERRORS:
            told = self._workers.leave_out(worker, error)
            yield from [told] if told else []


def blamed(client: Client, future: Future) -> str:
    """Return the address of the worker on which a task has failed; empty if it is not known."""

    def failed_on(key: str, dask_scheduler: object) -> list[str]:  # sent as it stands here
        task = dask_scheduler.tasks.get(key)  # type: ignore[attr-defined]
        return list((task.erred_on if task else None) or ())

    found = client.run_on_scheduler(failed_on, future.key)
    return str(found[0]) if found else ""


def refusal_of(future: Future) -> AppError | None:
    """Return the error that a worker has answered with; None if it was lost or has no error."""
    error = future.exception()
    if error is None or isinstance(error, (KilledWorker, *CONNECTION_ERRORS)):
        return None
    # Another one than ours: the worker has another version, or lacks a package.
    return error if isinstance(error, AppError) else WorkerFailedError(repr(error)[:200])
