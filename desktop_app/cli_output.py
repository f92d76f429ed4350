"""What the command line prints: JSON for scripts, sentences and tables for people."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from desktop_app.core.base.errors import PhotoError
from desktop_app.core.catalogue.catalogue import Failure, LibraryStatus, Root, RootCounts
from desktop_app.core.jobs.comparison_events import Comparing, ComparingStage
from desktop_app.core.jobs.progress import (
    Indexing,
    IndexSummary,
    Rehashing,
    Removing,
    SamplesProgress,
    Scanning,
    TrainingProgress,
    TrainingStage,
)
from desktop_app.core.search.photo_search import Found
from desktop_app.sentences import printable, sentence

_STAGES = {
    TrainingStage.READING: "Reading what is stored",
    TrainingStage.CODES: "Learning codes",
    TrainingStage.PREVIEWS: "Learning to draw",
    TrainingStage.FINISHING: "Checking the model",
}

_COMPARING = {
    ComparingStage.CODES: "Making the other codes",
    ComparingStage.COPIES: "Looking for edited copies",
    ComparingStage.RELATIVES: "Looking for relatives",
    ComparingStage.NEIGHBOURS: "Comparing neighbours",
    ComparingStage.DISAGREEMENTS: "Looking for disagreements",
}


def say(text: str) -> None:
    sys.stdout.write(printable(text) + "\n")


def complain(text: str) -> None:
    sys.stderr.write(printable(text) + "\n")


def watch(events: Iterator[Any], *, quiet: bool) -> Any:
    """Show the progress of a generator on a terminal; returns the last thing it yielded."""
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
            _move(bar, task, event)
    return event


def index_summary(summary: IndexSummary, *, as_json: bool) -> None:
    for folder in summary.unreadable_folders:
        complain(f"{folder} cannot be read; check its permissions.")
    for root in summary.paused_roots:
        complain(f"{root} is paused and was left alone; 'lookalike resume' goes on with it.")
    for root in summary.offline_roots:
        complain(f"{root} is offline and its photos are kept; connect it and index again.")
    if as_json:
        print_json(asdict(summary))
        return
    say(
        f"{summary.indexed:,} photos indexed, {summary.unchanged:,} unchanged,"
        f" {summary.failed:,} failed, in {summary.seconds:,.1f} s."
    )
    if summary.failed:
        say("'lookalike failures' tells what failed and why.")


def matches(query: list[Path], found: list[Found], *, as_json: bool) -> None:
    if as_json:
        print_json({"query": _one_or_all(query), "matches": [_match(item) for item in found]})
        return
    say("distance  score           photo")
    for item in found:
        word = "related" if item.match.related else ""
        say(f"{item.match.distance:>8}  {item.match.score:.3f}  {word:<7}  {item.photo.path}")
    if not found:
        say("The library has no photos yet; index a folder first.")
    elif not any(item.match.related for item in found):
        say("No photo of the library is related to this query.")


def failed_query(error: PhotoError, *, as_json: bool) -> None:
    complain(sentence(error))
    if as_json:
        print_json({"query": error.path, "error": error.problem})


def status(counts: LibraryStatus, roots: list[Root], *, as_json: bool) -> None:
    if as_json:
        print_json(asdict(counts))
        return
    say(
        f"{counts.photos:,} photos: {counts.indexed:,} indexed, {counts.failed:,} failed,"
        f" {counts.waiting:,} waiting. {counts.offline:,} of them are offline."
    )
    say(f"Model {counts.model_id or 'none yet'}, {counts.code_bits} bits.")
    for root in roots:
        say(f"  {root.path}{' (offline)' if root.offline else ''}")


def roots(known: list[Root], counts: dict[int, RootCounts], *, as_json: bool) -> None:
    if as_json:
        print_json([_root(root, counts[root.id]) for root in known])
        return
    for root in known:
        count = counts[root.id]
        words = [f"{count.indexed:,} indexed", f"{count.failed:,} failed"]
        words += [f"{count.waiting:,} waiting"] if count.waiting else []
        words += [word for word in ("offline", "paused") if getattr(root, word)]
        say(f"{root.path}: {', '.join(words)}")
    if not known:
        say("The library has no folders yet; 'lookalike index FOLDER' adds one.")


def failures(found: list[Failure], *, as_json: bool) -> None:
    if as_json:
        print_json(
            [{"path": item.path, "reason": item.problem, "detail": item.detail} for item in found]
        )
        return
    for item in found:
        say(sentence(PhotoError(item.path, item.problem, item.detail)))


def _move(bar: Progress, task: Any, event: Any) -> None:
    match event:
        case Scanning(files=files):
            bar.update(task, description="Looking for files", completed=files)
        case Rehashing(done=done, total=total):
            bar.update(task, description="New codes", completed=done, total=total)
        case Indexing(done=done, total=total):
            bar.update(task, description="Indexing", completed=done, total=total)
        case Removing(done=done, total=total):
            bar.update(task, description="Forgetting", completed=done, total=total)
        case SamplesProgress(done=done, total=total):
            bar.update(task, description="Drawing", completed=done, total=total)
        case Comparing(stage=stage, done=done, total=total):
            bar.update(task, description=_COMPARING[stage], completed=done, total=total)
        case TrainingProgress(stage=stage, step=step, steps=steps):
            bar.update(task, description=_STAGES[stage], completed=step, total=steps)


def _root(root: Root, count: RootCounts) -> dict[str, Any]:
    return {
        "path": root.path,
        "offline": root.offline,
        "paused": root.paused,
        "indexed": count.indexed,
        "failed": count.failed,
        "waiting": count.waiting,
    }


def _match(item: Found) -> dict[str, Any]:
    return {
        "path": item.photo.path,
        "distance": item.match.distance,
        "score": round(item.match.score, 6),
        "related": item.match.related,
    }


def _one_or_all(query: list[Path]) -> Path | list[Path]:
    return query[0] if len(query) == 1 else query


def print_json(value: Any) -> None:
    """One line. File names that are not UTF-8 keep their bytes as surrogate escapes."""
    sys.stdout.write(json.dumps(value, default=str) + "\n")
