"""Export a network of timm as ONNX, with what its pixels are, for `lookalike model build`."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any, cast

import timm
import torch
from safetensors import SafetensorError
from torch import nn

from desktop_app.core.base.json_codec import decode_json, read_json
from training.base.errors import DamagedDataError, UnknownBackboneError
from training.networks.timm_networks import timm_weights

NETWORK, PIXELS = "model.onnx", "preprocessor_config.json"
_CONFIG, _WEIGHTS = "config.json", "model.safetensors"
_OPSET = 18


def export_encoder(encoder: str, folder: Path) -> None:
    """Write NETWORK and PIXELS into a folder; nothing is downloaded.

    Args:
        encoder: a name of timm whose weights are on this machine, or a folder with the config.json
            and the model.safetensors of timm.
        folder: it exists.

    Raises:
        UnknownBackboneError, MissingWeightsError, DamagedDataError.
    """
    given = Path(encoder)
    model = _from_folder(given) if given.is_dir() else _created(encoder, timm_weights(encoder))
    config: dict[str, Any] = cast("Any", model).pretrained_cfg
    side = int(config["input_size"][-1])
    pixels = {"image_mean": config["mean"], "image_std": config["std"], "size": side}
    (folder / PIXELS).write_text(json.dumps(pixels), "utf-8")
    _export(model.eval(), side, folder / NETWORK)


def _from_folder(folder: Path) -> nn.Module:
    """Load what timm has saved, without the classifier; only tensors are read of its weights."""
    try:
        config = decode_json(read_json(folder / _CONFIG, follow_link=True), dict[str, Any])
        name, arguments = str(config["architecture"]), config.get("model_args", {})
        pixels = {**config["pretrained_cfg"], "file": str(folder / _WEIGHTS)}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DamagedDataError(folder / _CONFIG, "it describes no network of timm") from error
    return _created(name, folder / _WEIGHTS, pixels, arguments)


def _created(
    name: str, weights: Path, pixels: dict[str, Any] | None = None,
    arguments: dict[str, Any] | None = None,
) -> nn.Module:  # fmt: skip
    if not timm.is_model(name.partition(".")[0]):
        raise UnknownBackboneError(name)
    overlay = {**(pixels or {}), "file": str(weights)}
    settings = {**(arguments or {}), "num_classes": 0}
    try:
        model: nn.Module = timm.create_model(
            name, pretrained=True, pretrained_cfg_overlay=overlay, **settings
        )
    except (SafetensorError, RuntimeError, TypeError, ValueError, OSError) as error:
        raise DamagedDataError(weights, f"it does not fit {name}") from error
    return model


def _export(model: nn.Module, side: int, path: Path) -> None:
    rows = {0: torch.export.Dim("photos", min=1)}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter's own
        torch.onnx.export(
            model, (torch.zeros(2, 3, side, side),), path, input_names=["pictures"],
            output_names=["features"], dynamic_shapes=(rows,), opset_version=_OPSET,
            dynamo=True, verbose=False,
        )  # fmt: skip
