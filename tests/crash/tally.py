"""How a scenario went, and whether it led to what an undisturbed run leads to."""

from __future__ import annotations

from dataclasses import dataclass, field, is_dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from tests.crash.scenario import Scenario


@dataclass
class Tally:
    """How a scenario went.

    Attributes:
        name: Of the scenario.
        verb: What happened at the moments.
        seconds: Of the undisturbed run, from the start of the work.
        moments: When the process was killed, in seconds from the start of the work.
        faults: What was lost or left over, in sentences.
    """

    name: str
    verb: str = "killed"
    seconds: float = 0
    moments: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        first, last = min(self.moments, default=0), max(self.moments, default=0)
        return (
            f"{self.name}: {self.verb} {len(self.moments)} times, {first * 1000:.1f} ms to"
            f" {last * 1000:.0f} ms after its start (undisturbed: {self.seconds * 1000:.0f} ms);"
            f" {len(self.faults)} faults"
        )

    def note(self, error: Exception) -> None:
        """Report what was wrong after the last moment."""
        moment = self.moments[-1] if self.moments else 0
        text = f"{error!r:.500} ({_place_of(error)})"
        self.faults.append(f"{len(self.moments)}, at {moment:.4f} s: {text}")


@dataclass(frozen=True)
class Expected:
    """What an undisturbed run has led to."""

    result: Any
    left_over: list[str]

    @classmethod
    def of(cls, scenario: Scenario) -> Expected:
        """Take what the work has led to now."""
        return cls(scenario.result(), scenario.left_over())

    def compare(self, scenario: Scenario) -> None:
        """See that the work has led to the same. Raises AssertionError."""
        difference = _difference(self.result, scenario.result())
        assert not difference, f"the result is another one: {difference}"
        left = sorted({*scenario.left_over()} - {*self.left_over})
        assert not left, f"left over: {', '.join(left)}"


def _difference(expected: Any, found: Any, where: str = "") -> str:
    """Where two values first differ, and how; empty if they are equal."""
    if expected == found:
        return ""
    if is_dataclass(expected) and is_dataclass(found):
        return _difference(vars(expected), vars(found), where)
    if isinstance(expected, dict) and isinstance(found, dict):
        keys = sorted({*expected, *found})
        parts = [(f"{where}[{key!r}]", expected.get(key), found.get(key)) for key in keys]
    elif isinstance(expected, tuple | list) and isinstance(found, tuple | list):
        pairs = enumerate(zip_longest(expected, found))
        parts = [(f"{where}[{at}]", one, other) for at, (one, other) in pairs]
    else:
        return f"{where} {expected!r:.100} became {found!r:.100}"
    return next(_difference(one, other, at) for at, one, other in parts if one != other)


def _place_of(error: Exception) -> str:
    """The innermost line of a traceback."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    if place is None:
        return ""
    code = place.tb_frame.f_code
    return f"{Path(code.co_filename).name}:{place.tb_lineno} in {code.co_name}"
