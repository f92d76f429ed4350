"""The named classes of the training pictures, as directions among descriptors."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from desktop_app.core.words.vocabulary import unit
from training.base.arrays import Floats

# Sets whose classes have one picture each, or no names.
_LEFT_OUT = ("imagenet1k", "coco128", "osie")


@dataclass(frozen=True, eq=False)
class Prototypes:
    """Classes with their directions.

    Attributes:
        keys: `set/class`, ascending.
        directions: float32 [P, D], unit vectors.
    """

    keys: tuple[str, ...]
    directions: Floats

    @property
    def texts(self) -> list[str]:
        """The names as words: `caltech101/water_lilly` is "water lilly"."""
        return [_words(key.partition("/")[2]) for key in self.keys]


def prototypes(names: tuple[str, ...], descriptors: Floats) -> Prototypes:
    """Average the descriptors [N, D] of each class of pictures named `set/class/file`.

    A class is compared with all pictures, and with those of its set, whose size and origin are no
    part of what the class means.
    """
    units = unit(descriptors)
    classes = np.array([name.rpartition("/")[0] for name in names])
    sets = np.array([name.partition("/")[0] for name in names])
    keys = tuple(key for key in sorted(set(classes)) if not key.startswith(_LEFT_OUT))
    everything = units.mean(axis=0)
    found = []
    for key in keys:
        own = units[classes == key].mean(axis=0)
        of_set = units[sets == key.partition("/")[0]].mean(axis=0)
        found.append(unit(own - everything) + unit(own - of_set))
    return Prototypes(keys, unit(np.array(found)))


def _words(name: str) -> str:
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return parted.replace("_", " ").lower()
