"""The training loop: batches, validation, early stopping, checkpoints. Stages hold the networks."""

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
from training.base.checkpoint import load_checkpoint, restore_rng_state, save_checkpoint
from training.base.devices import (
    broadcast_object,
    each_alone,
    is_main_process,
    process_rank,
    world_size,
)
from training.base.errors import (
    CollapsedError,
    DamagedCacheError,
    DifferentTrainingError,
    DivergedError,
    SmallBatchError,
)
from training.base.group_batches import divisible, mean_losses, take_state_of_main_process

# Codes have collapsed if the share of unique ones falls below this share of its value at the start
# (short codes are few, and some libraries hold many copies), or the bit balance below this value.
_FEWEST_UNIQUE = 0.5
_LEAST_BALANCE = 0.05
# The losses of a training that works are below 100.
_LARGEST_LOSS = 1e6

T = TypeVar("T")


class Stage(Protocol):
    """Networks that are trained together, with their optimisers."""

    def step(self, rows: Tensor, progress: float) -> dict[str, float]:
        """Do one optimiser step on the rows int64 [B] of the dataset; return the losses by name.

        `rows` are those of the whole batch, of which the stage computes this process's part
        (base/group_batches.py); `progress` is the share of the run that is done, 0 to 1.
        """

    def state_dict(self) -> dict[str, Any]: ...

    def load_state_dict(self, state: dict[str, Any]) -> None: ...


@dataclass(frozen=True)
class ValidationMetrics:
    """Metrics of the held-out photos.

    Attributes:
        loss: the objective; lower is better.
        unique_codes: number of different codes, as a share of the photos.
        bit_balance: mean share of a bit's rarer value; 0.5 is best.
    """

    loss: float
    unique_codes: float
    bit_balance: float


@dataclass(frozen=True)
class TrainingPlan:
    """The length of a run and its intervals.

    Attributes:
        rows: int64 [N], the rows to train on; each epoch visits all of them in random order.
        steps: number of optimiser steps.
        batch: examples a step.
        validate_every: steps between two validations.
        minutes: time budget, without pauses and sleep; the schedule is compressed to fit into it.
            None: no limit.
        patience: number of validations without improvement to tolerate; the next one ends the run.
        checkpoint_every_s: seconds between two checkpoints.
        report_every_s: seconds between two reports, unless a validation comes first.
    """

    rows: Tensor
    steps: int
    batch: int
    validate_every: int
    minutes: float | None = None
    patience: int = 3
    checkpoint_every_s: float = 60.0
    report_every_s: float = 1.0


def plan_epochs(
    rows: Tensor, epochs: float, batch: int, validations: int, minutes: float | None,
    patience: int = 3,
) -> TrainingPlan:  # fmt: skip
    """Plan a run of so many epochs over `rows` int64 [N], with validations at equal intervals."""
    batch = min(batch, len(rows))
    steps = max(1, round(epochs * len(rows) / batch))
    return TrainingPlan(rows, steps, batch, max(1, steps // validations), minutes, patience)


@dataclass(frozen=True)
class TrainingReport:
    """Progress of a stage.

    Attributes:
        stage: its name.
        step: steps done.
        steps: steps expected in all.
        losses: by name, the mean since the previous report of the same kind.
        validation: metrics of the held-out photos, if they were measured.
        is_validation: whether the report comes at a validation interval, which is the same in every
            run; the others come by the clock.
    """

    stage: str
    step: int
    steps: int
    losses: dict[str, float]
    validation: ValidationMetrics | None
    is_validation: bool = True


@dataclass
class _Run:
    """The state of a run, stored with its checkpoint under these names."""

    step: int = 0
    seconds: float = 0.0
    best: float = math.inf
    best_state: dict[str, Any] | None = None
    worse: int = 0
    unique_at_start: float = 1.0


Validate = Callable[[], ValidationMetrics]


def train(
    name: str, stage: Stage, plan: TrainingPlan, folder: Path, key: str,
    validate: Validate | None = None,
) -> Iterator[TrainingReport]:  # fmt: skip
    """Train a stage, and restore the state of its best validation at the end.

    The first validation precedes the first step, so that training never makes a model worse. If
    the generator is closed or the process dies, the next call with the same `key` resumes from the
    checkpoint in `folder`, with the same result. Statistics are appended to `stats.jsonl` there. In
    a group (devices.py) all processes call this together, and the main one writes.

    Raises:
        DivergedError, CollapsedError: the checkpoint is then one from before.
        SmallBatchError, DifferentTrainingError, LostGroupError: the group cannot train.
    """
    loop = _TrainingLoop(name, stage, plan, folder, key, validate)
    try:
        yield from loop.reports()
    except GeneratorExit:
        loop.save()
        raise
    loop.restore_best()


def run_to_completion(steps: Steps[TrainingReport, None, T]) -> T:
    """Consume a training's reports and return its result."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result


class _TrainingLoop:
    """One call of `train`: its arguments, and the state of the run."""

    def __init__(
        self, name: str, stage: Stage, plan: TrainingPlan, folder: Path, key: str,
        validate: Validate | None,
    ) -> None:  # fmt: skip
        self._name, self._stage, self._plan, self._key = name, stage, plan, key
        self._folder, self._checkpoint = folder, folder / f"{name}.pt"
        self._validate = validate
        self._measured_at = self._saved_at = self._reported_at = awake_seconds()
        if plan.batch < world_size():
            raise SmallBatchError(plan.batch, world_size())
        self._run = self._resumed() or self._begun()
        take_state_of_main_process(stage.state_dict())
        self._restart_clocks()

    def reports(self) -> Iterator[TrainingReport]:
        """Take all steps. Time that the consumer spends between reports is not counted."""
        means, recent_means = _RunningMeans(), _RunningMeans()
        while not _is_over(self._run, self._plan):
            losses = self._step()
            means.add(losses)
            recent_means.add(losses)
            if self._run.step % self._plan.validate_every == 0 or _is_over(self._run, self._plan):
                yield self._validation_report(means.pop())
                self._restart_clocks()
            elif awake_seconds() - self._saved_at >= self._plan.checkpoint_every_s:
                self.save()
            if awake_seconds() - self._reported_at >= self._plan.report_every_s:
                yield self._report(recent_means.pop(), None, is_validation=False)
                self._measured_at = self._reported_at = awake_seconds()

    def save(self) -> None:
        """Write the checkpoint, in the main process."""
        self._saved_at = awake_seconds()
        if not is_main_process():
            return
        values = {name: value for name, value in vars(self._run).items() if name != "step"}
        state = {"stage": self._stage.state_dict(), "run": values}
        save_checkpoint(self._checkpoint, self._key, self._run.step, state)

    def restore_best(self) -> None:
        """Give the stage its state of the best validation, if there was any."""
        if self._run.best_state is not None:
            self._stage.load_state_dict(self._run.best_state)

    def _resumed(self) -> _Run | None:
        found = load_checkpoint(self._checkpoint, self._key)
        _check_agreement(self._key, found.step if found else None)
        if found is None:
            return None
        try:
            run = _Run(step=found.step, **found.state["run"])
            if run.best_state is not None:
                self._stage.load_state_dict(run.best_state)  # fails here, and not at the end
            self._stage.load_state_dict(found.state["stage"])
            restore_rng_state(found.random)
        except (AttributeError, LookupError, RuntimeError, TypeError, ValueError) as error:
            raise DamagedCacheError(self._checkpoint, "it is of another training") from error
        return run

    def _begun(self) -> _Run:
        run = _Run()
        if self._validate:
            metrics = _measured(self._validate)
            run.unique_at_start = metrics.unique_codes
            _record_validation(metrics, self._stage, run)
            self._count_time(run)
        return run

    def _step(self) -> dict[str, float]:
        run, plan = self._run, self._plan
        rows = divisible(_batch_rows(plan, run.step))
        losses = mean_losses(self._stage.step(rows, _progress(run, plan)))
        run.step += 1
        self._count_time(run)
        _check_bounds(losses, run.step)
        return losses

    def _count_time(self, run: _Run) -> None:
        """Add what has passed since the last measurement; the same in all processes."""
        now = awake_seconds()
        run.seconds = broadcast_object(run.seconds + now - self._measured_at)
        self._measured_at = now

    def _validation_report(self, losses: dict[str, float]) -> TrainingReport:
        metrics = _measured(self._validate) if self._validate else None
        if metrics:
            _record_validation(metrics, self._stage, self._run)
        self._count_time(self._run)
        report = self._report(losses, metrics)
        _append_stats(self._folder / "stats.jsonl", report, self._run.seconds)
        self.save()
        return report

    def _report(
        self, losses: dict[str, float], metrics: ValidationMetrics | None, *,
        is_validation: bool = True,
    ) -> TrainingReport:  # fmt: skip
        steps = _expected_steps(self._run, self._plan)
        return TrainingReport(self._name, self._run.step, steps, losses, metrics, is_validation)

    def _restart_clocks(self) -> None:
        self._measured_at = self._saved_at = self._reported_at = awake_seconds()


def _check_agreement(key: str, step: int | None) -> None:
    """Check that all processes train the same, from the same step.

    Raises:
        DifferentTrainingError: in each process that differs from the main one.
    """
    if broadcast_object((key, step)) != (key, step):
        raise DifferentTrainingError(process_rank())


def _measured(validate: Validate) -> ValidationMetrics:
    """Return the main process's metrics; each measures all held-out photos."""
    with each_alone():
        metrics = validate()
    return broadcast_object(metrics)


def _batch_rows(plan: TrainingPlan, step: int) -> Tensor:
    """Return the rows of a step; the order of each epoch depends on its number alone."""
    per_epoch = max(1, len(plan.rows) // plan.batch)
    seeded = torch.Generator().manual_seed(step // per_epoch)
    order = torch.randperm(len(plan.rows), generator=seeded)
    start = step % per_epoch * plan.batch
    return plan.rows[order[start : start + plan.batch]]


def _progress(run: _Run, plan: TrainingPlan) -> float:
    """Return the share that is done, of the steps or of the time budget, whichever is larger."""
    if plan.minutes is None:
        return run.step / plan.steps
    return max(run.step / plan.steps, run.seconds / (60 * plan.minutes))


def _expected_steps(run: _Run, plan: TrainingPlan) -> int:
    """Estimate the number of steps of the run, which a time budget may reduce."""
    return max(run.step, min(plan.steps, round(run.step / _progress(run, plan))))


def _is_over(run: _Run, plan: TrainingPlan) -> bool:
    """Whether all is done; one step is done in any time limit."""
    return run.step > 0 and (_progress(run, plan) >= 1 or run.worse > plan.patience)


def _record_validation(metrics: ValidationMetrics, stage: Stage, run: _Run) -> None:
    """Keep the state if it is the best so far. Raises DivergedError and CollapsedError."""
    _check_bounds({"held out": metrics.loss}, run.step)
    fewest = _FEWEST_UNIQUE * run.unique_at_start
    if metrics.unique_codes < fewest or metrics.bit_balance < _LEAST_BALANCE:
        raise CollapsedError(run.step, metrics.unique_codes, metrics.bit_balance)
    if metrics.loss < run.best:
        # A copy, since the next step changes the tensors in place.
        run.best, run.best_state, run.worse = metrics.loss, _clone_state(stage.state_dict()), 0
    else:
        run.worse += 1


def _clone_state(state: Any) -> Any:
    if isinstance(state, Tensor):
        return state.detach().clone()
    if isinstance(state, dict):
        return {name: _clone_state(value) for name, value in state.items()}
    if isinstance(state, list):
        return [_clone_state(value) for value in state]
    return state


def _check_bounds(losses: dict[str, float], step: int) -> None:
    for name, loss in losses.items():
        if not abs(loss) < _LARGEST_LOSS:  # `not <` rather than `>=`: also true for NaN
            raise DivergedError(step, name)


def _append_stats(path: Path, report: TrainingReport, seconds: float) -> None:
    if not is_main_process():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:  # not flushed: for people to look at
        file.write(json.dumps(_stats_line(report, seconds)) + "\n")


def _stats_line(report: TrainingReport, seconds: float) -> dict[str, Any]:
    """Return a line of stats.jsonl, whose names are those of files from earlier runs."""
    return {
        "stage": report.stage,
        "step": report.step,
        "steps": report.steps,
        "losses": report.losses,
        "health": asdict(report.validation) if report.validation else None,
        "seconds": round(seconds, 1),
    }


class _RunningMeans:
    """Means of the losses since the last call of `pop`."""

    def __init__(self) -> None:
        self._sums: dict[str, float] = {}
        self._counts: dict[str, int] = {}

    def add(self, losses: dict[str, float]) -> None:
        for name, loss in losses.items():
            self._sums[name] = self._sums.get(name, 0.0) + loss
            self._counts[name] = self._counts.get(name, 0) + 1

    def pop(self) -> dict[str, float]:
        means = {name: round(total / self._counts[name], 5) for name, total in self._sums.items()}
        self._sums, self._counts = {}, {}
        return means
