"""Kill the process of a scenario at random moments, and compare with an undisturbed run."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Iterable
from dataclasses import dataclass, field, is_dataclass
from itertools import zip_longest
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, ForkServerProcess
from random import Random
from typing import Any

import psutil

from tests.crash.scenario import Scenario

_MOST_KILLS_A_ROUND = 4
_TRIES_A_KILL = 4
_ENDING_SECONDS = 60
_LONGEST_SECONDS = 600


@dataclass
class Tally:
    """How a scenario went.

    Attributes:
        name: Of the scenario.
        seconds: Of the undisturbed run, from the start of the work.
        moments: When the process was killed, in seconds from the start of the work.
        faults: What was lost or left over, in sentences.
    """

    name: str
    seconds: float = 0
    moments: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        first, last = min(self.moments, default=0), max(self.moments, default=0)
        return (
            f"{self.name}: killed {len(self.moments)} times, {first * 1000:.1f} ms to"
            f" {last * 1000:.0f} ms after its start (undisturbed: {self.seconds * 1000:.0f} ms);"
            f" {len(self.faults)} faults"
        )


def preload(scenarios: Iterable[type[Scenario]]) -> None:
    """Import once what their processes need; a process is then a fork, which takes milliseconds.

    Has no effect if a process was started before.
    """
    names = {name for each in scenarios for name in each.PRELOADED}
    multiprocessing.set_forkserver_preload(
        [*sorted(names), *{each.__module__ for each in scenarios}]
    )


def kill_repeatedly(scenario: Scenario, kills: int, seed: int) -> Tally:
    """Kill the work of a scenario that often, in rounds of a few kills and one run to the end."""
    tally = Tally(scenario.NAME)
    random = Random(f"{seed}-{scenario.NAME}")
    scenario.build()
    scenario.prepare()
    started = time.monotonic()
    tally.seconds = Work(scenario).finish()
    tally.seconds = tally.seconds or time.monotonic() - started
    expected = (scenario.result(), scenario.left_over())
    rounds = _Rounds(scenario, tally, random, expected)
    for _ in range(_TRIES_A_KILL * kills):
        if len(tally.moments) >= kills:
            break
        rounds.run_one(min(random.randint(1, _MOST_KILLS_A_ROUND), kills - len(tally.moments)))
    else:
        tally.faults.append("most runs ended before they could be killed")
    return tally


class Work:
    """A process that does the work of a scenario; it runs once this object is there."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        context: ForkServerContext = multiprocessing.get_context("forkserver")
        receiver, sender = context.Pipe(duplex=False)
        self._process: ForkServerProcess = context.Process(target=_do_work, args=(scenario, sender))
        self._process.start()
        sender.close()
        receiver.recv()  # the work starts now
        receiver.close()
        self._started = time.monotonic()

    @property
    def process_id(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    def is_running_after(self, seconds: float) -> bool:
        """Wait so long, or until the work has ended."""
        return not wait([self._process.sentinel], seconds)

    def kill(self) -> None:
        """Kill the process, and return when those that it has started have ended, too."""
        self._process.kill()
        self._end()

    def finish(self) -> float:
        """Wait for the end, and return the seconds from the start. Raises AssertionError."""
        if self.is_running_after(_LONGEST_SECONDS):
            self.kill()
            raise AssertionError("the work does not end")
        seconds = time.monotonic() - self._started
        self._end()
        assert self._exit_code == 0, f"the work ended with status {self._exit_code}"
        return seconds

    def _end(self) -> None:
        self._process.join()
        self._exit_code = self._process.exitcode
        self._process.close()
        _wait_for_children(self._scenario)


class _Rounds:
    def __init__(self, scenario: Scenario, tally: Tally, random: Random, expected: Any) -> None:
        self._scenario = scenario
        self._tally = tally
        self._random = random
        self._expected = expected

    def run_one(self, kills: int) -> None:
        self._scenario.prepare()
        try:
            for _ in range(kills):
                self._kill_once()
            Work(self._scenario).finish()
            self._scenario.check()
            difference = _difference(self._expected[0], self._scenario.result())
            assert not difference, f"the result is another one: {difference}"
            left = sorted({*self._scenario.left_over()} - {*self._expected[1]})
            assert not left, f"left over: {', '.join(left)}"
        except Exception as error:  # noqa: BLE001 -- whatever it is, it is reported
            self._note(error)

    def _kill_once(self) -> None:
        moment = self._random.uniform(0, self._tally.seconds)
        work = Work(self._scenario)
        if work.is_running_after(moment):
            work.kill()
            self._tally.moments.append(moment)
        else:
            work.finish()
        self._scenario.check()

    def _note(self, error: Exception) -> None:
        moment = self._tally.moments[-1] if self._tally.moments else 0
        place = _place_of(error)
        self._tally.faults.append(
            f"kill {len(self._tally.moments)}, at {moment:.4f} s: {error!r} ({place})"
        )


def _place_of(error: Exception) -> str:
    """The innermost line of a traceback."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    if place is None:
        return ""
    code = place.tb_frame.f_code
    return f"{os.path.basename(code.co_filename)}:{place.tb_lineno} in {code.co_name}"  # noqa: PTH119


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


def _do_work(scenario: Scenario, ready: Connection) -> None:
    """In the child process."""
    scenario.enter_process()
    control, _ = os.pipe()
    os.dup2(control, 0)  # a job whose input ends is cancelled
    log = os.open(scenario.folder / "output.log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(log, 1)
    os.dup2(log, 2)
    ready.send(None)
    ready.close()
    raise SystemExit(scenario.work())


def _wait_for_children(scenario: Scenario) -> None:
    """Wait for processes with the environment of the scenario. Raises AssertionError."""
    until = time.monotonic() + _ENDING_SECONDS
    while left := _children(str(scenario.temporary)):
        assert time.monotonic() < until, f"processes go on: {left}"
        time.sleep(0.01)


def _children(temporary: str) -> list[str]:
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get("TMPDIR") == temporary:
                found.append(" ".join(process.cmdline())[:200])
        except psutil.Error:
            continue
    return found
