"""The one retraining that a library may have under way, as it lies on disk.

retraining/request.json   what was asked for: it is there from the first moment to `settle`
          progress.json   the last event, for a window that did not start it
          result.json     what came of it
          running.lock    held by the process that trains
          stop            the run is asked to end by a process that did not start it
          *.pt, stats.jsonl, previews-*.png     of the training itself
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from desktop_app.core.base.atomic_write import atomic_write
from desktop_app.core.base.errors import LibraryUnwritableError, RetrainingBusyError
from desktop_app.core.base.process_lock import LockHeldError, LockUnavailableError, held, is_held
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.jobs import (
    JobEvent,
    TrainRequest,
    Word,
    decode_data,
    decode_event,
    decode_request,
    encode_event,
    encode_request,
    plain,
)
from desktop_app.core.jobs.progress import Retrained, TrainingProgress

FEWEST_PHOTOS = 200

T = TypeVar("T")


class RetrainingPhase(StrEnum):
    """NONE; RUNNING in some process; INTERRUPTED: can go on; FINISHED: waits to be settled."""

    NONE = "none"
    RUNNING = "running"
    INTERRUPTED = "interrupted"
    FINISHED = "finished"


@dataclass(frozen=True)
class RetrainingState:
    """What is known of a retraining; its request where there is one."""

    phase: RetrainingPhase
    request: TrainRequest | None = None
    progress: TrainingProgress | None = None
    result: Retrained | None = None


class Retraining:
    """Reads and writes the folder. Any process may read it at any time."""

    def __init__(self, files: LibraryFiles) -> None:
        self.library = files.folder
        self.folder = files.retraining

    @property
    def state(self) -> RetrainingState:
        """What cannot be read counts as not there."""
        request = self._request()
        if request is None:
            return RetrainingState(RetrainingPhase.NONE)
        progress = self._read("progress.json", TrainingProgress)
        result = self._result()
        if is_held(self.folder / "running.lock"):
            phase = RetrainingPhase.RUNNING
        else:
            phase = RetrainingPhase.FINISHED if result else RetrainingPhase.INTERRUPTED
        return RetrainingState(phase, request, progress, result)

    @contextmanager
    def running(self, request: TrainRequest) -> Iterator[bool]:
        """Be the process that trains, inside the block. Gives whether it goes on with the work of
        an older one that was asked for the same and had not finished; else that is thrown away.

        Raises RetrainingBusyError, LibraryUnwritableError.
        """
        self._create()
        try:
            with held(self.folder / "running.lock"):
                (self.folder / "stop").unlink(missing_ok=True)
                is_same = self._request() == request and not self._result()
                if not is_same:
                    self._clear()
                    self._write("request.json", encode_request(request))
                yield is_same
        except LockHeldError as error:
            raise RetrainingBusyError(self.library) from error
        except LockUnavailableError as error:
            raise LibraryUnwritableError(self.library, str(error)) from error

    def note(self, progress: TrainingProgress) -> None:
        self._write("progress.json", _line(Word.PROGRESS, progress))

    def finish(self, result: Retrained) -> None:
        self._write("result.json", _line(Word.FINISHED, result))

    def ask_to_stop(self) -> None:
        """Of a run in another process, which keeps what it has learned."""
        (self.folder / "stop").touch()

    @property
    def is_asked_to_stop(self) -> bool:
        return (self.folder / "stop").exists()

    def settle(self) -> None:
        """Forget it: its model is used, kept or not wanted. Raises RetrainingBusyError."""
        if is_held(self.folder / "running.lock"):
            raise RetrainingBusyError(self.library)
        # The request goes first: what is left of a folder without it counts as nothing.
        (self.folder / "request.json").unlink(missing_ok=True)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _create(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryUnwritableError(self.library, error.strerror or str(error)) from error

    def _clear(self) -> None:
        for path in self.folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            elif not path.name.startswith("running.lock"):
                path.unlink()

    def _request(self) -> TrainRequest | None:
        try:
            request = decode_request((self.folder / "request.json").read_text("utf-8"))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None
        return request if isinstance(request, TrainRequest) else None

    def _result(self) -> Retrained | None:
        return self._read("result.json", Retrained)

    def _read(self, name: str, kind: type[T]) -> T | None:
        try:
            event = decode_event((self.folder / name).read_text("utf-8"))
            value = decode_data(event, (kind,)) if event else None
        except (OSError, ValueError, KeyError, TypeError, AttributeError, StopIteration):
            return None
        return value if isinstance(value, kind) else None

    def _write(self, name: str, text: str) -> None:
        """Whoever reads meanwhile reads the older one whole."""
        try:
            atomic_write(self.folder / name, text + "\n")
        except OSError as error:
            raise LibraryUnwritableError(self.library, error.strerror or str(error)) from error


def _line(word: Word, value: TrainingProgress | Retrained) -> str:
    return encode_event(JobEvent(word, type(value).__name__, plain(value)))
