"""NUS-WIDE (Chua et al., CIVR 2009): 269,648 photos from Flickr, annotated with 81 concepts.

Relevant is a concept in common, of the 21 most frequent; the 195,834 photos with one of those are
kept. The split of the hashing literature (DPSH, DSDH, SDC): 100 photos of each concept are queries
(2,100), the others are the database, of which 500 of each concept (10,500) may be trained on,
without labels; mAP@5000. Papers draw those photos again, and many are gone from Flickr: the figures
of two papers are never of exactly the same photos.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.base.errors import DamagedDataError, MissingDataError
from training.benchmarks.benchmark import Benchmark, Labels, Measure
from training.benchmarks.splits import complement, sample_per_label
from training.data.pictures import PictureSet

_LIST = "ImageList/Imagelist.txt"
_LABELS = "Groundtruth/AllLabels"
_FOLDERS = ("Flickr", "images")
_TOP = 5000


def nus_wide(
    data: Path, concept_count: int = 21, queries_a_concept: int = 100,
    training_a_concept: int = 500, seed: int = 0,
) -> Benchmark:  # fmt: skip
    """Load ImageList/, Groundtruth/AllLabels/ and the photos in Flickr/ or images/.

    Photos of the list that are not on the disk are left out, and counted as missing.

    Raises:
        MissingDataError, DamagedDataError, IncompleteDataError.
    """
    pictures, labels, missing = _labelled_pictures(data, concept_count)
    root = pictures.root
    queries = sample_per_label(labels, np.arange(len(pictures)), queries_a_concept, seed, root)
    database = complement(len(pictures), without=queries)
    training = sample_per_label(labels, database, training_a_concept, seed, root)
    name, measures = f"NUS-WIDE, {concept_count} concepts", (Measure("concept", _TOP, labels),)
    return Benchmark(name, pictures, queries, database, training, measures, missing)


def _labelled_pictures(data: Path, concept_count: int) -> tuple[PictureSet, Labels, int]:
    """Return the pictures with a frequent concept, their labels, and how many are missing."""
    listed = _listed(data / _LIST)
    labels = _most_frequent(data / _LABELS, len(listed), concept_count)
    root = _root(data)
    labelled = np.flatnonzero(labels.any(axis=1))
    present = np.array([(root / listed[row]).is_file() for row in labelled], np.bool_)
    kept = labelled[present]
    pictures = PictureSet(root, tuple(listed[row] for row in kept))
    return pictures, labels[kept], len(labelled) - len(kept)


def _listed(file: Path) -> list[str]:
    """Read names relative to the photos' folder; the list has Windows separators."""
    if not file.is_file():
        raise MissingDataError(file)
    lines = file.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    return [line.strip().replace("\\", "/") for line in lines if line.strip()]


def _most_frequent(folder: Path, photos: int, count: int) -> Labels:
    """Read the concepts that most photos of the list have: bool [photos, count]."""
    files = sorted(folder.glob("Labels_*.txt"))
    if not files:
        raise MissingDataError(folder / "Labels_<concept>.txt")
    if len(files) < count:
        raise DamagedDataError(
            folder, f"it has labels for {len(files)} concepts, and {count} are needed"
        )
    labels = np.stack([_annotations(file, photos) for file in files], axis=1)
    frequent = np.argsort(-labels.sum(axis=0), kind="stable")[:count]
    return labels[:, np.sort(frequent)]


def _annotations(file: Path, photos: int) -> NDArray[np.bool_]:
    """Read a concept's file: a line of 0 or 1 for each photo of the list."""
    lines = np.array(file.read_bytes().split())
    if len(lines) != photos:
        raise DamagedDataError(file, f"it has {len(lines):,} lines for {photos:,} listed photos")
    if not np.isin(lines, (b"0", b"1")).all():
        line = int(np.flatnonzero(~np.isin(lines, (b"0", b"1")))[0]) + 1
        raise DamagedDataError(file, f"line {line} is neither 0 nor 1")
    return np.asarray(lines == b"1", np.bool_)


def _root(data: Path) -> Path:
    for name in _FOLDERS:
        if (data / name).is_dir():
            return data / name
    raise MissingDataError(data / _FOLDERS[0])
