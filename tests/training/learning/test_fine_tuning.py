import copy
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from desktop_app.core.learning.initial_hash import InitialSettings
from desktop_app.core.learning.linear_hash import LinearHash
from tests.training.shipping.test_export import MANIFEST, SIDE, tiny_network
from training.data.datasets import DescriptorDataset
from training.data.features import backbone_features
from training.learning.code_stage import CodeSettings
from training.learning.end_to_end import FineTuned, fine_tune
from training.learning.fine_tuning import FineTuningSettings, PixelHasher, unfreeze
from training.learning.recipe import Recipe, read_recipe, recipe_names
from training.learning.train_model import TrainingTask
from training.learning.trainer import TrainingReport
from training.networks.backbones import Backbone, LoadedBackbone, fold_batch_norms, round_to_float16
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
def task(pixels: NDArray[np.uint8], tmp_path_factory: pytest.TempPathFactory) -> TrainingTask:
    backbone = Backbone(tiny_network()).eval()
    fold_batch_norms(backbone)
    round_to_float16(backbone)
    features = backbone_features(backbone, pixels)
    loaded = LoadedBackbone(backbone, "tiny")
    extractor = new_feature_extractor(
        "tiny", SIDE, loaded, features, MANIFEST.descriptor_size, seed=0
    )
    folder = tmp_path_factory.mktemp("fine-tuning")
    return TrainingTask(RECIPE, extractor, DescriptorDataset(extractor.describe(features)), folder)


@dataclass(frozen=True)
class Run:
    tuned: FineTuned
    reports: list[TrainingReport]
    backbone_before: nn.Module


@pytest.fixture(scope="module")
def run(task: TrainingTask, pixels: NDArray[np.uint8]) -> Run:
    """A complete fine-tuning, shared by several tests."""
    before = copy.deepcopy(task.extractor.backbone)
    return Run(*run_to_completion(task, pixels), before)


def run_to_completion(
    task: TrainingTask, pixels: NDArray[np.uint8]
) -> tuple[FineTuned, list[TrainingReport]]:
    reports: list[TrainingReport] = []
    steps = fine_tune(task, pixels)
    while True:
        try:
            report = next(steps)
        except StopIteration as end:
            return end.value, reports
        if report.is_validation:
            reports.append(report)


def weights(tuned: FineTuned) -> Iterator[torch.Tensor]:
    for module in (tuned.extractor.backbone, tuned.extractor.descriptor, tuned.head):
        yield from module.state_dict().values()


@pytest.mark.slow
def test_the_loss_of_photos_that_were_held_out_goes_down(task: TrainingTask, run: Run) -> None:
    losses = [report.validation.loss for report in run.reports if report.validation]
    assert losses[-1] < 0.95 * losses[0]
    lines = (task.folder / "stats.jsonl").read_text().splitlines()
    assert [json.loads(line)["stage"] for line in lines] == ["fine-tuning"] * len(run.reports)


@pytest.mark.slow
def test_the_last_layers_are_trained_and_the_first_stay_frozen(
    task: TrainingTask, run: Run
) -> None:
    before = run.backbone_before
    pairs = zip(before.parameters(), run.tuned.extractor.backbone.parameters(), strict=True)
    assert [torch.equal(old, new) for old, new in pairs] == [True, True, False, False]
    own = zip(before.parameters(), task.extractor.backbone.parameters(), strict=True)
    assert all(torch.equal(old, new) for old, new in own)  # the task can be started again
    projection = run.tuned.extractor.descriptor.project
    assert not torch.equal(projection.weight, task.extractor.descriptor.project.weight)


@pytest.mark.slow
def test_interrupted_and_resumed_equals_uninterrupted(
    task: TrainingTask, run: Run, pixels: NDArray[np.uint8], tmp_path: Path
) -> None:
    elsewhere = replace(task, folder=tmp_path)
    steps = fine_tune(elsewhere, pixels)
    next(steps)
    next(steps)
    steps.close()
    torch.manual_seed(12345)
    resumed, reports = run_to_completion(elsewhere, pixels)
    assert reports[0].step > 2
    assert all(
        torch.equal(*pair) for pair in zip(weights(run.tuned), weights(resumed), strict=True)
    )


@pytest.mark.slow
def test_what_was_fine_tuned_is_frozen_in_weights_that_float16_holds(
    task: TrainingTask, run: Run
) -> None:
    extractor = run.tuned.extractor
    for parameter in (*extractor.backbone.parameters(), *extractor.descriptor.parameters()):
        assert not parameter.requires_grad
        assert parameter.ndim < 2 or torch.equal(parameter, parameter.half().float())
    assert extractor.descriptor_id != task.extractor.descriptor_id


def test_logits_in_training_are_those_of_the_rounded_descriptor(
    task: TrainingTask, pixels: NDArray[np.uint8]
) -> None:
    head = a_head()
    network = HashingNetwork(task.extractor.backbone, task.extractor.descriptor, head)
    found = PixelHasher(network).eval()(torch.from_numpy(pixels[:20])).detach()
    features = backbone_features(task.extractor.backbone, pixels[:20])
    described = describe(task.extractor.descriptor, features)
    assert torch.allclose(found, head(torch.from_numpy(described)).detach(), atol=1e-3)


def test_gradients_reach_every_trainable_part(
    task: TrainingTask, pixels: NDArray[np.uint8]
) -> None:
    extractor = copy.deepcopy(task.extractor)
    unfreeze(extractor.backbone, frozen=0)
    descriptor = extractor.descriptor.requires_grad_(requires_grad=True)
    hasher = PixelHasher(HashingNetwork(extractor.backbone, descriptor, a_head())).train()
    hasher(torch.from_numpy(pixels[:8])).square().mean().backward()
    for name, parameter in hasher.named_parameters():
        assert parameter.grad is not None, name
    assert not extractor.backbone.training


def a_head() -> ResidualHead:
    rng = np.random.default_rng(0)
    size, bits = MANIFEST.descriptor_size, MANIFEST.code_bits
    start = LinearHash(np.zeros(size, np.float32), rng.normal(size=(size, bits)).astype("f"))
    return ResidualHead(start, 0.05, hidden=0, dropout=0)


def test_no_other_recipe_of_the_project_changes_the_backbone() -> None:
    changing = [name for name in recipe_names() if read_recipe(name).fine_tune]
    assert changing == ["cifar10-end-to-end", "fine-tuned", "paper"]


def head_guided_by(task: TrainingTask, pixels: NDArray[np.uint8], guide: Tensor | None) -> Tensor:
    settings = replace(RECIPE.fine_tuning, epochs=0.5)
    short = replace(RECIPE, codes=replace(RECIPE.codes, ranking=1.0), fine_tuning=settings)
    folder = task.folder / ("alone" if guide is None else str(guide.float().mean()))
    guided = replace(task, recipe=short, folder=folder, guide=guide)
    return run_to_completion(guided, pixels)[0].head.rotation.detach()


def test_descriptors_of_larger_pictures_can_guide_what_is_learned(
    task: TrainingTask, pixels: NDArray[np.uint8]
) -> None:
    own = task.dataset.descriptors
    alone = head_guided_by(task, pixels, None)
    assert torch.equal(head_guided_by(task, pixels, own.clone()), alone)
    assert not torch.equal(head_guided_by(task, pixels, own.roll(1, 0) + 1), alone)


def test_another_guide_is_another_task(task: TrainingTask) -> None:
    guides = [None, task.dataset.descriptors, task.dataset.descriptors + 1]
    assert len({replace(task, guide=guide).key() for guide in guides}) == 3
