"""The workers of a cluster of Dask, and those that are left out since they lack something."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from distributed import Client

from desktop_app.core.archive.errors import WorkerFailedError
from desktop_app.core.base.errors import AppError

Question = Callable[..., Awaitable[AppError | None]]


@dataclass(frozen=True)
class WorkerLeftOut:
    """A machine gets no more work. It is told once for all its workers.

    Attributes:
        host: Name or address of the machine.
        error: What it lacks.
    """

    host: str
    error: AppError


class Workers:
    """All workers of a cluster, also those that join later."""

    def __init__(self, client: Client, question: Question, *arguments: object) -> None:
        """`question`, with its arguments, is what a worker is asked: it answers what it lacks."""
        self._client = client
        self._question = question
        self._arguments = arguments
        self._told = set[tuple[str, str]]()

    @property
    def addresses(self) -> list[str]:
        return list(self._client.nthreads())

    def unfit(self) -> dict[str, AppError]:
        """Ask all workers what they lack; return what is missing by the address of the worker.

        Raises AppError: what a worker lacks, where all of them lack something.
        """
        answers = self._client.run(self._question, *self._arguments, on_error="return")
        # A worker that is lost just now answers with an OSError.
        unfit = {
            address: _as_error(answer)
            for address, answer in answers.items()
            if answer is not None and not isinstance(answer, OSError)
        }
        if unfit and all(address in unfit for address in answers):
            raise next(iter(unfit.values()))
        return unfit

    def leave_out_unfit(self) -> list[WorkerLeftOut]:
        """Retire the workers that lack something. Return what is to be told of them.

        Raises AppError as `unfit`; then none is retired.
        """
        unfit = self.unfit()
        return [event for event in map(self.leave_out, unfit, unfit.values()) if event]

    def leave_out(self, address: str, error: AppError) -> WorkerLeftOut | None:
        """Retire a worker: its work goes to others. Return what is to be told of it."""
        self._client.retire_workers([address], close_workers=True)
        return self.told(address, error)

    def told(self, address: str, error: AppError) -> WorkerLeftOut | None:
        """Return what is to be told of a worker; None if it was told of its machine before."""
        host = urlsplit(address).hostname or address
        if (host, repr(error)) in self._told:
            return None
        self._told.add((host, repr(error)))
        return WorkerLeftOut(host, error)


def _as_error(answer: object) -> AppError:
    """What a worker could not even be asked is a reason of its own: it has another version."""
    return answer if isinstance(answer, AppError) else WorkerFailedError(repr(answer)[:200])
