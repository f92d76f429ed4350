import copy
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from desktop_app.core.learning.linear_hash import itq, unit_rows
from tests.training.similarity_photos import clouds
from training.base.arrays import Floats
from training.data.datasets import DescriptorDataset
from training.learning.code_losses import (
    balance_loss,
    contrastive_loss,
    memory_loss,
    quantisation_loss,
    ranking_loss,
    similarity_loss,
)
from training.learning.code_stage import (
    CodeObjective,
    CodeSettings,
    CodeStage,
    CodeTargets,
    LossWeights,
    Memory,
)
from training.networks.heads import ResidualHead
from training.similarity.matrix import SimilaritySettings, semantic_similarity
from training.similarity.partners import partners_of

PHOTOS, SIZE, BITS = 240, 24, 16
EVERYTHING = CodeSettings(
    similarity=0.5, contrastive=1.0, ranking=2.0, memory=3.0, quantisation=0.3, balance=0.1,
    hidden=32, dropout=0.3, noise=0.1,
)  # fmt: skip


@pytest.fixture(autouse=True, scope="module")
def _one_thread() -> Iterator[None]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


def stored(photos: int, seed: int = 0) -> Tensor:
    """Descriptors int8 [photos, 24] of six clouds, and noise of their own for a `seed`."""
    features = clouds(photos, SIZE) + np.random.default_rng(seed).standard_normal((photos, SIZE))
    unit = unit_rows(np.asarray(features - features.mean(axis=0), np.float32))
    return torch.from_numpy(np.rint(unit * 100).astype(np.int8))


def floats(descriptors: Tensor) -> Floats:
    values: Floats = descriptors.float().numpy()
    return values


@pytest.fixture(scope="module")
def dataset() -> DescriptorDataset:
    return DescriptorDataset(stored(PHOTOS), (stored(PHOTOS, 1), stored(PHOTOS, 2)))


@pytest.fixture(scope="module")
def targets(dataset: DescriptorDataset) -> CodeTargets:
    similarity = semantic_similarity(
        dataset.descriptors.numpy(), SimilaritySettings(near_width=1, far_width=1)
    )
    ranking_targets = torch.from_numpy(unit_rows(floats(dataset.descriptors)))
    foreign = stored(90, 3)
    memory = Memory(foreign, torch.randn(90, BITS, generator=torch.Generator().manual_seed(0)))
    return CodeTargets(similarity, partners_of(similarity, 0), memory, ranking_targets)


def new_head(dataset: DescriptorDataset, settings: CodeSettings = EVERYTHING) -> ResidualHead:
    torch.manual_seed(0)
    start = itq(floats(dataset.descriptors) * np.float32(1 / 20), BITS, 5, 0)
    return ResidualHead(start, 1 / 20, settings.hidden, settings.dropout)


def objective(
    dataset: DescriptorDataset, targets: CodeTargets, settings: CodeSettings = EVERYTHING
) -> CodeObjective:
    return CodeObjective(new_head(dataset, settings).eval(), dataset, targets, settings)


def test_the_parts_are_the_losses_by_their_weights(
    dataset: DescriptorDataset, targets: CodeTargets
) -> None:
    """Without views, noise and dropout, and with each photo as its own partner."""
    assert targets.ranking_targets is not None
    alone = DescriptorDataset(dataset.descriptors)
    nobody = replace(targets, partners=partners_of(semantic_similarity(
        np.eye(PHOTOS, 300, dtype=np.float32), SimilaritySettings(near_width=9)), 0))  # fmt: skip
    settings = replace(EVERYTHING, noise=0.0, memory=0.0, sharpness=0.7)
    rows = torch.arange(0, 60)
    parts = objective(alone, nobody, settings).parts(rows)
    with torch.no_grad():
        logits = new_head(dataset).eval()(alone.descriptors[torch.cat([rows, rows])])
    codes = torch.tanh(0.7 * logits)
    similarity = torch.from_numpy(targets.similarity.among(np.tile(rows.numpy(), 2)))
    expected = {
        "similarity": 0.5 * similarity_loss(codes, similarity),
        "contrastive": contrastive_loss(codes[:60], codes[60:], similarity > 0, 0.3),
        "ranking": 2 * ranking_loss(codes[:60], targets.ranking_targets[rows], 0.2),
        "quantisation": 0.3 * quantisation_loss(logits),
        "balance": 0.1 * balance_loss(codes),
    }
    assert parts.keys() == expected.keys()
    for name, loss in parts.items():
        assert torch.allclose(loss, expected[name], rtol=1e-4), name


def test_the_objective_is_the_sum_of_its_parts(
    dataset: DescriptorDataset, targets: CodeTargets
) -> None:
    whole = objective(dataset, targets)
    torch.manual_seed(1)
    parts = whole.parts(torch.arange(50))
    torch.manual_seed(1)
    assert torch.allclose(whole(torch.arange(50)), torch.stack(list(parts.values())).sum())


def test_a_weight_of_nothing_leaves_its_loss_out(
    dataset: DescriptorDataset, targets: CodeTargets
) -> None:
    settings = CodeSettings(balance=1.0, memory=1.0, hidden=0)
    assert set(objective(dataset, targets, settings).parts(torch.arange(9))) == {
        "balance", "memory",
    }  # fmt: skip
    forgetful = replace(targets, memory=None)
    assert set(objective(dataset, forgetful, settings).parts(torch.arange(9))) == {"balance"}


@pytest.mark.parametrize("name", [loss.name for loss in fields(LossWeights)])
def test_every_loss_that_has_a_weight_is_trained(
    dataset: DescriptorDataset, targets: CodeTargets, name: str
) -> None:
    weight: dict[str, Any] = {name: 1.0}
    settings = replace(CodeSettings(hidden=0), **weight)
    assert settings.used_losses == [name]
    assert set(objective(dataset, targets, settings).parts(torch.arange(9))) == {name}


def test_the_memory_loss_is_zero_until_remembered_codes_change(
    dataset: DescriptorDataset, targets: CodeTargets
) -> None:
    head = new_head(dataset).eval()
    foreign = stored(90, 3)
    with torch.no_grad():
        memory = Memory(foreign, head(foreign))
    settings = CodeSettings(memory=1.0)
    whole = CodeObjective(head, dataset, replace(targets, memory=memory), settings)
    assert float(whole(torch.arange(20)).detach()) < 1e-9
    with torch.no_grad():
        head.rotation.mul_(1.5)
    expected = memory_loss(head(foreign), memory.logits).detach()
    assert float(whole(torch.arange(200)).detach()) == pytest.approx(float(expected), rel=0.2)


def test_a_sampled_view_is_the_photo_or_one_of_its_views(dataset: DescriptorDataset) -> None:
    torch.manual_seed(0)
    rows = torch.randint(0, PHOTOS, (600,))
    views = dataset.sample_views(rows)
    choices = torch.stack([each[rows].float() for each in (dataset.descriptors, *dataset.views)])
    found = (choices == views).all(dim=2)
    assert found.any(dim=0).all()
    assert ((found.float().mean(dim=1) - 1 / 3).abs() < 0.08).all()


def test_examples_of_some_rows_keep_views_and_pictures_together() -> None:
    pictures = torch.arange(PHOTOS, dtype=torch.uint8).view(-1, 1, 1, 1).expand(-1, 4, 4, 3)
    whole = DescriptorDataset(stored(PHOTOS), (stored(PHOTOS, 1),), pictures)
    some = whole.subset(torch.tensor([5, 2]))
    assert len(some) == 2
    assert torch.equal(some.descriptors, whole.descriptors[[5, 2]])
    assert torch.equal(some.views[0], whole.views[0][[5, 2]])
    assert some.pictures_of(torch.arange(2))[:, 0, 0, 0].tolist() == [5, 2]


@pytest.mark.parametrize("hidden", [0, 32])
def test_training_lowers_the_objective(
    dataset: DescriptorDataset, targets: CodeTargets, hidden: int
) -> None:
    settings = replace(EVERYTHING, hidden=hidden, rate=1e-2, rotation_rate=1.0)
    head = new_head(dataset, settings)
    whole = CodeObjective(head, dataset, targets, settings)
    stage = CodeStage(head, whole, settings)
    losses = [sum(stage.step(torch.randint(0, PHOTOS, (64,)), 0.0).values()) for _ in range(60)]
    assert np.mean(losses[-10:]) < 0.9 * np.mean(losses[:10])


def test_the_rates_fall_as_a_half_cosine_and_the_rotation_has_a_share(
    dataset: DescriptorDataset, targets: CodeTargets
) -> None:
    settings = replace(EVERYTHING, rate=0.02, rotation_rate=0.1)
    head = new_head(dataset, settings)
    stage = CodeStage(head, CodeObjective(head, dataset, targets, settings), settings)
    rates: list[list[float]] = []
    for progress in (0.0, 0.5, 1.0):
        stage.step(torch.arange(32), progress)
        rates.append([group["lr"] for group in stage.state_dict()["optimiser"]["param_groups"]])
    assert np.allclose(rates, [[0.002, 0.02], [0.001, 0.01], [0.0, 0.0]])


def test_a_rotation_of_rate_zero_stays(dataset: DescriptorDataset, targets: CodeTargets) -> None:
    settings = replace(EVERYTHING, rotation_rate=0.0)
    head = new_head(dataset, settings)
    stage = CodeStage(head, CodeObjective(head, dataset, targets, settings), settings)
    before = head.rotation.detach().clone()
    stage.step(torch.arange(32), 0.0)
    assert torch.equal(head.rotation, before)
    assert head.layers is not None
    assert head.layers[1].weight.abs().sum() > 0


def test_the_stage_resumes_from_its_state_as_if_it_had_never_stopped(
    dataset: DescriptorDataset, targets: CodeTargets
) -> None:
    def stage() -> tuple[ResidualHead, CodeStage]:
        head = new_head(dataset)
        return head, CodeStage(head, CodeObjective(head, dataset, targets, EVERYTHING), EVERYTHING)

    def steps(stage: CodeStage, seed: int) -> list[dict[str, float]]:
        torch.manual_seed(seed)
        return [stage.step(torch.randint(0, PHOTOS, (64,)), 0.1) for _ in range(3)]

    head, undisturbed = stage()
    steps(undisturbed, 1)
    other, resumed = stage()
    resumed.load_state_dict(copy.deepcopy(undisturbed.state_dict()))
    assert steps(undisturbed, 2) == steps(resumed, 2)
    assert all(map(torch.equal, head.parameters(), other.parameters()))
