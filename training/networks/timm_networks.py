"""timm networks by name, with weights that are on this machine."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import timm
import torch
from huggingface_hub import try_to_load_from_cache
from torch import Tensor, nn

from training.base.errors import MissingWeightsError, UnknownBackboneError

_HUB_FILES = ("model.safetensors", "pytorch_model.bin")


class PooledFeatures(nn.Module):
    """A timm network without classifier, with its own input scaling and pooling; maps are 1 x 1.

    Args:
        model: float32 [N, 3, S, S] -> pooled features [N, F].
        mean: of the three colours in its training, 0 to 1.
        deviation: standard deviation of the three colours.
    """

    def __init__(self, model: nn.Module, mean: Sequence[float], deviation: Sequence[float]) -> None:
        super().__init__()
        self.model = model
        centre = torch.tensor(mean).view(1, 3, 1, 1)
        spread = torch.tensor(deviation).view(1, 3, 1, 1)
        self.register_buffer("slope", 0.5 / spread)
        self.register_buffer("shift", (0.5 - centre) / spread)

    def forward(self, scaled: Tensor) -> Tensor:
        assert isinstance(self.slope, Tensor)
        assert isinstance(self.shift, Tensor)
        features: Tensor = self.model(scaled * self.slope + self.shift)
        return features[:, :, None, None]


@dataclass(frozen=True)
class TimmNetwork:
    """A network in evaluation mode: float32 [N, 3, S, S] in [-1, 1] -> features [N, F, 1, 1].

    Attributes:
        network: the module.
        weights: name of the weights.
        side: input size in pixels; a transformer may take no other.
    """

    network: nn.Module
    weights: str
    side: int


def timm_network(name: str) -> TimmNetwork:
    """Load a timm network; nothing is downloaded.

    Raises:
        UnknownBackboneError, MissingWeightsError.
    """
    path = timm_weights(name)
    model = timm.create_model(
        name, pretrained=True, num_classes=0, pretrained_cfg_overlay={"file": str(path)}
    )
    config: dict[str, Any] = cast("Any", model).pretrained_cfg
    network = PooledFeatures(model, config["mean"], config["std"]).eval()
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()[:16]
    return TimmNetwork(network, f"{name}-{digest}", config["input_size"][-1])


def timm_weights(name: str) -> Path:
    """Find a timm network's weights in the cache of torch or of Hugging Face.

    Raises:
        UnknownBackboneError, MissingWeightsError.
    """
    if not timm.is_model(name.partition(".")[0]):
        raise UnknownBackboneError(name)
    folder = Path(torch.hub.get_dir()) / "checkpoints"
    for path in _possible_paths(name, folder):
        if path.is_file():
            return path
    remedy = f"put the file {name}.safetensors into the folder {folder}"
    raise MissingWeightsError(name, remedy)


def _possible_paths(name: str, folder: Path) -> list[Path]:
    config: Any = timm.models.get_pretrained_cfg(name)
    names = [f"{name}{ending}" for ending in (".safetensors", ".pth")]
    if config is not None and config.url:
        names.append(config.url.rpartition("/")[2])
    paths = [folder / each for each in names]
    if config is not None and config.hf_hub_id:
        paths += _in_hugging_face_cache(config.hf_hub_id)
    return paths


def _in_hugging_face_cache(repository: str) -> list[Path]:
    found = [try_to_load_from_cache(repository, name) for name in _HUB_FILES]
    return [Path(path) for path in found if isinstance(path, str)]
