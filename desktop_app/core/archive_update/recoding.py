"""Compute the codes of another model for the shards of an archive, from their descriptors.

The codes of a shard depend on its descriptors and the model only: whoever computes them writes the
same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.progress import ShardRecoded
from desktop_app.core.archive_update.shard_codes import has_codes, write_codes
from desktop_app.core.base.codes import Codes, pack
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_trial import makes_same_descriptors
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.models.library_models import LibraryModels

# Shared storage answers late, whatever the number of cores.
_THREADS = 16


def shards_without_codes(
    archive: Archive, model_id: str, numbers: Iterable[int] | None = None
) -> list[int]:
    """Return those of some shards, or of all, that lack the codes of a model.

    Raises ArchiveError: a shard is damaged, or there is no such shard.
    """
    wanted = archive.numbers if numbers is None else list(numbers)
    if unknown := set(wanted).difference(archive.numbers):
        detail = ", ".join(map(str, sorted(unknown)))
        raise ArchiveError(archive.files.folder, ArchiveProblem.NO_SHARD, detail)
    with ThreadPoolExecutor(_THREADS) as pool:
        found = pool.map(lambda number: has_codes(archive, model_id, number), wanted)
        return [number for number, is_there in zip(wanted, found, strict=True) if not is_there]


def recode_shard(archive: Archive, encoder: Encoder, number: int) -> ShardRecoded:
    """Compute the codes of the photos of a shard, and write them.

    Raises ArchiveError: the shard is damaged, or the codes cannot be written. Raises BundleError.
    """
    photos = archive.photos(number, ["descriptor"])
    codes = _codes(archive, encoder, number, photos)
    write_codes(archive, encoder.model_id, number, photos, codes)
    return ShardRecoded(number, len(codes))


def check_descriptors(archive: Archive, encoder: Encoder, shipped: Path) -> None:
    """Check that a model can compute codes from the stored descriptors of an archive.

    The archive names its network; where a model is known that makes descriptors of this name, they
    are compared.

    Args:
        archive: The archive.
        encoder: The model.
        shipped: The bundle that came with the program.

    Raises ArchiveError: another network has made them. Raises BundleError.
    """
    manifest, number = encoder.bundle.manifest, archive.numbers[0]
    with archive.reading(number) as path:
        size = pq.read_schema(path).field("descriptor").type.byte_width
    names = (archive.label.descriptor_id, size)
    if names != (manifest.descriptor_id, manifest.descriptor_size) or not _is_namesake(
        archive, encoder, shipped
    ):
        raise ArchiveError(archive.files.folder, ArchiveProblem.OTHER_NETWORK, encoder.model_id)


def _is_namesake(archive: Archive, encoder: Encoder, shipped: Path) -> bool:
    """Whether a model makes the descriptors that others of this name make, if one is known."""
    models = LibraryModels(LibraryFiles(archive.files.folder), shipped)
    manifest = encoder.bundle.manifest
    for known in models.all():
        if known.bundle.manifest.descriptor_id == manifest.descriptor_id:
            other = models.open(known.bundle)
            is_same = manifest.shares_descriptors(other.bundle.manifest)
            return is_same or makes_same_descriptors(encoder, other)
    return True


def _codes(archive: Archive, encoder: Encoder, number: int, photos: pa.Table) -> Codes:
    with archive.reading(number):
        stored = b"".join(photos.column("descriptor").to_pylist())
        size = encoder.bundle.manifest.descriptor_size
        descriptors = np.frombuffer(stored, np.int8).reshape(len(photos), size)
    return pack(encoder.hash_descriptors(descriptors))
