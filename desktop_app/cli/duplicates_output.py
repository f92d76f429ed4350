"""The output of `lookalike duplicates`: JSON and CSV for programs (docs/formats.md), and text."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable
from typing import Any

from desktop_app.cli.terminal import photo_count, print_json, print_text
from desktop_app.core.duplicates.groups import DuplicateGroup, Member, files_of
from desktop_app.core.duplicates.suggestions import KeepRules, Suggestion, suggest
from desktop_app.core.files.csv_export import csv_cell
from desktop_app.core.jobs.duplicate_events import NewcomerChecked, Standing
from desktop_app.core.same_photo.turns import Turn
from desktop_app.sentences.duplicates import LEVELS, PARTS, REASONS, STANDINGS, TURNS
from desktop_app.sentences.values import size_text

_COLUMNS = ("group", "level", "keep", "path", "width", "height", "size_bytes", "format")


def print_groups_as_text(groups: list[DuplicateGroup], rules: KeepRules) -> None:
    for group in groups:
        suggestion = suggest(group, rules)
        reason = f" (keep: {REASONS[suggestion.reason]})" if suggestion.reason else ""
        print_text(f"{LEVELS[group.level]}{reason}")
        for member in group.members:
            _print_member(member, suggestion)
    saved = sum(_saved_bytes(group, suggest(group, rules)) for group in groups)
    if groups:
        print_text(f"{len(groups):,} groups; all but the kept photos take {size_text(saved)}.")
    else:
        print_text("No duplicates found.")


def _print_member(member: Member, suggestion: Suggestion) -> None:
    mark = "keep" if member is suggestion.kept else "    "
    photo = member.photo
    facts = [f"{photo.width:,} x {photo.height:,}", size_text(photo.size_bytes)]
    verdict = member.verdict
    facts += [TURNS[verdict.turn]] if verdict and verdict.turn is not Turn.NONE else []
    facts += [PARTS[verdict.part]] if verdict and verdict.is_part else []
    print_text(f"  {mark}  {photo.path}  ({', '.join(facts)})")
    for copy in member.copies:
        print_text(f"          {copy.path}  (identical)")


def print_groups_as_json(groups: list[DuplicateGroup], rules: KeepRules) -> None:
    print_json({"groups": [_group_json(group, suggest(group, rules)) for group in groups]})


def print_groups_as_csv(groups: list[DuplicateGroup], rules: KeepRules) -> None:
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(_COLUMNS)
    for number, group in enumerate(groups, 1):
        kept = suggest(group, rules).kept.photo
        for photo in files_of(group):
            size = (photo.width, photo.height, photo.size_bytes, photo.format)
            cells = (number, group.level, int(photo is kept), str(photo.path), *size)
            table.writerow(map(csv_cell, cells))


def print_newcomers(checked: Iterable[NewcomerChecked], *, as_json: bool) -> None:
    """Print each photo as soon as it was compared; as JSON, one object a line."""
    counts: Counter[Standing] = Counter()
    for each in checked:
        counts[each.standing] += 1
        if as_json:
            print_json(_newcomer_json(each))
        else:
            known = f"  ({each.known})" if each.known else ""
            print_text(f"{STANDINGS[each.standing]:<12}  {each.path}{known}")
    if not as_json:
        told = (f"{counts[standing]:,} {STANDINGS[standing]}" for standing in Standing)
        print_text(f"{photo_count(counts.total())}: {', '.join(told)}.")


def _newcomer_json(checked: NewcomerChecked) -> dict[str, Any]:
    return {
        "path": checked.path,
        "standing": checked.standing,
        "known": checked.known,
        "identical": checked.is_identical,
        "reason": checked.problem,
    }


def _group_json(group: DuplicateGroup, suggestion: Suggestion) -> dict[str, Any]:
    return {
        "level": group.level,
        "keep": suggestion.kept.photo.path,
        "reason": suggestion.reason,
        "saved_bytes": _saved_bytes(group, suggestion),
        "photos": [_member_json(member) for member in group.members],
    }


def _member_json(member: Member) -> dict[str, Any]:
    verdict = member.verdict
    return {
        "path": member.photo.path,
        "identical": [copy.path for copy in member.copies],
        "width": member.photo.width,
        "height": member.photo.height,
        "size_bytes": member.photo.size_bytes,
        "format": member.photo.format,
        "same": round(verdict.same, 3) if verdict else None,
        "turn": verdict.turn.name.lower() if verdict else None,
        "part": verdict.part.name.lower() if verdict else None,
    }


def _saved_bytes(group: DuplicateGroup, suggestion: Suggestion) -> int:
    """Return the size of all files of a group but the one that is kept."""
    return sum(photo.size_bytes for photo in files_of(group)) - suggestion.kept.photo.size_bytes
