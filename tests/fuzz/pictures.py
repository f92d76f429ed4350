"""Broken pictures, read as indexing reads them."""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random

from desktop_app.core.base.memory_gate import Gate
from tests.fuzz.mutations import mutated
from tests.fuzz.report import Tried
from tests.fuzz.seeds import Seed
from tests.fuzz.trial import Trials


class Pictures:
    """Tries pictures in one worker, for one thread."""

    def __init__(self, seeds: list[Seed], seed: int, gate: Gate) -> None:
        self._seeds = seeds
        self._seed = seed
        self._trials = Trials(gate)
        self._folder = tempfile.TemporaryDirectory(prefix="lookalike-fuzz-")

    def attempt(self, number: int) -> Tried:
        """Break a picture, and read it."""
        random = Random(f"{self._seed}-{number}")
        seed, other = random.choice(self._seeds), random.choice(self._seeds)
        content = mutated(seed.content, other.content, random)
        path = Path(self._folder.name, seed.name)
        path.write_bytes(content)
        return Tried(number, seed.name, content, self._trials.read(path))

    def close(self) -> None:
        self._trials.close()
        self._folder.cleanup()
