"""Adapt a foreign network: pixels uint8 [N, S, S, 3] -> features float32 [N, F]."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto

from desktop_app.core.building.assembly import FEATURES, assembled, pooled, round_weights
from desktop_app.core.building.data_flow import Values, evaluate, needed_nodes, prune
from desktop_app.core.building.errors import BuildError, BuildProblem
from desktop_app.core.building.fixed_shapes import (
    UnfixedShapeError,
    unfixed_tensors,
    with_fixed_shapes,
)
from desktop_app.core.building.network_file import read_network
from desktop_app.core.building.network_options import NetworkOptions, Pooling
from desktop_app.core.building.operators import UnsupportedOperatorError, in_bundle_operators
from desktop_app.core.building.ports import (
    PictureInput,
    best_output,
    inputs_text,
    outputs_of,
    picture_input,
    pooling_of,
)
from desktop_app.core.building.scaling import Scaling
from desktop_app.core.bundle.network_check import network_problem
from desktop_app.core.bundle.network_limits import RUN_SECONDS
from desktop_app.core.bundle.networks import RUNTIME_ERRORS
from desktop_app.core.learning.grafting import finished

_USUAL_SIDE = 224
_SIDES = range(32, 1025)
# Two ways to compute the same differ by less, as a share of a vector's length.
_ROUNDING = 1e-3
# Rounding the weights to float16 may move a vector by this share of its length; most move by .002.
_MOST_MOVED = 0.02
_FEWEST_FEATURES = 8


@dataclass(frozen=True)
class FeatureNetwork:
    """An adapted network.

    Attributes:
        content: Of its ONNX file.
        side: S.
        features: F.
        output: The output of the foreign network that was taken.
        pooling: How it was pooled.
        takes_several: N may be more than 1.
    """

    content: bytes
    side: int
    features: int
    output: str
    pooling: Pooling
    takes_several: bool


def adapted_network(path: Path, options: NetworkOptions) -> FeatureNetwork:
    """Adapt the network of a file. Raises BuildError, and MemoryError.

    Run this in a process with limits (conversion_process.py): the file may be hostile.
    """
    model = read_network(path)
    try:
        return _Adapting(path, model, options).run()
    except UnsupportedOperatorError as error:
        raise BuildError(path, BuildProblem.FORBIDDEN_OPERATOR, str(error)) from error
    except RUNTIME_ERRORS as error:
        detail = str(error).strip().partition("\n")[0]
        raise BuildError(path, BuildProblem.NOT_RUNNABLE, detail) from error


class _Adapting:
    """Adapts one network."""

    def __init__(self, path: Path, model: ModelProto, options: NetworkOptions) -> None:
        self._path, self._model, self._options = path, model, options
        self._source = _picture_input(path, model)
        self._side = self._chosen_side()

    def run(self) -> FeatureNetwork:
        self._free_rows()
        output, value = self._chosen_output()
        pooling = self._options.pooling or pooling_of(value)
        expected = pooled(value, pooling)
        self._check_features(output, expected)
        several = self._fixed(output, value, pooling, for_several=True)
        network = several or self._fixed(output, value, pooling, for_several=False)
        if network is None:
            raise self._error(BuildProblem.FORBIDDEN_OPERATOR, "a computed shape")
        if not self._agrees(network, expected, _ROUNDING):
            raise self._error(BuildProblem.DISAGREES, output)
        rounded = round_weights(network)
        network = rounded if self._agrees(rounded, expected, _MOST_MOVED) else network
        return FeatureNetwork(
            finished(network), self._side, expected.shape[1], output, pooling,
            takes_several=several is not None,
        )  # fmt: skip

    def _chosen_side(self) -> int:
        told, sides = self._options.side, set(self._source.sides) - {None}
        known = next(iter(sides), None)
        side = known or told or self._options.scaling.side or _USUAL_SIDE
        if len(sides) > 1 or (told and told != side) or side not in _SIDES:
            height, width = (size or side for size in self._source.sides)
            raise self._error(BuildProblem.WRONG_SIDE, f"{width} × {height}")
        return side

    def _free_rows(self) -> None:
        """Let the network take any number of pictures, whatever it declares."""
        graph = self._model.graph
        item = next(item for item in graph.input if item.name == self._source.name)
        colours, side = 3, self._side
        sizes = [colours, side, side] if self._source.channels_first else [side, side, colours]
        shape = item.type.tensor_type.shape
        shape.dim[0].dim_param = "photos"
        for place, size in enumerate(sizes, 1):
            shape.dim[place].dim_value = size
        del graph.value_info[:]
        for output in graph.output:
            output.type.tensor_type.ClearField("shape")

    def _chosen_output(self) -> tuple[str, NDArray[Any]]:
        graph, told = self._model.graph, self._options.output
        usable = outputs_of(graph, self._source.name)
        names = [name for name in usable if told in (None, name)]
        if not names:
            raise self._error(BuildProblem.NO_EMBEDDING, ", ".join(usable) or "none")
        prune(graph, self._source.name, names)
        started = process_time()
        values = evaluate(self._model, names, [self._inputs(1)])[0]
        _check_seconds(self._path, process_time() - started)
        chosen = best_output(values, names)
        if chosen is None:
            shapes = (f"{name} {list(values[name].shape)}" for name in names)
            raise self._error(BuildProblem.NO_EMBEDDING, ", ".join(shapes))
        return chosen, values[chosen]

    def _check_features(self, output: str, expected: NDArray[np.float32]) -> None:
        if not np.isfinite(expected).all():
            raise self._error(BuildProblem.NOT_FINITE, output)
        if expected.shape[1] < _FEWEST_FEATURES:
            raise self._error(BuildProblem.TOO_FEW_FEATURES, str(expected.shape[1]))

    def _fixed(
        self, output: str, value: NDArray[Any], pooling: Pooling, *, for_several: bool
    ) -> ModelProto | None:
        """Fix the shapes; None if the network cannot take several pictures."""
        try:
            values = self._unfixed_values(output, for_several=for_several)
            fixed = with_fixed_shapes(self._model, self._source.name, output, *values)
            operators = in_bundle_operators(fixed)
            scaling = self._options.scaling
            network = assembled(operators, self._source, self._side, scaling, value, pooling)
            _check_operators(network)
            if for_several and not _is_independent(network, self._noise(3)):
                return None
        except (UnfixedShapeError, *RUNTIME_ERRORS):
            if for_several:
                return None
            raise
        return network

    def _unfixed_values(self, output: str, *, for_several: bool) -> tuple[Values, Values | None]:
        graph = self._model.graph
        nodes = needed_nodes(graph.node, [output])
        constants = {tensor.name for tensor in graph.initializer}
        names = unfixed_tensors(nodes, self._source.name, constants)
        counts = (1, 2) if for_several else (1,)
        found = evaluate(self._model, names, [self._inputs(count) for count in counts])
        return found[0], found[1] if for_several else None

    def _agrees(self, network: ModelProto, expected: NDArray[Any], share: float) -> bool:
        return _agrees(_features(network, self._noise(1))[0], expected[0], share)

    def _noise(self, rows: int) -> NDArray[np.uint8]:
        """Draw pictures uint8 [N, S, S, 3]."""
        shape = (rows, self._side, self._side, 3)
        return np.random.default_rng(1).integers(0, 256, shape, np.uint8)

    def _inputs(self, rows: int) -> Values:
        return {self._source.name: _scaled(self._noise(rows), self._source, self._options.scaling)}

    def _error(self, problem: BuildProblem, detail: str) -> BuildError:
        return BuildError(self._path, problem, detail)


def _check_seconds(path: Path, seconds: float) -> None:
    """Check what one picture took, before the minutes that everything else may take."""
    if seconds > RUN_SECONDS:
        detail = f"{seconds:.0f} s of one core, and the limit is {RUN_SECONDS:.0f} s"
        raise BuildError(path, BuildProblem.TOO_SLOW, detail)


def _picture_input(path: Path, model: ModelProto) -> PictureInput:
    source = picture_input(model.graph)
    if source is None:
        raise BuildError(path, BuildProblem.NO_PICTURES, inputs_text(model.graph))
    return source


def _check_operators(network: ModelProto) -> None:
    if problem := network_problem(network):
        raise UnsupportedOperatorError(problem)


def _scaled(pixels: NDArray[np.uint8], source: PictureInput, scaling: Scaling) -> NDArray[Any]:
    """Scale pixels as the owner of a network does: the reference of assembly.py."""
    values: NDArray[Any] = pixels
    if source.dtype != "uint8":
        centred = pixels * scaling.factor - np.array(scaling.mean)
        values = (centred / np.array(scaling.deviation)).astype(source.dtype)
    return values.transpose(0, 3, 1, 2) if source.channels_first else values


def _features(network: ModelProto, pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
    found: NDArray[np.float32] = evaluate(network, [FEATURES], [{"pixels": pixels}])[0][FEATURES]
    return found


def _is_independent(network: ModelProto, pixels: NDArray[np.uint8]) -> bool:
    """Whether pictures get the same vectors together as alone."""
    singles = [{"pixels": row[np.newaxis]} for row in pixels]
    together, *alone = evaluate(network, [FEATURES], [{"pixels": pixels}, *singles])
    return len(together[FEATURES]) == len(pixels) and all(
        _agrees(row, each[FEATURES][0], _ROUNDING)
        for row, each in zip(together[FEATURES], alone, strict=True)
    )


def _agrees(found: NDArray[Any], expected: NDArray[Any], share: float) -> bool:
    difference = np.linalg.norm(found.astype(np.float64) - expected)
    return bool(difference <= share * max(float(np.linalg.norm(expected)), 1e-6))
