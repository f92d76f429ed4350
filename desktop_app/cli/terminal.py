"""Write to the terminal: text, errors, JSON and progress bars."""

from __future__ import annotations

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

from desktop_app.core.jobs.comparison_events import Comparing, ComparingStage
from desktop_app.core.jobs.progress import (
    Indexing,
    Rehashing,
    Removing,
    SamplesProgress,
    Scanning,
    TrainingProgress,
    TrainingStage,
)
from desktop_app.sentences import printable

_TRAINING_STAGES = {
    TrainingStage.READING: "Reading photos",
    TrainingStage.CODES: "Training codes",
    TrainingStage.PREVIEWS: "Training previews",
    TrainingStage.FINISHING: "Checking the new model",
}

_COMPARISON_STAGES = {
    ComparingStage.CODES: "Computing new codes",
    ComparingStage.COPIES: "Searching for edited copies",
    ComparingStage.RELATIVES: "Finding related photos",
    ComparingStage.NEIGHBOURS: "Finding near-duplicates",
    ComparingStage.DISAGREEMENTS: "Finding different results",
}


def photo_count(count: int) -> str:
    """Return a number of photos as text."""
    return "1 photo" if count == 1 else f"{count:,} photos"


def print_text(text: str) -> None:
    """Write one line to standard output."""
    sys.stdout.write(printable(text) + "\n")


def print_error(text: str) -> None:
    """Write one line to standard error."""
    sys.stderr.write(printable(text) + "\n")


def print_json(value: Any) -> None:
    """Write one line of JSON to standard output.

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
        case Rehashing(done=done, total=total):
            bar.update(task, description="Updating codes", completed=done, total=total)
        case Indexing(done=done, total=total):
            bar.update(task, description="Indexing", completed=done, total=total)
        case Removing(done=done, total=total):
            bar.update(task, description="Removing", completed=done, total=total)
        case SamplesProgress(done=done, total=total):
            bar.update(task, description="Drawing samples", completed=done, total=total)
        case Comparing(stage=stage, done=done, total=total):
            bar.update(task, description=_COMPARISON_STAGES[stage], completed=done, total=total)
        case TrainingProgress(stage=stage, step=step, steps=steps):
            bar.update(task, description=_TRAINING_STAGES[stage], completed=step, total=steps)
