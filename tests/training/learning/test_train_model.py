import itertools
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import torch
from PIL import Image
from torch import Tensor

from tests.training.small_tasks import PREVIEW_SIDE, RECIPE, small_task
from training.base.checkpoint import load_checkpoint
from training.base.errors import CollapsedError, DivergedError, TooFewPicturesError
from training.learning.code_stage import CodeSettings
from training.learning.recipe import Recipe
from training.learning.train_model import TrainedModel, TrainingTask, train_model
from training.learning.trainer import TrainingReport
from training.measuring.metrics import unique_code_rate
from training.shipping.export import hasher_bytes
from training.similarity.matrix import Combination, SimilaritySettings

CODES_ALONE = replace(RECIPE, generator=replace(RECIPE.generator, epochs=0))
PREVIEWS_ALONE = replace(RECIPE, codes=replace(RECIPE.codes, epochs=0))


@dataclass(frozen=True)
class Result:
    reports: list[TrainingReport]
    model: TrainedModel


@pytest.fixture(autouse=True, scope="module")
def _one_thread() -> Iterator[None]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


def train_to_end(task: TrainingTask) -> Result:
    """All validation reports, and the result of `train_model`."""
    reports: list[TrainingReport] = []
    steps = train_model(task)
    while True:
        try:
            report = next(steps)
        except StopIteration as end:
            return Result(reports, end.value)
        if report.is_validation:  # the others come by the clock
            reports.append(report)


def weights(model: TrainedModel) -> dict[str, Tensor]:
    assert model.generator is not None
    return {**model.network.state_dict(), **model.generator.state_dict()}


def assert_same(ours: TrainedModel, theirs: TrainedModel) -> None:
    first, second = weights(ours), weights(theirs)
    assert first.keys() == second.keys()
    assert all(torch.equal(value, second[name]) for name, value in first.items())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("undisturbed")


@pytest.fixture(scope="module")
def undisturbed(folder: Path) -> Result:
    return train_to_end(small_task(folder))


@pytest.mark.slow
def test_the_head_is_trained_first_and_then_the_generator(undisturbed: Result) -> None:
    assert [
        stage for stage, _ in itertools.groupby(undisturbed.reports, lambda each: each.stage)
    ] == [
        "codes",
        "previews",
    ]
    ends = {report.stage: (report.step, report.steps) for report in undisturbed.reports}
    assert all(step == steps for step, steps in ends.values())


@pytest.mark.slow
def test_the_trained_model_makes_codes_and_pictures(undisturbed: Result, folder: Path) -> None:
    model = undisturbed.model
    descriptors = small_task(folder).dataset.descriptors
    with torch.no_grad():
        logits = model.network.head(descriptors)
        assert model.generator is not None
        pictures = model.generator(torch.sign(logits[:5]))
    assert logits.shape == (len(descriptors), RECIPE.code_bits)
    assert unique_code_rate(logits.numpy()) > 0.7
    assert pictures.shape == (5, 3, PREVIEW_SIDE, PREVIEW_SIDE)
    assert hasher_bytes(model.network.head)


@pytest.mark.slow
@pytest.mark.parametrize("reports", [7, 13, 22])
def test_a_training_that_is_closed_and_started_again_equals_an_undisturbed_one(
    undisturbed: Result, tmp_path: Path, reports: int
) -> None:
    steps = train_model(small_task(tmp_path))
    validations = (report for report in steps if report.is_validation)
    first = list(itertools.islice(validations, reports))
    steps.close()
    torch.manual_seed(1234)
    second = train_to_end(small_task(tmp_path))
    assert first + second.reports == undisturbed.reports
    assert_same(second.model, undisturbed.model)


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Folders of two trainings, at once, of processes that were killed in one stage each."""
    folders = {stage: tmp_path_factory.mktemp(stage) for stage in ("codes", "previews")}
    root = Path(__file__).parents[3]
    processes = {
        stage: subprocess.Popen(
            [sys.executable, "-m", "tests.training.small_tasks", str(folder)],
            cwd=root,
            stdout=subprocess.PIPE,
            text=True,
        )
        for stage, folder in folders.items()
    }
    for stage, process in processes.items():
        with process:
            assert process.stdout is not None
            next(line for line in process.stdout if line.startswith(stage))
            process.kill()
        assert process.returncode != 0
    return folders


@pytest.mark.slow
@pytest.mark.parametrize("stage", ["codes", "previews"])
def test_a_training_that_is_killed_and_started_again_equals_an_undisturbed_one(
    undisturbed: Result, killed: dict[str, Path], stage: str
) -> None:
    second = train_to_end(small_task(killed[stage]))
    assert 0 < len(second.reports) < len(undisturbed.reports)
    assert_same(second.model, undisturbed.model)


@pytest.mark.slow
def test_a_finished_training_is_not_done_again(undisturbed: Result, folder: Path) -> None:
    again = train_to_end(small_task(folder))
    assert again.reports == []
    assert_same(again.model, undisturbed.model)


def test_other_photos_or_another_recipe_do_not_go_on_from_a_checkpoint(folder: Path) -> None:
    task = small_task(folder)
    others = replace(task, dataset=task.dataset.subset(torch.arange(250)))
    forgetful = replace(task, remembered=None)
    recipe = replace(task, recipe=replace(RECIPE, seed=1))
    hurried = replace(task, minutes=1.0)
    keys = [each.key() for each in (task, others, forgetful, recipe, hurried)]
    assert len(set(keys)) == 5
    assert small_task(folder / "elsewhere").key() == task.key()


@pytest.mark.slow
def test_every_report_is_a_line_of_json(undisturbed: Result, folder: Path) -> None:
    text = (folder / "stats.jsonl").read_text("utf-8").splitlines()
    lines: list[dict[str, Any]] = [json.loads(line) for line in text]
    assert [(line["stage"], line["step"]) for line in lines] == [
        (report.stage, report.step) for report in undisturbed.reports
    ]
    for line in lines:
        assert set(line) == {"stage", "step", "steps", "losses", "health", "seconds"}
        if line["stage"] == "codes":
            assert set(line["losses"]) == {"contrastive", "balance", "memory"}
            assert set(line["health"]) == {"loss", "unique_codes", "bit_balance"}
        else:
            assert {"spatial", "bits", "perceptual"} <= set(line["losses"])
            assert line["health"] is None
    assert "adversarial" in lines[-1]["losses"]
    assert "codes" in lines[-1]["losses"]


def test_a_grid_of_photos_and_previews_is_written_at_every_validation(
    undisturbed: Result, folder: Path
) -> None:
    steps = [report.step for report in undisturbed.reports if report.stage == "previews"]
    grids = sorted(folder.glob("previews-*.png"))
    assert [grid.name for grid in grids] == [f"previews-{step:06}.png" for step in steps]
    with Image.open(grids[-1]) as grid:
        assert grid.width > 6 * 2 * PREVIEW_SIDE
        assert grid.height > 4 * PREVIEW_SIDE


def test_too_few_photos_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(TooFewPicturesError) as caught:
        next(train_model(small_task(tmp_path / "new", photos=199)))
    assert (caught.value.found, caught.value.needed) == (199, 200)
    assert "199" in str(caught.value)
    assert not (tmp_path / "new").exists()
    assert next(train_model(small_task(tmp_path, photos=200))).step > 0


def test_without_pictures_there_is_no_generator(tmp_path: Path) -> None:
    task = small_task(tmp_path)
    result = train_to_end(replace(task, dataset=replace(task.dataset, pictures=None)))
    assert result.model.generator is None
    assert {report.stage for report in result.reports} == {"codes"}


def test_without_epochs_the_head_is_the_one_that_is_found_without_a_gradient(
    tmp_path: Path,
) -> None:
    recipe = replace(CODES_ALONE, codes=replace(RECIPE.codes, epochs=0, hidden=0))
    result = train_to_end(small_task(tmp_path, recipe))
    assert result.reports == []
    assert result.model.generator is None


@pytest.mark.slow
def test_the_generator_alone_leaves_a_frozen_head_alone(tmp_path: Path) -> None:
    frozen = replace(RECIPE.adversary, encoder_adversarial=0.0)
    recipe = replace(PREVIEWS_ALONE, adversary=frozen)
    found = train_to_end(small_task(tmp_path / "a", recipe)).model.network.head.state_dict()
    plain = replace(recipe, generator=replace(RECIPE.generator, epochs=0))
    expected = train_to_end(small_task(tmp_path / "b", plain)).model.network.head.state_dict()
    assert all(torch.equal(value, expected[name]) for name, value in found.items())


@pytest.mark.slow
def test_the_generator_is_trained_on_cropped_copies_too(tmp_path: Path) -> None:
    frozen = replace(RECIPE.adversary, encoder_adversarial=0.0)
    generator = replace(RECIPE.generator, epochs=1)
    recipe = replace(PREVIEWS_ALONE, generator=generator, adversary=frozen)
    task = small_task(tmp_path / "photos", recipe)
    crops = replace(task.dataset, views=())
    more = train_to_end(replace(task, folder=tmp_path / "crops", crops=crops)).reports[-1]
    assert more.steps > 1.8 * train_to_end(task).reports[-1].steps
    assert replace(task, crops=crops).key() != task.key()


def test_held_out_photos_are_never_trained_on(tmp_path: Path) -> None:
    """One step, so that they do not choose the best one either."""
    recipe = replace(CODES_ALONE, codes=replace(RECIPE.codes, epochs=1, batch=256))
    task = small_task(tmp_path / "a", recipe)
    held = torch.randperm(len(task.dataset), generator=torch.Generator().manual_seed(0))[:50]
    changed = task.dataset.descriptors.clone()
    changed[held] = changed[held].roll(1, 1)
    others = replace(task.dataset, descriptors=changed)
    first = train_to_end(task).model.network.head.state_dict()
    second = train_to_end(replace(task, dataset=others, folder=tmp_path / "b")).model
    assert all(map(torch.equal, first.values(), second.network.head.state_dict().values()))
    changed[held] = task.dataset.descriptors[held]
    changed[held[0] - 1 if held[0] else 1] = 0
    third = train_to_end(replace(task, dataset=others, folder=tmp_path / "c")).model
    assert not torch.equal(first["direct"], third.network.head.state_dict()["direct"])


@pytest.mark.slow
def test_a_training_with_a_time_budget_ends_in_time_with_all_its_stages(tmp_path: Path) -> None:
    recipe = replace(
        RECIPE,
        patience=10**6,
        codes=replace(RECIPE.codes, epochs=10**5),
        generator=replace(RECIPE.generator, epochs=10**5),
    )
    started = time.monotonic()
    result = train_to_end(small_task(tmp_path, recipe, minutes=2 / 60))
    assert time.monotonic() - started < 8
    assert {report.stage for report in result.reports} == {"codes", "previews"}
    assert result.model.generator is not None


@pytest.mark.parametrize(
    ("recipe", "shares"),
    [
        (RECIPE, {"codes": 0.2, "previews": 0.8}),
        (CODES_ALONE, {"codes": 1.0}),
        (PREVIEWS_ALONE, {"previews": 1.0}),
    ],
)
def test_a_stage_that_is_trained_alone_has_the_whole_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, recipe: Recipe, shares: dict[str, float]
) -> None:
    """By a clock that goes on by 20 seconds whenever it is read."""
    readings = itertools.count(0, 20)
    monkeypatch.setattr("training.learning.trainer.awake_seconds", lambda: next(readings))
    codes = replace(recipe.codes, epochs=recipe.codes.epochs * 10**5)
    generator = replace(recipe.generator, epochs=recipe.generator.epochs * 10**5)
    endless = replace(recipe, patience=10**6, codes=codes, generator=generator)
    train_to_end(small_task(tmp_path, endless, minutes=20))
    lines = map(json.loads, (tmp_path / "stats.jsonl").read_text("utf-8").splitlines())
    spent = {line["stage"]: line["seconds"] / (20 * 60) for line in lines}
    assert spent == pytest.approx(shares, abs=0.1)


def test_a_head_that_no_longer_gets_better_stops_early(tmp_path: Path) -> None:
    recipe = replace(CODES_ALONE, patience=2, codes=replace(RECIPE.codes, epochs=50, rate=0.0))
    result = train_to_end(small_task(tmp_path, recipe))
    assert len(result.reports) == 3
    assert result.reports[-1].step < result.reports[-1].steps


@pytest.mark.parametrize("hidden", [0, 16])
def test_a_diverging_training_is_reported(tmp_path: Path, hidden: int) -> None:
    codes = replace(RECIPE.codes, rate=1e6, hidden=hidden)
    with pytest.raises(DivergedError) as caught:
        train_to_end(small_task(tmp_path, replace(CODES_ALONE, codes=codes)))
    assert "lower the learning rate" in str(caught.value)


def test_a_head_that_training_only_makes_worse_stays_as_it_was(tmp_path: Path) -> None:
    wild = replace(CODES_ALONE, codes=replace(RECIPE.codes, rate=1.0))
    still = replace(CODES_ALONE, codes=replace(RECIPE.codes, rate=0.0))
    spoiled = train_to_end(small_task(tmp_path / "a", wild)).model.network.head.state_dict()
    first = train_to_end(small_task(tmp_path / "b", still)).model.network.head.state_dict()
    assert all(map(torch.equal, spoiled.values(), first.values()))


def test_a_collapsing_training_is_reported_and_keeps_its_checkpoint(tmp_path: Path) -> None:
    """All photos are called similar, and nothing holds them apart."""
    recipe = replace(
        CODES_ALONE,
        similarity=SimilaritySettings(Combination.FEATURE, near_width=-50.0),
        codes=CodeSettings(
            similarity=1.0, rate=2e-3, rotation_rate=1.0, hidden=16, epochs=60, batch=32
        ),
    )
    task = small_task(tmp_path, recipe)
    with pytest.raises(CollapsedError) as caught:
        train_to_end(task)
    assert "unique" in str(caught.value)
    found = load_checkpoint(tmp_path / "codes.pt", task.key())
    assert found is not None
    assert 0 < found.step < caught.value.step
