import itertools
import json
import math
import time
from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from training.base.checkpoint import load_checkpoint, save_checkpoint
from training.base.errors import CollapsedError, DamagedCacheError, DivergedError
from training.learning.trainer import TrainingPlan, TrainingReport, ValidationMetrics, train

PLAN = TrainingPlan(rows=torch.arange(30), steps=20, batch=4, validate_every=5)


class RandomWalk:
    """A stage whose state is a random walk, so that any difference in draws or rows shows."""

    def __init__(self) -> None:
        self.place = torch.zeros(3)
        self.seen: list[list[int]] = []
        self.progress: list[float] = []

    def step(self, rows: Tensor, progress: float) -> dict[str, float]:
        self.seen.append(rows.tolist())
        self.progress.append(progress)
        self.place += torch.randn(3) + rows.float().mean()
        return {"distance": float(self.place.norm())}

    def state_dict(self) -> dict[str, Any]:
        return {"place": self.place}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        self.place.copy_(state["place"])


class Diverging(RandomWalk):
    """Its loss is `loss` from its 8th step on."""

    def __init__(self, loss: float) -> None:
        super().__init__()
        self._loss = loss

    def step(self, rows: Tensor, progress: float) -> dict[str, float]:
        losses = super().step(rows, progress)
        return {**losses, "other": self._loss if len(self.seen) >= 8 else 1.0}


class Slow(RandomWalk):
    def step(self, rows: Tensor, progress: float) -> dict[str, float]:
        time.sleep(0.01)
        return super().step(rows, progress)


def healthy(losses: list[float]) -> Callable[[], ValidationMetrics]:
    """Looks at which the held-out photos have these losses, the first before any step."""
    left = iter(losses)
    return lambda: ValidationMetrics(next(left), 1.0, 0.5)


def by_place(stage: RandomWalk) -> Callable[[], ValidationMetrics]:
    """A look that depends on the state, and gets better and worse on the way."""
    return lambda: ValidationMetrics(math.sin(float(stage.place.sum())), 1.0, 0.5)


def run(
    folder: Path,
    stage: RandomWalk,
    validate: Callable[[], ValidationMetrics] | None = None,
    plan: TrainingPlan = PLAN,
) -> Generator[TrainingReport]:
    torch.manual_seed(0)
    yield from train("walk", stage, plan, folder, "key", validate)


def lines(folder: Path) -> list[dict[str, Any]]:
    text = (folder / "stats.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("reports", [1, 2, 3, 4])
@pytest.mark.parametrize("validated", [False, True])
def test_a_run_that_is_closed_and_called_again_equals_an_undisturbed_one(
    tmp_path: Path, reports: int, validated: bool
) -> None:
    undisturbed, broken, resumed = RandomWalk(), RandomWalk(), RandomWalk()
    plan = replace(PLAN, patience=10)

    def validate(stage: RandomWalk) -> Callable[[], ValidationMetrics] | None:
        return by_place(stage) if validated else None

    expected = list(run(tmp_path / "a", undisturbed, validate(undisturbed), plan))
    first = list(itertools.islice(run(tmp_path / "b", broken, validate(broken), plan), reports))
    torch.rand(100)
    second = list(run(tmp_path / "b", resumed, validate(resumed), plan))
    assert first + second == expected
    assert broken.seen + resumed.seen == undisturbed.seen
    assert torch.equal(resumed.place, undisturbed.place)


@pytest.mark.parametrize("reports", [1, 2, 3])
def test_the_best_state_and_the_patience_come_back_with_the_checkpoint(
    tmp_path: Path, reports: int
) -> None:
    plan = replace(PLAN, steps=50, patience=2)
    losses = [5.0, 3.0, 1.0, 2.0, 4.0, 1.5, 0.5]
    undisturbed, resumed = RandomWalk(), RandomWalk()
    expected = list(run(tmp_path / "a", undisturbed, healthy(losses), plan))
    list(itertools.islice(run(tmp_path / "b", RandomWalk(), healthy(losses), plan), reports))
    second = list(run(tmp_path / "b", resumed, healthy(losses[reports + 1 :]), plan))
    assert expected[-1].step == second[-1].step == 25  # three worse than 1.0
    assert torch.equal(resumed.place, undisturbed.place)


def test_the_stage_ends_in_the_state_of_its_best_validation(tmp_path: Path) -> None:
    stage = RandomWalk()
    places = [stage.place.clone() for _ in run(tmp_path, stage, healthy([5, 3, 1, 2, 1.5]))]
    assert torch.equal(stage.place, places[1])


def test_a_stage_that_training_only_makes_worse_stays_as_it_was(tmp_path: Path) -> None:
    stage, resumed = RandomWalk(), RandomWalk()
    plan = replace(PLAN, steps=1000, patience=2)
    reports = list(run(tmp_path, stage, healthy([1, 2, 3, 4]), plan))
    assert [report.step for report in reports] == [5, 10, 15]
    assert torch.equal(stage.place, torch.zeros(3))
    list(run(tmp_path, resumed, healthy([]), plan))
    assert torch.equal(resumed.place, torch.zeros(3))


def test_without_validation_the_stage_ends_in_its_last_state(tmp_path: Path) -> None:
    stage = RandomWalk()
    places = [stage.place.clone() for _ in run(tmp_path, stage)]
    assert torch.equal(stage.place, places[-1])


def test_between_two_validations_a_checkpoint_is_written_after_some_time(tmp_path: Path) -> None:
    plan = replace(PLAN, validate_every=100, checkpoint_every_s=0.0)
    broken, undisturbed, resumed = Diverging(math.nan), RandomWalk(), RandomWalk()
    with pytest.raises(DivergedError):
        list(run(tmp_path / "b", broken, None, plan))
    found = load_checkpoint(tmp_path / "b" / "walk.pt", "key")
    assert found is not None
    assert found.step == 7
    list(run(tmp_path / "a", undisturbed, None, plan))
    list(run(tmp_path / "b", resumed, None, plan))
    assert len(resumed.seen) == PLAN.steps - 7
    assert torch.equal(resumed.place, undisturbed.place)


@pytest.mark.parametrize("losses", [None, [5, 3, 1, 2, 4]])
def test_a_finished_run_is_not_trained_again(tmp_path: Path, losses: list[float] | None) -> None:
    first, second = RandomWalk(), RandomWalk()
    list(run(tmp_path, first, healthy(losses) if losses else None))
    assert list(run(tmp_path, second, healthy([]))) == []
    assert second.seen == []
    assert torch.equal(first.place, second.place)


def test_a_run_that_was_closed_at_its_last_report_is_finished_too(tmp_path: Path) -> None:
    undisturbed, closed, again = RandomWalk(), RandomWalk(), RandomWalk()
    losses = [5.0, 3.0, 1.0, 2.0, 4.0]
    list(run(tmp_path / "a", undisturbed, healthy(losses)))
    list(itertools.islice(run(tmp_path / "b", closed, healthy(losses)), 4))
    assert list(run(tmp_path / "b", again, healthy([]))) == []
    assert torch.equal(again.place, undisturbed.place)


def test_a_checkpoint_with_another_key_is_not_resumed(tmp_path: Path) -> None:
    list(train("walk", RandomWalk(), PLAN, tmp_path, "one"))
    stage = RandomWalk()
    list(train("walk", stage, PLAN, tmp_path, "another"))
    assert len(stage.seen) == PLAN.steps


def test_a_damaged_checkpoint_is_taken_for_none(tmp_path: Path) -> None:
    list(itertools.islice(run(tmp_path, RandomWalk()), 2))
    content = (tmp_path / "walk.pt").read_bytes()
    (tmp_path / "walk.pt").write_bytes(content[: len(content) // 2])
    stage = RandomWalk()
    list(run(tmp_path, stage))
    assert len(stage.seen) == PLAN.steps


def test_every_epoch_sees_each_example_once_in_an_order_of_its_own(tmp_path: Path) -> None:
    stage = RandomWalk()
    plan = replace(PLAN, rows=torch.arange(100, 132), steps=16)
    list(run(tmp_path, stage, None, plan))
    first, second = (list(itertools.chain(*each)) for each in (stage.seen[:8], stage.seen[8:]))
    assert sorted(first) == sorted(second) == list(range(100, 132))
    assert first != second


def test_a_batch_may_be_larger_than_all_there_is(tmp_path: Path) -> None:
    stage = RandomWalk()
    list(run(tmp_path, stage, None, replace(PLAN, batch=64, steps=3)))
    assert [sorted(rows) for rows in stage.seen] == [list(range(30))] * 3


def test_the_schedule_runs_from_nothing_to_the_end(tmp_path: Path) -> None:
    stage = RandomWalk()
    list(run(tmp_path, stage))
    assert stage.progress == [step / 20 for step in range(20)]


def test_there_is_a_report_at_each_validation_and_at_the_end(tmp_path: Path) -> None:
    reports = list(run(tmp_path, RandomWalk(), None, replace(PLAN, steps=12)))
    assert [report.step for report in reports] == [5, 10, 12]
    assert {(report.stage, report.steps) for report in reports} == {("walk", 12)}


def test_between_two_validations_losses_are_reported_by_the_clock(tmp_path: Path) -> None:
    stage = Diverging(3.0)  # its losses are 1 seven times, then 3
    reports = list(run(tmp_path, stage, None, replace(PLAN, steps=10, report_every_s=0.0)))
    by_clock = [report for report in reports if not report.is_validation]
    assert [report.step for report in by_clock] == list(range(1, 11))
    assert [report.losses["other"] for report in by_clock] == [1] * 7 + [3] * 3
    validations = [report for report in reports if report.is_validation]
    assert [(report.step, report.losses["other"]) for report in validations] == [(5, 1), (10, 2.2)]
    assert [line["step"] for line in lines(tmp_path)] == [5, 10]


@pytest.mark.parametrize("step", [3, 5, 8])
def test_a_run_that_is_closed_between_two_validations_resumes_from_that_step(
    tmp_path: Path, step: int
) -> None:
    plan = replace(PLAN, report_every_s=0.0)
    undisturbed, closed, resumed = RandomWalk(), RandomWalk(), RandomWalk()
    list(run(tmp_path / "a", undisturbed, None, plan))
    steps = run(tmp_path / "b", closed, None, plan)
    next(report for report in steps if report.step == step)
    steps.close()
    list(run(tmp_path / "b", resumed, None, plan))
    assert len(closed.seen) == step
    assert len(resumed.seen) == PLAN.steps - step
    assert torch.equal(resumed.place, undisturbed.place)


def test_losses_are_means_since_the_last_report(tmp_path: Path) -> None:
    stage = Diverging(3.0)  # its losses are 1 seven times, then 3
    reports = list(run(tmp_path, stage))
    assert [report.losses["other"] for report in reports] == [1, 2.2, 3, 3]


def test_the_stats_are_lines_of_json(tmp_path: Path) -> None:
    reports = list(run(tmp_path, RandomWalk(), healthy([5, 4, 3, 2, 1])))
    stats = lines(tmp_path)
    assert [line["step"] for line in stats] == [5, 10, 15, 20]
    assert set(stats[0]) == {"stage", "step", "steps", "losses", "health", "seconds"}
    assert stats[0]["health"] == {"loss": 4, "unique_codes": 1.0, "bit_balance": 0.5}
    assert stats[0]["losses"] == reports[0].losses


def test_the_stats_of_an_interrupted_run_have_every_validation_once(tmp_path: Path) -> None:
    list(itertools.islice(run(tmp_path, RandomWalk()), 2))
    list(run(tmp_path, RandomWalk()))
    assert [line["step"] for line in lines(tmp_path)] == [5, 10, 15, 20]


def test_a_run_that_no_longer_gets_better_ends_early(tmp_path: Path) -> None:
    plan = replace(PLAN, steps=1000, patience=1)
    reports = list(run(tmp_path, RandomWalk(), healthy([5, 3, 2, 2.5, 1, 1.5, 1.2, 0.1]), plan))
    assert [report.step for report in reports] == [5, 10, 15, 20, 25, 30]


@pytest.mark.parametrize("loss", [math.nan, math.inf, -math.inf, 1e9])
def test_a_loss_beyond_all_bounds_ends_the_run_and_keeps_the_checkpoint(
    tmp_path: Path, loss: float
) -> None:
    with pytest.raises(DivergedError) as caught:
        list(run(tmp_path, Diverging(loss)))
    assert (caught.value.step, caught.value.loss) == (8, "other")
    assert "'other'" in str(caught.value)
    found = load_checkpoint(tmp_path / "walk.pt", "key")
    assert found is not None
    assert found.step == 5


@pytest.mark.parametrize("loss", [math.nan, math.inf, 1e9])
def test_a_held_out_loss_beyond_all_bounds_ends_the_run(tmp_path: Path, loss: float) -> None:
    with pytest.raises(DivergedError) as caught:
        list(run(tmp_path, RandomWalk(), healthy([5, 1, loss])))
    assert caught.value.step == 10
    found = load_checkpoint(tmp_path / "walk.pt", "key")
    assert found is not None
    assert found.step == 5


@pytest.mark.parametrize(("unique", "balance"), [(0.3, 0.4), (1.0, 0.01)])
def test_codes_that_collapse_end_the_run_and_keep_the_checkpoint(
    tmp_path: Path, unique: float, balance: float
) -> None:
    validations = iter(
        [
            ValidationMetrics(2.0, 1.0, 0.4),
            ValidationMetrics(1.0, 1.0, 0.4),
            ValidationMetrics(0.5, unique, balance),
        ]
    )
    with pytest.raises(CollapsedError) as caught:
        list(run(tmp_path, RandomWalk(), lambda: next(validations)))
    assert caught.value.step == 10
    assert f"{unique:.0%}" in str(caught.value)
    found = load_checkpoint(tmp_path / "walk.pt", "key")
    assert found is not None
    assert found.step == 5


def test_codes_that_were_few_from_the_start_have_not_collapsed(tmp_path: Path) -> None:
    validations = iter(
        [
            ValidationMetrics(2.0, 0.4, 0.4),
            ValidationMetrics(1.0, 0.3, 0.4),
            ValidationMetrics(1.0, 0.19, 0.4),
        ]
    )
    with pytest.raises(CollapsedError) as caught:
        list(run(tmp_path, RandomWalk(), lambda: next(validations)))
    assert caught.value.step == 10


def test_the_codes_of_the_start_are_remembered_after_an_interruption(tmp_path: Path) -> None:
    list(itertools.islice(run(tmp_path, RandomWalk(), lambda: ValidationMetrics(1.0, 0.4, 0.4)), 1))
    reports = list(run(tmp_path, RandomWalk(), lambda: ValidationMetrics(1.0, 0.25, 0.4)))
    assert reports[-1].step == 20


def test_a_run_with_a_time_budget_ends_in_time_with_its_whole_schedule(tmp_path: Path) -> None:
    stage = Slow()
    started = time.monotonic()
    list(run(tmp_path, stage, None, replace(PLAN, steps=100_000, minutes=0.3 / 60)))
    assert 0.25 < time.monotonic() - started < 5
    assert stage.progress[0] == 0
    assert 0.3 < stage.progress[-1] < 1


@pytest.mark.slow
def test_the_clock_stands_still_while_a_report_is_handled(tmp_path: Path) -> None:
    """As a job does that is paused."""
    stage, plan = Slow(), replace(PLAN, steps=100_000, minutes=0.8 / 60)
    reports = run(tmp_path, stage, None, plan)
    first = next(reports)
    time.sleep(1)
    assert next(reports).step > first.step
    rest = list(reports)
    assert rest[-1].step > 2 * first.step
    assert rest[-1].steps == rest[-1].step


def test_a_time_budget_that_is_not_needed_changes_nothing(tmp_path: Path) -> None:
    stage, other = RandomWalk(), RandomWalk()
    list(run(tmp_path / "a", stage))
    list(run(tmp_path / "b", other, None, replace(PLAN, minutes=60)))
    assert torch.equal(stage.place, other.place)


@pytest.mark.slow
def test_the_time_of_before_an_interruption_counts(tmp_path: Path) -> None:
    plan = replace(PLAN, steps=100_000, minutes=0.8 / 60)
    first, second, third = Slow(), Slow(), Slow()
    list(itertools.islice(run(tmp_path, first, None, plan), 2))
    time.sleep(1)  # the time between does not
    list(run(tmp_path, second, None, plan))
    assert 0 < second.progress[0] < 0.9
    assert second.seen
    assert list(run(tmp_path, third, None, plan)) == []
    assert third.seen == []
    assert torch.equal(second.place, third.place)


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"stage": 1, "run": {}},
        {"stage": {"place": torch.ones(3)}, "run": {"strange": 1}},
        {"stage": {"place": torch.ones(3)}, "run": {"best_state": {}}},
    ],
)
def test_a_checkpoint_that_fits_another_training_ends_the_run_with_a_sentence(
    tmp_path: Path, state: dict[str, Any]
) -> None:
    save_checkpoint(tmp_path / "walk.pt", "key", 3, state)
    with pytest.raises(DamagedCacheError) as caught:
        list(run(tmp_path, RandomWalk()))
    assert str(caught.value) == (
        f"{tmp_path / 'walk.pt'} cannot be used: it is of another training."
        " Delete it, and start again."
    )


def test_a_time_limit_includes_validation(tmp_path: Path) -> None:
    stage, plan = Slow(), replace(PLAN, steps=100_000, minutes=0.8 / 60)

    def validate() -> ValidationMetrics:
        time.sleep(0.2)
        return ValidationMetrics(1.0 / (1 + len(stage.seen)), 1.0, 0.5)

    list(run(tmp_path, stage, validate, plan))
    assert 1 <= len(stage.seen) < 50  # 80 if only the steps counted


def test_one_step_is_done_even_if_the_first_validation_takes_the_whole_time(tmp_path: Path) -> None:
    stage, plan = RandomWalk(), replace(PLAN, minutes=0.1 / 60)

    def validate() -> ValidationMetrics:
        time.sleep(0.2)
        return ValidationMetrics(1.0, 1.0, 0.5)

    list(run(tmp_path, stage, validate, plan))
    assert len(stage.seen) == 1
