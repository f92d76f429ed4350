"""Read one broken picture as indexing does, and say what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.base.errors import PhotoError, PhotoProblem
from desktop_app.core.base.memory_gate import Gate
from desktop_app.core.base.processors import awake_seconds
from desktop_app.core.reading.bounded_reader import BoundedReader
from desktop_app.core.reading.limits import COPIES, ReadingLimits

SIDE = 260
PHOTO = "photo"
# What it takes to notice that the time is over, and to end a worker.
_SLACK_SECONDS = 2.0


@dataclass(frozen=True)
class Outcome:
    """What came of one picture.

    Attributes:
        result: PHOTO, or the PhotoProblem.
        detail: Of the problem.
        seconds: From the request to the answer.
        peak_bytes: The largest memory of the worker meanwhile; 0 where that is not known.
        has_crashed: Whether a worker crashed.
        fault: What must not happen; empty if nothing did.
    """

    result: str
    detail: str
    seconds: float
    peak_bytes: int
    has_crashed: bool
    fault: str


class Trials:
    """One worker, for one thread."""

    def __init__(self, gate: Gate, limits: ReadingLimits | None = None) -> None:
        self._limits = limits or ReadingLimits()
        self._gate = _NotingGate(gate)
        self._reader = BoundedReader(self._limits, self._gate)  # type: ignore[arg-type]

    def close(self) -> None:
        self._reader.close()

    def read(self, path: Path) -> Outcome:
        """Read the photo, and its metadata as the window does. Never raises."""
        self._gate.largest_bytes = 0
        self._reader.start()  # else a crash of the first one would not be noticed
        worker = self._worker_id()
        forget_peak(worker)
        begin = awake_seconds()
        try:
            result, detail = self._result(path)
        except Exception as error:  # noqa: BLE001 -- it would have ended the application
            return Outcome("raised", repr(error), 0, 0, has_crashed=False, fault="an exception")
        seconds = awake_seconds() - begin
        now = self._worker_id()
        peak = peak_bytes(now) if now == worker else 0
        killed = {PhotoProblem.TOO_SLOW, PhotoProblem.TOO_MUCH_MEMORY}
        has_crashed = now != worker and result not in killed
        fault = self._fault(result, seconds, peak)
        return Outcome(result, detail, seconds, peak, has_crashed, fault)

    def _result(self, path: Path) -> tuple[str, str]:
        try:
            self._reader.metadata(path)
            self._reader.content(path, SIDE, lambda _: True)
        except PhotoError as error:
            return error.problem, error.detail
        return PHOTO, ""

    def _fault(self, result: str, seconds: float, peak_bytes: int) -> str:
        if result == PhotoProblem.UNEXPECTED:
            return "no reason is given"
        if seconds > self._limits.decoding_seconds + _SLACK_SECONDS:
            return "too slow"
        allowed_bytes = self._limits.memory_bytes + COPIES * self._gate.largest_bytes
        return "too much memory" if peak_bytes > allowed_bytes else ""

    def _worker_id(self) -> int:
        worker = self._reader._worker
        return worker.process_id if worker else 0


class _NotingGate:
    """Notes the largest amount that was asked for."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self.largest_bytes = 0

    @contextmanager
    def reserve(self, amount_bytes: int) -> Iterator[None]:
        self.largest_bytes = max(self.largest_bytes, amount_bytes)
        with self._gate.reserve(amount_bytes):
            yield


def forget_peak(process_id: int) -> None:
    """Have Linux measure the peak anew; other systems do not tell it."""
    with suppress(OSError):
        Path(f"/proc/{process_id}/clear_refs").write_text("5")


def peak_bytes(process_id: int) -> int:
    """The largest memory of a process since then; 0 where that is not known."""
    with suppress(OSError):
        for line in Path(f"/proc/{process_id}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return 0
