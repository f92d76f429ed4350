"""Run the encoder of a model once for each photo, however many tests index the same photo."""

from __future__ import annotations

import hashlib

from desktop_app.core.bundle.model_bundle import ENCODER, ModelBundle
from desktop_app.core.bundle.networks import Array, LoadedNetworks


class RememberedNetworks:
    """The networks of a bundle in this process; what the encoder has answered is kept."""

    def __init__(self, bundle: ModelBundle) -> None:
        self._loaded = LoadedNetworks(bundle)
        self.bundle = self._loaded.bundle
        self._answers: dict[bytes, list[Array]] = {}

    def run(self, name: str, values: Array) -> list[Array]:
        if name != ENCODER:
            return self._loaded.run(name, values)
        key = hashlib.sha256(values.tobytes()).digest()
        if key not in self._answers:
            self._answers[key] = self._loaded.run(name, values)
        return [answer.copy() for answer in self._answers[key]]
