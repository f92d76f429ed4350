"""What the window knows of the library's one retraining: its phase, its progress, its result."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.core.base.errors import AppError
from desktop_app.core.jobs.progress import Retrained, TrainingBegun, TrainingProgress
from desktop_app.core.jobs.requests import QuickTrainRequest, RetrainRequest
from desktop_app.core.models.retraining import RetrainingPhase, RetrainingState
from desktop_app.ui.jobs.training_text import HELD_OUT

T = TypeVar("T")


class RunPhase(Enum):
    """WAITING, RUNNING and STOPPING: this window's own run; ELSEWHERE: another process's."""

    NONE = auto()
    WAITING = auto()
    RUNNING = auto()
    STOPPING = auto()
    ELSEWHERE = auto()
    INTERRUPTED = auto()
    FINISHED = auto()


# Of a run that is not this window's own.
_PHASES = {
    RetrainingPhase.NONE: RunPhase.NONE,
    RetrainingPhase.RUNNING: RunPhase.ELSEWHERE,
    RetrainingPhase.INTERRUPTED: RunPhase.INTERRUPTED,
    RetrainingPhase.FINISHED: RunPhase.FINISHED,
}


@dataclass
class RunProgress:
    """What a run has reported so far.

    Attributes:
        begun: The photos and the device of the run.
        latest: The latest report.
        curves: For each loss of the current stage its points (step, loss), by the loss's name.
        held_out: The latest loss on photos that are not learned.
        unique_codes: The latest share of photos whose code no other photo has, in [0, 1].
        bit_balance: The latest balance of the bits, in [0, 0.5]; 0.5 is even.
        grid: The latest picture of previews.
    """

    begun: TrainingBegun | None = None
    latest: TrainingProgress | None = None
    curves: dict[str, list[tuple[int, float]]] = field(default_factory=lambda: defaultdict(list))
    held_out: float | None = None
    unique_codes: float | None = None
    bit_balance: float | None = None
    grid: Path | None = None

    @property
    def share(self) -> float:
        """The part of the current stage that is done, in [0, 1]."""
        latest = self.latest
        return latest.step / latest.steps if latest and latest.steps else 0.0

    def add(self, report: TrainingProgress) -> None:
        """Take in a report. A new stage starts new curves."""
        if self.latest is None or report.stage is not self.latest.stage:
            self.curves.clear()
        self.latest = report
        for name, loss in report.losses.items():
            self._add_point(name, report.step, loss)
        if report.held_out is not None:
            self._add_point(HELD_OUT, report.step, report.held_out)
        self.held_out = _newer(report.held_out, self.held_out)
        self.unique_codes = _newer(report.unique_codes, self.unique_codes)
        self.bit_balance = _newer(report.bit_balance, self.bit_balance)
        self.grid = _newer(report.grid, self.grid)

    def _add_point(self, name: str, step: int, loss: float) -> None:
        """Replace the points from this step on: a resumed run reports some steps again."""
        earlier = [point for point in self.curves[name] if point[0] < step]
        self.curves[name] = [*earlier, (step, loss)]


class RunState(QObject):
    """The state of the run, for views to follow.

    Signals:
        state_changed (): The phase has changed, or the run was paused or resumed.
        progressed (): The run has reported something.
        finished (Retrained): The run has made a model.
        interrupted (AppError | None): The run has ended without a model, with this error.
    """

    state_changed = Signal()
    progressed = Signal()
    finished = Signal(Retrained)
    interrupted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.phase = RunPhase.NONE
        self.request: RetrainRequest | None = None
        self.progress = RunProgress()
        self.result: Retrained | None = None
        self.error: AppError | None = None

    @property
    def is_own(self) -> bool:
        """Whether the run runs or waits in this window."""
        return self.phase in (RunPhase.WAITING, RunPhase.RUNNING, RunPhase.STOPPING)

    @property
    def is_quick(self) -> bool:
        """Whether the run is a quick one, which needs no component and starts anew."""
        return isinstance(self.request, QuickTrainRequest)

    @property
    def is_under_way(self) -> bool:
        """Whether the run runs or waits, in this window or elsewhere."""
        return self.is_own or self.phase is RunPhase.ELSEWHERE

    def discard(self) -> None:
        """Forget the run: its model was used, kept or deleted, or it is not wanted any more."""
        self._reset()
        self._set_phase(RunPhase.NONE)

    def discard_if_made(self, model_id: str) -> None:
        """Forget the run if it has made this model."""
        if self.result is not None and self.result.model_id == model_id:
            self.discard()

    def _reset(self, request: RetrainRequest | None = None) -> None:
        self.request = request
        self.progress, self.result, self.error = RunProgress(), None, None

    def _set_phase(self, phase: RunPhase) -> None:
        self.phase = phase
        self.state_changed.emit()

    def _load(self, state: RetrainingState) -> None:
        """Take over the state that is on disk."""
        self.request, self.result = state.request, state.result
        if state.progress and state.progress != self.progress.latest:
            self.progress.add(state.progress)
        self._set_phase(_PHASES[state.phase])

    def _add_event(self, event: object) -> None:
        """Take in an event of a training job; others are ignored."""
        match event:
            case TrainingBegun():
                self.progress.begun = event
            case TrainingProgress() if event != self.progress.latest:
                self.progress.add(event)
            case _:
                return
        self.progressed.emit()


def _newer(new: T | None, old: T | None) -> T | None:
    return old if new is None else new
