"""What running work is doing: 'Indexing 1,240 of 12,480 photos · 38/s · 4 min left'."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop_app.core.jobs.progress import (
    Indexing,
    IndexSummary,
    Rehashing,
    Removing,
    SamplesProgress,
    Scanning,
    TrainingBegun,
    TrainingProgress,
    TrainingStage,
)
from desktop_app.ui.jobs.training_words import begun_words, stage_word
from desktop_app.ui.kit import numbers

_WINDOW_SECONDS = 15.0
_SHORTEST_SECONDS = 2.0
_SEPARATOR = " · "


@dataclass(frozen=True)
class ProgressLine:
    """`share` in [0, 1]; None while the total is not known."""

    text: str
    share: float | None


class ProgressFormatter:
    """Turns the events of one job into lines, and measures how fast it is."""

    def __init__(
        self, now: Callable[[], float] = time.monotonic, minutes: float | None = None
    ) -> None:
        """`minutes`: what a training may take at most."""
        self._now = now
        self._minutes = minutes
        self._stage: TrainingStage | None = None
        self._marks: deque[tuple[float, int]] = deque()

    def forget_speed(self) -> None:
        """After a pause the old speed says nothing."""
        self._marks.clear()

    def line(self, event: Any) -> ProgressLine | None:
        """None for an event that tells of no progress."""
        match event:
            case Scanning(files=files):
                text = _tr("Looking for photos · {files}")
                return ProgressLine(text.format(files=numbers.files(files)), None)
            case Indexing(done=done, total=total):
                return self._counted(_tr("Indexing {done} of {total}"), done, total)
            case Rehashing(done=done, total=total):
                return self._counted(_tr("Updating the codes of {done} of {total}"), done, total)
            case Removing(done=done, total=total):
                return self._counted(_tr("Forgetting {done} of {total}"), done, total)
            case SamplesProgress(done=done, total=total):
                return self._counted(_tr("Drawing {done} of {total}"), done, total)
            case TrainingBegun():
                return ProgressLine(begun_words(event), None)
            case TrainingProgress():
                return self._trained(event)
        return None

    def _trained(self, told: TrainingProgress) -> ProgressLine:
        """Stages are of different speeds."""
        if told.stage is not self._stage:
            self._stage = told.stage
            self._marks.clear()
        if told.stage is TrainingStage.FINISHING or not told.steps:
            return ProgressLine(stage_word(told.stage), None)
        text = _tr("{stage} · {percent} %").format(
            stage=stage_word(told.stage), percent=100 * told.step // told.steps
        )
        speed = self._speed(told.step)
        if speed and told.step < told.steps:
            left = (told.steps - told.step) / speed
            if self._minutes is not None:
                left = max(0.0, min(left, 60 * self._minutes - told.seconds))
            text = _SEPARATOR.join([text, numbers.time_left(left)])
        return ProgressLine(text, told.step / told.steps)

    def _counted(self, template: str, done: int, total: int) -> ProgressLine:
        text = template.format(done=numbers.counted(done), total=numbers.photos(total))
        speed = self._speed(done)
        if speed and done < total:
            left = numbers.time_left((total - done) / speed)
            text = _SEPARATOR.join([text, numbers.rate(speed), left])
        return ProgressLine(text, done / total if total else None)

    def _speed(self, done: int) -> float:
        """Photos a second over the last while; 0 where that is not known yet."""
        self._marks.append((self._now(), done))
        while len(self._marks) > 2 and self._marks[-1][0] - self._marks[0][0] > _WINDOW_SECONDS:
            self._marks.popleft()
        (first_time, first_done), (last_time, last_done) = self._marks[0], self._marks[-1]
        seconds = last_time - first_time
        return (last_done - first_done) / seconds if seconds >= _SHORTEST_SECONDS else 0.0


def summary_line(summary: IndexSummary) -> str:
    """What an index job did, for the strip."""
    if summary.indexed == 0:
        return _tr("Everything is up to date")
    took = numbers.duration(summary.seconds)
    text = _tr("Indexed {photos} in {time}")
    return text.format(photos=numbers.photos(summary.indexed), time=took)


def _tr(text: str) -> str:
    return QCoreApplication.translate("job_progress", text)
