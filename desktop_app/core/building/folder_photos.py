"""The photos of a folder, read in worker processes by several threads."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from typing import TypeVar

import numpy as np
from PIL import Image

from desktop_app.core.base.errors import PhotoError
from desktop_app.core.base.memory_gate import MemoryGate
from desktop_app.core.base.processors import available_cores
from desktop_app.core.catalogue.roots import readable_folder
from desktop_app.core.catalogue.writer import IGNORED_PROBLEMS
from desktop_app.core.indexing.folder_walk import walk
from desktop_app.core.photos.photo_reader import MAX_DECODE_BYTES
from desktop_app.core.reading.bounded_reader import BoundedReader

_AT_ONCE = 16  # a thread: between two chances to cancel

T = TypeVar("T")


def photo_files(folder: Path) -> list[Path]:
    """List the files under a folder, as a scan does, in an order that is drawn once for all.

    Raises NotAFolderError.
    """
    top = readable_folder(folder)
    paths = sorted(found.path / file.name for found in walk(top) for file in found.files or ())
    order = np.random.default_rng(0).permutation(len(paths))
    return [paths[place] for place in order]


class FolderReader:
    """Reads photos for a network, as many at once as there are cores."""

    def __init__(self, side: int) -> None:
        """Create a reader of pictures whose shorter side has at least `side` pixels."""
        self._side, self._count = side, available_cores()
        gate = MemoryGate(MAX_DECODE_BYTES)
        self._all = [BoundedReader(gate=gate) for _ in range(self._count)]
        self._free: SimpleQueue[BoundedReader] = SimpleQueue()
        for reader in self._all:
            self._free.put(reader)

    def close(self) -> None:
        for reader in self._all:
            reader.close()

    def map(self, paths: list[Path], make: Callable[[Image.Image], T]) -> Generator[T | PhotoError]:
        """Yield what is made of each picture, in order, or why a file cannot be read.

        What is no picture, by its content, is left out.
        """
        step = _AT_ONCE * self._count
        with ThreadPoolExecutor(self._count) as pool:
            for start in range(0, len(paths), step):
                part = paths[start : start + step]
                for made in pool.map(lambda path: self._made(path, make), part):
                    if not _is_ignored(made):
                        yield made

    def _made(self, path: Path, make: Callable[[Image.Image], T]) -> T | PhotoError:
        try:
            with self._reader() as reader:
                image = reader.open(path, self._side).image
        except PhotoError as error:
            return error
        return make(image)

    @contextmanager
    def _reader(self) -> Iterator[BoundedReader]:
        reader = self._free.get()
        try:
            yield reader
        finally:
            self._free.put(reader)


def _is_ignored(made: object) -> bool:
    return isinstance(made, PhotoError) and made.problem in IGNORED_PROBLEMS
