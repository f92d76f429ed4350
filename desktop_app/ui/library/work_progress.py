"""The running job in the status strip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.core.files.library_edits import FollowRequest
from desktop_app.core.jobs.job_output import Finished
from desktop_app.core.jobs.progress import Indexing, IndexSummary
from desktop_app.core.jobs.progress_event import ProgressEvent
from desktop_app.core.jobs.requests import Request, TrainRequest
from desktop_app.ui.jobs.job_progress import ProgressFormatter, ProgressLine, summary_line
from desktop_app.ui.jobs.library_jobs import JobEnd, LibraryJobs
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.announcements import Announcer
from desktop_app.ui.library.root_state import waiting_text
from desktop_app.ui.library.status_strip import StatusStrip

if TYPE_CHECKING:
    from desktop_app.ui.engine.answers import LibraryState


@dataclass(frozen=True)
class ProgressState:
    """The progress as another strip can take it over.

    Attributes:
        formatter: Knows the speed so far.
        last_event: The latest progress event of the running job.
        summary: What the latest index job has done.
    """

    formatter: ProgressFormatter
    last_event: ProgressEvent | None
    summary: IndexSummary | None


class WorkProgress(QObject):
    """Shows the jobs in a strip, and controls them from there."""

    def __init__(self, strip: StatusStrip, jobs: LibraryJobs) -> None:
        super().__init__(strip)
        self._strip = strip
        self._jobs = jobs
        self._formatter = ProgressFormatter()
        self._line = ProgressLine("", None)
        self._last_event: ProgressEvent | None = None
        self._summary: IndexSummary | None = None
        self._announcer = Announcer(strip)
        strip.pause_requested.connect(jobs.pause)
        strip.resume_requested.connect(self._resume)
        strip.cancel_requested.connect(self._cancel)
        jobs.started.connect(self._start)
        jobs.progressed.connect(self._show_event)
        jobs.paused.connect(self._show_paused)
        jobs.ended.connect(self._show_job_end)

    @property
    def state(self) -> ProgressState:
        return ProgressState(self._formatter, self._last_event, self._summary)

    def restore(self, state: ProgressState) -> None:
        """Take over the progress of another strip."""
        self._formatter, self._summary = state.formatter, state.summary
        if self._jobs.running:
            self._last_event = state.last_event
            line = self._formatter.line(state.last_event)
            self._show_line(line or ProgressLine(self.tr("Starting…"), None))
        if self._jobs.is_paused:
            self._show_paused(is_paused=True)

    def show_library(self, state: LibraryState) -> None:
        """Show what the library holds, while no job is running."""
        if self._jobs.running:
            return
        counts, summary = state.status, self._summary
        parts = [summary_line(summary) if summary else numbers.photos(counts.indexed)]
        if counts.failed:
            text = self.tr("{count} could not be indexed")
            parts.append(text.format(count=numbers.counted(counts.failed)))
        waiting = _waiting(state)
        if waiting:
            parts.append(waiting_text(waiting))
        text = " · ".join(parts) if state.roots else ""
        self._strip.show_idle(text, can_resume=bool(waiting) and not state.is_read_only)

    def _start(self, request: Request) -> None:
        minutes = request.minutes if isinstance(request, TrainRequest) else None
        self._formatter = ProgressFormatter(minutes=minutes)
        self._last_event = self._summary = None
        self._announcer.announce("")
        self._strip.show_paused(is_paused=False)
        text = self.tr("Starting…")
        if isinstance(request, FollowRequest):
            text = self.tr("Updating moved photos…")
        self._show_line(ProgressLine(text, None))

    def _show_event(self, event: ProgressEvent) -> None:
        self._last_event = event
        line = self._formatter.line(event)
        if line and self._jobs.is_paused:  # what was under way when the pause came
            self._line = line
            self._show_pause()
        elif line:
            self._show_line(line)

    def _show_paused(self, is_paused: bool) -> None:  # noqa: FBT001 -- a signal's argument
        self._formatter.forget_speed()
        self._strip.show_paused(is_paused=is_paused)
        if is_paused:
            self._show_pause()
        else:
            self._strip.show_progress(self._line)

    def _show_pause(self) -> None:
        text = self.tr("Paused · {work}").format(work=self._line.text.split(" · ")[0])
        match self._last_event:
            case Indexing(done=done, total=total) if done < total:
                text = f"{text} · {waiting_text(total - done)}"
        self._strip.show_progress(ProgressLine(text, self._line.share or 0.0))

    def _resume(self) -> None:
        """Go on with the job that is paused, or scan again where one was cancelled."""
        if self._jobs.running:
            self._jobs.resume()
        else:
            self._jobs.index([])

    def _cancel(self) -> None:
        text = self.tr("Stopping…")
        self._strip.show_progress(ProgressLine(text, None))
        self._announcer.announce(text)
        self._jobs.cancel()

    def _show_line(self, line: ProgressLine) -> None:
        self._line = line
        self._strip.show_progress(line)

    def _show_job_end(self, end: JobEnd) -> None:
        self._strip.show_idle("")
        match end.outcome:
            case Finished(value=IndexSummary() as summary):
                self._summary = summary
                self._announcer.announce(summary_line(summary))


def _waiting(state: LibraryState) -> int:
    """Return how many photos wait in folders that can be scanned now."""
    free = [root for root in state.roots if not (root.paused or root.offline)]
    return sum(state.counts[root.id].waiting for root in free)
