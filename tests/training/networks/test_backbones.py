import copy
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from training.base.errors import MissingWeightsError, UnknownBackboneError
from training.networks.backbones import Backbone, folded_if_same, load_backbone
from training.networks.efficientnet_lite import efficientnet_lite


@pytest.fixture
def weights_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache of weights."""
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    folder = tmp_path / "hub" / "checkpoints"
    folder.mkdir(parents=True)
    return folder


def stored(folder: Path, name: str) -> nn.Module:
    """A timm model of random weights, which lie in `folder` under its name."""
    import timm  # takes two seconds, here and below

    torch.manual_seed(0)
    model: nn.Module = timm.create_model(name, pretrained=False)
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            assert module.running_var is not None
            nn.init.uniform_(module.running_var, 0.5, 2)
            nn.init.uniform_(module.bias, -0.2, 0.2)
    save_file(model.state_dict(), folder / f"{name}.safetensors")
    return model.eval()


def pictures(side: int) -> torch.Tensor:
    return torch.randint(0, 256, (2, side, side, 3), dtype=torch.uint8)


def noise(weights: torch.Tensor) -> torch.Tensor:
    if not weights.is_floating_point():
        return weights
    return torch.rand_like(weights) + 0.5 if weights.ndim == 1 else torch.randn_like(weights) / 50


@pytest.mark.parametrize("name", ["lite0", "lite2"])
def test_our_own_networks_have_the_weights_of_timms_and_compute_the_same(name: str) -> None:
    import timm

    torch.manual_seed(0)
    theirs = timm.create_model(f"tf_efficientnet_{name}", pretrained=False).eval()
    weights = {key: noise(values) for key, values in theirs.state_dict().items()}
    theirs.load_state_dict(weights)
    ours = efficientnet_lite(name, list(weights.values()))
    assert list(ours.state_dict()) == list(weights)
    scaled = torch.rand(2, 3, 77, 64) * 2 - 1
    with torch.inference_mode():
        maps, expected = ours(scaled), theirs.forward_features(scaled)  # type: ignore[operator]
    assert expected.std() > 0.01
    assert torch.equal(maps, expected)


@pytest.mark.parametrize(
    ("name", "size"), [("test_resnet.r160_in1k", 96), ("test_vit.r160_in1k", 64)]
)
def test_a_timm_model_is_loaded_by_its_name_and_scales_pixels_itself(
    weights_folder: Path, name: str, size: int
) -> None:
    model = stored(weights_folder, name)
    loaded = load_backbone(name)
    assert loaded.weights.startswith(f"{name}-")
    pixels = pictures(160)
    features = loaded.module(pixels)
    scaled = (pixels.permute(0, 3, 1, 2) / 255 - 0.5) / 0.5  # the mean and deviation of both
    model.reset_classifier(0)  # type: ignore[operator]
    assert features.shape == (2, size)
    assert torch.allclose(features, model(scaled), atol=0.02)


def test_the_mean_and_deviation_of_each_colour_are_the_networks_own() -> None:
    from training.networks.timm_networks import PooledFeatures

    mean, deviation = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
    backbone = Backbone(PooledFeatures(nn.Sequential(nn.Flatten(2), Mean()), mean, deviation))
    pixels = pictures(8)
    colours = (pixels.double() / 255 - torch.tensor(mean)) / torch.tensor(deviation)
    assert torch.allclose(backbone(pixels), colours.mean((1, 2)).float(), atol=1e-5)


class Mean(nn.Module):
    def forward(self, flat: torch.Tensor) -> torch.Tensor:
        return flat.mean(2)


def test_weights_are_frozen_without_batch_norms_and_held_exactly_by_float16(
    weights_folder: Path,
) -> None:
    stored(weights_folder, "test_resnet.r160_in1k")
    backbone = load_backbone("test_resnet.r160_in1k").module
    assert not any(isinstance(each, nn.BatchNorm2d) for each in backbone.modules())
    for weight in backbone.parameters():
        assert not weight.requires_grad
        assert weight.ndim < 2 or torch.equal(weight, weight.half().float())


def test_batch_norms_stay_where_folding_them_would_change_the_network() -> None:
    torch.manual_seed(0)
    before = nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.BatchNorm2d(4))  # as DenseNet has it
    norm = before[2]
    assert isinstance(norm, nn.BatchNorm2d)
    nn.init.uniform_(norm.bias, -1, -0.5)
    network = before.eval().requires_grad_(requires_grad=False)
    kept = copy.deepcopy(network)
    assert folded_if_same(network, 16) is network
    assert str(network) == str(kept)
    right = nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4), nn.ReLU()).eval()
    assert "BatchNorm" not in str(folded_if_same(right.requires_grad_(requires_grad=False), 16))


def test_missing_weights_say_where_to_put_which_file(weights_folder: Path) -> None:
    with pytest.raises(MissingWeightsError) as caught:
        load_backbone("vgg16.tv_in1k")
    assert "vgg16.tv_in1k.safetensors" in str(caught.value)
    assert str(weights_folder) in str(caught.value)


def test_weights_are_found_under_the_name_that_torch_downloads_them_by(
    weights_folder: Path,
) -> None:
    from training.networks.timm_networks import timm_weights

    name = "tf_efficientnet_lite2.in1k"
    file = weights_folder / "tf_efficientnet_lite2-dcccb7df.pth"
    file.touch()
    assert timm_weights(name) == file


def test_a_backbone_that_nobody_knows_is_refused_by_its_name() -> None:
    with pytest.raises(UnknownBackboneError, match="resnet5000"):
        load_backbone("resnet5000")
