"""The running job, and the files that failed: the bottom of the window."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.jobs.job_output import Failed, Finished
from desktop_app.core.jobs.progress import IndexSummary
from desktop_app.core.jobs.requests import IndexRequest, Request, RetrainRequest
from desktop_app.sentences.libraries import FOLDERS_DISCONNECTED, unreadable_template
from desktop_app.ui.jobs.library_jobs import JobEnd, LibraryJobs
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.message_bar import Notice, translated
from desktop_app.ui.kit.messages import error_output, sentence, shown_folder
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.library.details_panel import DetailsPanel
from desktop_app.ui.library.status_strip import StatusStrip
from desktop_app.ui.library.work_progress import ProgressState, WorkProgress

if TYPE_CHECKING:
    from desktop_app.core.catalogue.library_status import Failure
    from desktop_app.ui.engine.answers import LibraryState

_MOST_NAMED = 3
_LONGEST_NAME = 160


@dataclass(frozen=True)
class WorkState:
    """The view's state as another view can take it over."""

    progress: ProgressState
    is_unfolded: bool


class WorkView(QWidget):
    """A strip that shows the running job, and a list of failures that folds out above it.

    Signals:
        message_posted (MessageText, str): A message for the message bar, and its details. Failed
            trainings are reported elsewhere (ModelNews).
        notice_posted (Notice): A message with a button, for the message bar.
        notice_withdrawn (Notice): The message is no longer true: the folders are connected again.
        failures_requested (): The view needs the failures for `show_failures`.
        show_file_requested (Path): The user wants to see this file in the file manager.
    """

    message_posted = Signal(object, str)
    notice_posted = Signal(Notice)
    notice_withdrawn = Signal(Notice)
    failures_requested = Signal()
    show_file_requested = Signal(Path)

    def __init__(self, theme: Theme, jobs: LibraryJobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._away: set[Path] = set()
        self._told: tuple[set[Path], Notice] | None = None
        self.strip = StatusStrip(theme)
        self.details = DetailsPanel(theme)
        self._progress = WorkProgress(self.strip, jobs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.details)
        column.addWidget(self.strip)
        self.strip.details_toggled.connect(self._toggle_details)
        self.details.retry_requested.connect(jobs.retry)
        self.details.show_requested.connect(self.show_file_requested)
        self.details.closed.connect(self.strip.fold_details)
        jobs.ended.connect(self._report_job_end)

    def show_library(self, state: LibraryState) -> None:
        self._progress.show_library(state)
        before = self._away
        self._away = {root.path for root in state.roots if root.offline}
        if self._told and self._told[0] & before and not self._told[0] & self._away:
            self.notice_withdrawn.emit(self._told[1])
            self._told = None

    def show_failures(self, failures: list[Failure]) -> None:
        self.details.show_failures(failures)
        self.details.show()

    def unfold(self) -> None:
        """Show the details, as a click on the strip does."""
        self.strip.unfold_details()

    @property
    def state(self) -> WorkState:
        return WorkState(self._progress.state, is_unfolded=self.details.isVisible())

    def restore(self, state: WorkState) -> None:
        """Take over the state of another view."""
        self._progress.restore(state.progress)
        if state.is_unfolded:
            self.unfold()

    def _report_job_end(self, end: JobEnd) -> None:
        match end.outcome:
            case Failed(error=error) if not isinstance(end.request, RetrainRequest):
                self.message_posted.emit(error, error_output(error))
            case Finished(value=IndexSummary() as summary):
                self._report_skipped(summary, end.request)
        if self.details.isVisible():
            self.failures_requested.emit()

    def _report_skipped(self, summary: IndexSummary, request: Request) -> None:
        """Report the folders that were not read; paused ones only if the user has named them."""
        is_named = isinstance(request, IndexRequest) and bool(request.folders)
        paused = summary.paused_roots if is_named else []
        if _offline(summary):
            notice = translated(lambda: self._offline_notice(summary, paused))
            self._told = (set(summary.offline_roots), notice)
            self.notice_posted.emit(notice)
        elif _unreadable(summary) or paused:
            self.message_posted.emit(lambda: self._skipped_text(summary, paused), "")

    def _offline_notice(self, summary: IndexSummary, paused: list[Path]) -> Notice:
        return Notice(
            self._skipped_text(summary, paused),
            button=self.tr("Look again"),
            act=lambda: self._jobs.index_changes(_offline(summary)),
            is_warning=True,
        )

    def _skipped_text(self, summary: IndexSummary, paused: list[Path]) -> str:
        paused_text = self.tr("{folders} is paused and was not scanned. Resume it in the sidebar.")
        texts = [
            (sentence(FOLDERS_DISCONNECTED), _offline(summary)),
            *((sentence(text), paths) for text, paths in _unreadable(summary).items()),
            (paused_text, paused),
        ]
        return "\n".join(text.format(folders=_names(paths)) for text, paths in texts if paths)

    def _toggle_details(self, is_shown: bool) -> None:  # noqa: FBT001 -- a signal's argument
        if is_shown:
            self.failures_requested.emit()
        else:
            self.details.hide()


def _unreadable(summary: IndexSummary) -> dict[str, list[Path]]:
    """Return the folders and files that could not be looked at, by the text about them."""
    found: dict[str, list[Path]] = {}
    for path in (*summary.unreadable_folders, *summary.unreadable_files):
        found.setdefault(unreadable_template(path), []).append(path)
    return found


def _offline(summary: IndexSummary) -> list[Path]:
    return summary.offline_roots + summary.offline_folders


def _names(folders: list[Path]) -> str:
    """Name the first few folders; a drive that is gone can hold thousands."""
    named = ", ".join(_shortened(shown_folder(folder)) for folder in folders[:_MOST_NAMED])
    more = len(folders) - _MOST_NAMED
    return f"{named} + {numbers.counted(more)}" if more > 0 else named


def _shortened(name: str) -> str:
    """Leave out the middle of a very long path."""
    half = _LONGEST_NAME // 2
    return name if len(name) <= _LONGEST_NAME else f"{name[:half]}…{name[-half:]}"
