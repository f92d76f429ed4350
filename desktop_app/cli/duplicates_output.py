"""The output of `lookalike duplicates`: JSON and CSV for programs (docs/formats.md), and text."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol

from desktop_app.cli.terminal import photo_count, print_json, print_text
from desktop_app.core.archive_storage.addresses import shown_path
from desktop_app.core.catalogue.catalogue import Catalogue, PhotoRow
from desktop_app.core.catalogue.id_lists import read_stacks
from desktop_app.core.clearing.discards import Discards
from desktop_app.core.clearing.ranked_groups import RankedGroup
from desktop_app.core.clearing.stacked_groups import is_stacked, tops_of
from desktop_app.core.clearing.suggestions import Suggestion
from desktop_app.core.duplicates.groups import Member
from desktop_app.core.files.csv_export import csv_cell
from desktop_app.core.jobs.duplicate_events import NewcomerChecked, Standing
from desktop_app.core.same_photo.turns import Turn
from desktop_app.core.same_photo.verification import Part
from desktop_app.sentences.duplicates import (
    FRAMED,
    LEVELS,
    PARTS,
    REASONS,
    REFUSALS,
    STANDINGS,
    TURNS,
)
from desktop_app.sentences.values import size_text

_COLUMNS = (
    "group",
    "level",
    "keep",
    "path",
    "width",
    "height",
    "size_bytes",
    "format",
    "stack_top",
)


class Stacks(Protocol):
    """What is known of the stacks that photos are in."""

    def has(self, ranked: RankedGroup) -> bool: ...

    def top_of(self, photo: PhotoRow) -> Path | None: ...


class NoStacks:
    """An archive has none."""

    def has(self, ranked: RankedGroup) -> bool:
        del ranked
        return False

    def top_of(self, photo: PhotoRow) -> Path | None:
        del photo
        return None


class ListedStacks:
    """The stacks of a library, read at once."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Raises the errors of Catalogue."""
        self._tops = tops_of(read_stacks(catalogue))
        photos = catalogue.photos(sorted(set(self._tops.values())))
        self._paths = {photo.id: photo.path for photo in photos}

    def has(self, ranked: RankedGroup) -> bool:
        """Whether all photos of a group are in one stack, so that it is decided."""
        return is_stacked(ranked, self._tops)

    def top_of(self, photo: PhotoRow) -> Path | None:
        """Return the photo on top of the stack of one; None if it is in none."""
        return self._paths.get(self._tops.get(photo.id, 0))


def print_groups_as_text(groups: list[RankedGroup], stacks: Stacks) -> None:
    for ranked in groups:
        suggestion = ranked.suggestion
        reason = f" (keep: {REASONS[suggestion.reason]})" if suggestion.reason else ""
        is_decided = " (a stack)" if stacks.has(ranked) else ""
        print_text(f"{LEVELS[ranked.group.level]}{reason}{is_decided}")
        for member in ranked.group.members:
            _print_member(member, suggestion)
    spare = sum(ranked.spare_bytes for ranked in groups)
    if groups:
        print_text(f"{len(groups):,} groups; all but the kept photos take {size_text(spare)}.")
    else:
        print_text("No duplicates found.")


def _print_member(member: Member, suggestion: Suggestion) -> None:
    mark = "keep" if member is suggestion.kept else "    "
    photo = member.photo
    facts = [f"{photo.width:,} x {photo.height:,}", size_text(photo.size_bytes)]
    verdict = member.verdict
    facts += [TURNS[verdict.turn]] if verdict and verdict.turn is not Turn.NONE else []
    if verdict and verdict.framed is Part.SECOND:
        facts.append(FRAMED)
    elif verdict and verdict.is_part:
        facts.append(PARTS[verdict.part])
    print_text(f"  {mark}  {shown_path(photo.path)}  ({', '.join(facts)})")
    for copy in member.copies:
        print_text(f"          {shown_path(copy.path)}  (identical)")


def print_groups_as_json(groups: list[RankedGroup], stacks: Stacks) -> None:
    print_json({"groups": [_group_json(ranked, stacks) for ranked in groups]})


def print_stacks(stacks: list[list[Path]], *, as_json: bool) -> None:
    """Print the photos of each stack, the one on top first."""
    if as_json:
        print_json({"stacks": [{"top": top, "photos": [top, *others]} for top, *others in stacks]})
        return
    for top, *others in stacks:
        print_text(f"  top   {top}")
        for path in others:
            print_text(f"        {path}")


def print_groups_as_csv(groups: list[RankedGroup], stacks: Stacks) -> None:
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(_COLUMNS)
    for number, ranked in enumerate(groups, 1):
        kept, level = ranked.suggestion.kept.photo, ranked.group.level
        for photo in ranked.files:
            size = (photo.width, photo.height, photo.size_bytes, photo.format)
            top = stacks.top_of(photo)
            path = shown_path(photo.path)
            cells = (number, level, int(photo is kept), path, *size, top and str(top))
            table.writerow(map(csv_cell, cells))


def print_discards(discards: Discards, *, as_json: bool) -> None:
    """Print what would be moved to the trash, and what would stay although it is a copy."""
    if as_json:
        print_json(
            {
                "discarded": [
                    {
                        "path": discard.photo.path,
                        "kept": discard.kept.path,
                        "changed": discard.is_changed,
                    }
                    for discard in discards.allowed
                ],
                "refused": [
                    {"path": refused.photo.path, "reason": refused.reason}
                    for refused in discards.refused
                ],
                "size_bytes": discards.size_bytes,
            }
        )
        return
    for discard in discards.allowed:
        again = "; changed: is compared again before it goes" if discard.is_changed else ""
        print_text(f"{discard.photo.path}  (stays: {discard.kept.path}{again})")
    for refused in discards.refused:
        print_text(f"{refused.photo.path} stays: {REFUSALS[refused.reason]}.")


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


def _group_json(ranked: RankedGroup, stacks: Stacks) -> dict[str, Any]:
    return {
        "level": ranked.group.level,
        "keep": shown_path(ranked.suggestion.kept.photo.path),
        "reason": ranked.suggestion.reason,
        "spare_bytes": ranked.spare_bytes,
        "stacked": stacks.has(ranked),
        "photos": [_member_json(member, stacks) for member in ranked.group.members],
    }


def _member_json(member: Member, stacks: Stacks) -> dict[str, Any]:
    verdict = member.verdict
    return {
        "path": shown_path(member.photo.path),
        "identical": [shown_path(copy.path) for copy in member.copies],
        "width": member.photo.width,
        "height": member.photo.height,
        "size_bytes": member.photo.size_bytes,
        "format": member.photo.format,
        "same": round(verdict.same, 3) if verdict else None,
        "turn": verdict.turn.name.lower() if verdict else None,
        "part": verdict.part.name.lower() if verdict else None,
        "framed": verdict.framed.name.lower() if verdict else None,
        "stack_top": stacks.top_of(member.photo),
    }
