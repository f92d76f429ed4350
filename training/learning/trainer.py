"""The training loop: when, for how long, and until when. What is learned lies in the stages."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from collections.abc import Generator as Steps
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

import torch
from torch import Tensor

from desktop_app.core.base.processors import awake_seconds
from training.base.checkpoint import load_checkpoint, restore_random, save_checkpoint
from training.base.devices import first_ones, is_first, share_of
from training.base.errors import CollapsedError, DivergedError

# Codes have collapsed where unique ones are fewer than this share of those at the start (few bits
# have few codes, and some libraries many copies), or bits are more lopsided than this.
_FEWEST_UNIQUE = 0.5
_LEAST_BALANCE = 0.05
# Losses of a training that works are below 100.
_LARGEST_LOSS = 1e6

T = TypeVar("T")


class Stage(Protocol):
    """Networks that learn together, with their optimisers."""

    def step(self, rows: Tensor, progress: float) -> dict[str, float]:
        """One step on the examples `rows`, int64 [B], after the share `progress` of the run."""

    def state_dict(self) -> dict[str, Any]: ...

    def load_state_dict(self, state: dict[str, Any]) -> None: ...


@dataclass(frozen=True)
class Health:
    """Of the held-out photos: the objective (lower is better), and how the codes use their bits."""

    loss: float
    unique_codes: float
    bit_balance: float


@dataclass(frozen=True)
class Plan:
    """How long, on what, and how often to look up.

    rows         int64 [N]: the examples to learn from, all once an epoch, in random order
    steps        of `batch` examples
    minutes      at most, of being awake and not paused; the whole schedule then fits into them;
                 None: as long as it takes
    look_every   steps between two looks at the held-out photos
    patience     so many looks may be worse than the best one: the next that is ends the run
    save_every   seconds between two checkpoints
    tell_every   seconds between two reports, where no look comes before
    """

    rows: Tensor
    steps: int
    batch: int
    look_every: int
    minutes: float | None = None
    patience: int = 3
    save_every: float = 60.0
    tell_every: float = 1.0


@dataclass(frozen=True)
class Trained:
    """One report: `losses` by name are means since the last one of its kind; `health` of the
    held-out. `is_look`: it is one of those that the plan asks for, after the same steps every time;
    the others come by the clock.
    """

    stage: str
    step: int
    steps: int
    losses: dict[str, float]
    health: Health | None
    is_look: bool = True


@dataclass
class _Run:
    """What changes while a run goes on, and comes back with its checkpoint."""

    step: int = 0
    seconds: float = 0.0
    best: float = math.inf
    best_state: dict[str, Any] | None = None
    worse: int = 0
    unique_at_start: float = 1.0


def train(
    name: str,
    stage: Stage,
    plan: Plan,
    folder: Path,
    key: str,
    look: Callable[[], Health] | None = None,
) -> Iterator[Trained]:
    """Train `stage`, and leave it as it was at its best look; without `look`, at the end.

    The first look is before the first step: what learning only makes worse stays as it is.
    A generator: whoever closes it, or dies, finds in `folder` a checkpoint from which the next
    call with the same `key` goes on, to the same result as if nothing had happened. Writes
    `stats.jsonl` there. In a group of processes (devices.py) all call this together, and the
    first one writes. Raises DivergedError and CollapsedError; the checkpoint is then of before.
    """
    checkpoint = folder / f"{name}.pt"
    run = _resumed(checkpoint, key, stage) or _begun(stage, look)
    try:
        yield from _steps(
            name, stage, plan, folder, run, look, lambda: _save(checkpoint, key, stage, run)
        )
    except GeneratorExit:
        _save(checkpoint, key, stage, run)
        raise
    if run.best_state is not None:
        stage.load_state_dict(run.best_state)


def _steps(
    name: str, stage: Stage, plan: Plan, folder: Path, run: _Run,
    look: Callable[[], Health] | None, save: Callable[[], None],
) -> Iterator[Trained]:  # fmt: skip
    counted = saved = told = awake_seconds()
    sums, lately = _Means(), _Means()
    while not _is_over(run, plan):
        losses = stage.step(share_of(_batch(plan, run.step)), _progress(run, plan))
        now = awake_seconds()
        run.step, run.seconds = run.step + 1, first_ones(run.seconds + now - counted)
        counted = now
        _check_bounds(losses, run.step)
        sums.add(losses)
        lately.add(losses)
        if run.step % plan.look_every == 0 or _is_over(run, plan):
            health = first_ones(look()) if look else None
            if health:
                _judge(health, stage, run)
            report = Trained(name, run.step, _steps_of(run, plan), sums.taken(), health)
            _note(folder / "stats.jsonl", report, run.seconds)
            save()
            yield report
            counted = saved = told = awake_seconds()
        elif awake_seconds() - saved >= plan.save_every:
            save()
            saved = awake_seconds()
        if awake_seconds() - told >= plan.tell_every:
            yield Trained(name, run.step, _steps_of(run, plan), lately.taken(), None, is_look=False)
            counted = told = awake_seconds()


def finished(steps: Steps[Trained, None, T]) -> T:
    """What a training returns, gone through without a look at its reports."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result


def _begun(stage: Stage, look: Callable[[], Health] | None) -> _Run:
    run = _Run()
    if look:
        health = first_ones(look())
        run.unique_at_start = health.unique_codes
        _judge(health, stage, run)
    return run


def _resumed(checkpoint: Path, key: str, stage: Stage) -> _Run | None:
    found = load_checkpoint(checkpoint, key)
    if found is None:
        return None
    stage.load_state_dict(found.state["stage"])
    restore_random(found.random)
    return _Run(step=found.step, **found.state["run"])


def _save(checkpoint: Path, key: str, stage: Stage, run: _Run) -> None:
    if not is_first():
        return
    values = {name: value for name, value in vars(run).items() if name != "step"}
    save_checkpoint(checkpoint, key, run.step, {"stage": stage.state_dict(), "run": values})


def _batch(plan: Plan, step: int) -> Tensor:
    """The step's examples: every epoch is an order of its own, known from its number alone."""
    a_epoch = max(1, len(plan.rows) // plan.batch)
    order = torch.randperm(len(plan.rows), generator=torch.Generator().manual_seed(step // a_epoch))
    start = step % a_epoch * plan.batch
    return plan.rows[order[start : start + plan.batch]]


def _progress(run: _Run, plan: Plan) -> float:
    """The share that is done: of the steps, or of the time where that is shorter."""
    if plan.minutes is None:
        return run.step / plan.steps
    return max(run.step / plan.steps, run.seconds / (60 * plan.minutes))


def _steps_of(run: _Run, plan: Plan) -> int:
    """How many steps there will be, as far as can be told: where the time is short, fewer."""
    return max(run.step, min(plan.steps, round(run.step / _progress(run, plan))))


def _is_over(run: _Run, plan: Plan) -> bool:
    return _progress(run, plan) >= 1 or run.worse > plan.patience


def _judge(health: Health, stage: Stage, run: _Run) -> None:
    """Keep the best state; notice divergence and collapse."""
    _check_bounds({"held out": health.loss}, run.step)
    fewest = _FEWEST_UNIQUE * run.unique_at_start
    if health.unique_codes < fewest or health.bit_balance < _LEAST_BALANCE:
        raise CollapsedError(run.step, health.unique_codes, health.bit_balance)
    if health.loss < run.best:
        # A copy: tensors of a live state change with the next step.
        run.best, run.best_state, run.worse = health.loss, _copied(stage.state_dict()), 0
    else:
        run.worse += 1


def _copied(state: Any) -> Any:
    if isinstance(state, Tensor):
        return state.detach().clone()
    if isinstance(state, dict):
        return {name: _copied(value) for name, value in state.items()}
    if isinstance(state, list):
        return [_copied(value) for value in state]
    return state


def _check_bounds(losses: dict[str, float], step: int) -> None:
    for name, loss in losses.items():
        if not abs(loss) < _LARGEST_LOSS:  # so written, it is true of a loss that is no number, too
            raise DivergedError(step, name)


def _note(path: Path, report: Trained, seconds: float) -> None:
    if not is_first():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        values = asdict(report)
        del values["is_look"]
        file.write(json.dumps({**values, "seconds": round(seconds, 1)}) + "\n")


class _Means:
    """Means of the losses since they were last taken."""

    def __init__(self) -> None:
        self._sums: dict[str, float] = {}
        self._counts: dict[str, int] = {}

    def add(self, losses: dict[str, float]) -> None:
        for name, loss in losses.items():
            self._sums[name] = self._sums.get(name, 0.0) + loss
            self._counts[name] = self._counts.get(name, 0) + 1

    def taken(self) -> dict[str, float]:
        means = {name: round(total / self._counts[name], 5) for name, total in self._sums.items()}
        self._sums, self._counts = {}, {}
        return means
