import pytest
import torch
from torch.nn import functional

from tests.training.frozen_pyramids import small_pyramid
from training.networks.backbones import load_backbone
from training.networks.feature_pyramid import (
    MIXED_CHANNELS,
    FeaturePyramid,
    feature_pyramid,
    lite_of,
    pyramid_of,
)


def pictures(count: int, side: int = 16) -> torch.Tensor:
    return torch.rand(count, 3, side, side, generator=torch.Generator().manual_seed(1)) * 2 - 1


def test_maps_are_taken_at_each_depth_and_mixed_from_the_deepest() -> None:
    pyramid = small_pyramid()
    maps = pyramid.maps(pictures(2))
    assert [tuple(each.shape) for each in maps] == [(2, 8, 8, 8), (2, 12, 4, 4)]
    mixtures = pyramid.mixed(maps)
    assert [tuple(each.shape) for each in mixtures] == [
        (2, MIXED_CHANNELS, 4, 4),
        (2, MIXED_CHANNELS, 8, 8),
    ]


def test_a_mixture_depends_on_its_own_depth_and_on_the_deeper_ones() -> None:
    pyramid = small_pyramid()
    fine, deep = pyramid.maps(pictures(1))
    deep_mixture, fine_mixture = pyramid.mixed([fine, deep])
    same, changed = pyramid.mixed([fine + 1, deep])
    assert torch.equal(deep_mixture, same)
    assert not torch.allclose(fine_mixture, changed)
    _, changed = pyramid.mixed([fine, deep + 1])
    assert not torch.allclose(fine_mixture, changed)


def test_the_random_weights_depend_on_the_seed_alone() -> None:
    stages, channels = list(small_pyramid().stages), (8, 12)
    torch.manual_seed(5)
    first = FeaturePyramid(stages, channels, seed=3)
    torch.manual_seed(6)
    second = FeaturePyramid(stages, channels, seed=3)
    other = FeaturePyramid(stages, channels, seed=4)
    maps = first.maps(pictures(1))
    assert all(map(torch.equal, first.mixed(maps), second.mixed(maps)))
    assert not torch.allclose(first.mixed(maps)[0], other.mixed(maps)[0])


def test_nothing_is_trained_and_gradients_reach_the_pictures() -> None:
    pyramid = small_pyramid()
    assert not any(each.requires_grad for each in pyramid.parameters())
    seen = pictures(1).requires_grad_()
    total = torch.stack([each.square().sum() for each in pyramid.mixed(pyramid.maps(seen))]).sum()
    (slope,) = torch.autograd.grad(total, seen)
    assert (slope != 0).float().mean() > 0.9


@pytest.mark.slow
def test_the_pyramid_that_ships_has_maps_of_a_quarter_to_a_32nd_of_the_side() -> None:
    maps = feature_pyramid(bfloat16=False).maps(pictures(1, 96))
    assert [each.shape[-1] for each in maps] == [24, 12, 6, 3]
    network = lite_of(load_backbone("lite1").module)
    shallow = network.blocks[1](network.blocks[0](network.bn1(network.conv_stem(pictures(1, 96)))))
    assert torch.allclose(maps[0], shallow, atol=1e-4)


@pytest.mark.slow
def test_the_bfloat16_pyramid_has_nearly_the_same_maps() -> None:
    exact = feature_pyramid(bfloat16=False).maps(pictures(2, 96))
    fast = feature_pyramid(bfloat16=True).maps(pictures(2, 96))
    for one, other in zip(exact, fast, strict=True):
        assert functional.cosine_similarity(one.flatten(1), other.flatten(1)).min() > 0.99


@pytest.mark.slow
def test_a_pyramid_has_the_channels_of_its_network() -> None:
    pyramid = pyramid_of(lite_of(load_backbone("lite0").module))
    maps = pyramid.maps(pictures(1, 64))
    mixed = [layer.weight.shape[1] for layer in pyramid.across_channels]  # type: ignore[index]
    assert [each.shape[1] for each in maps] == mixed
