"""Programs that read photos in order to find them again, each as its guide says, on all cores."""

from __future__ import annotations

import json
import subprocess
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop_app.core.base.paths import default_bundle
from desktop_app.core.base.processors import available_cores
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.indexer import index
from tests.peers.peer import NOTHING, Needs

# Reads all photos of a folder, and keeps what it has to keep in another, empty one.
Read: TypeAlias = Callable[[Path, Path], None]

_NOTHING_ELSE = "thumbnails, dates, resuming, noticing changes"


@dataclass(frozen=True)
class Reader:
    """A program that reads photos.

    Attributes:
        title: As in tables.
        prepare: Imports and loads what is needed, which is not measured.
        lacks: What Lookalike does meanwhile, and this does not.
    """

    title: str
    prepare: Callable[[], Read]
    needs: Needs = NOTHING
    lacks: str = ""


def hash_readers() -> tuple[Reader, ...]:
    """Lookalike, which comes first, and those without a network."""
    return (
        Reader("Lookalike", _lookalike),
        Reader("imagehash pHash", _imagehash, Needs(("imagehash",)), _NOTHING_ELSE),
        Reader("imagededup PHash", _imagededup, Needs(("imagededup",)), _NOTHING_ELSE),
        Reader("PDQ", _pdq, Needs(("pdqhash",)), _NOTHING_ELSE),
        Reader(
            "findimagedupes",
            lambda: _findimagedupes,
            Needs(programs=("findimagedupes",)),
            "thumbnails, dates; more than one core",
        ),
    )


def photos_of(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def in_threads(describe: Callable[[Path], Any], paths: Sequence[Path]) -> list[Any]:
    """Describe each of some files; Pillow decodes without the lock of Python."""
    with ThreadPoolExecutor(available_cores()) as pool:
        return list(pool.map(describe, paths))


def _lookalike() -> Read:
    encoder = Encoder(read_bundle(default_bundle()))

    def read(photos: Path, kept: Path) -> None:
        deque(index(LibraryFiles(kept / "library"), encoder, [photos]), maxlen=0)

    return read


def _imagehash() -> Read:
    imagehash = import_module("imagehash")
    return _hashing(lambda path: np.packbits(imagehash.phash(Image.open(path)).hash.ravel()))


def _pdq() -> Read:
    pdqhash = import_module("pdqhash")

    def describe(path: Path) -> NDArray[np.uint8]:
        bits, _ = pdqhash.compute(np.asarray(Image.open(path).convert("RGB")))
        return np.packbits(np.asarray(bits, np.uint8))

    return _hashing(describe)


def _hashing(describe: Callable[[Path], NDArray[np.uint8]]) -> Read:
    """Of libraries that hash one picture: they keep nothing, so here are the bare hashes."""

    def read(photos: Path, kept: Path) -> None:
        hashes = np.stack(in_threads(describe, photos_of(photos)))
        (kept / "hashes").write_bytes(hashes.tobytes())

    return read


def _imagededup() -> Read:
    method = import_module("imagededup.methods").PHash(verbose=False)

    def read(photos: Path, kept: Path) -> None:
        found = method.encode_images(photos, recursive=True, num_enc_workers=available_cores())
        (kept / "hashes.json").write_text(json.dumps(found))

    return read


def _findimagedupes(photos: Path, kept: Path) -> None:
    command = ["findimagedupes", f"--fingerprints={kept / 'fingerprints'}", "--no-compare"]
    names = "".join(f"{path}\0" for path in photos_of(photos))
    subprocess.run([*command, "--null", "-"], input=names, text=True, check=True)
