"""Write a built model as a bundle, after it has shown that it computes what was fitted."""

from __future__ import annotations

import hashlib
import io
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.atomic_write import make_folder
from desktop_app.core.base.codes import Logits, pack
from desktop_app.core.base.errors import BundleError, BundleProblem, ExportError
from desktop_app.core.building.bundle_files import networks_of
from desktop_app.core.building.feature_network import FeatureNetwork
from desktop_app.core.building.fitting import FittedModel
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import (
    FORMAT_VERSION,
    MANIFEST,
    MEMORY,
    Manifest,
    ModelBundle,
    write_bundle,
)
from desktop_app.core.bundle.model_trial import run_trial
from desktop_app.core.learning.calibration import Calibration
from desktop_app.core.learning.integer_head import linear_logits
from desktop_app.core.learning.linear_hash import Floats
from desktop_app.core.learning.model_card import model_card
from desktop_app.core.models.drift import rare_share
from desktop_app.core.models.own_backbones import OWN_PREFIX

_CARD, _TEMPLATE = "MODEL_CARD.md", "built.md"
_MEMORY_PHOTOS = 4000
# Rounding of a descriptor may differ between two programs: bits are compared if their logit is
# further from zero than this share of the logits' mean size.
_NEAR_ZERO = 0.02
# Where photos differ little beside what they have in common, rounding changes a few bits in a
# thousand all the same. A network that was put together wrongly changes half of them.
_MOST_DIFFERING = 0.005
_MOST_NAME_CHARACTERS = 48


@dataclass(frozen=True, eq=False)
class CheckedPhotos:
    """Photos whose codes are known: pixels uint8 [M, S, S, 3], features float32 [M, F]."""

    pixels: NDArray[np.uint8]
    features: Floats


class Hashing(Protocol):
    """What was fitted."""

    def logits(self, features: Floats) -> Logits:
        """Compute logits float32 [N, K] of features float32 [N, F]."""
        ...


def model_name(text: str) -> str:
    """Return a name that ids can begin with."""
    name = re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-").lower()
    return name[:_MOST_NAME_CHARACTERS].strip("-") or "own"


def write_built_bundle(
    out: Path, name: str, network: FeatureNetwork, model: FittedModel, calibration: Calibration,
    photos: CheckedPhotos,
) -> tuple[ModelBundle, float]:  # fmt: skip
    """Write a folder, named after the model, in `out`.

    Returns:
        The bundle, and the milliseconds that a photo takes.

    Raises:
        BundleError: The networks do not compute what was fitted, or exceed a limit.
        ExportError.
    """
    files = _files(network, model)
    manifest = _manifest(name, network, model, calibration)
    target = _free_place(out / manifest.model_id)
    try:
        make_folder(out)
        with tempfile.TemporaryDirectory(prefix=f".{name}-", dir=out) as trial:
            encoder = run_trial(write_bundle(Path(trial) / "model", manifest, files))
            milliseconds = checked_milliseconds(encoder, model, photos)
        made = encoder.bundle.manifest  # it knows the hash of the network
        files[_CARD] = model_card(_TEMPLATE, made).encode()
        return write_bundle(target, made, files), milliseconds
    except OSError as error:
        raise ExportError(target, error.strerror or str(error)) from error


def _files(network: FeatureNetwork, model: FittedModel) -> dict[str, bytes]:
    memory = _array_bytes(model.descriptors[:_MEMORY_PHOTOS])
    return {**networks_of(network, model.projection, model.head), MEMORY: memory}


def _free_place(target: Path) -> Path:
    if target.exists() and not (target / MANIFEST).is_file():
        raise ExportError(target, "something else has this name")
    return target


def _manifest(
    name: str, network: FeatureNetwork, model: FittedModel, calibration: Calibration
) -> Manifest:
    projection, head = model.projection, model.head
    descriptor = _digest(network.content, projection.weights, projection.bias)
    digest = _digest(descriptor.encode(), head.direct, head.bias, np.float64(head.unit))
    codes = pack(linear_logits(head, model.descriptors))
    return Manifest(
        format_version=FORMAT_VERSION,
        model_id=f"{name}-{calibration.bits}-{digest}",
        descriptor_id=f"{OWN_PREFIX}{name}-{network.side}-{projection.size}-{descriptor}",
        code_bits=calibration.bits,
        descriptor_size=projection.size,
        image_size=network.side,
        preview_size=None,
        files={},
        trained_on=f"{len(codes):,} photos of the user's own, by an encoder of the user's own",
        figures={"rare_codes": rare_share(codes, calibration.similar_distance)},
        **vars(calibration),
    )


def _digest(*parts: bytes | NDArray[Any] | np.float64) -> str:
    contents = (part if isinstance(part, bytes) else part.tobytes() for part in parts)
    return hashlib.sha256(b"".join(contents)).hexdigest()[:8]


def checked_milliseconds(encoder: Encoder, model: Hashing, photos: CheckedPhotos) -> float:
    """Compare the codes of a bundle with the fitted ones, and time a photo. Raises BundleError."""
    logits, seconds = [], []
    for pixels in photos.pixels:
        started = perf_counter()
        logits.append(encoder.encode(pixels).logits[0])
        seconds.append(perf_counter() - started)
    found, expected = np.stack(logits), model.logits(photos.features)
    counted = np.abs(expected) > _NEAR_ZERO * np.abs(expected).mean()
    differing = int((((found > 0) != (expected > 0)) & counted).sum())
    if differing > _MOST_DIFFERING * counted.sum():
        detail = f"{differing:,} of {int(counted.sum()):,} bits differ from those that were fitted"
        raise BundleError(encoder.bundle.folder, BundleProblem.WRONG_ANSWERS, detail)
    return 1000 * median(seconds)


def _array_bytes(values: NDArray[np.int8]) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, values, allow_pickle=False)
    return buffer.getvalue()
