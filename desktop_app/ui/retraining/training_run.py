"""The one retraining of a library, as the window follows it: its own, or one that goes on elsewhere
and is read from its folder.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.base.errors import AppError, LibraryUnwritableError
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.job_output import Failed, Finished
from desktop_app.core.jobs.progress import Retrained, TrainingBegun, TrainingProgress
from desktop_app.core.jobs.requests import Request, TrainRequest
from desktop_app.core.models.retraining import Retraining, RetrainingPhase, RetrainingState
from desktop_app.ui.jobs.library_jobs import JobEnd, LibraryJobs
from desktop_app.ui.jobs.training_words import HELD_OUT

_POLL_MS = 1000

T = TypeVar("T")


class RunPhase(Enum):
    """Of the window's own: WAITING, RUNNING, STOPPING; of another process: ELSEWHERE."""

    NONE = auto()
    WAITING = auto()
    RUNNING = auto()
    STOPPING = auto()
    ELSEWHERE = auto()
    INTERRUPTED = auto()
    FINISHED = auto()


# Of a run that is none of the window's own.
_PHASES = {
    RetrainingPhase.NONE: RunPhase.NONE,
    RetrainingPhase.RUNNING: RunPhase.ELSEWHERE,
    RetrainingPhase.INTERRUPTED: RunPhase.INTERRUPTED,
    RetrainingPhase.FINISHED: RunPhase.FINISHED,
}


@dataclass
class RunFacts:
    """What is known of a run so far. `curves`: of the present stage, steps and losses by name;
    the health is as it was measured last.
    """

    begun: TrainingBegun | None = None
    latest: TrainingProgress | None = None
    curves: dict[str, list[tuple[int, float]]] = field(default_factory=lambda: defaultdict(list))
    held_out: float | None = None
    unique_codes: float | None = None
    bit_balance: float | None = None
    grid: Path | None = None

    def take(self, told: TrainingProgress) -> None:
        if self.latest is None or told.stage is not self.latest.stage:
            self.curves.clear()
        self.latest = told
        for name, loss in told.losses.items():
            self._add(name, told.step, loss)
        if told.held_out is not None:
            self._add(HELD_OUT, told.step, told.held_out)
            self.held_out = told.held_out
        self.unique_codes = _newer(told.unique_codes, self.unique_codes)
        self.bit_balance = _newer(told.bit_balance, self.bit_balance)
        self.grid = _newer(told.grid, self.grid)

    def _add(self, name: str, step: int, loss: float) -> None:
        """A step is told twice where a look at the previews took long, or a run has gone on."""
        earlier = [point for point in self.curves[name] if point[0] < step]
        self.curves[name] = [*earlier, (step, loss)]


class TrainingRun(QObject):
    """`changed` when the phase is another, `progressed` when more is known, `finished` gives what
    was Retrained, `interrupted` the AppError that it ended with, or None.
    """

    changed = Signal()
    progressed = Signal()
    finished = Signal(object)
    interrupted = Signal(object)

    def __init__(self, library: LibraryFiles, jobs: LibraryJobs) -> None:
        super().__init__()
        self._library = library
        self._retraining = Retraining(library)
        self._jobs = jobs
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self._poll)
        self.phase = RunPhase.NONE
        self.request: TrainRequest | None = None
        self.facts = RunFacts()
        self.result: Retrained | None = None
        self.error: AppError | None = None
        jobs.started.connect(self._begin)
        jobs.progressed.connect(self._progress)
        jobs.ended.connect(self._end)
        jobs.paused.connect(self.changed)
        jobs.idle.connect(self._notice_that_it_was_forgotten)

    @property
    def is_own(self) -> bool:
        """Does it run, or wait, in this window?"""
        return self.phase in (RunPhase.WAITING, RunPhase.RUNNING, RunPhase.STOPPING)

    @property
    def is_under_way(self) -> bool:
        """Does it run, or wait, wherever that is?"""
        return self.is_own or self.phase is RunPhase.ELSEWHERE

    @property
    def is_paused(self) -> bool:
        return self.phase is RunPhase.RUNNING and self._jobs.is_paused

    @property
    def share(self) -> float:
        """Of the stage that it is in."""
        latest = self.facts.latest
        return latest.step / latest.steps if latest and latest.steps else 0.0

    def take(self, state: RetrainingState) -> None:
        """How it was found when the window was opened."""
        if not self.is_own:
            self._take(state)

    def start(self, request: TrainRequest) -> None:
        """What an older one has learned goes on where the request is the same."""
        self.facts, self.result, self.error = RunFacts(), None, None
        self.request = request
        self._go_over(RunPhase.WAITING)
        self._jobs.submit(request)

    def go_on(self) -> None:
        """With the one that was interrupted; it may have gone on since that was offered."""
        if self.request is not None and self.phase is RunPhase.INTERRUPTED:
            self.start(self.request)

    def pause(self) -> None:
        self._jobs.pause()

    def resume(self) -> None:
        self._jobs.resume()

    def stop(self) -> None:
        """What was learned is kept."""
        if self.phase is RunPhase.ELSEWHERE:
            self._ask_to_stop()
        elif self.is_own:
            self._go_over(RunPhase.STOPPING)
            self._jobs.cancel_training()
            self._notice_that_it_was_forgotten()

    def forget(self) -> None:
        """It is settled, or not wanted any more."""
        self.facts, self.request, self.result, self.error = RunFacts(), None, None, None
        self._go_over(RunPhase.NONE)

    def forget_if_made(self, model_id: str) -> None:
        """Where it has made this model, which is used, kept or gone by now."""
        if self.result is not None and self.result.model_id == model_id:
            self.forget()

    def close(self) -> None:
        self._timer.stop()

    def _begin(self, request: Request) -> None:
        if isinstance(request, TrainRequest):
            self.request = request
            self._go_over(RunPhase.RUNNING)

    def _progress(self, event: Any) -> None:
        match event:
            case TrainingBegun():
                self.facts.begun = event
                self.progressed.emit()
            case TrainingProgress():
                self.facts.take(event)
                self.progressed.emit()

    def _end(self, end: JobEnd) -> None:
        if not isinstance(end.request, TrainRequest):
            return
        match end.outcome:
            case Finished(value=Retrained() as made):
                self._finish(made)
            case Failed(error=error):
                self._look_what_is_left(error)
            case _:
                self._look_what_is_left(None)

    def _finish(self, made: Retrained) -> None:
        self.result = made
        self._go_over(RunPhase.FINISHED)
        self.finished.emit(made)

    def _look_what_is_left(self, error: AppError | None) -> None:
        """On disk: nothing, or a run of another process, where it was refused; the new model, where
        it was stopped too late.
        """
        self.error = error
        self._take(self._retraining.state)
        if self.phase is RunPhase.FINISHED and error is None:
            self.finished.emit(self.result)
        else:
            self.interrupted.emit(error)

    def _take(self, state: RetrainingState) -> None:
        self.request, self.result = state.request, state.result
        if state.progress and state.progress != self.facts.latest:
            self.facts.take(state.progress)
        self._go_over(_PHASES[state.phase])

    def _notice_that_it_was_forgotten(self) -> None:
        """It waited for other work, which was cancelled with all that waited."""
        if self.is_own and not self._jobs.has_training:
            self._look_what_is_left(None)

    def _poll(self) -> None:
        state = self._retraining.state
        if state.progress and state.progress != self.facts.latest:
            self.facts.take(state.progress)
            self.progressed.emit()
        if state.phase is not RetrainingPhase.RUNNING:
            self._look_what_is_left(None)

    def _ask_to_stop(self) -> None:
        """The process that trains looks for this file."""
        try:
            self._retraining.request_stop()
        except OSError as error:
            detail = error.strerror or str(error)
            self.interrupted.emit(LibraryUnwritableError(self._library.folder, detail))

    def _go_over(self, phase: RunPhase) -> None:
        self.phase = phase
        if phase is RunPhase.ELSEWHERE:
            self._timer.start()
        else:
            self._timer.stop()
        self.changed.emit()


def _newer(told: T | None, before: T | None) -> T | None:
    return before if told is None else told
