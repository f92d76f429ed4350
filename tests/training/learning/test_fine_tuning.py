import copy
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import nn

from tests.training.shipping.test_export import MANIFEST, SIDE, tiny_network
from training.data.examples import Examples
from training.data.features import backbone_features
from training.learning.code_stage import CodeSettings
from training.learning.end_to_end import Tuned, tune
from training.learning.fine_tuning import FineTuningSettings, PixelHasher, thaw
from training.learning.initial_head import InitialSettings
from training.learning.learn import Task
from training.learning.recipe import Recipe, read_recipe, recipe_names
from training.learning.trainer import Trained
from training.measuring.baselines import LinearHash
from training.networks.backbones import Backbone, LoadedBackbone, fold_batch_norms, round_to_half
from training.networks.bundle_networks import HashingNetwork, describe
from training.networks.feature_extractor import new_feature_extractor
from training.networks.heads import ResidualHead
from training.similarity.matrix import Combination, SimilaritySettings

COUNT = 240
RECIPE = Recipe(
    image_size=SIDE,
    descriptor_size=MANIFEST.descriptor_size,
    code_bits=MANIFEST.code_bits,
    fine_tune=True,
    held_out=0.1,
    initial=InitialSettings(iterations=5),
    similarity=SimilaritySettings(Combination.AGREEMENT, neighbours=10),
    codes=CodeSettings(contrastive=1.0, quantisation=0.1, hidden=16, epochs=0, rate=1e-3),
    fine_tuning=FineTuningSettings(backbone_rate=1e-3, frozen=0.5, epochs=3.0, batch=32),
)


def textures() -> NDArray[np.uint8]:
    """Waves of every direction, width and colour: uint8 [240, 32, 32, 3]."""
    rng = np.random.default_rng(0)
    row, column = np.mgrid[:SIDE, :SIDE]
    pictures = []
    for _ in range(COUNT):
        angle, width = rng.uniform(0, np.pi), rng.uniform(1, 5)
        along = row * np.sin(angle) + column * np.cos(angle)
        wave = np.sin(along / width + rng.uniform(0, 6))[:, :, None]
        pictures.append(rng.uniform(60, 200, 3) + 80 * wave * rng.uniform(-1, 1, 3))
    return np.asarray(np.clip(pictures, 0, 255), np.uint8)


@pytest.fixture(scope="module")
def pixels() -> NDArray[np.uint8]:
    return textures()


@pytest.fixture(scope="module")
def task(pixels: NDArray[np.uint8], tmp_path_factory: pytest.TempPathFactory) -> Task:
    backbone = Backbone(tiny_network()).eval()
    fold_batch_norms(backbone)
    round_to_half(backbone)
    features = backbone_features(backbone, pixels)
    loaded = LoadedBackbone(backbone, "tiny")
    ground = new_feature_extractor("tiny", SIDE, loaded, features, MANIFEST.descriptor_size, seed=0)
    folder = tmp_path_factory.mktemp("fine-tuning")
    return Task(RECIPE, ground, Examples(ground.describe(features)), folder)


@dataclass(frozen=True)
class Run:
    tuned: Tuned
    reports: list[Trained]
    backbone_before: nn.Module


@pytest.fixture(scope="module")
def run(task: Task, pixels: NDArray[np.uint8]) -> Run:
    """One whole fine-tuning, which several tests look at."""
    before = copy.deepcopy(task.ground.backbone)
    return Run(*finished(task, pixels), before)


def finished(task: Task, pixels: NDArray[np.uint8]) -> tuple[Tuned, list[Trained]]:
    reports: list[Trained] = []
    steps = tune(task, pixels)
    while True:
        try:
            report = next(steps)
        except StopIteration as end:
            return end.value, reports
        if report.is_look:
            reports.append(report)


def weights(tuned: Tuned) -> Iterator[torch.Tensor]:
    for module in (tuned.ground.backbone, tuned.ground.descriptor, tuned.head):
        yield from module.state_dict().values()


def test_the_loss_of_photos_that_were_held_out_goes_down(task: Task, run: Run) -> None:
    losses = [report.health.loss for report in run.reports if report.health]
    assert losses[-1] < 0.95 * losses[0]
    lines = (task.folder / "stats.jsonl").read_text().splitlines()
    assert [json.loads(line)["stage"] for line in lines] == ["fine-tuning"] * len(run.reports)


def test_the_last_layers_learn_and_the_first_stay_as_they_are(task: Task, run: Run) -> None:
    before = run.backbone_before
    pairs = zip(before.parameters(), run.tuned.ground.backbone.parameters(), strict=True)
    assert [torch.equal(old, new) for old, new in pairs] == [True, True, False, False]
    own = zip(before.parameters(), task.ground.backbone.parameters(), strict=True)
    assert all(torch.equal(old, new) for old, new in own)  # the task can be started again
    projection = run.tuned.ground.descriptor.project
    assert not torch.equal(projection.weight, task.ground.descriptor.project.weight)


def test_interrupted_and_resumed_equals_uninterrupted(
    task: Task, run: Run, pixels: NDArray[np.uint8], tmp_path: Path
) -> None:
    elsewhere = replace(task, folder=tmp_path)
    steps = tune(elsewhere, pixels)
    next(steps)
    next(steps)
    steps.close()
    torch.manual_seed(12345)
    resumed, reports = finished(elsewhere, pixels)
    assert reports[0].step > 2
    assert all(
        torch.equal(*pair) for pair in zip(weights(run.tuned), weights(resumed), strict=True)
    )


def test_what_was_fine_tuned_is_frozen_in_weights_that_float16_holds(task: Task, run: Run) -> None:
    ground = run.tuned.ground
    for parameter in (*ground.backbone.parameters(), *ground.descriptor.parameters()):
        assert not parameter.requires_grad
        assert parameter.ndim < 2 or torch.equal(parameter, parameter.half().float())
    assert ground.descriptor_id != task.ground.descriptor_id


def test_logits_in_training_are_those_of_the_rounded_descriptor(
    task: Task, pixels: NDArray[np.uint8]
) -> None:
    head = a_head()
    network = HashingNetwork(task.ground.backbone, task.ground.descriptor, head)
    found = PixelHasher(network).eval()(torch.from_numpy(pixels[:20])).detach()
    features = backbone_features(task.ground.backbone, pixels[:20])
    described = describe(task.ground.descriptor, features)
    assert torch.allclose(found, head(torch.from_numpy(described)).detach(), atol=1e-3)


def test_gradients_reach_every_part_that_learns(task: Task, pixels: NDArray[np.uint8]) -> None:
    ground = copy.deepcopy(task.ground)
    thaw(ground.backbone, frozen=0)
    descriptor = ground.descriptor.requires_grad_(requires_grad=True)
    hasher = PixelHasher(HashingNetwork(ground.backbone, descriptor, a_head())).train()
    hasher(torch.from_numpy(pixels[:8])).square().mean().backward()
    for name, parameter in hasher.named_parameters():
        assert parameter.grad is not None, name
    assert not ground.backbone.training


def a_head() -> ResidualHead:
    rng = np.random.default_rng(0)
    size, bits = MANIFEST.descriptor_size, MANIFEST.code_bits
    start = LinearHash(np.zeros(size, np.float32), rng.normal(size=(size, bits)).astype("f"))
    return ResidualHead(start, 0.05, hidden=0, dropout=0)


def test_of_the_projects_recipes_only_the_papers_changes_the_backbone() -> None:
    assert [name for name in recipe_names() if read_recipe(name).fine_tune] == ["paper"]
