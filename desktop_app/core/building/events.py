"""What building a model reports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop_app.core.base.errors import PhotoError
from desktop_app.core.building.network_options import Pooling


class BuildingStage(StrEnum):
    """The stages, in their order."""

    ADAPTING = "adapting"
    READING = "reading"
    FITTING = "fitting"
    CALIBRATING = "calibrating"
    CHECKING = "checking"


@dataclass(frozen=True)
class Building:
    """A model is being built: `done` of `total` in this stage; a total of 0 is unknown."""

    stage: BuildingStage
    done: int = 0
    total: int = 0


@dataclass(frozen=True)
class Adapted:
    """How a network was understood.

    Attributes:
        side: Of its input, in pixels.
        output: The output that was taken.
        features: The length of its vectors.
        pooling: How they were made of tokens or maps.
        takes_several: It can take several photos at once.
    """

    side: int
    output: str
    features: int
    pooling: Pooling
    takes_several: bool


@dataclass(frozen=True, eq=False)
class Built:
    """A model was built.

    Attributes:
        model_id: Its name.
        folder: Of the bundle.
        network: How the network was understood.
        photos: That it was fitted to.
        skipped: Photos that cannot be read.
        megabytes: Size of the bundle, in millions of bytes.
        milliseconds: For the code of a photo that is decoded, on one thread.
    """

    model_id: str
    folder: Path
    network: Adapted
    photos: int
    skipped: list[PhotoError]
    megabytes: float
    milliseconds: float
