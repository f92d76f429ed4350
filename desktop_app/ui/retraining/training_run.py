"""The one retraining of a library: started, paused, stopped and followed.

It runs as a job of this window, or in another process, which is followed on disk.
"""

from __future__ import annotations

from desktop_app.core.base.errors import AppError
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.job_output import Failed, Finished
from desktop_app.core.jobs.progress import Retrained
from desktop_app.core.jobs.requests import Request, RetrainRequest
from desktop_app.core.models.retraining import Retraining, RetrainingState
from desktop_app.ui.jobs.library_jobs import JobEnd, LibraryJobs
from desktop_app.ui.retraining.background_run import BackgroundRun
from desktop_app.ui.retraining.run_state import RunPhase, RunState


class TrainingRun(RunState):
    """Drives the run, and keeps its state up to date from the jobs and from the disk."""

    def __init__(self, library: LibraryFiles, jobs: LibraryJobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._retraining = Retraining(library)
        self._background = BackgroundRun(library, self)
        self.state_changed.connect(
            lambda: self._background.set_followed(self.phase is RunPhase.ELSEWHERE)
        )
        self._background.progressed.connect(self._add_event)
        self._background.ended.connect(self._reload)
        self._background.stop_failed.connect(self.interrupted)
        jobs.started.connect(self._start_job)
        jobs.progressed.connect(self._add_event)
        jobs.ended.connect(self._end_job)
        jobs.paused.connect(self.state_changed)
        jobs.idle.connect(self._reload_if_dropped)

    @property
    def is_paused(self) -> bool:
        return self.phase is RunPhase.RUNNING and self._jobs.is_paused

    def restore(self, state: RetrainingState) -> None:
        """Take over the state in which the last window left the run."""
        if not self.is_own:
            self._load(state)

    def start(self, request: RetrainRequest) -> None:
        """Start a run; an interrupted run with the same request is continued."""
        self._reset(request)
        self._set_phase(RunPhase.WAITING)
        self._jobs.submit(request)

    def resume_interrupted(self) -> None:
        """Continue the interrupted run, unless it has been continued since that was offered."""
        if self.request is not None and self.phase is RunPhase.INTERRUPTED:
            self.start(self.request)

    def toggle_pause(self) -> None:
        if self.is_paused:
            self._jobs.resume()
        else:
            self._jobs.pause()

    def stop(self) -> None:
        """Stop the run; what was learned is kept."""
        if self.phase is RunPhase.ELSEWHERE:
            self._background.request_stop()
        elif self.is_own:
            self._set_phase(RunPhase.STOPPING)
            self._jobs.cancel_training()
            self._reload_if_dropped()

    def close(self) -> None:
        self._background.set_followed(False)

    def _start_job(self, request: Request) -> None:
        if isinstance(request, RetrainRequest):
            self.request = request
            self._set_phase(RunPhase.RUNNING)

    def _end_job(self, end: JobEnd) -> None:
        if not isinstance(end.request, RetrainRequest):
            return
        match end.outcome:
            case Finished(value=Retrained() as made):
                self.result = made
                self._set_phase(RunPhase.FINISHED)
                self.finished.emit(made)
            case Failed(error=error):
                self._reload(error)
            case _:
                self._reload()

    def _reload(self, error: AppError | None = None) -> None:
        """Read from disk what is left of a run that has ended.

        That may be the run of another process, where this one was refused, or a finished model,
        where the run was stopped too late.
        """
        self.error = error
        self._load(self._retraining.state)
        if self.phase is RunPhase.FINISHED and error is None:
            self.finished.emit(self.result)
        else:
            self.interrupted.emit(error)

    def _reload_if_dropped(self) -> None:
        """Notice that the run was dropped from the queue before it started."""
        if self.is_own and not self._jobs.has_training:
            self._reload()
