"""The output of the library commands: JSON for scripts (docs/formats.md), text for people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from desktop_app.cli.terminal import photo_count, print_error, print_json, print_text
from desktop_app.core.base.errors import PhotoError
from desktop_app.core.catalogue.catalogue import Root
from desktop_app.core.catalogue.library_status import Failure, LibraryStatus, RootCounts
from desktop_app.core.exporting.engines import Engine
from desktop_app.core.exporting.progress import PhotosExported
from desktop_app.core.jobs.progress import IndexSummary
from desktop_app.core.search.photo_search import Found
from desktop_app.sentences.errors import error_message
from desktop_app.sentences.libraries import FOLDERS_DISCONNECTED, unreadable_template


@dataclass(frozen=True)
class MatchMarks:
    """What is told about matches beside how near they are.

    Attributes:
        tops: The paths of the photos on top of stacks, by their ids.
        identical: The content hashes of the files that were searched for.
    """

    tops: Mapping[int, Path] = field(default_factory=dict)
    identical: frozenset[bytes] = frozenset()


def print_index_summary(summary: IndexSummary, *, as_json: bool) -> None:
    for path in (*summary.unreadable_folders, *summary.unreadable_files):
        print_error(unreadable_template(path).format(folders=path))
    for root in summary.paused_roots:
        print_error(f"{root} is paused and was not scanned. Run 'lookalike resume' to resume it.")
    for folder in summary.offline_roots + summary.offline_folders:
        print_error(f"{FOLDERS_DISCONNECTED.format(folders=folder)} Connect it and index again.")
    if as_json:
        print_json(asdict(summary))
        return
    print_text(
        f"Indexed {photo_count(summary.indexed)} in {summary.seconds:,.1f} s"
        f" ({summary.unchanged:,} unchanged, {summary.failed:,} failed)."
    )
    if summary.failed:
        print_text("Run 'lookalike failures' to see which photos failed and why.")


def print_matches(
    query: list[str],
    found: list[Found],
    marks: MatchMarks,
    *,
    as_json: bool,
    by_words: bool = False,
) -> None:
    """Print what was found; `by_words`: only what stands out, and why nothing may."""
    if as_json:
        matches = [_match_json(item, marks) for item in found]
        print_json({"query": _query_json(query), "matches": matches})
        return
    if by_words and not found:
        print_text(f"No photo stands out for {' + '.join(query)}. Try another word for it.")
        return
    print_text("distance  score           photo")
    for item in found:
        similar = "similar" if item.match.related else ""
        same = "  (identical)" if item.photo.content_hash in marks.identical else ""
        stack = f"  (stack of {item.stack.count:,})" if item.stack else ""
        nearness = f"{item.match.distance:>8}  {item.match.score:.3f}  {similar:<7}"
        print_text(f"{nearness}  {item.photo.path}{same}{stack}")
    if not found:
        print_text(
            "No photo is indexed with the model in use."
            " Run 'lookalike index', with a folder if the library has none."
        )
    elif not any(item.match.related for item in found):
        print_text("Probably no similar photos; these are the closest.")


def print_failed_query(query: str, error: PhotoError, *, as_json: bool) -> None:
    print_error(error_message(error))
    if as_json:
        print_json({"query": query, "error": error.problem})


def print_status(counts: LibraryStatus, roots: list[Root], *, as_json: bool) -> None:
    if as_json:
        print_json(asdict(counts))
        return
    print_text(
        f"{photo_count(counts.photos)}: {counts.indexed:,} indexed, {counts.failed:,} failed,"
        f" {counts.waiting:,} waiting; {counts.offline:,} in disconnected folders."
    )
    if counts.excluded:
        print_text(f"{photo_count(counts.excluded)} excluded; see 'lookalike exclude list'.")
    print_text(f"Model: {counts.model_id or 'none yet'}, {counts.code_bits} bits.")
    for root in roots:
        print_text(f"  {root.path}{' (disconnected)' if root.offline else ''}")


def print_roots(known: list[Root], counts: dict[int, RootCounts], *, as_json: bool) -> None:
    if as_json:
        print_json([_root_json(root, counts[root.id]) for root in known])
        return
    for root in known:
        count = counts[root.id]
        facts = [f"{count.indexed:,} indexed", f"{count.failed:,} failed"]
        facts += [f"{count.waiting:,} waiting"] if count.waiting else []
        facts += ["disconnected"] if root.offline else []
        facts += ["paused"] if root.paused else []
        print_text(f"{root.path}: {', '.join(facts)}")
    if not known:
        print_text("The library has no folders yet. Run 'lookalike index FOLDER' to add one.")


def print_failures(found: list[Failure], *, as_json: bool) -> None:
    if as_json:
        print_json(
            [{"path": item.path, "reason": item.problem, "detail": item.detail} for item in found]
        )
        return
    for item in found:
        print_text(error_message(PhotoError(item.path, item.problem, item.detail)))


def print_export(exported: PhotosExported, engine: Engine, *, as_json: bool) -> None:
    if as_json:
        print_json({"engine": engine.value, **asdict(exported)})
    else:
        print_text(f"Exported {photo_count(exported.photos)} to {exported.target}.")


def _root_json(root: Root, count: RootCounts) -> dict[str, Any]:
    return {
        "path": root.path,
        "offline": root.offline,
        "paused": root.paused,
        "indexed": count.indexed,
        "failed": count.failed,
        "waiting": count.waiting,
    }


def _match_json(item: Found, marks: MatchMarks) -> dict[str, Any]:
    stack = item.stack
    return {
        "path": item.photo.path,
        "distance": item.match.distance,
        "score": round(item.match.score, 6),
        "related": item.match.related,
        "identical": item.photo.content_hash in marks.identical,
        "stack_top": marks.tops.get(stack.top) if stack else None,
        "on_top": stack.top == item.photo.id if stack else None,
        "stack_photos": stack.count if stack else None,
    }


def _query_json(query: list[str]) -> str | list[str]:
    return query[0] if len(query) == 1 else query
