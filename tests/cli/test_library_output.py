"""The texts that library commands print for people."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.cli.library_output import (
    MatchMarks,
    print_index_summary,
    print_matches,
    print_roots,
    print_status,
)
from desktop_app.core.catalogue.catalogue import PhotoRow, Root
from desktop_app.core.catalogue.library_status import LibraryStatus, RootCounts
from desktop_app.core.jobs.progress import IndexSummary
from desktop_app.core.photos.capture import Capture
from desktop_app.core.search.code_index import Match
from desktop_app.core.search.photo_search import Found
from desktop_app.core.stacks.folding import StackMark

USB, PAUSED = Path("/media/usb"), Path("/photos")
ROOTS = [Root(1, USB, offline=True), Root(2, PAUSED, offline=False, paused=True)]


def found(*, related: bool) -> Found:
    photo = PhotoRow(1, PAUSED / "beach.jpg", 1, 64, 64, "JPEG", Capture(), 0, b"", away=False)
    return Found(photo, Match(1, 9, 0.5, related))


def test_a_disconnected_root_is_called_so(capsys: pytest.CaptureFixture[str]) -> None:
    print_roots(ROOTS, {1: RootCounts(9, 1), 2: RootCounts(waiting=2)}, as_json=False)
    print_status(LibraryStatus(1, 1, 0, 0, 1, 0, "tiny", 64), ROOTS, as_json=False)
    assert capsys.readouterr().out.splitlines() == [
        f"{USB}: 9 indexed, 1 failed, disconnected",
        f"{PAUSED}: 0 indexed, 0 failed, 2 waiting, paused",
        "1 photo: 1 indexed, 0 failed, 0 waiting; 1 in disconnected folders.",
        "Model: tiny, 64 bits.",
        f"  {USB} (disconnected)",
        f"  {PAUSED}",
    ]


def test_the_summary_explains_what_was_not_scanned(capsys: pytest.CaptureFixture[str]) -> None:
    summary = IndexSummary(1, 480, 2, 0, 0, [USB], [Path("/locked")], 1.25, [PAUSED])
    print_index_summary(summary, as_json=False)
    printed = capsys.readouterr()
    assert printed.err.splitlines() == [
        f"{Path('/locked')} cannot be read. Check its permissions.",
        f"{PAUSED} is paused and was not scanned. Run 'lookalike resume' to resume it.",
        f"{USB} is disconnected; its photos stay searchable. Connect it and index again.",
    ]
    assert printed.out.splitlines() == [
        "Indexed 1 photo in 1.2 s (480 unchanged, 2 failed).",
        "Run 'lookalike failures' to see which photos failed and why.",
    ]


def test_matches_tell_whether_they_are_similar(capsys: pytest.CaptureFixture[str]) -> None:
    print_matches(["beach.jpg"], [found(related=True)], MatchMarks(), as_json=False)
    heading, line = capsys.readouterr().out.splitlines()
    assert heading.split() == ["distance", "score", "photo"]
    assert line.split() == ["9", "0.500", "similar", str(PAUSED / "beach.jpg")]


def test_the_photo_that_was_searched_for_is_called_identical(
    capsys: pytest.CaptureFixture[str],
) -> None:
    own = found(related=True)
    copy = replace(own, photo=replace(own.photo, content_hash=b"same"))
    marks = MatchMarks(identical=frozenset([b"same"]))
    print_matches(["a"], [copy, own], marks, as_json=True)
    lines = json.loads(capsys.readouterr().out)["matches"]
    assert [line["identical"] for line in lines] == [True, False]
    print_matches(["a"], [copy, own], marks, as_json=False)
    _, first, second = capsys.readouterr().out.splitlines()
    assert first.endswith("beach.jpg  (identical)")
    assert second.endswith("beach.jpg")


def test_results_tell_their_stacks(capsys: pytest.CaptureFixture[str]) -> None:
    stacked = replace(found(related=True), stack=StackMark(7, 3, is_lead=True, is_folded=True))
    print_matches(
        ["a"], [stacked, found(related=True)], MatchMarks({7: PAUSED / "top.jpg"}), as_json=True
    )
    lines = json.loads(capsys.readouterr().out)["matches"]
    told = [[line[key] for key in ("stack_top", "on_top", "stack_photos")] for line in lines]
    assert told == [[str(PAUSED / "top.jpg"), False, 3], [None, None, None]]
    print_matches(["a"], [stacked], MatchMarks(), as_json=False)
    assert capsys.readouterr().out.endswith(f"{PAUSED / 'beach.jpg'}  (stack of 3)\n")


@pytest.mark.parametrize(
    ("matches", "text"),
    [
        ([found(related=False)], "Probably no similar photos; these are the closest."),
        ([], "No photo is indexed with the model in use."),
    ],
)
def test_a_search_without_similar_photos_says_so(
    matches: list[Found], text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    print_matches(["beach.jpg"], matches, MatchMarks(), as_json=False)
    assert capsys.readouterr().out.splitlines()[-1].startswith(text)
