"""The pictures that are broken: real and reported ones where they are at hand, and drawn ones."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import SHARED_DATA
from tests.fuzz.drawn_seeds import drawn_seeds

_LIBRARY = SHARED_DATA / "library.tar.gz"
_CASES = SHARED_DATA.parent / "cases" / "pictures"
# A larger file takes so long that many smaller ones are not tried.
_LARGEST_BYTES = 500_000


@dataclass(frozen=True)
class Seed:
    """A file to be broken."""

    name: str
    content: bytes


def seeds() -> list[Seed]:
    """The files in the order of their names, so that a number stands for the same one again."""
    found = [*_of_library(), *_of_cases(), *(Seed(*each) for each in drawn_seeds().items())]
    fitting = (seed for seed in found if 0 < len(seed.content) <= _LARGEST_BYTES)
    return sorted(fitting, key=lambda seed: seed.name)


def _of_library() -> Iterator[Seed]:
    if _LIBRARY.exists():
        with tarfile.open(_LIBRARY) as archive:
            for member in archive:
                if (file := archive.extractfile(member)) is not None:
                    yield Seed(Path(member.name).name, file.read())


def _of_cases() -> Iterator[Seed]:
    if _CASES.exists():
        for path in _CASES.iterdir():
            if ".truth" not in path.suffixes:
                yield Seed(path.name, path.read_bytes())
