"""Edited copies of photos as real files, so that every method reads the same."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from desktop_app.core.base.processors import available_cores
from training.benchmarks.benchmark import Rows
from training.data.features import digest_of_edit
from training.data.pictures import PictureSet, atomic_folder
from training.duplicates.edits import Edit
from training.duplicates.reading import read_rgb


@dataclass(frozen=True, eq=False)
class CopiedPhotos:
    """N photos, and copies of M of them.

    Attributes:
        originals: all N photos.
        rows: int64 [M], the photos that were copied.
        copies: by the name of each edit, M files in the order of `rows`.
    """

    originals: PictureSet
    rows: Rows
    copies: dict[str, PictureSet]


def copied_photos(
    pictures: PictureSet, rows: Rows, edits: Sequence[Edit], cache: Path
) -> CopiedPhotos:
    """Copy the photos `rows` with every edit, in a folder of the cache for each edit; once."""
    some = pictures.subset(rows)
    copies = {edit.name: _copies(some, edit, cache / "copies") for edit in edits}
    return CopiedPhotos(pictures, rows, copies)


def _copies(pictures: PictureSet, edit: Edit, cache: Path) -> PictureSet:
    folder = cache / _key(pictures, edit)
    names = tuple(f"{number:05}.{edit.saving['format'].lower()}" for number in range(len(pictures)))
    if not folder.is_dir():
        with atomic_folder(folder) as part, ThreadPoolExecutor(available_cores()) as pool:
            tasks = zip(pictures.names, names, strict=True)
            list(pool.map(partial(_copy, pictures.root, part, edit), tasks))
    return PictureSet(folder, names)


def _copy(source: Path, target: Path, edit: Edit, names: tuple[str, str]) -> None:
    original, copy = names
    edit.save(edit.made(read_rgb(source / original), original), target / copy)


def _key(pictures: PictureSet, edit: Edit) -> str:
    """Name the folder after the edit and everything that its files depend on."""
    digest = digest_of_edit(lambda image: edit.made(image, ""))
    sizes = [path.stat().st_size for path in pictures.paths]
    parts = [digest, sorted(edit.saving.items()), *pictures.names, *sizes]
    text = "\n".join(map(str, parts)).encode(errors="surrogatepass")
    readable = "".join(sign if sign.isalnum() else "-" for sign in edit.name)
    return f"{readable}-{hashlib.sha256(text).hexdigest()[:16]}"
