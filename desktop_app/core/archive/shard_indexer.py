"""Read shards: the unit of work that every runner does.

A shard depends on its files and the model only: whoever reads it writes the same bytes.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from desktop_app.core.archive.manifest import ListedFile, Manifest
from desktop_app.core.archive.progress import ShardIndexed
from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.archive.shard_schema import FORMAT, ShardLabel, shard_rows, shard_schema
from desktop_app.core.archive_storage.addresses import shown_path
from desktop_app.core.archive_storage.storage import is_there, storage_at, wait_for_storage
from desktop_app.core.base.errors import PhotoError, PhotoProblem
from desktop_app.core.base.processors import available_cores
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.writer import IGNORED_PROBLEMS
from desktop_app.core.indexing.photo_indexer import FailedFile, Outcome, PhotoIndexer
from desktop_app.core.jobs.progress import Indexing
from desktop_app.core.reading.bounded_reader import BoundedReader
from desktop_app.core.reading.limits import ReadingLimits
from desktop_app.core.reading.readers import Readers

logger = logging.getLogger(__name__)

_FILES_PER_THREAD = 4
_REPORT_SECONDS = 0.5
UNREACHABLE = (PhotoProblem.VANISHED, PhotoProblem.UNREADABLE, PhotoProblem.TOO_SLOW)

_Future: TypeAlias = Future[tuple[int, int, Outcome]]


@dataclass
class _Shard:
    """A shard that is being read; `outcomes` by the place of the file."""

    number: int
    files: list[ListedFile]
    outcomes: dict[int, Outcome] = field(default_factory=dict)

    @property
    def is_complete(self) -> bool:
        return len(self.outcomes) == len(self.files)


def index_shards(
    manifest: Manifest,
    numbers: list[int],
    archive: ArchiveFiles,
    encoder: Encoder,
    threads: int = 0,
    limits: ReadingLimits | None = None,
    crashing: Mapping[int, frozenset[int]] | None = None,
) -> Generator[Indexing | ShardIndexed]:
    """Read the files of shards and write the shards into an archive, one after another.

    Args:
        manifest: The files.
        numbers: The shards to read.
        archive: Where they are written.
        encoder: The model.
        threads: Files that are read at the same time; 0 is one for each core.
        limits: How long a photo may take, and how much memory.
        crashing: Of some shards, the places of files that end the process that reads them. They are
            not opened; the shard says why.

    Yields:
        Indexing at least twice a second, and ShardIndexed where a shard is written. Closing the
        generator stops reading; the shard that was being read is not written.

    Raises:
        ArchiveError: The manifest cannot be read, or the archive cannot be written.
        StorageGoneError: A root, or storage mounted inside it, cannot be reached for minutes.
        JobCrashedError: No process that reads photos can be started.
    """
    run = _Run(manifest, archive, encoder, crashing or {})
    yield from run.events(numbers, threads or available_cores(), limits or ReadingLimits())


def read_files(manifest: Manifest, number: int, places: range, encoder: Encoder) -> None:
    """Read some files of a shard, and keep nothing. Raises ArchiveError, JobCrashedError."""
    files = manifest.files(number)[places.start : places.stop]
    with closing(BoundedReader()) as reader:
        for file in files:
            content = partial(_content, manifest, file)
            _outcome(manifest.path_of(file), content, encoder, reader)


class _Run:
    """Reads the files of all shards in order. While the last files of one are read, so are the
    first of the next.
    """

    def __init__(
        self,
        manifest: Manifest,
        archive: ArchiveFiles,
        encoder: Encoder,
        crashing: Mapping[int, frozenset[int]],
    ) -> None:
        self._manifest = manifest
        self._crashing = crashing
        self._archive = archive
        self._encoder = encoder
        self._shards: dict[int, _Shard] = {}
        self._done = self._failed = 0

    def events(
        self, numbers: list[int], threads: int, limits: ReadingLimits
    ) -> Generator[Indexing | ShardIndexed]:
        total = sum(map(self._manifest.file_count, numbers))
        readers, pool = Readers(threads, limits), ThreadPoolExecutor(threads, "reader")
        storage = ThreadPoolExecutor(threads * _FILES_PER_THREAD, "storage")  # answers late
        in_progress: set[_Future] = set()
        waiting = self._waiting(numbers)
        reported_at = time.monotonic()
        try:
            while True:
                free = threads * _FILES_PER_THREAD - len(in_progress)
                for number, place, file in islice(waiting, free):
                    content = storage.submit(_content, self._manifest, file)
                    in_progress.add(pool.submit(self._read, readers, number, place, file, content))
                if not in_progress:
                    return
                done, in_progress = wait(in_progress, _REPORT_SECONDS, FIRST_COMPLETED)
                yield from self._take(done)
                if time.monotonic() - reported_at >= _REPORT_SECONDS:
                    reported_at = time.monotonic()
                    yield Indexing(self._done, total, self._failed)
        finally:
            readers.cancel()
            storage.shutdown(cancel_futures=True)
            pool.shutdown(cancel_futures=True)
            readers.close()

    def _waiting(self, numbers: list[int]) -> Iterator[tuple[int, int, ListedFile]]:
        for number in numbers:
            self._shards[number] = _Shard(number, self._manifest.files(number))
            for place, file in enumerate(self._shards[number].files):
                yield number, place, file

    def _read(
        self,
        readers: Readers,
        number: int,
        place: int,
        file: ListedFile,
        content: Future[bytes | None],
    ) -> tuple[int, int, Outcome]:
        path = self._manifest.path_of(file)
        if place in self._crashing.get(number, ()):
            error = PhotoError(path, PhotoProblem.CRASHES_DECODER)
            return number, place, FailedFile(error, None)
        with readers.one() as reader:
            return number, place, _outcome(path, content.result, self._encoder, reader)

    def _take(self, done: set[_Future]) -> Iterator[ShardIndexed]:
        for future in done:
            number, place, outcome = future.result()
            shard = self._shards[number]
            shard.outcomes[place] = outcome
            self._done += 1
            self._failed += is_failure(outcome)
            if shard.is_complete:
                self._read_unreachable_again(shard)
                yield self._write(self._shards.pop(number))

    def _read_unreachable_again(self, shard: _Shard) -> None:
        """Read files again that could not be reached: their storage may have been gone.

        Raises StorageGoneError: it is gone for long.
        """
        while places := [at for at, found in shard.outcomes.items() if _is_unreachable(found)]:
            files = [shard.files[place] for place in places]
            folders = {folder for file in files for folder in self._manifest.storage_of(file)}
            for folder in sorted(folders):
                wait_for_storage(folder)
            self._read_again(shard, places)
            if all(map(is_there, folders)):
                return

    def _read_again(self, shard: _Shard, places: list[int]) -> None:
        with closing(BoundedReader()) as reader:
            for place in places:
                path = self._manifest.path_of(shard.files[place])
                content = partial(_content, self._manifest, shard.files[place])
                shard.outcomes[place] = _outcome(path, content, self._encoder, reader)

    def _write(self, shard: _Shard) -> ShardIndexed:
        outcomes = [shard.outcomes[place] for place in range(len(shard.files))]
        label = shard_label(self._manifest, shard.number, self._encoder)
        schema = shard_schema(self._encoder.bundle.manifest, label)
        rows, thumbnails = shard_rows(shard.files, outcomes)
        self._archive.write_shard(shard.number, schema, rows, thumbnails)
        failed = sum(map(is_failure, outcomes))
        return ShardIndexed(shard.number, len(rows), len(thumbnails), failed)


def _content(manifest: Manifest, file: ListedFile) -> bytes | None:
    """As Storage.content. Raises PhotoError, AddressError, StoragePackageError."""
    return storage_at(manifest.roots[file.root]).content(manifest.path_of(file), file.size)


def _outcome(
    path: Path, content: Callable[[], bytes | None], encoder: Encoder, reader: BoundedReader
) -> Outcome:
    """Read a file. Raises as PhotoIndexer.read, and AddressError, StoragePackageError."""
    try:
        data = content()
    except PhotoError as error:
        logger.warning("%s: %s (%s)", shown_path(path), error.problem, error.detail)
        return FailedFile(error, None)
    return PhotoIndexer(encoder, reader).read(path, _nothing_is_known, data)


def shard_label(manifest: Manifest, number: int, encoder: Encoder) -> ShardLabel:
    """Return what a shard says of itself if this model reads it."""
    model = encoder.bundle.manifest
    header = manifest.header
    label = ShardLabel(number, header.digest, header.roots, model.model_id, model.descriptor_id)
    listing = header.listing_of(number)
    if listing not in header.updates:
        return label
    return replace(label, update=listing.digest, format=FORMAT)


def _is_unreachable(outcome: Outcome) -> bool:
    """Whether a file was not there or could not be read, as when its storage is gone."""
    return isinstance(outcome, FailedFile) and outcome.error.problem in UNREACHABLE


def _nothing_is_known(_: bytes) -> bool:
    """Every file is decoded: a shard does not know the others."""
    return False


def is_failure(outcome: Outcome) -> bool:
    """Whether a file cannot be read that should be a photo."""
    return isinstance(outcome, FailedFile) and outcome.error.problem not in IGNORED_PROBLEMS
