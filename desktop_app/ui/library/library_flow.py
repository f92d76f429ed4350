"""Keeps the window up to date with the library and with the jobs that change it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.base.errors import AppError, LibraryDamagedError, ModelMismatchError
from desktop_app.core.catalogue.exclusions import Exclusions
from desktop_app.core.files.library_edits import LibraryEdit
from desktop_app.core.jobs.job_output import Failed, Finished
from desktop_app.core.jobs.progress import FilesFollowed, StacksChanged
from desktop_app.ui.browse.browse_client import BrowseClients
from desktop_app.ui.engine.answers import LibraryState
from desktop_app.ui.engine.search_client import SearchClient
from desktop_app.ui.jobs.drive_watch import DriveWatch
from desktop_app.ui.jobs.folder_watch import FolderWatch
from desktop_app.ui.jobs.library_jobs import JobEnd, LibraryJobs
from desktop_app.ui.jobs.root_work import RootWork
from desktop_app.ui.kit.messages import recovered_message
from desktop_app.ui.library.root_state import RootState
from desktop_app.ui.library.sidebar import Sidebar
from desktop_app.ui.library.work_view import WorkView

if TYPE_CHECKING:
    from desktop_app.core.care.restore import Restored
    from desktop_app.core.catalogue.catalogue import Root


class LibraryFlow(QObject):
    """Follows the library, the jobs and the watched folders.

    Attributes:
        is_new: The library did not exist before this window, and nothing is known of it yet.

    Signals:
        library_changed (): The library, or what jobs do with it, has changed.
        message_posted (MessageText): A message for the message bar.
    """

    library_changed = Signal()
    message_posted = Signal(object)

    def __init__(
        self,
        searcher: SearchClient,
        browsers: BrowseClients,
        watch: FolderWatch,
        drives: DriveWatch,
        jobs: LibraryJobs,
        parent: QObject,
        *,
        is_new: bool,
    ) -> None:
        super().__init__(parent)
        self._searcher = searcher
        self._browsers = browsers
        self._watch = watch
        self._drives = drives
        self._jobs = jobs
        self._state: LibraryState | None = None
        self.is_new = is_new
        self._has_tried_update = False
        searcher.library.changed.connect(self._update_state)
        searcher.library.failed.connect(self._report_error)
        searcher.library.recovered.connect(self._show_recovered)
        browsers.failed.connect(searcher.library.report)
        watch.failed.connect(self.message_posted)
        jobs.started.connect(self._start_work)
        jobs.queued.connect(self.library_changed)
        jobs.paused.connect(self.library_changed)
        jobs.ended.connect(self._end_job)
        jobs.idle.connect(self._end_work)

    @property
    def indexed(self) -> int | None:
        """The number of photos of all roots; None while the library is not known."""
        return self._state.status.indexed if self._state else None

    @property
    def is_empty(self) -> bool:
        """Whether the library has no folder, and none is being added."""
        if self._jobs.running:
            return False
        return not self._state.roots if self._state else self.is_new

    @property
    def roots(self) -> list[Root]:
        """The folders of the library, as far as they are known."""
        return self._state.roots if self._state else []

    def exclusions(self, folder: Path | None = None) -> Exclusions:
        """Return what scans leave out, and with it a folder, if one is given."""
        if self._state is None:
            return Exclusions()
        stored = self._state.exclusions
        roots = [root.path for root in self._state.roots]
        return stored.with_folder(folder, roots) if folder else stored

    @property
    def can_rescan(self) -> bool:
        """Whether a folder is neither paused nor being worked on."""
        work_on = self._jobs.work_on
        return any(work_on(root.path) is RootWork.NONE and not root.paused for root in self.roots)

    def show_in(self, sidebar: Sidebar, work: WorkView) -> None:
        if self._state is None:
            return
        state, jobs = self._state, self._jobs
        states = [
            RootState(root, state.counts[root.id], jobs.work_on(root.path), jobs.is_paused)
            for root in state.roots
        ]
        sidebar.show_library(states, state.status.indexed, is_read_only=state.is_read_only)
        work.show_library(state)

    def _update_state(self, state: LibraryState) -> None:
        self._state = state
        self.is_new = False
        self._watch.set_roots(state.roots)
        self._drives.set_roots([] if state.is_read_only else state.roots)
        self.library_changed.emit()

    def _report_error(self, error: AppError) -> None:
        if not isinstance(error, ModelMismatchError):
            self.message_posted.emit(error)
        elif not self._has_tried_update:
            self._has_tried_update = True  # only once: a failure was reported already
            self._jobs.index([])
            self.message_posted.emit(self._update_text)

    def _show_recovered(self, restored: Restored) -> None:
        self._browsers.refresh()
        self.message_posted.emit(lambda: recovered_message(restored))

    def _update_text(self) -> str:
        return self.tr("The model has changed. Updating the library's codes…")

    def _start_work(self) -> None:
        self._searcher.library.follow(is_indexing=True)
        self._browsers.follow_indexing(is_indexing=True)
        self.library_changed.emit()

    def _end_job(self, end: JobEnd) -> None:
        """Show the library again at once after an edit."""
        if isinstance(end.request, LibraryEdit):
            self._searcher.library.refresh()
            self._browsers.refresh()
        match end.outcome:
            case Failed(error=LibraryDamagedError() as error):
                self._searcher.library.report(error)
            case Finished(value=StacksChanged()):
                self._searcher.library.search_again()
            case Finished(value=FilesFollowed(unknown=places)):
                self._searcher.library.search_again()
                if places:
                    self._jobs.index_changes(places)

    def _end_work(self) -> None:
        self._searcher.library.follow(is_indexing=False)
        self._browsers.follow_indexing(is_indexing=False)
        self.library_changed.emit()
