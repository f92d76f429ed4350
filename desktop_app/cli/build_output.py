"""The output of `lookalike model build`: JSON for scripts (docs/formats.md), text for people."""

from __future__ import annotations

from desktop_app.cli.terminal import photo_count, print_error, print_json, print_text
from desktop_app.core.building.events import Adapted, Built
from desktop_app.core.building.network_options import Pooling
from desktop_app.core.building.scaling import Colour, Scaling
from desktop_app.sentences.errors import error_message

_POOLED = {
    Pooling.NONE: "one vector a photo",
    Pooling.FIRST: "the first token of each photo",
    Pooling.MEAN: "the mean over all places of each photo",
}
_MOST_NAMED = 20


def print_network(network: Adapted, scaling: Scaling) -> None:
    """Tell people how a network was understood, so that they can correct it."""
    print_error(
        f"Input: {network.side} × {network.side} pixels; ({_factor(scaling)} -"
        f" {_colour(scaling.mean)}) / {_colour(scaling.deviation)}, {_source(scaling)}. Photos are"
        " cropped to 4:3 at most and resized to the square, bicubic, as in the whole program."
    )
    print_error(
        f"Output: {network.output}, {_POOLED[network.pooling]}, {network.features:,} numbers."
    )


def print_built(built: Built, *, as_json: bool) -> None:
    for error in built.skipped[:_MOST_NAMED]:
        print_error(f"Skipped: {error_message(error)}")
    if len(built.skipped) > _MOST_NAMED:
        print_error(f"{len(built.skipped) - _MOST_NAMED:,} more photos were skipped.")
    if as_json:
        print_json(_built_json(built))
        return
    print_text(
        f"Built {built.model_id} from {photo_count(built.photos)}: {built.megabytes:,.1f} MB,"
        f" {built.milliseconds:,.1f} ms a photo on one core, without decoding it."
    )
    print_text(
        f"It is in {built.folder}. Copy this folder to use the model on another computer."
        f" 'lookalike model import {built.folder}' adds it to your library, and"
        f" 'lookalike model use {built.model_id}' switches to it."
    )


def _built_json(built: Built) -> dict[str, object]:
    network = built.network
    return {
        "model_id": built.model_id,
        "path": built.folder,
        "photos": built.photos,
        "skipped": [
            {"path": error.path, "reason": error.problem, "detail": error.detail}
            for error in built.skipped
        ],
        "size_bytes": round(built.megabytes * 1e6),
        "milliseconds": round(built.milliseconds, 2),
        "image_size": network.side,
        "output": network.output,
        "features": network.features,
        "pooling": network.pooling,
        "takes_several": network.takes_several,
    }


def _factor(scaling: Scaling) -> str:
    return "pixel" if scaling.factor == 1 else f"pixel / {1 / scaling.factor:g}"


def _colour(values: Colour) -> str:
    return "[" + ", ".join(f"{value:g}" for value in values) + "]"


def _source(scaling: Scaling) -> str:
    return f"from {scaling.source}" if scaling.source else "as usual or as given"
