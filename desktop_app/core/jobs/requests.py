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
    """Bring a library up to date (indexer.index). `gentle`: at the lowest priority."""

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
    """Scan only files and folders that have changed (indexer.index_changes)."""

    library: Path
    changed: list[Path]
    threads: int
    gentle: bool = False


@dataclass(frozen=True)
class RetryRequest:
    """Retry files that failed; an empty list means all (indexer.retry_failed)."""

    library: Path
    failed: list[Path]
    threads: int
    gentle: bool = False


@dataclass(frozen=True)
class LibraryEdit:
    """A short change of the catalogue, which interrupts indexing.

    An edit that is added is named in _REQUESTS, and in job.py with the function that makes it.
    """

    library: Path


@dataclass(frozen=True)
class RootEdit(LibraryEdit):
    """An edit of one root."""

    root: Path


@dataclass(frozen=True)
class RemoveRequest(RootEdit):
    """Remove a root from the library (root_edits.remove_root)."""


@dataclass(frozen=True)
class RelocateRequest(RootEdit):
    """Change the folder of a root that was moved to `target` (root_edits.relocate_root)."""

    target: Path


@dataclass(frozen=True)
class PauseRequest(RootEdit):
    """Exclude a root from scans, or include it again (root_edits.pause_root)."""

    is_paused: bool


@dataclass(frozen=True)
class FollowRequest(LibraryEdit):
    """Update the paths of files that the window has moved (moved_files.follow_moves)."""

    sources: list[Path]
    targets: list[Path]


@dataclass(frozen=True)
class WatchRequest:
    """Report changes in these roots until cancelled (watching.watch)."""

    library: Path
    roots: list[Path]


@dataclass(frozen=True)
class TrainRequest:
    """Train a model on this library (`python -m training job`).

    Attributes:
        library: Folder of the library.
        photos: Ids of the photos to learn from; an empty list means all.
        code_bits: Length of the codes.
        minutes: Time limit; None: as many epochs as the recipe has.
        previews: Train a generator, too.
        gentle: Run at the lowest priority.
    """

    library: Path
    photos: list[int]
    code_bits: int
    minutes: float | None
    previews: bool
    gentle: bool = False


@dataclass(frozen=True)
class ProbeRequest:
    """Estimate the time of a TrainRequest on this machine (`python -m training job`)."""

    library: Path
    photos: list[int]
    code_bits: int
    previews: bool
    gentle: bool = False


@dataclass(frozen=True)
class UseModelRequest:
    """Switch the library to another of its models (model_use.use_model)."""

    library: Path
    model_id: str


@dataclass(frozen=True)
class CompareRequest:
    """Compare another of the library's models with the one in use (comparison.compare)."""

    library: Path
    model_id: str


@dataclass(frozen=True)
class ImportRequest:
    """Import a model from a file (model_exchange.import_model)."""

    library: Path
    source: Path


@dataclass(frozen=True)
class InstallRequest:
    """Install the packages that training needs (training_component.install_training)."""


ReadingRequest = IndexRequest | ChangesRequest | RetryRequest
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
    """Decode a request, or the file that is named after an '@'. Raises ValueError, OSError."""
    is_file = argument.startswith("@")
    return decode_request(Path(argument[1:]).read_text("utf-8") if is_file else argument)
