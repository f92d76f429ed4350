"""What retrainings cost on this computer, each measured once while the program runs."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from desktop_app.core.jobs.job_output import Finished, Outcome
from desktop_app.core.jobs.progress import TrainingEstimate
from desktop_app.core.jobs.requests import ProbeRequest
from desktop_app.ui.jobs.side_job import SideJob

# What the cost depends on: how many photos, but not which.
_Work: TypeAlias = tuple[int, int, bool, bool]


class TrainingCosts(QObject):
    """Answers from memory, or by a job that measures.

    Signals:
        answered (Outcome): The outcome of the latest `ask`, unless that was cancelled.
    """

    answered = Signal(Outcome)

    def __init__(self, probe: SideJob) -> None:
        super().__init__()
        self._probe = probe
        self._measured: dict[_Work, TrainingEstimate] = {}
        self._asked: _Work | None = None
        probe.ended.connect(self._end)

    def ask(self, request: ProbeRequest, count: int) -> None:
        """Measure the cost of a retraining on `count` photos, or answer at once if it is known."""
        self._asked = (count, request.code_bits, request.previews, request.gentle)
        known = self._measured.get(self._asked)
        if known is None:
            self._probe.start(request)
        else:
            self.answered.emit(Finished(known))

    def cancel(self) -> None:
        self._probe.cancel()

    def _end(self, outcome: Outcome) -> None:
        if isinstance(outcome, Finished) and isinstance(outcome.value, TrainingEstimate):
            assert self._asked is not None
            self._measured[self._asked] = outcome.value
        self.answered.emit(outcome)
