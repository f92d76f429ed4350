"""The process that does the work of a scenario, and may be killed."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterable
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, ForkServerProcess

import psutil

from tests.crash.scenario import Scenario

_ENDING_SECONDS = 60
_LONGEST_SECONDS = 600


def preload(scenarios: Iterable[type[Scenario]]) -> None:
    """Import once what their processes need; a process is then a fork, which takes milliseconds.

    Has no effect if a process was started before.
    """
    names = {name for each in scenarios for name in each.PRELOADED}
    multiprocessing.set_forkserver_preload(
        [*sorted(names), *{each.__module__ for each in scenarios}]
    )


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
        self._stopped: list[psutil.Process] = []

    def is_running_after(self, seconds: float) -> bool:
        """Wait so long, or until the work has ended."""
        return not wait([self._process.sentinel], seconds)

    def kill(self) -> None:
        """Kill the process, and return when those that it has started have ended, too."""
        self._process.kill()
        for each in self._stopped:
            with suppress(psutil.NoSuchProcess):
                each.kill()
        self._end()

    def stop(self) -> None:
        """Stop the process and those that it has started, to be killed."""
        with suppress(psutil.NoSuchProcess):
            process = psutil.Process(self._process.pid)
            self._stopped = [process, *process.children(recursive=True)]
        for each in self._stopped:
            with suppress(psutil.NoSuchProcess):
                each.send_signal(signal.SIGSTOP)

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
