"""Count what came of the inputs, and keep those that show a fault."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.fuzz.trial import Outcome


@dataclass(frozen=True)
class Tried:
    """An input that was used.

    Attributes:
        number: With the seed of the run, it makes the same input again.
        name: Of the file that was broken, or of the target.
        content: The broken file; empty where the number alone is kept.
        outcome: What came of it.
    """

    number: int
    name: str
    content: bytes
    outcome: Outcome

    def __str__(self) -> str:
        it = self.outcome
        return f"{self.number} {self.name}: {it.fault or it.result} {it.detail}".strip()


class Report:
    """The table of a run. `kept` is the folder for files that crash a worker or are a fault."""

    def __init__(self, kept: Path) -> None:
        self._kept = kept
        self._results: Counter[str] = Counter()
        self._faults: list[str] = []
        self._crashes: list[str] = []
        self._slowest = self._largest = (0.0, "")

    @property
    def count(self) -> int:
        return self._results.total()

    @property
    def has_faults(self) -> bool:
        return bool(self._faults)

    def add(self, tried: Tried) -> None:
        """Take account of an input."""
        outcome, text = tried.outcome, str(tried)
        self._results[outcome.result] += 1
        self._slowest = max(self._slowest, (outcome.seconds, text))
        self._largest = max(self._largest, (outcome.peak_bytes / 2**20, text))
        if outcome.has_crashed:
            self._crashes.append(text)
        if outcome.fault:
            self._faults.append(text)
        if tried.content and (outcome.has_crashed or outcome.fault):
            self._kept.mkdir(parents=True, exist_ok=True)
            (self._kept / f"{tried.number}-{tried.name}").write_bytes(tried.content)

    def progress(self) -> str:
        return f"{self.count:,} tried, {len(self._crashes)} crashes, {len(self._faults)} faults"

    def table(self) -> str:
        """All that was counted, in lines."""
        lines = [f"{count:9,}  {result}" for result, count in self._results.most_common()]
        lines.append(f"{self._slowest[0]:9.2f}  seconds for the slowest: {self._slowest[1]}")
        lines.append(f"{self._largest[0]:9.0f}  MiB of a process at most: {self._largest[1]}")
        for title, texts in (("crashes of workers", self._crashes), ("faults", self._faults)):
            lines.append(f"{len(texts):9,}  {title}")
            lines += [f"           {text}" for text in texts[:50]]
        return "\n".join([f"{self.count:9,}  tried", *lines, ""])
