"""The one retraining that a library may have under way, as it lies on disk.

retraining/request.json   the request: it is there from the start until `discard`
          progress.json   the last event, for a window that did not start the run
          result.json     the result of a finished run
          running.lock    held by the process that trains
          stop            another process has requested the run to stop
          *.pt, stats.jsonl, previews-*.png     of the training itself
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from desktop_app.core.base.atomic_write import atomic_write
from desktop_app.core.base.errors import LibraryUnwritableError, RetrainingBusyError
from desktop_app.core.base.json_codec import read_json
from desktop_app.core.base.private_files import create_private_folder
from desktop_app.core.base.process_lock import (
    LockHeldError,
    LockUnavailableError,
    is_locked,
    process_lock,
)
from desktop_app.core.base.regular_file import check_own, delete_own_files, own_subfolders
from desktop_app.core.bundle.model_bundle import delete_bundle
from desktop_app.core.catalogue.library_files import LibraryFiles, write_errors
from desktop_app.core.jobs.messages import (
    JobEvent,
    JobMessage,
    decode_event,
    decode_value,
    encode_event,
)
from desktop_app.core.jobs.progress import Retrained, TrainingProgress
from desktop_app.core.jobs.requests import (
    QuickTrainRequest,
    RetrainRequest,
    TrainRequest,
    decode_request,
    encode_request,
)

logger = logging.getLogger(__name__)

MIN_PHOTOS = 200
# A quick model learns from at most as many: more take longer, and teach hardly more.
MOST_QUICK_PHOTOS = 10_000

# The files that a retraining makes. Anything else in its folder is left alone.
_OWN_FILES = (
    *("request.json", "progress.json", "result.json", "stop", ".*.part", "stats.jsonl"),
    *("*.pt", "*.npy", "*.npz", "previews-*.png"),
)
_OWN_FOLDERS = ("bundle", ".bundle-*")

_REQUESTS: tuple[type[RetrainRequest], ...] = (TrainRequest, QuickTrainRequest)

T = TypeVar("T")


class RetrainingPhase(StrEnum):
    """NONE; RUNNING in some process; INTERRUPTED: can be resumed; FINISHED: a model is ready."""

    NONE = "none"
    RUNNING = "running"
    INTERRUPTED = "interrupted"
    FINISHED = "finished"


@dataclass(frozen=True)
class RetrainingState:
    """The state of a retraining. `request` is None in the phase NONE only."""

    phase: RetrainingPhase
    request: RetrainRequest | None = None
    progress: TrainingProgress | None = None
    result: Retrained | None = None


class Retraining:
    """Reads and writes the folder. Any process may read it at any time."""

    def __init__(self, files: LibraryFiles) -> None:
        self.library = files.folder
        self.folder = files.retraining
        self._lock = self.folder / "running.lock"
        self._stop = self.folder / "stop"

    @property
    def state(self) -> RetrainingState:
        """Files that cannot be read count as missing."""
        request = _read_request(self.folder / "request.json")
        if request is None:
            return RetrainingState(RetrainingPhase.NONE)
        progress = _read_event(self.folder / "progress.json", TrainingProgress)
        result = _read_event(self.folder / "result.json", Retrained)
        if is_locked(self._lock):
            phase = RetrainingPhase.RUNNING
        else:
            phase = RetrainingPhase.FINISHED if result else RetrainingPhase.INTERRUPTED
        return RetrainingState(phase, request, progress, result)

    @contextmanager
    def running(self, request: RetrainRequest) -> Iterator[bool]:
        """Be the process that trains, inside the block.

        Yields whether it resumes an unfinished run of an equal request; the files of any other run
        are deleted. Raises RetrainingBusyError, LibraryUnwritableError, LinkedEntryError.
        """
        self._create()
        try:
            with process_lock(self._lock):
                yield self._start(request)
        except LockHeldError as error:
            raise RetrainingBusyError(self.library) from error
        except LockUnavailableError as error:
            raise LibraryUnwritableError(self.library, str(error)) from error

    def store_progress(self, progress: TrainingProgress) -> None:
        """Raises LibraryUnwritableError."""
        event = JobEvent.of_value(JobMessage.PROGRESS, progress)
        self._write("progress.json", encode_event(event))

    def store_result(self, result: Retrained) -> None:
        """End the run: its phase is FINISHED. Raises LibraryUnwritableError."""
        event = JobEvent.of_value(JobMessage.FINISHED, result)
        self._write("result.json", encode_event(event))

    def request_stop(self) -> None:
        """Ask the run in another process to end. It keeps what it has learned."""
        self._write("stop", "")

    @property
    def is_stop_requested(self) -> bool:
        return self._stop.exists()

    def discard(self) -> None:
        """Delete the run's files; a finished model is among the library's by then.

        Raises RetrainingBusyError while it runs, LinkedEntryError, LibraryUnwritableError.
        """
        check_own(self.folder)
        if is_locked(self._lock):
            raise RetrainingBusyError(self.library)
        # The request goes first: what is left of a folder without it counts as nothing.
        with write_errors(self.library):
            (self.folder / "request.json").unlink(missing_ok=True)
        with suppress(OSError):
            _delete_files(self.folder, *_OWN_FILES, f"{self._lock.name}*")

    def _start(self, request: RetrainRequest) -> bool:
        is_resumed = self._can_resume(request)
        with write_errors(self.library):
            self._stop.unlink(missing_ok=True)
            if not is_resumed:
                _delete_files(self.folder, *_OWN_FILES)
        if not is_resumed:
            self._write("request.json", encode_request(request))
        logger.info("Retraining %r, resumed: %s", self.library, is_resumed)
        return is_resumed

    def _can_resume(self, request: RetrainRequest) -> bool:
        is_finished = _read_event(self.folder / "result.json", Retrained) is not None
        return not is_finished and _read_request(self.folder / "request.json") == request

    def _create(self) -> None:
        check_own(self.folder)
        with write_errors(self.library):
            create_private_folder(self.folder)

    def _write(self, name: str, text: str) -> None:
        """Replace a file; other processes read the older or the newer text, and no mixture."""
        check_own(self.folder)
        with write_errors(self.library):
            atomic_write(self.folder / name, text + "\n")


def delete_bundles(folder: Path) -> None:
    """Delete the bundles in the folder of a retraining, also what a killed process left of one."""
    for name in _OWN_FOLDERS:
        for bundle in own_subfolders(folder, name):
            delete_bundle(bundle)


def _delete_files(folder: Path, *patterns: str) -> None:
    delete_bundles(folder)
    delete_own_files(folder, patterns)


def _read_request(path: Path) -> RetrainRequest | None:
    try:
        return decode_request(read_json(path), _REQUESTS)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        logger.warning("%r cannot be read: %s", path, error)
        return None


def _read_event(path: Path, kind: type[T]) -> T | None:
    try:
        event = decode_event(read_json(path))
        value = decode_value(event, (kind,)) if event else None
    except (OSError, ValueError):
        return None
    return value if isinstance(value, kind) else None
