"""The jobs that wait for the running one to end."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import takewhile

from desktop_app.core.files.library_edits import LibraryEdit, RootEdit
from desktop_app.core.jobs.requests import Request
from desktop_app.ui.jobs.root_work import without_root


@dataclass(frozen=True)
class QueuedJob:
    """A request and how it is run.

    Attributes:
        request: What the job does.
        follow_up: Runs next, ahead of all waiting jobs, if `request` finishes without an error.
        is_paused: Whether the job starts paused, because it was paused when it was interrupted.
    """

    request: Request
    follow_up: Request | None = None
    is_paused: bool = False

    def after(self, edit: Request) -> QueuedJob | None:
        """What is left to do once `edit` has run; None where nothing is left."""
        if not isinstance(edit, RootEdit):
            return self
        rest = without_root(self.request, edit.root)
        return None if rest is None else replace(self, request=rest)


class JobQueue:
    """Jobs in the order in which they run.

    Library edits come first, so that they do not wait for hours of indexing. An edit of a root
    takes that root out of the other jobs that were queued before the edit.
    """

    def __init__(self) -> None:
        self._jobs: deque[QueuedJob] = deque()

    def __bool__(self) -> bool:
        return bool(self._jobs)

    @property
    def requests(self) -> list[Request]:
        return [job.request for job in self._jobs]

    def append(self, job: QueuedJob) -> None:
        """Queue an edit behind the other edits, any other job at the end."""
        if not isinstance(job.request, LibraryEdit):
            self._jobs.append(job)
            return
        rest = [left for old in self._jobs if (left := old.after(job.request))]
        edits = [old for old in rest if isinstance(old.request, LibraryEdit)]
        self._jobs = deque([*edits, job, *rest[len(edits) :]])

    def prepend(self, job: QueuedJob) -> None:
        self._jobs.appendleft(job)

    def put_back(self, interrupted: QueuedJob) -> None:
        """Queue an interrupted job right behind the edits that it was interrupted for."""
        edits = list(takewhile(lambda job: isinstance(job.request, LibraryEdit), self._jobs))
        left: QueuedJob | None = interrupted
        for edit in edits:
            left = left and left.after(edit.request)
        rest = list(self._jobs)[len(edits) :]
        self._jobs = deque([*edits, *([left] if left else []), *rest])

    def pop(self) -> QueuedJob:
        return self._jobs.popleft()

    def keep(self, is_kept: Callable[[Request], bool]) -> None:
        """Drop the jobs whose request does not pass."""
        self._jobs = deque(job for job in self._jobs if is_kept(job.request))

    def clear(self) -> None:
        self._jobs.clear()
