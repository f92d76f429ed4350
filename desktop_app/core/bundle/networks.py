"""Run the networks of a bundle by onnxruntime."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

import onnxruntime
from numpy.typing import NDArray
from onnxruntime.capi import onnxruntime_pybind11_state as runtime

from desktop_app.core.base.errors import BundleError, BundleProblem
from desktop_app.core.bundle.model_bundle import ENCODER, ModelBundle
from desktop_app.core.bundle.signatures import Signature, signatures

Array = NDArray[Any]

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
_ELEMENTS = {"float32": "float", "int8": "int8", "uint8": "uint8"}


class Networks(Protocol):
    """Runs the networks of a bundle.

    Attributes:
        bundle: The bundle; its manifest tells the `descriptor_graph` of the encoder that runs.
    """

    bundle: ModelBundle

    def run(self, name: str, values: Array) -> list[Array]:
        """Run a network on N rows of its input, and return its outputs. Raises BundleError."""
        ...


class LoadedNetworks:
    """Networks in this process. A network is loaded when it first runs; any thread may run it."""

    def __init__(self, bundle: ModelBundle) -> None:
        """Raises BundleError."""
        self.bundle = bundle if bundle.manifest.descriptor_graph else _with_graph(bundle)
        self._signatures = signatures(bundle.manifest)
        self._sessions: dict[str, onnxruntime.InferenceSession] = {}

    def run(self, name: str, values: Array) -> list[Array]:
        """Run a network on N rows of its input, and return its outputs. Raises BundleError."""
        signature = self._signature(name)
        session = self.load(name)
        outputs = [port.name for port in signature.outputs]
        try:
            found = session.run(outputs, {signature.input.name: values})
        except RUNTIME_ERRORS as error:
            raise self._error(BundleProblem.NOT_RUNNABLE, name, str(error)) from error
        for port, value in zip(signature.outputs, found, strict=True):
            if (value.dtype, value.shape) != (port.dtype, (len(values), *port.shape)):
                raise self._error(BundleProblem.WRONG_SHAPES, name, port.name)
        return list(found)

    def load(self, name: str) -> onnxruntime.InferenceSession:
        """Load a network, unless it is loaded, and check its signature. Raises BundleError."""
        if name not in self._sessions:
            signature = self._signature(name)
            try:
                session = new_session(self._model(name))
            except RUNTIME_ERRORS as error:
                raise self._error(BundleProblem.NOT_RUNNABLE, name, str(error)) from error
            if not _has_signature(session, signature):
                raise BundleError(self.bundle.folder, BundleProblem.WRONG_SHAPES, name)
            self._sessions[name] = session
        return self._sessions[name]

    def _model(self, name: str) -> Path | bytes:
        """What the session is made from."""
        return self.bundle.folder / name

    def _signature(self, name: str) -> Signature:
        if name not in self._signatures:
            raise BundleError(self.bundle.folder, BundleProblem.MISSING_FILE, name)
        return self._signatures[name]

    def _error(self, problem: BundleProblem, name: str, detail: str) -> BundleError:
        return BundleError(self.bundle.folder, problem, f"{name}: {detail}")


def new_session(model: Path | bytes) -> onnxruntime.InferenceSession:
    """Load a network, to run on one thread. Raises errors of onnxruntime."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    # The format that was checked.
    options.add_session_config_entry("session.load_model_format", "ONNX")
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _has_signature(session: onnxruntime.InferenceSession, signature: Signature) -> bool:
    expected = {
        port.name: (f"tensor({_ELEMENTS[port.dtype]})", list(port.shape))
        for port in (signature.input, *signature.outputs)
    }
    ports = [*session.get_inputs(), *session.get_outputs()]
    return {port.name: (port.type, list(port.shape[1:])) for port in ports} == expected


def _with_graph(bundle: ModelBundle) -> ModelBundle:
    """Fill in the hash of the network that makes descriptors, which earlier versions left out."""
    from desktop_app.core.bundle.descriptor_graph import descriptor_graph  # loads onnx: slow
    from desktop_app.core.bundle.network_check import parse

    content = (bundle.folder / ENCODER).read_bytes()
    graph = descriptor_graph(parse(bundle, ENCODER, content))
    return replace(bundle, manifest=replace(bundle.manifest, descriptor_graph=graph))
