"""Running work, shown: the strip at the bottom and the details that fold out above it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.jobs.job_output import Failed, Finished
from desktop_app.core.jobs.progress import IndexSummary
from desktop_app.core.jobs.requests import FollowRequest, IndexRequest, Request, TrainRequest
from desktop_app.ui.jobs.job_progress import ProgressFormatter, ProgressLine, summary_line
from desktop_app.ui.jobs.library_jobs import JobEnd, LibraryJobs
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.messages import last_words, shown_folder
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.library.details_panel import DetailsPanel
from desktop_app.ui.library.status_strip import StatusStrip

if TYPE_CHECKING:
    from desktop_app.core.catalogue.library_status import Failure
    from desktop_app.ui.engine.answers import LibraryState


@dataclass(frozen=True)
class WorkState:
    """The speed so far and the last event of what runs, or how the last work has ended."""

    teller: ProgressFormatter
    last_event: Any
    summary: IndexSummary | None
    is_unfolded: bool


class WorkView(QWidget):
    """`said` gives Words for the message bar, with details; how a training fails is told by
    ModelNews. `failures_asked` wants a list for `show_failures`; `show_asked` gives a file for the
    file manager.
    """

    said = Signal(object, str)
    failures_asked = Signal()
    show_asked = Signal(object)

    def __init__(self, theme: Theme, jobs: LibraryJobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._teller = ProgressFormatter()
        self._line = ProgressLine("", None)
        self._last_event: Any = None
        self._summary: IndexSummary | None = None
        self.strip = StatusStrip(theme)
        self.details = DetailsPanel(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.details)
        column.addWidget(self.strip)
        self._connect()

    def show_library(self, state: LibraryState) -> None:
        """What the library holds, while no work is running."""
        if self._jobs.running:
            return
        counts = state.status
        summary = self._summary
        parts = [summary_line(summary) if summary else numbers.photos(counts.indexed)]
        if counts.failed:
            text = self.tr("{count} could not be indexed")
            parts.append(text.format(count=numbers.counted(counts.failed)))
        self.strip.show_rest(" · ".join(parts) if state.roots else "")

    def show_failures(self, failures: list[Failure]) -> None:
        self.details.show_failures(failures)
        self.details.show()

    def unfold(self) -> None:
        """Show the details, as a click on the strip does."""
        self.strip.unfold_details()

    @property
    def standing(self) -> WorkState:
        return WorkState(
            self._teller, self._last_event, self._summary, is_unfolded=self.details.isVisible()
        )

    def go_on(self, standing: WorkState) -> None:
        """With the work that another view has shown."""
        self._teller, self._summary = standing.teller, standing.summary
        if self._jobs.running:
            self._last_event = standing.last_event
            line = self._teller.line(standing.last_event)
            self._show(line or ProgressLine(self.tr("Starting…"), None))
        if self._jobs.is_paused:
            self._pause(is_paused=True)
        if standing.is_unfolded:
            self.unfold()

    def _connect(self) -> None:
        self.strip.pause_asked.connect(self._jobs.pause)
        self.strip.resume_asked.connect(self._jobs.resume)
        self.strip.cancel_asked.connect(self._cancel)
        self.strip.details_asked.connect(self._show_details)
        self.details.retry_asked.connect(self._jobs.retry)
        self.details.show_asked.connect(self.show_asked)
        self.details.closed.connect(self.strip.fold_details)
        self._jobs.started.connect(self._start)
        self._jobs.progressed.connect(self._progress)
        self._jobs.paused.connect(self._pause)
        self._jobs.ended.connect(self._end)

    def _start(self, request: Request) -> None:
        minutes = request.minutes if isinstance(request, TrainRequest) else None
        self._teller = ProgressFormatter(minutes=minutes)
        self._last_event = self._summary = None
        self.strip.show_paused(is_paused=False)
        text = self.tr("Starting…")
        if isinstance(request, FollowRequest):
            text = self.tr("Noting what was moved…")
        self._show(ProgressLine(text, None))

    def _progress(self, event: Any) -> None:
        self._last_event = event
        line = self._teller.line(event)
        if line and not self._jobs.is_paused:
            self._show(line)

    def _pause(self, is_paused: bool) -> None:  # noqa: FBT001 -- a signal's argument
        self._teller.forget_speed()
        self.strip.show_paused(is_paused=is_paused)
        text = self.tr("Paused · {work}").format(work=self._line.text.split(" · ")[0])
        self.strip.show_progress(
            ProgressLine(text, self._line.share or 0.0) if is_paused else self._line
        )

    def _cancel(self) -> None:
        self.strip.show_progress(ProgressLine(self.tr("Stopping…"), None))
        self._jobs.cancel()

    def _show(self, line: ProgressLine) -> None:
        self._line = line
        self.strip.show_progress(line)

    def _end(self, end: JobEnd) -> None:
        self.strip.show_rest("")
        match end.outcome:
            case Failed(error=error) if not isinstance(end.request, TrainRequest):
                self.said.emit(error, last_words(error))
            case Finished(value=value) if hasattr(value, "offline_roots"):
                self._summary = value
                self._say_left_out(value, is_named=_names_folders(end.request))
        if self.details.isVisible():
            self.failures_asked.emit()

    def _say_left_out(self, summary: IndexSummary, *, is_named: bool) -> None:
        """That a folder is paused is news only to who has asked for it by name."""
        paused = summary.paused_roots if is_named else []
        if summary.offline_roots or summary.unreadable_folders or paused:
            self.said.emit(lambda: self._left_out_words(summary, paused), "")

    def _left_out_words(self, summary: IndexSummary, paused: list[Path]) -> str:
        offline = self.tr("{folders}: offline, and its photos are kept; connect it and rescan.")
        closed = self.tr("{folders}: cannot be read; check its permissions.")
        resting = self.tr(
            "{folders}: paused, and was left alone; resume it in the list on the left."
        )
        return "\n".join(
            template.format(folders=_named(folders))
            for template, folders in (
                (offline, summary.offline_roots),
                (closed, summary.unreadable_folders),
                (resting, paused),
            )
            if folders
        )

    def _show_details(self, is_wanted: bool) -> None:  # noqa: FBT001 -- a signal's argument
        if is_wanted:
            self.failures_asked.emit()
        else:
            self.details.hide()


def _names_folders(request: Request) -> bool:
    return isinstance(request, IndexRequest) and bool(request.folders)


def _named(folders: list[Path]) -> str:
    """The first few; a disk that went away can hold thousands."""
    named = ", ".join(shown_folder(folder) for folder in folders[:3])
    more = len(folders) - 3
    return f"{named} + {numbers.counted(more)}" if more > 0 else named
