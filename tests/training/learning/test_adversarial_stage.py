from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from torch import Tensor, nn
from torch.nn import functional

from desktop_app.core.learning.linear_hash import itq, principal_axes
from desktop_app.core.photos.preprocess import network_input
from tests.training.frozen_pyramids import small_pyramid
from tests.training.linear_heads import linear_head
from training.data.datasets import DescriptorDataset
from training.data.features import backbone_features
from training.learning.adversarial_settings import AdversarialSettings
from training.learning.adversarial_stage import AdversarialStage, random_flips
from training.learning.judge import Judge
from training.networks import differentiable_encoder
from training.networks.backbones import Backbone
from training.networks.bundle_networks import Descriptor, HashingNetwork, describe
from training.networks.differentiable_encoder import (
    DifferentiableEncoder,
    straight_through,
    to_bfloat16,
)
from training.networks.discriminator import Discriminator
from training.networks.generator import Generator, GeneratorGraph

SIDE, SMALL = 32, 16
DESCRIPTOR_SIZE, CODE_BITS = 24, 16
SETTINGS = AdversarialSettings(
    spatial=0.5, encode_sides=((0.0, SIDE),), low_side=4, half_life=200.0
)
RIVALRY = replace(SETTINGS, adversarial=0.3, adversary_from=0.0, adversary_ramp=0.0)


@pytest.fixture(autouse=True, scope="module")
def _one_thread() -> Iterator[None]:
    """With networks this small, threads cost more than they save."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


def tiny_backbone() -> Backbone:
    torch.manual_seed(0)
    network = nn.Sequential(
        nn.Conv2d(3, 16, 3, stride=2, padding=1),
        nn.ReLU6(),
        nn.Conv2d(16, 16, 5, stride=2, padding=2, groups=16),
        nn.Conv2d(16, 32, 1),
        nn.ReLU6(),
    )
    return Backbone(network).eval().requires_grad_(requires_grad=False)


def blotches(count: int, side: int) -> Tensor:
    """Pictures uint8 [count, side, side, 3] of coarse noise."""
    coarse = np.random.default_rng(0).integers(0, 256, (count, 4, 4, 3), np.uint8)
    factor = side // 4
    return torch.from_numpy(coarse.repeat(factor, axis=1).repeat(factor, axis=2))


@pytest.fixture(scope="module")
def network() -> HashingNetwork:
    backbone = tiny_backbone()
    features = backbone_features(backbone, blotches(200, SIDE).numpy())
    descriptor = Descriptor(principal_axes(features, DESCRIPTOR_SIZE), seed=0)
    described = describe(descriptor, features)
    head = linear_head(itq(described, CODE_BITS, iterations=5, seed=0), described)
    return HashingNetwork(backbone, descriptor, head).eval()


@pytest.fixture(scope="module")
def dataset(network: HashingNetwork) -> DescriptorDataset:
    with torch.no_grad():
        descriptors = network(blotches(200, SIDE))[0]
    return DescriptorDataset(descriptors, (), blotches(200, SMALL))


def stage(
    network: HashingNetwork, dataset: DescriptorDataset, settings: AdversarialSettings = SETTINGS
) -> AdversarialStage:
    torch.manual_seed(1)
    return AdversarialStage(dataset, network, a_generator(), a_judge(settings), settings)


def a_generator() -> Generator:
    return Generator(CODE_BITS, SMALL, width=4)


def a_judge(settings: AdversarialSettings) -> Judge | None:
    if not settings.has_pyramid:
        return None
    rival = Discriminator(CODE_BITS, depths=2) if settings.has_discriminator else None
    return Judge(small_pyramid(), rival)


def run(stage: AdversarialStage, first: int, last: int, of: int) -> list[dict[str, float]]:
    return [stage.step(torch.randint(0, 200, (16,)), step / of) for step in range(first, last)]


@pytest.mark.slow
def test_generated_pictures_keep_more_and_more_of_their_bits(
    network: HashingNetwork, dataset: DescriptorDataset
) -> None:
    losses = run(stage(network, dataset), 0, 120, of=120)
    early, late = losses[:20], losses[-20:]
    for name in ("bits", "perceptual"):
        assert np.mean([each[name] for each in late]) < np.mean([each[name] for each in early])


def test_a_run_that_is_interrupted_and_resumed_equals_an_undisturbed_one(
    network: HashingNetwork, dataset: DescriptorDataset, tmp_path: Path
) -> None:
    undisturbed = stage(network, dataset, RIVALRY)
    run(undisturbed, 0, 3, of=8)
    saved = from_file(tmp_path / "checkpoint.pt", undisturbed.state_dict())
    resumed = stage(network, dataset, RIVALRY)
    resumed.load_state_dict(saved)
    random_state = torch.get_rng_state()
    expected = run(undisturbed, 3, 8, of=8)
    torch.set_rng_state(random_state)
    assert run(resumed, 3, 8, of=8) == expected
    ours, theirs = resumed.average.state_dict(), undisturbed.average.state_dict()
    assert all(torch.equal(ours[name], theirs[name]) for name in theirs)


def from_file(file: Path, state: dict[str, Any]) -> dict[str, Any]:
    torch.save(state, file)
    loaded: dict[str, Any] = torch.load(file, weights_only=True)
    return loaded


def test_without_adversarial_weight_there_is_no_discriminator(
    network: HashingNetwork, dataset: DescriptorDataset
) -> None:
    plain = stage(network, dataset)
    assert set(plain.step(torch.arange(8), 0.9)) == {
        "low_resolution",
        "spatial",
        "perceptual",
        "bits",
    }
    assert "discriminator" not in plain.state_dict()["modules"]


def test_the_discriminator_enters_late(network: HashingNetwork, dataset: DescriptorDataset) -> None:
    settings = replace(RIVALRY, adversary_from=0.5)
    losses = run(stage(network, dataset, settings), 0, 6, of=6)
    played = ["discriminator" in each for each in losses]
    assert played == [False] * 3 + [True] * 3
    assert all(("adversarial" in each) == ("discriminator" in each) for each in losses)


def test_the_weight_of_its_judgement_rises_after_it_enters() -> None:
    settings = replace(RIVALRY, adversary_from=0.2, adversary_ramp=0.4)
    weights = [settings.weight("adversarial", progress) for progress in (0.1, 0.2, 0.4, 0.6, 1.0)]
    assert weights == pytest.approx([0, 0, 0.15, 0.3, 0.3])
    assert RIVALRY.weight("adversarial", 0.0) == 0.3
    assert settings.weight("bits", 0.0) == 1


def test_generated_pictures_are_encoded_in_every_nth_step(
    network: HashingNetwork, dataset: DescriptorDataset
) -> None:
    losses = run(stage(network, dataset, replace(SETTINGS, encode_every=3)), 0, 7, of=7)
    assert ["bits" in each for each in losses] == [True, False, False, True, False, False, True]


def test_generated_pictures_are_encoded_a_few_at_a_time(
    network: HashingNetwork, dataset: DescriptorDataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The gradient of all at once needs four times the memory of four parts."""
    encode, counts = DifferentiableEncoder.__call__, []

    def counted(encoder: DifferentiableEncoder, pictures: Tensor, side: int) -> Any:
        counts.append(len(pictures))
        return encode(encoder, pictures, side)

    monkeypatch.setattr(DifferentiableEncoder, "__call__", counted)
    side = SETTINGS.encode_side(0.0)
    monkeypatch.setattr(differentiable_encoder, "_PIXELS_AT_ONCE", 4 * side**2)
    in_parts = run(stage(network, dataset), 0, 2, of=7)
    monkeypatch.setattr(differentiable_encoder, "_PIXELS_AT_ONCE", 16 * side**2)
    at_once = run(stage(network, dataset), 0, 2, of=7)
    assert counts == [4] * 8 + [16] * 2
    for some, whole in zip(in_parts, at_once, strict=True):
        assert some == pytest.approx(whole, rel=0.02)  # convolutions of more pictures round


def test_a_stage_whose_losses_need_no_features_has_no_pyramid(
    network: HashingNetwork, dataset: DescriptorDataset
) -> None:
    plain = stage(network, dataset, replace(SETTINGS, spatial=0.0))
    assert set(plain.step(torch.arange(8), 0.5)) == {"low_resolution", "perceptual", "bits"}


def test_the_encoder_is_frozen_unless_it_takes_part(
    network: HashingNetwork, dataset: DescriptorDataset
) -> None:
    torch.manual_seed(0)
    head = nn.Linear(DESCRIPTOR_SIZE, CODE_BITS)
    learning = HashingNetwork(network.backbone, network.descriptor, head)
    before = head.weight.detach().clone()
    run(stage(learning, dataset, RIVALRY), 0, 2, of=2)
    assert torch.equal(head.weight, before)
    asked: list[Tensor] = []

    def objective(rows: Tensor) -> Tensor:
        asked.append(rows)
        size: Tensor = head(dataset.descriptors[rows].float()).square().mean()
        return size

    settings = replace(RIVALRY, encoder_adversarial=0.1)
    judge = a_judge(settings)
    taking_part = AdversarialStage(dataset, learning, a_generator(), judge, settings, objective)
    losses = taking_part.step(torch.arange(8), 0.5)
    assert not torch.equal(head.weight, before)
    assert asked[0].tolist() == list(range(8))
    assert {"encoder_adversarial", "codes"} <= set(losses)


def test_the_encoder_can_be_trained_by_its_adversary_alone(
    network: HashingNetwork, dataset: DescriptorDataset
) -> None:
    torch.manual_seed(0)
    head = nn.Linear(DESCRIPTOR_SIZE, CODE_BITS)
    learning = HashingNetwork(network.backbone, network.descriptor, head)
    before = head.weight.detach().clone()
    settings = replace(RIVALRY, encoder_adversarial=0.1)
    losses = stage(learning, dataset, settings).step(torch.arange(8), 0.5)
    assert "codes" not in losses
    assert not torch.equal(head.weight, before)


@pytest.mark.parametrize("spatial", [0.0, 0.5])
def test_the_encoder_learns_codes_that_are_drawn_as_their_photos(
    network: HashingNetwork, dataset: DescriptorDataset, spatial: float
) -> None:
    torch.manual_seed(0)
    head = nn.Linear(DESCRIPTOR_SIZE, CODE_BITS)
    learning = HashingNetwork(network.backbone, network.descriptor, head)
    settings = replace(
        SETTINGS, spatial=spatial, encoder_reconstruction=1.0, encoder_rate=0.03,
        generator_rate=1e-9, perceptual=0.0, bits=0.0, most_flips=0.0,
    )  # fmt: skip
    torch.manual_seed(1)
    generator = a_generator()
    for parameter in generator.parameters():
        nn.init.normal_(parameter, std=0.3)
    playing = AdversarialStage(dataset, learning, generator, a_judge(settings), settings)
    rows = torch.arange(16)
    losses = [playing.step(rows, 0.5)["encoder_reconstruction"] for _ in range(60)]
    assert np.mean(losses[-10:]) < 0.97 * losses[0]  # .83 to .95 with eight other seeds
    assert "discriminator" not in playing.state_dict()["modules"]


def test_the_encoder_takes_part_late(network: HashingNetwork, dataset: DescriptorDataset) -> None:
    torch.manual_seed(0)
    head = nn.Linear(DESCRIPTOR_SIZE, CODE_BITS)
    learning = HashingNetwork(network.backbone, network.descriptor, head)
    settings = replace(SETTINGS, encoder_reconstruction=1.0, adversary_from=0.5)
    losses = run(stage(learning, dataset, settings), 0, 4, of=4)
    assert ["encoder_reconstruction" in each for each in losses] == [False, False, True, True]


def test_what_is_seen_of_a_generated_picture_is_what_the_network_says_of_its_file(
    network: HashingNetwork,
) -> None:
    torch.manual_seed(2)
    generator = a_generator()
    nn.init.normal_(generator.colour.weight, std=0.5)
    codes = torch.randint(0, 2, (20, CODE_BITS)) * 2.0 - 1
    with torch.no_grad():
        descriptors, logits = DifferentiableEncoder(network, bfloat16=False)(generator(codes), SIDE)
        files = [Image.fromarray(each.numpy()) for each in GeneratorGraph(generator)(codes)]
        pixels = torch.from_numpy(np.stack([network_input(each, SIDE) for each in files]))
        wanted, wanted_logits = network(pixels)
    assert (descriptors - wanted).abs().max() <= 3  # of 127: bytes are coarser than floats
    assert ((logits > 0) == (wanted_logits > 0)).float().mean() > 0.97


def test_rounding_does_not_stop_the_gradient(network: HashingNetwork) -> None:
    torch.manual_seed(0)
    features = torch.randn(4, 32).requires_grad_()
    weights = torch.randn(4, DESCRIPTOR_SIZE)
    described = straight_through(network.descriptor, features)
    assert torch.equal(described, network.descriptor(features))
    (found,) = torch.autograd.grad((described * weights).sum(), features)
    reduced = network.descriptor.project(features)
    unrounded = functional.normalize(reduced) * network.descriptor.scale
    (wanted,) = torch.autograd.grad((unrounded * weights).sum(), features)
    assert torch.allclose(found, wanted)


def test_the_bfloat16_copy_has_nearly_the_same_output(network: HashingNetwork) -> None:
    assert isinstance(network.backbone, Backbone)
    pixels = blotches(10, SIDE).float().requires_grad_()
    exact, fast = network.backbone(pixels), to_bfloat16(network.backbone)(pixels)
    assert functional.cosine_similarity(exact, fast).min() > 0.999
    one, other = (
        torch.autograd.grad(each.square().sum(), pixels)[0].flatten(1) for each in (exact, fast)
    )
    assert functional.cosine_similarity(one, other).min() > 0.99


def test_every_photo_has_its_own_share_of_flipped_bits_and_none_more_than_the_most() -> None:
    torch.manual_seed(0)
    flipped = (random_flips(torch.ones(300, 1000), 0.1) < 0).float().mean(1)
    assert flipped.mean() == pytest.approx(0.05, abs=0.01)
    assert flipped.min() < 0.01
    assert 0.08 < flipped.max() < 0.14
    assert (random_flips(torch.ones(5, 8), 0) == 1).all()


def test_pictures_are_encoded_larger_in_the_course_of_the_run() -> None:
    settings = replace(SETTINGS, encode_sides=((0.0, 96), (0.5, 128), (0.9, 256)))
    seen = [settings.encode_side(progress) for progress in (0.0, 0.49, 0.5, 0.89, 0.9, 1.0)]
    assert seen == [96, 96, 128, 128, 256, 256]
