"""The networks of a bundle, run by onnxruntime."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnxruntime.capi import onnxruntime_pybind11_state as runtime

from desktop_app.core.base.codes import PAGE_ROWS, Codes, Descriptors, Logits, pack, signs
from desktop_app.core.base.errors import BundleError, BundleProblem
from desktop_app.core.bundle.model_bundle import GENERATOR, ModelBundle

# What onnxruntime raises for a network that it cannot run.
REFUSALS = (
    runtime.EPFail,
    runtime.Fail,
    runtime.InvalidArgument,
    runtime.InvalidGraph,
    runtime.InvalidProtobuf,
    runtime.NoModel,
    runtime.NoSuchFile,
    runtime.NotImplemented,
    runtime.RuntimeException,
    OSError,
    RuntimeError,
    ValueError,
)


@dataclass(frozen=True)
class Encoded:
    """What a bundle says of N photos: descriptors int8 [N, D], logits float32 [N, K]."""

    descriptors: Descriptors
    logits: Logits

    @property
    def codes(self) -> Codes:
        return pack(self.logits)


class Encoder:
    """Photos -> descriptors and logits; descriptors -> logits; codes -> pictures.

    Photos are encoded one at a time and on one thread, so that a photo's code never depends on
    its company; whoever has many photos calls `encode` from many threads, which is safe.
    """

    def __init__(self, bundle: ModelBundle) -> None:
        """Load and check the encoder. Raises BundleError."""
        self.bundle = bundle
        self._encoder = open_session(bundle, bundle.encoder)
        self._check_shapes()

    @property
    def model_id(self) -> str:
        return self.bundle.manifest.model_id

    @property
    def image_size(self) -> int:
        return self.bundle.manifest.image_size

    def encode(self, pixels: NDArray[np.uint8]) -> Encoded:
        """Pixels uint8 [S, S, 3], from preprocess.network_input -> Encoded of one row."""
        descriptors, logits = self._encoder.run(
            ["descriptor", "logits"], {"pixels": pixels[np.newaxis]}
        )
        return Encoded(descriptors, logits)

    def hash_descriptors(self, descriptors: Descriptors) -> Logits:
        """int8 [N, D] -> logits float32 [N, K], as `encode` gave them for the same photos."""
        starts = range(0, max(len(descriptors), 1), PAGE_ROWS)
        return np.concatenate([self._hash(descriptors[at : at + PAGE_ROWS]) for at in starts])

    def previews(self, codes: Codes) -> NDArray[np.uint8]:
        """Packed codes [N, K/8] -> pictures uint8 [N, G, G, 3]. Raises BundleError without one."""
        return self.pictures(signs(codes))

    def pictures(self, values: NDArray[np.float32]) -> NDArray[np.uint8]:
        """As `previews`, of float32 [N, K]: -1 and +1, and 0 for a bit that is left open."""
        return np.asarray(self._generator.run(["pictures"], {"codes": values})[0], np.uint8)

    def _hash(self, descriptors: Descriptors) -> Logits:
        """No more than a page, which a model from elsewhere was tried with (model_trial.py)."""
        return np.asarray(self._hasher.run(["logits"], {"descriptor": descriptors})[0], np.float32)

    @cached_property
    def _hasher(self) -> onnxruntime.InferenceSession:
        return open_session(self.bundle, self.bundle.hasher)

    @cached_property
    def _generator(self) -> onnxruntime.InferenceSession:
        path = self.bundle.generator
        if path is None:
            raise BundleError(self.bundle.folder, BundleProblem.MISSING_FILE, GENERATOR)
        session = open_session(self.bundle, path)
        manifest = self.bundle.manifest
        side = manifest.preview_size
        expected = [("tensor(float)", [manifest.code_bits]), ("tensor(uint8)", [side, side, 3])]
        found = [
            (item.type, list(item.shape[1:]))
            for item in [*session.get_inputs(), *session.get_outputs()]
        ]
        if found != expected:
            raise BundleError(self.bundle.folder, BundleProblem.WRONG_SHAPES, str(found))
        return session

    def _check_shapes(self) -> None:
        manifest = self.bundle.manifest
        side = manifest.image_size
        expected = {
            "pixels": ("tensor(uint8)", [side, side, 3]),
            "descriptor": ("tensor(int8)", [manifest.descriptor_size]),
            "logits": ("tensor(float)", [manifest.code_bits]),
        }
        found = {
            item.name: (item.type, list(item.shape[1:]))
            for item in [*self._encoder.get_inputs(), *self._encoder.get_outputs()]
        }
        if found != expected:
            raise BundleError(self.bundle.folder, BundleProblem.WRONG_SHAPES, str(found))


def open_session(bundle: ModelBundle, path: Path) -> onnxruntime.InferenceSession:
    """A network of the bundle, ready to run on one thread. Raises BundleError."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    options.add_session_config_entry("session.load_model_format", "ONNX")  # what was checked
    try:
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    except REFUSALS as error:
        raise BundleError(bundle.folder, BundleProblem.NOT_RUNNABLE, str(error)) from error
