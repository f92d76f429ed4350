"""Write to the terminal: text, errors, JSON and progress bars."""

from __future__ import annotations

import contextlib
import errno
import io
import json
import sys
from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from desktop_app.core.archive.progress import (
    Collecting,
    Compacting,
    Importing,
    ReadingShards,
    Recoding,
    Sampling,
)
from desktop_app.core.base.errors import OutputError
from desktop_app.core.base.plain_text import escape_controls
from desktop_app.core.building.events import Building, BuildingStage
from desktop_app.core.exporting.progress import Exporting
from desktop_app.core.jobs.comparison_events import Comparing, ComparingStage
from desktop_app.core.jobs.duplicate_events import FindingDuplicates, FindingStage
from desktop_app.core.jobs.progress import (
    BackingUp,
    Checking,
    Indexing,
    Installing,
    Rehashing,
    Removing,
    SamplesProgress,
    Scanning,
    TrainingProgress,
    TrainingStage,
)

_TRAINING_STAGES = {
    TrainingStage.READING: "Reading photos",
    TrainingStage.FINE_TUNING: "Fine-tuning the network",
    TrainingStage.CODES: "Training codes",
    TrainingStage.PREVIEWS: "Training previews",
    TrainingStage.FINISHING: "Checking the new model",
}

_BUILDING_STAGES = {
    BuildingStage.ADAPTING: "Adapting the network",
    BuildingStage.READING: "Reading photos",
    BuildingStage.FITTING: "Fitting the codes",
    BuildingStage.CALIBRATING: "Measuring distances",
    BuildingStage.CHECKING: "Checking the new model",
}

_FINDING_STAGES = {
    FindingStage.FINGERPRINTS: "Reading thumbnails",
    FindingStage.CANDIDATES: "Looking for pairs",
    FindingStage.COPIES: "Comparing copies",
    FindingStage.NEIGHBOURS: "Comparing similar photos",
    FindingStage.PIXELS: "Comparing pixels",
    FindingStage.SHARPNESS: "Measuring sharpness",
}
# Of progress that counts `done` of `total` in one stage.
_DESCRIPTIONS: dict[type, str] = {
    Rehashing: "Updating codes",
    Indexing: "Indexing",
    Checking: "Checking",
    Removing: "Removing",
    SamplesProgress: "Drawing samples",
    Importing: "Importing shards",
    Collecting: "Collecting codes",
    Recoding: "Computing codes",
    Sampling: "Drawing photos",
    ReadingShards: "Comparing files",
    Compacting: "Compacting shards",
    Exporting: "Exporting",
}
_COMPARISON_STAGES = {
    ComparingStage.CODES: "Computing new codes",
    ComparingStage.COPIES: "Searching for edited copies",
    ComparingStage.RELATIVES: "Finding related photos",
    ComparingStage.NEIGHBOURS: "Finding near-duplicates",
    ComparingStage.DISAGREEMENTS: "Finding different results",
}


_LONGEST_LINE = 60
_LAYOUT = "\n\r\t\x1b"  # what lays out a progress bar


class _Output(io.TextIOWrapper):
    """Standard output that takes any text. Raises OutputError where it cannot be written."""

    def write(self, text: str, /) -> int:
        with _output_errors():
            return super().write(text)

    def flush(self) -> None:
        with _output_errors():
            super().flush()


class _ErrorOutput(io.TextIOWrapper):
    """Standard error that takes any text, and loses what cannot be written.

    Messages about wrong usage come from a library, which prints the user's words as they are.
    """

    def write(self, text: str, /) -> int:
        with contextlib.suppress(OSError):
            super().write(escape_controls(text, keep=_LAYOUT))
        return len(text)

    def flush(self) -> None:
        with contextlib.suppress(OSError):
            super().flush()


def prepare_output() -> None:
    """Let any text be printed, whatever the encoding; see _Output for what cannot be written."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout = _of_kind(_Output, sys.stdout)
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr = _of_kind(_ErrorOutput, sys.stderr)


def _of_kind(kind: type[io.TextIOWrapper], stream: io.TextIOWrapper) -> io.TextIOWrapper:
    encoding, by_lines, at_once = stream.encoding, stream.line_buffering, stream.write_through
    return kind(stream.detach(), encoding, "backslashreplace", None, by_lines, at_once)


@contextlib.contextmanager
def _output_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        is_closed = error.errno == errno.EBADF
        detail = "it is closed" if is_closed else error.strerror or str(error)
        raise OutputError(error.errno or 0, detail) from error


def finish_output() -> None:
    """Write out what was printed. Raises OutputError."""
    sys.stdout.flush()


def photo_count(count: int) -> str:
    """Return a number of photos as text."""
    return "1 photo" if count == 1 else f"{count:,} photos"


def print_text(text: str) -> None:
    """Write one line to standard output. Raises OutputError."""
    sys.stdout.write(escape_controls(text) + "\n")


def print_error(text: str) -> None:
    """Write one line to standard error."""
    sys.stderr.write(escape_controls(text) + "\n")


def print_json(value: Any) -> None:
    """Write one line of JSON to standard output. Raises OutputError.

    File names that are not UTF-8 keep their bytes as surrogate escapes.
    """
    sys.stdout.write(json.dumps(value, default=str) + "\n")


def run_with_progress(events: Iterator[Any], *, quiet: bool) -> Any:
    """Run a generator of progress events to its end and return its last event.

    The progress bar goes to standard error, if that is a terminal and `quiet` is False.
    """
    event: Any = None
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, disable=quiet or not console.is_terminal) as bar:
        task = bar.add_task("Starting", total=None)
        for event in events:
            _update_bar(bar, task, event)
    return event


def _update_bar(bar: Progress, task: TaskID, event: Any) -> None:
    match event:
        case Scanning(files=files):
            bar.update(task, description="Scanning", completed=files)
        case BackingUp():
            bar.update(task, description="Backing up", total=None)
        case Comparing(stage=stage, done=done, total=total):
            bar.update(task, description=_COMPARISON_STAGES[stage], completed=done, total=total)
        case FindingDuplicates(stage=stage, done=done, total=total):
            finding = _FINDING_STAGES[stage]
            bar.update(task, description=finding, completed=done, total=total or None)
        case Building(stage=stage, done=done, total=total):
            building = _BUILDING_STAGES[stage]
            bar.update(task, description=building, completed=done, total=total or None)
        case Installing(line=line, done=done, total=total):
            short, megabytes = line[:_LONGEST_LINE], total // 10**6 or None
            bar.update(task, description=short, completed=done // 10**6, total=megabytes)
        case TrainingProgress(stage=stage, step=step, steps=steps):
            bar.update(task, description=_TRAINING_STAGES[stage], completed=step, total=steps)
        case _ if type(event) in _DESCRIPTIONS:
            description = _DESCRIPTIONS[type(event)]
            bar.update(task, description=description, completed=event.done, total=event.total)
