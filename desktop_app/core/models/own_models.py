"""Which models need no limits: the shipped one, and those that were trained on this machine.

A library may come from a stranger, with models in it that say anything of themselves. So the models
that this program has trained are remembered in the user's own folder, by the hash of their
model.json, which has the hashes of all their files.
"""

from __future__ import annotations

import hashlib
import logging

from desktop_app.core.base.atomic_write import atomic_write
from desktop_app.core.base.json_codec import decode_json, encode_json
from desktop_app.core.base.paths import default_bundle, own_models_file
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.limited_networks import LimitedNetworks
from desktop_app.core.bundle.model_bundle import MANIFEST, ModelBundle

logger = logging.getLogger(__name__)


def open_model(bundle: ModelBundle) -> Encoder:
    """Load a model: a foreign one in a process with limits. Raises BundleError."""
    if is_own(bundle):
        return Encoder(bundle)
    logger.info("%r is run within limits", bundle.folder)
    return Encoder(bundle, LimitedNetworks(bundle))


def open_trained(bundle: ModelBundle, base: ModelBundle) -> Encoder:
    """Load a model that was just trained here on top of another one. Raises BundleError."""
    return Encoder(bundle) if is_own(base) else open_model(bundle)


def is_own(bundle: ModelBundle) -> bool:
    """Whether the model came with the program, or was trained by it on this machine."""
    try:
        return bundle.folder == default_bundle() or _digest(bundle) in _remembered()
    except OSError:  # it was deleted just now
        return False


def remember_trained(bundle: ModelBundle, base: ModelBundle) -> None:
    """Remember a model that was trained here, on top of another one.

    On top of a foreign one it is foreign, too: it has the other one's encoder.
    """
    if is_own(base):
        remember_as_own(bundle)


def remember_as_own(bundle: ModelBundle) -> None:
    """Remember that a model was made here. It runs within limits if that cannot be written."""
    try:
        text = encode_json([*_remembered(), _digest(bundle)], indent=2) + "\n"
        atomic_write(own_models_file(), text)
    except OSError:
        logger.warning("%r cannot be remembered as an own model", bundle.folder, exc_info=True)


def _remembered() -> list[str]:
    try:
        return decode_json(own_models_file().read_bytes(), list[str])
    except (OSError, ValueError):
        return []


def _digest(bundle: ModelBundle) -> str:
    return hashlib.sha256((bundle.folder / MANIFEST).read_bytes()).hexdigest()
