"""Long work in a child process: requests and events as JSON lines.

The request is one JSON object on the command line, or, where it is long, in a file that is named
there after an '@'. The child writes one event a line to the descriptor that was its standard
output: `started`, any number of `progress`, and exactly one of `finished`, `cancelled`, `failed`.
It reads lines from its standard input: `pause`, `resume`; the end of the input, which a dead parent
causes too, cancels. docs/formats.md shows the lines.
"""

from __future__ import annotations

import json
import logging
import os
import threading
from collections.abc import Callable, Generator
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from desktop_app.core.base.errors import AppError
from desktop_app.core.jobs.progress import DONE

logger = logging.getLogger(__name__)


class Word(StrEnum):
    """The events of a job, and what it is told."""

    STARTED = "started"
    PROGRESS = "progress"
    FINISHED = "finished"
    CANCELLED = "cancelled"
    FAILED = "failed"
    PAUSE = "pause"
    RESUME = "resume"


ENDINGS = frozenset({Word.FINISHED, Word.CANCELLED, Word.FAILED})


@dataclass(frozen=True)
class IndexRequest:
    """Bring a library up to date (indexer.index). `gentle`: everything else goes first."""

    library: Path
    folders: list[Path]
    threads: int
    gentle: bool = False


@dataclass(frozen=True)
class SamplesRequest:
    """Draw the sample pictures into a folder (samples.write_samples)."""

    folder: Path


@dataclass(frozen=True)
class ChangesRequest:
    """Scan no more than what has changed (indexer.index_changes)."""

    library: Path
    changed: list[Path]
    threads: int
    gentle: bool = False


@dataclass(frozen=True)
class RetryRequest:
    """Read files that failed once more; none named: all (indexer.retry_failed)."""

    library: Path
    failed: list[Path]
    threads: int
    gentle: bool = False


@dataclass(frozen=True)
class RemoveRequest:
    """Forget a root (root_edits.remove_root)."""

    library: Path
    root: Path


@dataclass(frozen=True)
class RelocateRequest:
    """A root was moved to `target` (root_edits.relocate_root)."""

    library: Path
    root: Path
    target: Path


@dataclass(frozen=True)
class PauseRequest:
    """Leave a root alone, or no more (root_edits.pause_root)."""

    library: Path
    root: Path
    is_paused: bool


@dataclass(frozen=True)
class FollowRequest:
    """Files were moved by the user's own word (moved_files.follow_moves)."""

    library: Path
    sources: list[Path]
    targets: list[Path]


@dataclass(frozen=True)
class WatchRequest:
    """Tell of changes in these roots until cancelled (watching.watch)."""

    library: Path
    roots: list[Path]


@dataclass(frozen=True)
class TrainRequest:
    """Learn a model of this library's own (`python -m training job`). `photos` are learned, by id;
    none named: all. It takes at most so many `minutes`; None: as long as the recipe says.
    `previews`: a generator, too. `gentle`: everything else goes first.
    """

    library: Path
    photos: list[int]
    code_bits: int
    minutes: float | None
    previews: bool
    gentle: bool = False


@dataclass(frozen=True)
class ProbeRequest:
    """Tell how long a TrainRequest would take on this machine (`python -m training job`)."""

    library: Path
    photos: list[int]
    code_bits: int
    previews: bool
    gentle: bool = False


@dataclass(frozen=True)
class UseModelRequest:
    """Search the library with another of its models (model_use.use_model)."""

    library: Path
    model_id: str


@dataclass(frozen=True)
class CompareRequest:
    """Measure another of the library's models beside the one in use (comparison.compare)."""

    library: Path
    model_id: str


@dataclass(frozen=True)
class ImportRequest:
    """Take in a model from its file (model_exchange.import_model)."""

    library: Path
    source: Path


@dataclass(frozen=True)
class InstallRequest:
    """Install what training needs (training_component.install_training)."""


ReadingRequest = IndexRequest | ChangesRequest | RetryRequest
RootEdit = RemoveRequest | RelocateRequest | PauseRequest
LibraryEdit = RootEdit | FollowRequest
TrainingRequest = TrainRequest | ProbeRequest
ModelRequest = UseModelRequest | CompareRequest | ImportRequest
Request = (
    ReadingRequest
    | SamplesRequest
    | LibraryEdit
    | WatchRequest
    | TrainingRequest
    | ModelRequest
    | InstallRequest
)
_REQUESTS: dict[str, type[Request]] = {
    "index": IndexRequest,
    "samples": SamplesRequest,
    "changes": ChangesRequest,
    "retry": RetryRequest,
    "remove": RemoveRequest,
    "relocate": RelocateRequest,
    "pause": PauseRequest,
    "follow": FollowRequest,
    "watch": WatchRequest,
    "train": TrainRequest,
    "probe": ProbeRequest,
    "use": UseModelRequest,
    "compare": CompareRequest,
    "import": ImportRequest,
    "install": InstallRequest,
}


@dataclass(frozen=True)
class JobEvent:
    """One line. `data` is what the work yielded, as plain JSON values; `kind` is its class."""

    word: Word
    kind: str = ""
    data: dict[str, Any] | None = None


def encode_request(request: Request) -> str:
    name = next(name for name, kind in _REQUESTS.items() if isinstance(request, kind))
    return json.dumps({"request": name, **plain(request)})


def decode_request(text: str) -> Request:
    """Raises ValueError, KeyError or TypeError for anything that `encode_request` did not make."""
    values = json.loads(text)
    kind = _REQUESTS[values.pop("request")]
    request: Request = _rebuilt(kind, values)
    return request


def read_request(argument: str) -> Request:
    """As `decode_request`, from the command line's text or the file that it names."""
    is_file = argument.startswith("@")
    return decode_request(Path(argument[1:]).read_text("utf-8") if is_file else argument)


def encode_event(event: JobEvent) -> str:
    parts: dict[str, Any] = {"event": event.word}
    if event.kind:
        parts["kind"] = event.kind
    if event.data is not None:
        parts["data"] = event.data
    return json.dumps(parts)


def decode_event(line: str) -> JobEvent | None:
    """None for a line that is no event."""
    try:
        values = json.loads(line)
        return JobEvent(Word(values["event"]), values.get("kind", ""), values.get("data"))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def decode_data(event: JobEvent, kinds: tuple[type, ...]) -> Any:
    """The value that the work yielded, as one of `kinds`."""
    kind = next(kind for kind in kinds if kind.__name__ == event.kind)
    return _rebuilt(kind, event.data or {})


def decode_error(event: JobEvent) -> AppError | None:
    """The error of a `failed` event; None where it was not one of ours."""
    kinds = {kind.__name__: kind for kind in AppError.__subclasses__()}
    kind = kinds.get(event.kind)
    return None if kind is None else _rebuilt(kind, event.data or {})


def run_job(work: Callable[[], Generator[Any]]) -> int:
    """Do the work in this process, as a job. Returns the exit status: 0, 1 failed, 3 cancelled."""
    events = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)  # a library that prints cannot get between the events
    control = _Control()
    threading.Thread(target=control.listen, name="control", daemon=True).start()
    try:
        return _run(work, control, events.write)
    except BrokenPipeError:
        return 3
    finally:
        _close_quietly(events)


def _run(
    work: Callable[[], Generator[Any]], control: _Control, write: Callable[[str], object]
) -> int:
    def tell(event: JobEvent) -> None:
        write(encode_event(event) + "\n")

    tell(JobEvent(Word.STARTED))
    try:
        value: Any = None
        steps = work()
        for value in steps:
            if not isinstance(value, DONE) and control.is_cancelled_after_pauses():
                steps.close()
                logger.info("Cancelled")
                tell(JobEvent(Word.CANCELLED))
                return 3
            if value is not None:  # None: nothing to tell, a step to be cancelled at
                tell(JobEvent(Word.PROGRESS, type(value).__name__, plain(value)))
        tell(JobEvent(Word.FINISHED, type(value).__name__, plain(value)))
        logger.info("The job has finished")
    except AppError as error:
        logger.info("The job ended with %r", error)
        tell(JobEvent(Word.FAILED, type(error).__name__, plain(error)))
        return 1
    except BrokenPipeError:
        raise
    except Exception as error:  # the one place where a job ends
        logger.exception("The job failed")
        tell(JobEvent(Word.FAILED, "", {"detail": repr(error)[:1000]}))
        return 1
    return 0


class _Control:
    """What the parent has said on our standard input."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._paused = False
        self._cancelled = False

    def listen(self) -> None:
        """Reads with os.read: a daemon thread inside a buffered read aborts Python's exit."""
        rest = b""
        while block := os.read(0, 4096):
            *lines, rest = (rest + block).split(b"\n")
            for line in lines:
                self._hear(line.decode("utf-8", "replace").strip())
        with self._changed:
            self._cancelled = True
            self._changed.notify_all()

    def is_cancelled_after_pauses(self) -> bool:
        """Wait while the parent wants a pause; True where it wants the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._cancelled or not self._paused)
            return self._cancelled

    def _hear(self, word: str) -> None:
        with self._changed:
            if word in (Word.PAUSE, Word.RESUME):
                self._paused = word == Word.PAUSE
            self._changed.notify_all()


def _close_quietly(events: Any) -> None:
    try:
        events.close()
    except BrokenPipeError:
        return


def plain(value: Any) -> Any:
    """Dataclasses, paths and enums -> what json knows."""
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: plain(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value


def _rebuilt(kind: type, values: dict[str, Any]) -> Any:
    """The inverse of plain for our events, requests and errors."""
    hints = get_type_hints(kind)
    return kind(**{name: _typed(hints[name], value) for name, value in values.items()})


def _typed(hint: Any, value: Any) -> Any:
    of = get_args(hint)
    if get_origin(hint) is list:
        return [_typed(of[0], item) for item in value]
    if get_origin(hint) is UnionType:  # of a kind and None: there are no others
        return None if value is None else _typed(of[0], value)
    if is_dataclass(hint):
        return _rebuilt(hint, value)  # type: ignore[arg-type]
    if isinstance(hint, type) and issubclass(hint, Path | StrEnum):
        return hint(value)
    return value
