"""What the user says of a network, and wants to be built of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop_app.core.building.scaling import Scaling


class Pooling(StrEnum):
    """How the output of a network becomes one vector a picture."""

    NONE = "none"
    FIRST = "first"
    MEAN = "mean"


@dataclass(frozen=True)
class NetworkOptions:
    """What the user says of a network; what is None is found out.

    Attributes:
        scaling: Of the pixels.
        side: Of the input, in pixels.
        output: The name of the output.
        pooling: Of tokens or maps.
    """

    scaling: Scaling
    side: int | None = None
    output: str | None = None
    pooling: Pooling | None = None


@dataclass(frozen=True)
class BuildRequest:
    """What to build.

    Attributes:
        network: An ONNX file.
        photos: A folder.
        out: The folder in which the folder of the model is made.
        name: The model's id begins with it.
        options: What the user says of the network.
        bits: Of a code; None: the most that the network allows.
        most: Photos that are read at most.
    """

    network: Path
    photos: Path
    out: Path
    name: str
    options: NetworkOptions
    bits: int | None
    most: int
