"""Kill the process of a scenario at random moments, and compare with an undisturbed run."""

from __future__ import annotations

from random import Random

from tests.crash.scenario import Scenario
from tests.crash.tally import Expected, Tally
from tests.crash.work import Work

_MOST_KILLS_A_ROUND = 4
_TRIES_A_KILL = 4


def kill_repeatedly(scenario: Scenario, kills: int, seed: int) -> Tally:
    """Kill the work of a scenario that often, in rounds of a few kills and one run to the end."""
    tally = Tally(scenario.NAME)
    random = Random(f"{seed}-{scenario.NAME}")
    scenario.build()
    scenario.prepare()
    tally.seconds = Work(scenario).finish()
    expected = Expected.of(scenario)
    rounds = _Rounds(scenario, tally, random, expected)
    for _ in range(_TRIES_A_KILL * kills):
        if len(tally.moments) >= kills:
            break
        rounds.run_one(min(random.randint(1, _MOST_KILLS_A_ROUND), kills - len(tally.moments)))
    else:
        tally.faults.append("most runs ended before they could be killed")
    return tally


class _Rounds:
    def __init__(
        self, scenario: Scenario, tally: Tally, random: Random, expected: Expected
    ) -> None:
        self._scenario = scenario
        self._tally = tally
        self._random = random
        self._expected = expected
        self._longest = tally.seconds

    def run_one(self, kills: int) -> None:
        self._scenario.prepare()
        try:
            for number in range(kills):
                self._kill_once(is_whole=number == 0)
            Work(self._scenario).finish()
            self._scenario.check()
            self._expected.compare(self._scenario)
        except Exception as error:  # noqa: BLE001 -- whatever it is, it is reported
            self._tally.note(error)

    def _kill_once(self, *, is_whole: bool) -> None:
        moment = self._random.uniform(0, self._longest)
        work = Work(self._scenario)
        if work.is_running_after(moment):
            work.kill()
            self._tally.moments.append(moment)
        else:
            work.finish()
            if is_whole:  # and not the rest of work that was killed
                self._longest = moment  # the machine is faster than it was at first
        self._scenario.check()
