"""Index a library: bring its catalogue up to date with its folders.

A scan compares the folders with the catalogue. Then threads read the new and changed files: each
has a worker process decode the file and make its thumbnail, and encodes it. A worker that crashes,
or takes too long, concerns its file only. The generator's own thread writes the results twice a
second. Only a few files for each thread are in progress at a time, so memory is
bounded, and a consumer that stops iterating pauses everything. Closing the generator (cancel) or
killing the process loses at most half a second of work.
"""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import closing
from functools import partial
from itertools import islice
from pathlib import Path

from desktop_app.core.base.errors import AppError, PhotoProblem
from desktop_app.core.base.processors import available_cores
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.descriptors import has_descriptor
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.pending_files import (
    PendingFile,
    pending_count,
    pending_files,
    request_reading_of,
)
from desktop_app.core.catalogue.roots import (
    ScanPlace,
    add_roots,
    changed_places,
    place_in_library,
)
from desktop_app.core.catalogue.writer import (
    IGNORED_PROBLEMS,
    CatalogueWriter,
    Recognised,
    Recognition,
)
from desktop_app.core.indexing.missing_thumbnails import reread_without_thumbnail
from desktop_app.core.indexing.photo_indexer import (
    FailedFile,
    IndexedPhoto,
    KnownContent,
    Outcome,
    PhotoIndexer,
    unexpected_failure,
)
from desktop_app.core.indexing.presence import hide_photos_found_elsewhere, is_connected
from desktop_app.core.indexing.rehash import rehash_if_needed
from desktop_app.core.indexing.retry import requeue_failed
from desktop_app.core.indexing.scan_rules import library_rules
from desktop_app.core.indexing.scanner import RootScanner, ScanCounts
from desktop_app.core.jobs.progress import IndexEvent, Indexing, IndexSummary, Scanning
from desktop_app.core.photos.thumbnails import Thumbnails
from desktop_app.core.reading.limits import ReadingLimits
from desktop_app.core.reading.readers import Readers

logger = logging.getLogger(__name__)

_WRITE_EVERY_SECONDS = 0.5
_MAX_FILES_PER_THREAD = 4
# With fewer files for each, starting another worker takes longer than it saves.
_MIN_FILES_PER_WORKER = 8


def index(
    files: LibraryFiles,
    encoder: Encoder,
    folders: list[Path],
    threads: int = 0,
    limits: ReadingLimits | None = None,
) -> Iterator[IndexEvent]:
    """Add folders as roots and bring them up to date. Missing thumbnails are made, too.

    Args:
        files: The library.
        encoder: The model to index with; if it is not the model in use, the library switches.
        folders: Without folders, all roots are brought up to date.
        threads: Number of reading threads and workers; 0 is one for each core.
        limits: How long a photo may take, and how much memory.

    Yields:
        Progress events; the last one is the IndexSummary.

    Raises:
        LibraryBusyError: Another process writes the library.
        NotAFolderError: A folder cannot be read.
        LibraryDamagedError, LibraryTooNewError, LibraryUnwritableError: See Catalogue.
        JobCrashedError: No worker can be started.
    """
    return _index(
        files,
        encoder,
        threads,
        lambda catalogue, writer: add_roots(
            catalogue, writer, folders, partial(is_connected, catalogue.connection)
        ),
        limits,
        with_missing_thumbnails=True,
    )


def index_changes(
    files: LibraryFiles, encoder: Encoder, changed: list[Path], threads: int = 0
) -> Iterator[IndexEvent]:
    """As `index`, but scan only the files and folders in `changed`, new, changed or gone."""
    return _index(files, encoder, threads, lambda catalogue, _: changed_places(catalogue, changed))


def reread(
    files: LibraryFiles, encoder: Encoder, places: list[Path], threads: int = 0
) -> Iterator[IndexEvent]:
    """Scan files and folders, and decode all photos in them again; without any, all roots.

    Raises:
        NotIndexedError: A place is in no root, or not there.
        Other errors as `index`.
    """

    def requested(catalogue: Catalogue, writer: CatalogueWriter) -> list[ScanPlace]:
        roots = [root.path for root in catalogue.roots()]
        chosen = [place_in_library(catalogue, place) for place in places] or roots
        with writer.batch():
            request_reading_of(catalogue, chosen)
        return changed_places(catalogue, chosen)

    return _index(files, encoder, threads, requested)


def retry_failed(
    files: LibraryFiles, encoder: Encoder, failed: list[Path], threads: int = 0
) -> Iterator[IndexEvent]:
    """Read the files in `failed` again; without any, all that failed. Nothing is scanned.

    Files in roots that are offline or paused are skipped. The last event is the IndexSummary, whose
    `failed` counts the files that failed again.

    Raises:
        NotFailedError: A file in `failed` did not fail, or cannot be reached.
        Other errors as `index`.
    """
    return _index(
        files, encoder, threads, lambda catalogue, writer: requeue_failed(catalogue, writer, failed)
    )


def _index(
    files: LibraryFiles,
    encoder: Encoder,
    threads: int,
    places: Callable[[Catalogue, CatalogueWriter], list[ScanPlace]],
    limits: ReadingLimits | None = None,
    *,
    with_missing_thumbnails: bool = False,
) -> Iterator[IndexEvent]:
    started = time.monotonic()
    logger.info("Indexing %r with %s", files.folder, encoder.bundle.manifest.model_id)
    with files.writing(), Catalogue(files) as catalogue:
        files.old_crash_journal.unlink(missing_ok=True)
        writer = CatalogueWriter(catalogue, encoder.bundle.manifest)
        counts = ScanCounts()
        yield from rehash_if_needed(catalogue, writer, encoder)
        yield from _scan(catalogue, writer, places(catalogue, writer), counts)
        if with_missing_thumbnails:
            for _ in reread_without_thumbnail(catalogue, writer):
                yield Scanning(counts.seen)
        with closing(_Run(files, catalogue, writer, encoder)) as run:
            yield from run.events(threads or available_cores(), limits or ReadingLimits())
            _settle_uncertain_roots(writer, counts)
        summary = _summary(counts, run, time.monotonic() - started)
        logger.info("Indexed %r: %s", files.folder, summary)
        yield summary


def _scan(
    catalogue: Catalogue, writer: CatalogueWriter, places: list[ScanPlace], counts: ScanCounts
) -> Iterator[Scanning]:
    rules = library_rules(catalogue)
    for place in places:
        for _ in RootScanner(writer, place, rules, counts).scan():
            yield Scanning(counts.seen)


def _settle_uncertain_roots(writer: CatalogueWriter, counts: ScanCounts) -> None:
    for root in counts.uncertain:
        with writer.batch():
            is_there = hide_photos_found_elsewhere(writer, root)
        if is_there:
            counts.offline_roots.remove(root.path)


def _summary(counts: ScanCounts, run: _Run, seconds: float) -> IndexSummary:
    return IndexSummary(
        indexed=run.indexed,
        unchanged=counts.unchanged + run.unchanged,
        failed=counts.still_failing + run.failed,
        ignored=counts.ignored + run.ignored,
        missing=len(counts.gone - run.moved),
        offline_roots=counts.offline_roots,
        unreadable_folders=counts.unreadable_folders,
        seconds=round(seconds, 3),
        paused_roots=counts.paused_roots,
        unreadable_files=counts.unreadable_files,
        offline_folders=counts.offline_folders,
    )


class _Run:
    """Reads, encodes and writes all pending files.

    Attributes:
        indexed, unchanged, failed, ignored: Numbers of files so far.
        moved: Photos that were missing and have been found at another place.
    """

    def __init__(
        self, files: LibraryFiles, catalogue: Catalogue, writer: CatalogueWriter, encoder: Encoder
    ) -> None:
        self.indexed = self.unchanged = self.failed = self.ignored = 0
        self.moved: set[int] = set()
        self._catalogue = catalogue
        self._writer = writer
        self._encoder = encoder
        self._thumbnails = Thumbnails(files.thumbnails)
        self._lookups = Catalogue(files)
        self._descriptor_id = writer.descriptor_id

    def close(self) -> None:
        self._lookups.close()
        self._thumbnails.close()

    def _is_known(self, file: PendingFile, content_hash: bytes) -> bool:
        return not file.reread and has_descriptor(
            self._lookups, file.id, content_hash, self._descriptor_id
        )

    def events(self, threads: int, limits: ReadingLimits) -> Iterator[Indexing]:
        """Read all pending files. Yields at least twice a second."""
        total, done = pending_count(self._catalogue), 0
        yield Indexing(done, total, self.failed)
        unwritten: list[tuple[PendingFile, Outcome]] = []
        written_at = time.monotonic()
        workers = min(threads, -(-total // _MIN_FILES_PER_WORKER))
        with closing(self._outcomes(workers, limits)) as outcomes:
            for read in outcomes:
                unwritten += read
                if time.monotonic() - written_at >= _WRITE_EVERY_SECONDS:
                    self._store(unwritten)
                    done += len(unwritten)
                    unwritten, written_at = [], time.monotonic()
                    yield Indexing(done, total, self.failed)
        self._store(unwritten)
        yield Indexing(done + len(unwritten), total, self.failed)

    def _outcomes(
        self, workers: int, limits: ReadingLimits
    ) -> Generator[list[tuple[PendingFile, Outcome]]]:
        """Yield the outcomes of the pending files as they come; none if a while brings none."""
        if not workers:
            return
        readers = Readers(workers, limits)
        pool = ThreadPoolExecutor(workers, "reader")
        in_progress: set[Future[tuple[PendingFile, Outcome]]] = set()
        waiting = pending_files(self._catalogue)
        try:
            while True:
                free = workers * _MAX_FILES_PER_THREAD - len(in_progress)
                for file in islice(waiting, free):
                    in_progress.add(pool.submit(self._read, readers, file))
                if not in_progress:
                    return
                done, in_progress = wait(in_progress, _WRITE_EVERY_SECONDS, FIRST_COMPLETED)
                yield [future.result() for future in done]
        finally:
            readers.cancel()
            pool.shutdown(cancel_futures=True)
            readers.close()

    def _read(self, readers: Readers, file: PendingFile) -> tuple[PendingFile, Outcome]:
        with readers.one() as reader:
            indexer = PhotoIndexer(self._encoder, reader)
            return file, indexer.read(file.path, partial(self._is_known, file))

    def _store(self, outcomes: list[tuple[PendingFile, Outcome]]) -> None:
        if not outcomes:
            return
        with self._writer.batch():
            for file, outcome in outcomes:
                self._store_safely(file, outcome)

    def _store_safely(self, file: PendingFile, outcome: Outcome) -> None:
        """Store an outcome, or, if that raises what nobody foresaw, that the file failed."""
        try:
            if file.reread and isinstance(outcome, IndexedPhoto):
                self._thumbnails.drop([outcome.facts.content_hash])
            with self._writer.part_of_batch():
                self._store_one(file.id, outcome)
        except (AppError, sqlite3.Error):
            raise  # the library itself
        except Exception as error:  # one entry of a scan fails
            logger.warning("Unexpected error while storing %r", file.path, exc_info=True)
            self._store_one(file.id, unexpected_failure(file.path, error, None))

    def _store_one(self, photo_id: int, outcome: Outcome) -> None:
        match outcome:
            case IndexedPhoto(facts=facts, descriptor=descriptor, code=code, thumbnail=thumbnail):
                self._thumbnails.put_all({facts.content_hash: thumbnail})
                self._writer.set_indexed(photo_id, facts, descriptor, code)
                self.indexed += 1
            case KnownContent(content_hash=content_hash):
                self._count(self._writer.set_known_content(photo_id, content_hash))
            case FailedFile(error=error) if error.problem is PhotoProblem.VANISHED:
                self._writer.mark_missing(photo_id)
            case FailedFile(error=error, content_hash=content_hash):
                self._writer.set_failed(photo_id, error.problem, error.detail, content_hash)
                self.ignored += error.problem in IGNORED_PROBLEMS
                self.failed += error.problem not in IGNORED_PROBLEMS

    def _count(self, recognised: Recognised | None) -> None:
        match recognised:
            case Recognised(what=Recognition.UNCHANGED):
                self.unchanged += 1
            case Recognised(photo_id=photo_id, what=what):
                self.indexed += 1
                if what is Recognition.MOVED:
                    self.moved.add(photo_id)
