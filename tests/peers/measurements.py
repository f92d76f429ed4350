"""Every reader and every searcher, measured in processes of their own, one after the other."""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from desktop_app.core.base.processors import available_cores
from tests.peers.limited_process import Finished, Stopped, call_limited
from tests.peers.network_readers import readers
from tests.peers.other_searchers import searchers
from tests.peers.readers import Reader, photos_of
from tests.peers.searchers import Searcher
from tests.peers.vectors import Vectors

_WARMING_QUESTIONS = 3


@dataclass(frozen=True)
class Reading:
    """What reading some photos took.

    Attributes:
        kept_bytes: Bytes on disk afterwards, thumbnails included.
        thumbnail_bytes: Those of thumbnails.
    """

    photos: int
    seconds: float
    kept_bytes: int
    thumbnail_bytes: int


@dataclass(frozen=True)
class Building:
    """What making an index took, and the bytes that it stores."""

    seconds: float
    stored_bytes: int


@dataclass(frozen=True)
class Answers:
    """What answering all questions took, one at a time, with one effort."""

    effort: int
    median_ms: float
    p95_ms: float
    recall: float


@dataclass(frozen=True)
class ReaderOutcome:
    """A reader's figures, or the sentence why there are none; `peak_bytes` of all its processes."""

    reader: Reader
    reading: Reading | None = None
    peak_bytes: int = 0
    why: str = ""


@dataclass(frozen=True)
class SearcherOutcome:
    """A searcher's figures, or the sentence why there are none.

    Attributes:
        vectors: How many were searched.
        peak_bytes: The most memory of the process that answers.
    """

    searcher: Searcher
    vectors: int = 0
    building: Building | None = None
    answers: tuple[Answers, ...] = ()
    peak_bytes: int = 0
    why: str = ""


def measure_readers(photos: Path, limit_s: float) -> Iterator[ReaderOutcome]:
    """Have each reader read all files of a folder."""
    for path in photos_of(photos):
        path.read_bytes()  # none of them reads from a colder disk than the others
    for reader in readers():
        if reader.needs.missing:
            yield ReaderOutcome(reader, why=reader.needs.missing)
            continue
        match call_limited(partial(read_photos, reader.title, photos), limit_s):
            case Finished(value=reading, peak_bytes=peak_bytes):
                yield ReaderOutcome(reader, reading, peak_bytes)
            case Stopped(why=why):
                yield ReaderOutcome(reader, why=why)


def measure_searchers(
    vectors: Vectors, folder: Path, limit_s: float, threads: int
) -> Iterator[SearcherOutcome]:
    """Have each searcher build its index in `folder` and answer all questions."""
    for searcher in searchers():
        yield measure_searcher(searcher, vectors, folder, limit_s, threads)


def measure_searcher(
    searcher: Searcher, vectors: Vectors, folder: Path, limit_s: float, threads: int
) -> SearcherOutcome:
    """Build in one process, on all cores, and answer in another; both within `limit_s`."""
    if searcher.needs.missing:
        return SearcherOutcome(searcher, why=searcher.needs.missing)
    count = len(vectors.codes)
    started, stored = time.monotonic(), folder / "index"
    stored.mkdir(parents=True)
    try:
        built = call_limited(partial(build_index, searcher.title, vectors, stored), limit_s)
        if isinstance(built, Stopped):
            return SearcherOutcome(searcher, count, why=f"building {built.why}")
        left_s = limit_s - (time.monotonic() - started)
        ask = partial(answer_questions, searcher.title, vectors, stored, threads)
        found = call_limited(ask, left_s, threads)
    finally:
        shutil.rmtree(stored)
    if isinstance(found, Stopped):
        why = f"answering {found.why}, after {built.value.seconds:.0f} s of building"
        return SearcherOutcome(searcher, count, built.value, why=why)
    return SearcherOutcome(searcher, count, built.value, found.value, found.peak_bytes)


def read_photos(title: str, photos: Path) -> Reading:
    """In a process of its own: have a reader read photos."""
    read = next(reader.prepare() for reader in readers() if reader.title == title)
    with tempfile.TemporaryDirectory(prefix="lookalike-peers-") as name:
        kept, started = Path(name), time.perf_counter()
        read(photos, kept)
        seconds = time.perf_counter() - started
        return Reading(len(photos_of(photos)), seconds, _bytes(kept), _bytes(kept, "thumbnails*"))


def build_index(title: str, vectors: Vectors, folder: Path) -> Building:
    """In a process of its own: have a searcher build an index, with all cores."""
    started = time.perf_counter()
    _searcher(title).build(vectors, folder, available_cores())
    return Building(time.perf_counter() - started, _bytes(folder))


def answer_questions(
    title: str, vectors: Vectors, folder: Path, threads: int
) -> tuple[Answers, ...]:
    """In a process of its own: have a searcher answer all questions, with each effort."""
    searcher, questions = _searcher(title), vectors.questions
    search = searcher.load(folder, threads)
    answers = []
    for effort in searcher.efforts:
        for question in questions[:_WARMING_QUESTIONS]:
            search(question, effort)
        times, found = [], []
        for question in questions:
            started = time.perf_counter()
            found.append(search(question, effort))
            times.append((time.perf_counter() - started) * 1000)
        p95_ms = sorted(times)[len(times) * 95 // 100]
        answers.append(Answers(effort, statistics.median(times), p95_ms, vectors.recall(found)))
    return tuple(answers)


def _searcher(title: str) -> Searcher:
    return next(searcher for searcher in searchers() if searcher.title == title)


def _bytes(folder: Path, pattern: str = "*") -> int:
    return sum(path.stat().st_size for path in folder.rglob(pattern) if path.is_file())
