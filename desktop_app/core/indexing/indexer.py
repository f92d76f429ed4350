"""Bring a library up to date with its folders: a generator of progress.

Scanning compares the folders with the catalogue; then every new or changed file is read, decoded,
encoded and given a thumbnail by one thread from start to end, while other threads do the same with
other files, and this one writes what they found, twice a second. At most a few files a thread are
under way, so memory is bounded; a consumer that stops asking pauses everything. Closing the
generator (cancel) or killing the process at any moment loses the work of half a second at most.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, as_completed, wait
from contextlib import closing
from pathlib import Path

from desktop_app.core.base.errors import PhotoError, PhotoProblem
from desktop_app.core.base.processors import available_cores
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.descriptors import has_descriptor
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.pending_files import (
    PendingFile,
    pending_count,
    pending_files,
    pending_files_among,
)
from desktop_app.core.catalogue.roots import ScanPlace, add_roots, changed_places
from desktop_app.core.catalogue.writer import IGNORED_PROBLEMS, CatalogueWriter
from desktop_app.core.indexing.crash_journal import CrashJournal, survives_reading
from desktop_app.core.indexing.photo_facts import FactFinder, Failed, KnownContent, Learned, Outcome
from desktop_app.core.indexing.rehash import rehash_if_needed
from desktop_app.core.indexing.retry import requeue_failed
from desktop_app.core.indexing.scanner import RootScanner, ScanCounts
from desktop_app.core.jobs.progress import IndexEvent, Indexing, IndexSummary, Scanning
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.photos.thumbnails import Thumbnails

logger = logging.getLogger(__name__)

_WRITE_EVERY_SECONDS = 0.5
_FILES_UNDER_WAY_A_THREAD = 4


def index(
    files: LibraryFiles, encoder: Encoder, folders: list[Path], threads: int = 0
) -> Iterator[IndexEvent]:
    """Add `folders` as roots and bring them up to date; without folders, all roots.

    `threads` 0 means one for each core. The last event is the IndexSummary. Raises
    LibraryBusyError, NotAFolderError, LibraryDamagedError, LibraryTooNewError,
    LibraryUnwritableError.
    """
    return _index(
        files, encoder, threads, lambda catalogue, writer: add_roots(catalogue, writer, folders)
    )


def index_changes(
    files: LibraryFiles, encoder: Encoder, changed: list[Path], threads: int = 0
) -> Iterator[IndexEvent]:
    """As `index`, for files and folders that have come, changed or gone: no more is scanned."""
    return _index(files, encoder, threads, lambda catalogue, _: changed_places(catalogue, changed))


def retry_failed(
    files: LibraryFiles, encoder: Encoder, failed: list[Path], threads: int = 0
) -> Iterator[IndexEvent]:
    """Read files without a code once more; without any named, all of them. Nothing is scanned.

    A file that makes the decoder crash is read by a process of its own first. What lies in a
    root that is offline or paused is left alone. The last event is the IndexSummary, whose
    `failed` are those that failed again. Raises NotFailedError and the library's errors.
    """
    return _index(
        files, encoder, threads, lambda catalogue, writer: requeue_failed(catalogue, writer, failed)
    )


def _index(
    files: LibraryFiles,
    encoder: Encoder,
    threads: int,
    places: Callable[[Catalogue, CatalogueWriter], list[ScanPlace]],
) -> Iterator[IndexEvent]:
    started = time.monotonic()
    logger.info("Indexing %s with %s", files.folder, encoder.bundle.manifest.model_id)
    with files.writing(), Catalogue(files) as catalogue:
        writer = CatalogueWriter(catalogue, encoder.bundle.manifest)
        counts = ScanCounts()
        yield from rehash_if_needed(catalogue, writer, encoder)
        for place in places(catalogue, writer):
            for _ in RootScanner(writer, place, counts).scan():
                yield Scanning(counts.seen)
        with closing(_Run(files, catalogue, writer, encoder, threads or available_cores())) as run:
            yield from run.events()
        summary = _summary(counts, run, time.monotonic() - started)
        logger.info("Indexed %s: %s", files.folder, summary)
        yield summary


def _summary(counts: ScanCounts, run: _Run, seconds: float) -> IndexSummary:
    return IndexSummary(
        indexed=run.indexed,
        unchanged=counts.unchanged,
        failed=counts.still_failing + run.failed,
        ignored=counts.ignored + run.ignored,
        missing=counts.missing,
        offline_roots=counts.offline_roots,
        unreadable_folders=counts.unreadable_folders,
        seconds=round(seconds, 3),
        paused_roots=counts.paused_roots,
    )


class _Run:
    """The reading, encoding and writing of all pending files."""

    def __init__(
        self,
        files: LibraryFiles,
        catalogue: Catalogue,
        writer: CatalogueWriter,
        encoder: Encoder,
        threads: int,
    ) -> None:
        self.indexed = self.failed = self.ignored = 0
        self._catalogue = catalogue
        self._writer = writer
        self._threads = threads
        self._journal = CrashJournal(files.crash_journal, threads)
        self._thumbnails = Thumbnails(files.thumbnails)
        self._lookups = Catalogue(files)
        descriptor_id = encoder.bundle.manifest.descriptor_id
        self._finder = FactFinder(
            encoder,
            PhotoReader(),
            lambda content: has_descriptor(self._lookups, content, descriptor_id),
        )

    def close(self) -> None:
        self._lookups.close()
        self._thumbnails.close()
        self._journal.close()

    def events(self) -> Iterator[Indexing]:
        self._set_killers_aside()
        total, done = pending_count(self._catalogue), 0
        yield Indexing(done, total, self.failed)
        unwritten: list[tuple[int, Outcome]] = []
        written_at = time.monotonic()
        with closing(self._outcomes()) as outcomes:
            for outcome in outcomes:
                unwritten.append(outcome)
                if time.monotonic() - written_at >= _WRITE_EVERY_SECONDS:
                    self._store(unwritten)
                    done += len(unwritten)
                    unwritten, written_at = [], time.monotonic()
                    yield Indexing(done, total, self.failed)
        self._store(unwritten)
        yield Indexing(done + len(unwritten), total, self.failed)

    def _set_killers_aside(self) -> None:
        """Of the files that were being read when the last process died, fail those that kill."""
        for suspect in pending_files_among(self._catalogue, self._journal.suspects):
            if not survives_reading(suspect.path):
                error = PhotoError(suspect.path, PhotoProblem.CRASHES_DECODER)
                self._store([(suspect.id, Failed(error, None))])

    def _outcomes(self) -> Generator[tuple[int, Outcome]]:
        """What became of each pending file, in the order in which they are done."""
        under_way: set[Future[tuple[int, Outcome]]] = set()
        pool = ThreadPoolExecutor(self._threads, "reader")
        try:
            for waiting in pending_files(self._catalogue):
                under_way.add(pool.submit(self._learn, waiting))
                if len(under_way) >= self._threads * _FILES_UNDER_WAY_A_THREAD:
                    done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
                    yield from (future.result() for future in done)
            yield from (future.result() for future in as_completed(under_way))
        finally:
            pool.shutdown(cancel_futures=True)

    def _learn(self, waiting: PendingFile) -> tuple[int, Outcome]:
        with self._journal.reading(waiting.id):
            return waiting.id, self._finder.learn(waiting.path)

    def _store(self, outcomes: list[tuple[int, Outcome]]) -> None:
        learned = [outcome for _, outcome in outcomes if isinstance(outcome, Learned)]
        self._thumbnails.put_all({item.facts.content_hash: item.thumbnail for item in learned})
        with self._writer.batch():
            for photo_id, outcome in outcomes:
                self._store_one(photo_id, outcome)

    def _store_one(self, photo_id: int, outcome: Outcome) -> None:
        match outcome:
            case Learned(facts=facts):
                self._writer.set_indexed(photo_id, facts)
                self.indexed += 1
            case KnownContent(content_hash=content_hash):
                self.indexed += self._writer.set_known_content(photo_id, content_hash)
            case Failed(error=error) if error.problem is PhotoProblem.VANISHED:
                self._writer.mark_missing(photo_id)
            case Failed(error=error, content_hash=content_hash):
                self._writer.set_failed(photo_id, error.problem, error.detail, content_hash)
                self.ignored += error.problem in IGNORED_PROBLEMS
                self.failed += error.problem not in IGNORED_PROBLEMS
