"""The command `lookalike model build`: a model of the user's own image encoder."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any

import typer

from desktop_app.cli.build_output import print_built, print_network
from desktop_app.cli.options import AsJson, checked_bits, path_argument
from desktop_app.cli.terminal import run_with_progress
from desktop_app.core.base.given_paths import resolved
from desktop_app.core.building.encoder_files import opened_encoder
from desktop_app.core.building.errors import BuildError, BuildProblem
from desktop_app.core.building.events import Adapted
from desktop_app.core.building.network_options import (
    BuildRequest,
    NetworkOptions,
    Pooling,
)
from desktop_app.core.building.scaling import Colour, Scaling, colour, scaling_beside

_MOST_PHOTOS = 5000


class ValueRange(StrEnum):
    """The values of pixels that a network takes."""

    UNIT = "0-1"
    SIGNED = "-1-1"
    BYTES = "0-255"


_RANGES = {
    ValueRange.UNIT: Scaling((0, 0, 0), (1, 1, 1), 1 / 255),
    ValueRange.SIGNED: Scaling((0.5, 0.5, 0.5), (0.5, 0.5, 0.5), 1 / 255),
    ValueRange.BYTES: Scaling((0, 0, 0), (1, 1, 1), 1.0),
}


def _colour(text: str) -> Colour:
    try:
        return colour([float(part) for part in text.split(",")])
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} are not three numbers, as in 0.5,0.5,0.5.") from error


def _deviation(text: str) -> Colour:
    values = _colour(text)
    if min(values) <= 0:
        raise typer.BadParameter("The deviations have to be greater than 0.")
    return values


def build(
    encoder: Annotated[
        Path,
        typer.Argument(
            parser=path_argument,
            help=(
                "ONNX file of an image encoder, or its folder; or a folder or a name of timm, which"
                " needs the training component."
            ),
        ),
    ],
    photos: Annotated[
        Path, typer.Option(parser=path_argument, help="Folder of photos to fit the model to.")
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            parser=path_argument,
            help="Folder in which the model's folder is made. Default: the current one.",
        ),
    ] = None,
    name: Annotated[str, typer.Option(help="Name that the model's ID begins with.")] = "",
    bits: Annotated[
        int | None,
        typer.Option(
            help="Code length: 64, 128 or 256. Default: the most that the encoder allows.",
            callback=checked_bits,
        ),
    ] = None,
    size: Annotated[int | None, typer.Option(help="Side of the encoder's input in pixels.")] = None,
    mean: Annotated[
        Any,
        typer.Option(parser=_colour, metavar="R,G,B", help="Mean, as in 0.5,0.5,0.5."),
    ] = None,
    std: Annotated[
        Any,
        typer.Option(parser=_deviation, metavar="R,G,B", help="Standard deviation."),
    ] = None,
    value_range: Annotated[
        ValueRange | None,
        typer.Option("--range", help="Values of pixels, before --mean and --std."),
    ] = None,
    output: Annotated[str | None, typer.Option(help="Name of the encoder's output.")] = None,
    pool: Annotated[
        Pooling | None, typer.Option(help="How tokens or maps become one vector.")
    ] = None,
    most: Annotated[int, typer.Option(min=200, help="Most photos to read.")] = _MOST_PHOTOS,
    as_json: AsJson = False,
) -> None:
    """Build a model of an image encoder of your own, without labels and without training.

    'lookalike model import' adds it to a library. Size, mean and standard deviation are read from
    preprocessor_config.json or config.json beside the encoder; otherwise they are ImageNet's.
    """
    if find_spec("onnx") is None:
        raise BuildError(encoder, BuildProblem.NEEDS_ONNX)
    from desktop_app.core.building.build import build_model  # loads onnx: slow

    with opened_encoder(encoder) as (network, known_as):
        scaling = _scaling(scaling_beside(network), value_range, mean, std)
        options = NetworkOptions(scaling, size, output, pool)
        places = resolved(photos), resolved(out or Path())
        request = BuildRequest(network, *places, name or known_as, options, bits, most)
        steps = _announced(build_model(request), scaling, quiet=as_json)
        print_built(run_with_progress(steps, quiet=as_json), as_json=as_json)


def _scaling(
    found: Scaling, value_range: ValueRange | None, mean: Colour | None, std: Colour | None
) -> Scaling:
    """Let options replace what was found in files."""
    if value_range is not None:
        found = replace(_RANGES[value_range], side=found.side)
    return replace(found, mean=mean or found.mean, deviation=std or found.deviation)


def _announced(events: Generator[Any], scaling: Scaling, *, quiet: bool) -> Generator[Any]:
    """Pass events on, and print how the network was understood."""
    for event in events:
        if isinstance(event, Adapted) and not quiet:
            print_network(event, scaling)
        yield event
