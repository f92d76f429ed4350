"""The progress of a job as a line: 'Indexing 1,240 of 12,480 photos · 38/s · 4 min left'."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop_app.core.jobs.duplicate_events import CheckingFolder, FindingDuplicates, FindingStage
from desktop_app.core.jobs.progress import (
    BackingUp,
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
from desktop_app.core.jobs.progress_event import ProgressEvent
from desktop_app.ui.jobs.training_text import begun_text, stage_text
from desktop_app.ui.kit import numbers

_SPEED_WINDOW_S = 15.0
_SHORTEST_WINDOW_S = 2.0
_SEPARATOR = " · "


@dataclass(frozen=True)
class ProgressLine:
    """A line, and the share that is done, in [0, 1]; None while the total is not known."""

    text: str
    share: float | None


class ProgressFormatter:
    """Turns the progress events of one job into lines, and measures the job's speed."""

    def __init__(
        self, now: Callable[[], float] = time.monotonic, minutes: float | None = None
    ) -> None:
        """`now` is a clock, in seconds; `minutes` is the time limit of a training."""
        self._now = now
        self._minutes = minutes
        self._stage: TrainingStage | FindingStage | None = None
        self._marks: deque[tuple[float, int]] = deque()

    def forget_speed(self) -> None:
        """Restart the measurement of the speed, as after a pause."""
        self._marks.clear()

    def line(self, event: ProgressEvent | None) -> ProgressLine | None:
        """Describe an event; None for one that reports no progress."""
        match event:
            case Scanning(files=files) | CheckingFolder(done=0, total=files):
                text = _tr("Scanning · {files}")
                return ProgressLine(text.format(files=numbers.files(files)), None)
            case Indexing(total=0):  # nothing was new
                return ProgressLine(_tr("Finishing…"), None)
            case Indexing() | Rehashing() | Removing() | SamplesProgress():
                return self._counted(_counting_text(event), event.done, event.total)
            case FindingDuplicates():
                return self._finding(event)
            case CheckingFolder():
                text = _tr("Checking {done} of {total}")
                return self._counted(text, event.done, event.total, numbers.files)
            case BackingUp():
                return ProgressLine(_tr("Backing up the library…"), None)
            case TrainingBegun():
                return ProgressLine(begun_text(event), None)
            case TrainingProgress():
                return self._trained(event)
        return None

    def _trained(self, report: TrainingProgress) -> ProgressLine:
        """Describe a training; each stage restarts the measurement of the speed."""
        if report.stage is not self._stage:
            self._stage = report.stage
            self._marks.clear()
        if report.stage is TrainingStage.FINISHING or not report.steps:
            return ProgressLine(stage_text(report.stage), None)
        text = _tr("{stage} · {percent} %").format(
            stage=stage_text(report.stage), percent=100 * report.step // report.steps
        )
        speed = self._speed(report.step)
        if speed and report.step < report.steps:
            left = (report.steps - report.step) / speed
            if self._minutes is not None:
                left = max(0.0, min(left, 60 * self._minutes - report.seconds))
            text = _SEPARATOR.join([text, numbers.time_left(left)])
        return ProgressLine(text, report.step / report.steps)

    def _finding(self, report: FindingDuplicates) -> ProgressLine:
        """Describe a search for duplicates; each stage restarts the measurement of the speed."""
        if report.stage is not self._stage:
            self._stage = report.stage
            self._marks.clear()
        template = {
            FindingStage.FINGERPRINTS: _tr("Preparing {done} of {total}"),
            FindingStage.CANDIDATES: _tr("Looking for pairs to compare"),
            FindingStage.COPIES: _tr("Comparing pairs: {done} of {total}"),
            FindingStage.NEIGHBOURS: _tr("Finding duplicates: {done} of {total}"),
            FindingStage.PIXELS: _tr("Comparing pixels of pairs: {done} of {total}"),
            FindingStage.SHARPNESS: _tr("Measuring sharpness: {done} of {total}"),
        }[report.stage]
        of_pairs = (FindingStage.COPIES, FindingStage.PIXELS)
        unit = numbers.counted if report.stage in of_pairs else numbers.photos
        return self._counted(template, report.done, report.total, unit)

    def _counted(
        self, template: str, done: int, total: int, unit: Callable[[int], str] = numbers.photos
    ) -> ProgressLine:
        text = template.format(done=numbers.counted(done), total=unit(total))
        speed = self._speed(done)
        if speed and done < total:
            left = numbers.time_left((total - done) / speed)
            text = _SEPARATOR.join([text, numbers.rate(speed), left])
        return ProgressLine(text, done / total if total else None)

    def _speed(self, done: int) -> float:
        """Photos a second over the last seconds; 0 while that is not known."""
        self._marks.append((self._now(), done))
        while len(self._marks) > 2 and self._marks[-1][0] - self._marks[0][0] > _SPEED_WINDOW_S:
            self._marks.popleft()
        (first_time, first_done), (last_time, last_done) = self._marks[0], self._marks[-1]
        seconds = last_time - first_time
        return (last_done - first_done) / seconds if seconds >= _SHORTEST_WINDOW_S else 0.0


def _counting_text(event: Indexing | Rehashing | Removing | SamplesProgress) -> str:
    match event:
        case Indexing():
            return _tr("Indexing {done} of {total}")
        case Rehashing():
            return _tr("Updating codes: {done} of {total}")
        case Removing():
            return _tr("Removing {done} of {total}")
        case SamplesProgress():
            return _tr("Drawing samples: {done} of {total}")


def summary_line(summary: IndexSummary) -> str:
    """Describe what an index job has done."""
    if not summary.indexed:
        return _tr("Up to date")
    took = numbers.duration(summary.seconds)
    text = _tr("Indexed {photos} in {time}")
    return text.format(photos=numbers.photos(summary.indexed), time=took)


def _tr(text: str) -> str:
    return QCoreApplication.translate("job_progress", text)
