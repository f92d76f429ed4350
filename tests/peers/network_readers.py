"""Readers with a network of torch. Its weights are random: they are for the time only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from desktop_app.core.base.processors import available_cores
from tests.peers.peer import Needs
from tests.peers.readers import Read, Reader, hash_readers, in_threads, photos_of

_BATCH = 32
_LACKS = "thumbnails, dates, resuming, noticing changes"


def readers() -> tuple[Reader, ...]:
    """All, whether they are installed or not; the first is what the others are compared with."""
    title, open_clip = "encoder of CLIP ViT-B/32's size", Needs(("open-clip-torch",))
    encoder = Reader(title, _open_clip, open_clip, _LACKS)
    if open_clip.missing:
        encoder = Reader(title, _timm, Needs(("timm", "torchvision")), _LACKS)
    return (
        *hash_readers(),
        Reader("imagededup CNN", _imagededup, Needs(("imagededup", "torchvision")), _LACKS),
        encoder,
    )


def _imagededup() -> Read:
    """With its own network and transform; it would download the weights."""
    torch, models = import_module("torch"), import_module("torchvision.models")
    network = models.mobilenet_v3_small(weights=None).eval()
    module = torch.nn.Sequential(network.features, network.avgpool, torch.nn.Flatten())
    utils = import_module("imagededup.utils.models")
    config = utils.CustomModel("mobilenet_v3_small", module, utils.MobilenetV3.transform)
    method = import_module("imagededup.methods").CNN(verbose=False, model_config=config)

    def read(photos: Path, kept: Path) -> None:
        found = method.encode_images(photos, recursive=True)
        np.savez(kept / "features", *found.values())

    return read


def _open_clip() -> Read:
    made = import_module("open_clip").create_model_and_transforms("ViT-B-32", pretrained=None)
    model, _, transform = made
    return _encoding(model.eval().encode_image, transform)


def _timm() -> Read:
    timm = import_module("timm")
    model = timm.create_model("vit_base_patch32_clip_224", pretrained=False, num_classes=512)
    config = timm.data.resolve_data_config({}, model=model)
    return _encoding(model.eval(), timm.data.create_transform(**config))


def _encoding(encode: Callable[[Any], Any], transform: Callable[[Image.Image], Any]) -> Read:
    """Decode photos in full with Pillow, and encode them in batches."""
    torch = import_module("torch")
    torch.set_num_threads(available_cores())

    def pixels(path: Path) -> Any:
        return transform(Image.open(path).convert("RGB"))

    def features(paths: list[Path]) -> Iterator[Any]:
        for start in range(0, len(paths), _BATCH):
            batch = torch.stack(in_threads(pixels, paths[start : start + _BATCH]))
            with torch.inference_mode():
                yield encode(batch).numpy()

    def read(photos: Path, kept: Path) -> None:
        np.save(kept / "features", np.concatenate(list(features(photos_of(photos)))))

    return read
