"""Networks of timm by name, with weights that are on this machine already."""

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
    """A timm network without classifier: its own scaling, its own pooling; maps are 1 x 1."""

    def __init__(self, model: nn.Module, mean: Sequence[float], deviation: Sequence[float]) -> None:
        """`mean` and `deviation` of the three colours, from 0 to 1, as the network was trained."""
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
    """In evaluation mode: float32 [N, 3, S, S] in [-1, 1] -> features [N, F, 1, 1].

    `weights` names them; `side` of the pictures that the network was made for, in pixels. A
    transformer may take no other.
    """

    network: nn.Module
    weights: str
    side: int


def timm_network(name: str) -> TimmNetwork:
    """Nothing is downloaded. Raises UnknownBackboneError and MissingWeightsError."""
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
    """Where a timm network's weights are on disk: in Hugging Face's cache or in torch's.

    Raises UnknownBackboneError and MissingWeightsError.
    """
    if not timm.is_model(name.partition(".")[0]):
        raise UnknownBackboneError(name)
    config: Any = timm.models.get_pretrained_cfg(name)
    folder = Path(torch.hub.get_dir()) / "checkpoints"
    names = [f"{name}{ending}" for ending in (".safetensors", ".pth")]
    if config is not None and config.url:
        names.append(config.url.rpartition("/")[2])
    places = [folder / each for each in names]
    if config is not None and config.hf_hub_id:
        places += _in_cache_of_hugging_face(config.hf_hub_id)
    for place in places:
        if place.is_file():
            return place
    raise MissingWeightsError(name, f"put the file {names[0]} into the folder {folder}")


def _in_cache_of_hugging_face(repository: str) -> list[Path]:
    found = [try_to_load_from_cache(repository, name) for name in _HUB_FILES]
    return [Path(place) for place in found if isinstance(place, str)]
