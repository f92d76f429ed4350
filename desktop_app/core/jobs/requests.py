"""The requests that child processes are started with; those of edits are in files/library_edits.py.

A request is one JSON object on the command line, or, where it is long, in a file that is named
there after an '@'.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from desktop_app.core.base.json_codec import from_builtins, parse_json, to_builtins


class Request:
    """The base of all requests, which are frozen dataclasses."""

    @classmethod
    def name(cls) -> str:
        """Return its name in JSON: 'index' for IndexRequest."""
        return cls.__name__.removesuffix("Request").lower()


R = TypeVar("R", bound=Request)


@dataclass(frozen=True)
class IndexRequest(Request):
    """Bring a library up to date (indexer.index). `gentle`: at the lowest priority."""

    library: Path
    folders: list[Path]
    threads: int
    gentle: bool = False


@dataclass(frozen=True)
class SamplesRequest(Request):
    """Draw the sample pictures into a folder (samples.write_samples)."""

    folder: Path


@dataclass(frozen=True)
class ChangesRequest(Request):
    """Scan only files and folders that have changed (indexer.index_changes)."""

    library: Path
    changed: list[Path]
    threads: int
    gentle: bool = False


@dataclass(frozen=True)
class RetryRequest(Request):
    """Retry files that failed; an empty list means all (indexer.retry_failed)."""

    library: Path
    failed: list[Path]
    threads: int
    gentle: bool = False


@dataclass(frozen=True)
class DuplicatesRequest(Request):
    """Compare the photos of a library (finder.find_duplicates)."""

    library: Path
    gentle: bool = False


@dataclass(frozen=True)
class NewcomersRequest(Request):
    """Compare folders outside the library with it (folder_check.check_folders)."""

    library: Path
    folders: list[Path]


@dataclass(frozen=True)
class WatchRequest(Request):
    """Report changes in these roots until cancelled (watching.watch)."""

    library: Path
    roots: list[Path]


@dataclass(frozen=True)
class TrainRequest(Request):
    """Train a model on this library (`python -m training job`).

    Attributes:
        library: Folder of the library.
        photos: Ids of the photos to learn from; an empty list means all.
        code_bits: Length of the codes.
        minutes: Time limit; None: as many epochs as the recipe has.
        previews: Train a generator, too.
        gentle: Run at the lowest priority.
        fine_tune: Train the network that describes the photos, too; without previews.
    """

    library: Path
    photos: list[int]
    code_bits: int
    minutes: float | None
    previews: bool
    gentle: bool = False
    fine_tune: bool = False


@dataclass(frozen=True)
class QuickTrainRequest(Request):
    """Fit a model to this library without gradients (quick_learning.learn_quickly).

    Attributes:
        library: Folder of the library.
        photos: Ids of the photos to learn from; an empty list means all.
        code_bits: Length of the codes.
        gentle: Run at the lowest priority.
    """

    library: Path
    photos: list[int]
    code_bits: int
    gentle: bool = False


@dataclass(frozen=True)
class ProbeRequest(Request):
    """Estimate the time of a TrainRequest on this machine (`python -m training job`)."""

    library: Path
    photos: list[int]
    code_bits: int
    previews: bool
    gentle: bool = False


@dataclass(frozen=True)
class UseModelRequest(Request):
    """Switch the library to another of its models (model_use.use_model)."""

    library: Path
    model_id: str


@dataclass(frozen=True)
class CompareRequest(Request):
    """Compare another of the library's models with the one in use (comparison.compare)."""

    library: Path
    model_id: str


@dataclass(frozen=True)
class ImportRequest(Request):
    """Import a model from a file (model_exchange.import_model)."""

    library: Path
    source: Path


@dataclass(frozen=True)
class InstallRequest(Request):
    """Install the packages that training needs (training_component.install_training).

    Attributes:
        source: A folder with the files of all packages; None: they are downloaded.
    """

    source: Path | None = None


@dataclass(frozen=True)
class UninstallRequest(Request):
    """Remove the packages that training needs (training_component.remove_training)."""


ReadingRequest = IndexRequest | ChangesRequest | RetryRequest
TrainingRequest = TrainRequest | ProbeRequest
RetrainRequest = TrainRequest | QuickTrainRequest
ModelRequest = UseModelRequest | CompareRequest | ImportRequest


def encode_request(request: Request) -> str:
    return json.dumps({"request": request.name(), **to_builtins(request)})


def decode_request(text: str | bytes, kinds: Iterable[type[R]]) -> R:
    """Decode a request of one of these classes.

    Raises ValueError for anything that `encode_request` did not make of one of them.
    """
    values = parse_json(text)
    name = values.get("request") if isinstance(values, dict) else None
    kind = next((kind for kind in kinds if kind.name() == name), None)
    if kind is None:
        raise ValueError("not a request")
    return from_builtins(values, kind)


def read_request(argument: str, kinds: Iterable[type[R]]) -> R:
    """Decode a request, or the file that is named after an '@'. Raises ValueError, OSError."""
    is_file = argument.startswith("@")
    text = Path(argument[1:]).read_text("utf-8") if is_file else argument
    return decode_request(text, kinds)
