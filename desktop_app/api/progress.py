"""Run long work of the core, and tell a program how far it is."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing
from typing import TypeVar

from desktop_app.api.records import Progress
from desktop_app.core.jobs.duplicate_events import FindingDuplicates
from desktop_app.core.jobs.progress import BackingUp, Indexing, Rehashing, Scanning
from desktop_app.core.jobs.progress_event import ProgressEvent

E = TypeVar("E", bound=ProgressEvent)


def report_progress(
    events: Generator[E], progress: Callable[[Progress], object] | None
) -> E | None:
    """Run a generator of events to its end, and return its last event.

    An exception from `progress` closes it, which keeps what was done.
    """
    last: E | None = None
    with closing(events):
        for last in events:
            state = _progress_of(last)
            if progress is not None and state is not None:
                progress(state)
    return last


def _progress_of(event: ProgressEvent) -> Progress | None:
    match event:
        case Scanning(files=files):
            return Progress("scanning", files, None)
        case Rehashing(done=done, total=total):
            return Progress("updating codes", done, total)
        case Indexing(done=done, total=total):
            return Progress("indexing", done, total)
        case BackingUp():
            return Progress("backing up", 0, None)
        case FindingDuplicates(stage=stage, done=done, total=total):
            return Progress(stage.value, done, total or None)
    return None
