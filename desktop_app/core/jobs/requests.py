"""The requests that child processes are started with.

A request is one JSON object on the command line, or, where it is long, in a file that is named
there after an '@'.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.base.json_codec import from_builtins, to_builtins


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


def encode_request(request: Request) -> str:
    name = next(name for name, kind in _REQUESTS.items() if isinstance(request, kind))
    return json.dumps({"request": name, **to_builtins(request)})


def decode_request(text: str) -> Request:
    """Raises ValueError for anything that `encode_request` did not make."""
    values = json.loads(text)
    kind = _REQUESTS.get(str(values.get("request"))) if isinstance(values, dict) else None
    if kind is None:
        raise ValueError("not a request")
    return from_builtins(values, kind)


def read_request(argument: str) -> Request:
    """Decode a request from the command line, or from the file that is named there.

    Raises ValueError, OSError.
    """
    is_file = argument.startswith("@")
    return decode_request(Path(argument[1:]).read_text("utf-8") if is_file else argument)
