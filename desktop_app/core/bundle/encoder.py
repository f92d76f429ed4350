"""Run the networks of a bundle with onnxruntime."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnxruntime.capi import onnxruntime_pybind11_state as runtime

from desktop_app.core.base.codes import PAGE_ROWS, Codes, Descriptors, Logits, pack, signs
from desktop_app.core.base.errors import BundleError, BundleProblem
from desktop_app.core.bundle.model_bundle import ENCODER, GENERATOR, ModelBundle

# The exceptions of onnxruntime for a network that it cannot load or run.
RUNTIME_ERRORS = (
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
    """The output of the encoder for N photos: descriptors int8 [N, D], logits float32 [N, K]."""

    descriptors: Descriptors
    logits: Logits

    @property
    def codes(self) -> Codes:
        return pack(self.logits)


class Encoder:
    """Maps photos to descriptors and logits, descriptors to logits, and codes to pictures.

    All methods are thread-safe. A photo is encoded alone and on one thread, so that its code does
    not depend on other photos; call `encode` from several threads for throughput.
    """

    def __init__(self, bundle: ModelBundle) -> None:
        """Load the encoder and check its shapes. Raises BundleError."""
        self.bundle = bundle if bundle.manifest.descriptor_graph else _with_graph(bundle)
        self._encoder = open_session(bundle, bundle.encoder)
        self._check_shapes()

    @property
    def model_id(self) -> str:
        return self.bundle.manifest.model_id

    @property
    def image_size(self) -> int:
        return self.bundle.manifest.image_size

    def encode(self, pixels: NDArray[np.uint8]) -> Encoded:
        """Encode one photo.

        Args:
            pixels: uint8 [S, S, 3], from preprocess.network_input.

        Returns:
            Descriptor and logits, of one row.
        """
        descriptors, logits = self._encoder.run(
            ["descriptor", "logits"], {"pixels": pixels[np.newaxis]}
        )
        return Encoded(descriptors, logits)

    def hash_descriptors(self, descriptors: Descriptors) -> Logits:
        """Compute the logits float32 [N, K] of int8 [N, D], equal to those of `encode`."""
        starts = range(0, max(len(descriptors), 1), PAGE_ROWS)
        pages = (descriptors[start : start + PAGE_ROWS] for start in starts)
        return np.concatenate([self._hash_page(page) for page in pages])

    def previews(self, codes: Codes) -> NDArray[np.uint8]:
        """Generate pictures uint8 [N, G, G, 3] from packed codes uint8 [N, K/8].

        Raises BundleError where the bundle has no generator.
        """
        return self.pictures(signs(codes))

    def pictures(self, values: NDArray[np.float32]) -> NDArray[np.uint8]:
        """Generate pictures from bits float32 [N, K] of -1, +1, and 0 for undetermined bits.

        Raises BundleError where the bundle has no generator.
        """
        return np.asarray(self._generator.run(["pictures"], {"codes": values})[0], np.uint8)

    def _hash_page(self, descriptors: Descriptors) -> Logits:
        """Of at most PAGE_ROWS rows: imported models were tested with no more (model_trial.py)."""
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


def _with_graph(bundle: ModelBundle) -> ModelBundle:
    """Fill in the hash of the network that makes descriptors, which earlier versions left out."""
    from desktop_app.core.bundle.descriptor_graph import descriptor_graph  # loads onnx: slow
    from desktop_app.core.bundle.network_check import parse

    graph = descriptor_graph(parse(bundle, ENCODER))
    return replace(bundle, manifest=replace(bundle.manifest, descriptor_graph=graph))


def open_session(bundle: ModelBundle, path: Path) -> onnxruntime.InferenceSession:
    """Load a network of the bundle, to run on one thread. Raises BundleError."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    options.add_session_config_entry(
        "session.load_model_format", "ONNX"
    )  # the format that was checked
    try:
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    except RUNTIME_ERRORS as error:
        raise BundleError(bundle.folder, BundleProblem.NOT_RUNNABLE, str(error)) from error
