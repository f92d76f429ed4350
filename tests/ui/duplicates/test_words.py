"""Groups of duplicates, and what is discarded of them, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.catalogue.catalogue import PhotoRow
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.clearing.discards import Discard, Discards, KnownFiles, Refusal, Refused
from desktop_app.core.clearing.ranked_groups import RankedGroup
from desktop_app.core.clearing.suggestions import Suggestion
from desktop_app.core.duplicates.groups import DuplicateGroup, Member
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.photos.capture import Capture
from desktop_app.core.same_photo.turns import Turn
from desktop_app.core.same_photo.verification import Part, Verdict
from desktop_app.ui.duplicate_groups.group_text import (
    difference_text,
    group_detail,
    size_text,
    total_text,
)
from desktop_app.ui.duplicates.discard_text import (
    changed_line,
    folder_lines,
    refusal_lines,
    refusal_paths,
    sidecar_line,
    summary_title,
)

FIRST = PhotoRow(
    1, Path("/photos/a.jpg"), 2_000_000, 40, 30, "JPEG", Capture(), 0, bytes(16), away=False
)
SECOND = replace(FIRST, id=2, path=Path("/photos/b.jpg"), content_hash=bytes([1] * 16))


def ranked(level: Level, *members: Member, spare_bytes: int = 2_000_000) -> RankedGroup:
    group = DuplicateGroup(level, members)
    return RankedGroup(group, Suggestion(members[0], None), spare_bytes)


def difference(member: Member) -> str:
    return difference_text(ranked(Level.SAME_PHOTO, Member(FIRST), member), member)


@pytest.mark.parametrize(
    ("turn", "part", "text"),
    [
        (Turn.NONE, Part.NONE, ""),
        (Turn.NONE, Part.SECOND, "cropped"),
        (Turn.NONE, Part.FIRST, "shows more"),
        (Turn.RIGHT, Part.SECOND, "turned right · cropped"),
        (Turn.LEFT, Part.NONE, "turned left"),
        (Turn.HALF_TURN, Part.NONE, "upside down"),
        (Turn.MIRRORED, Part.NONE, "mirrored"),
        (Turn.FLIPPED, Part.NONE, "upside down, mirrored"),
    ],
)
def test_what_an_edit_has_changed_is_told(turn: Turn, part: Part, text: str) -> None:
    assert difference(Member(SECOND, verdict=Verdict(1, 1, turn, part))) == text


def test_facts_are_told_in_which_a_photo_differs_from_the_others() -> None:
    shot = replace(SECOND, capture=Capture(camera="Nikon"))
    assert difference(Member(shot)) == "Nikon"
    two = ranked(Level.SAME_PHOTO, Member(FIRST), Member(shot))
    assert difference_text(two, two.group.members[0]) == "no camera"
    assert difference(Member(SECOND, copies=(FIRST, FIRST))) == "+ 2 identical"


def test_a_size_is_told_in_pixels_bytes_and_by_its_format() -> None:
    assert size_text(FIRST) == "40 × 30 · 2.0 MB · JPEG"


@pytest.mark.parametrize(
    ("level", "count", "text"),
    [
        (Level.IDENTICAL, 2, "2.0 MB to save"),
        (Level.SAME_PIXELS, 2, "2.0 MB to save"),
        (Level.SAME_PHOTO, 2, "2.0 MB to save · 91 % alike"),
        (Level.SAME_PHOTO, 3, "2.0 MB to save · at least 91 % alike"),
        (Level.VERSIONS, 2, "91 % alike"),
        (Level.SIMILAR, 2, "91 % alike"),
    ],
)
def test_a_group_tells_what_can_be_saved_and_how_like_its_photos_are(
    level: Level, count: int, text: str
) -> None:
    others = [Member(SECOND, likeness=0.915)] * (count - 1)
    assert group_detail(ranked(level, Member(FIRST), *others)) == text


@pytest.mark.parametrize(
    ("count", "total", "text"),
    [
        (1, 1, "1 group · 2.0 MB to save"),
        (2, 2, "2 groups · 4.0 MB to save"),
        (1, 2, "1 of 2 groups · 2.0 MB to save"),
    ],
)
def test_all_groups_together_tell_what_can_be_saved(count: int, total: int, text: str) -> None:
    assert total_text([ranked(Level.IDENTICAL, Member(FIRST))] * count, total) == text


def test_where_filters_hide_the_only_group_it_is_counted() -> None:
    assert total_text([], 1) == "0 of 1 group"


def test_of_different_photos_nothing_is_to_save() -> None:
    assert total_text([ranked(Level.SIMILAR, Member(FIRST))], 1) == "1 group"


def discards(allowed: Sequence[Discard], refused: Sequence[Refused] = ()) -> Discards:
    return Discards(tuple(allowed), tuple(refused), KnownFiles({}), LibraryFiles(Path("/library")))


def in_folder(name: str, size_bytes: int) -> Discard:
    return Discard(replace(FIRST, path=Path("/", name, "a.jpg"), size_bytes=size_bytes), SECOND)


def test_the_summary_counts_the_files_that_go() -> None:
    assert summary_title(discards([])) == "Nothing can be discarded"
    assert summary_title(discards([in_folder("a", 1)])) == "Discard 1 file"
    assert summary_title(discards([in_folder("a", 1)] * 2)) == "Discard 2 files"


def test_folders_are_listed_by_what_leaves_them_and_small_ones_together() -> None:
    lines = folder_lines(discards([in_folder("s", 10), in_folder("l", 30), in_folder("l", 40)]))
    assert lines == [("/l", "2 files · 70 B"), ("/s", "1 file · 10 B")]
    twelve = [in_folder(f"{number}", 100) for number in range(12)]
    assert len(folder_lines(discards(twelve))) == 12
    lines = folder_lines(discards([*twelve, in_folder("y", 5), in_folder("z", 6)]))
    assert len(lines) == 13
    assert lines[-1] == ("2 other folders", "2 files · 11 B")


def test_sidecars_are_told_of_where_there_are_some() -> None:
    plain = in_folder("a", 1)
    assert sidecar_line(discards([plain])) == ""
    assert "with their photos" in sidecar_line(discards([plain, replace(plain, has_sidecar=True)]))


def test_what_stays_although_it_is_marked_is_counted_by_its_reason() -> None:
    refused = [Refused(FIRST, Refusal.LAST), Refused(SECOND, Refusal.GONE)]
    refused += [Refused(FIRST, Refusal.LAST)]
    assert refusal_lines(discards([], refused)) == [
        "2 files stay: the last of its group.",
        "1 file stays: not there any more.",
    ]
    assert refusal_paths(discards([], refused), 2) == "/photos/a.jpg\n/photos/b.jpg\n…"
    assert refusal_paths(discards([], refused[:2]), 2) == "/photos/a.jpg\n/photos/b.jpg"


def test_files_that_have_changed_since_are_announced() -> None:
    changed = replace(in_folder("a", 1), is_changed=True)
    assert changed_line(discards([in_folder("a", 1)])) == ""
    assert changed_line(discards([changed])).startswith("1 file has changed")
    assert changed_line(discards([changed, changed])).startswith("2 files have changed")
