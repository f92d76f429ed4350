"""Numbers and sentences as people say them."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.archive_storage.addresses import checked_address
from desktop_app.core.base.errors import PhotoError, PhotoProblem
from desktop_app.core.jobs.duplicate_events import FindingDuplicates, FindingStage
from desktop_app.core.jobs.progress import (
    Indexing,
    IndexSummary,
    Installed,
    Rehashing,
    SamplesProgress,
    Scanning,
)
from desktop_app.ui.jobs.job_progress import ProgressFormatter, ProgressLine, summary_line
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.messages import message, shown_path
from desktop_app.ui.system.system_libraries import NO_DISPLAY, missing_packages, why_no_window


class Clock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_photos_are_counted() -> None:
    assert [numbers.photos(count) for count in (0, 1, 12_480)] == [
        "0 photos",
        "1 photo",
        "12,480 photos",
    ]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.2, "less than 1 s"),
        (8, "8 s"),
        (57, "1 min"),
        (200, "3 min"),
        (3600, "1 h"),
        (7800, "2 h 10 min"),
        (360_000, "100 h"),
    ],
)
def test_durations_are_rounded(seconds: float, words: str) -> None:
    assert numbers.duration(seconds) == words


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ((48, 41), ("1 min 29 s", ["48 s", "41 s"])),
        ((30.4, 29.4), ("59 s", ["30 s", "29 s"])),
        ((240, 480), ("12 min", ["4 min", "8 min"])),
        ((59.6, 60.4), ("2 min", ["1 min", "1 min"])),
        ((20, 3599), ("1 h 1 min", ["1 min", "1 h"])),
        ((5400, 34_200), ("12 h", ["2 h", "10 h"])),
    ],
)
def test_parts_of_a_duration_add_up_to_it(
    parts: tuple[float, float], words: tuple[str, list[str]]
) -> None:
    assert numbers.with_total(parts) == words


def test_time_left_and_speed() -> None:
    assert numbers.time_left(3) == "a few seconds left"
    assert numbers.time_left(23) == "25 s left"
    assert numbers.time_left(240) == "4 min left"
    assert numbers.rate(38.2) == "38/s"
    assert numbers.rate(1.24) == "1.2/s"


def test_file_sizes() -> None:
    shown = [numbers.file_size(size) for size in (5, 1_234, 56_789, 3_400_000, 5_000_000_000)]
    assert shown == ["5 B", "1.2 kB", "57 kB", "3.4 MB", "5.0 GB"]


def test_running_work_tells_how_fast_it_is_and_how_long_it_takes() -> None:
    clock = Clock()
    formatter = ProgressFormatter(clock)
    assert formatter.line(Scanning(1500)) == ProgressLine("Scanning · 1,500 files", None)
    first = formatter.line(Indexing(1012, 12_480, 0))
    assert first is not None
    assert first.text == "Indexing 1,012 of 12,480 photos"
    clock.seconds += 6
    assert formatter.line(Indexing(0, 0, 0)) == ProgressLine("Finishing…", None)
    assert formatter.line(Indexing(1240, 12_480, 0)) == ProgressLine(
        "Indexing 1,240 of 12,480 photos · 38/s · 5 min left", 1240 / 12_480
    )
    formatter.forget_speed()
    clock.seconds += 100
    line = formatter.line(Indexing(1240, 12_480, 0))
    assert line is not None
    assert "left" not in line.text


def test_other_work_has_lines_too() -> None:
    formatter = ProgressFormatter()
    lines = [
        formatter.line(Rehashing(1, 4)),
        formatter.line(SamplesProgress(3, 4, Path("x"))),
        formatter.line(Installed()),
    ]
    assert lines == [
        ProgressLine("Updating codes: 1 of 4 photos", 0.25),
        ProgressLine("Drawing samples: 3 of 4 photos", 0.75),
        None,
    ]


def test_a_finished_index_is_summed_up() -> None:
    summary = IndexSummary(0, 10, 0, 0, 0, [], [], 1.5)
    assert summary_line(summary) == "Up to date"
    summary = IndexSummary(84, 10, 0, 0, 0, [], [], 9.4)
    assert summary_line(summary) == "Indexed 84 photos in 9 s"


def test_a_photo_at_an_address_is_shown_by_it() -> None:
    assert shown_path(checked_address("s3://bucket/a/b.jpg")) == "s3://bucket/a/b.jpg"


def test_a_name_that_is_not_utf8_can_be_shown() -> None:
    path = Path("/photos/caf\udce9.jpg")
    assert shown_path(path) == "/photos/caf?.jpg"
    assert message(PhotoError(path, PhotoProblem.NOT_A_PICTURE)) == (
        "/photos/caf?.jpg is not a picture."
    )


def test_braces_in_names_and_details_are_left_alone() -> None:
    error = PhotoError(Path("/{a}.jpg"), PhotoProblem.TOO_SMALL, "{0} × 3")
    assert message(error) == "/{a}.jpg is too small to be a photo ({0} × 3 pixels)."


def test_without_a_display_one_sentence_says_so() -> None:
    assert why_no_window({}, load=lambda name: name) == NO_DISPLAY
    assert NO_DISPLAY.count("\n") == 1


def test_missing_libraries_are_named_with_the_line_that_installs_them() -> None:
    def load(name: str) -> str:
        if name in {"libxcb-cursor.so.0", "libEGL.so.1"}:
            raise OSError(name)
        return name

    sentence = why_no_window({"DISPLAY": ":0"}, load)
    assert "sudo apt install libegl1 libxcb-cursor0" in sentence
    assert sentence.count("\n") == 1
    assert missing_packages({"WAYLAND_DISPLAY": "w"}, load) == ["libegl1"]
    both = {"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}
    assert missing_packages(both, load) == ["libegl1"]
    assert missing_packages({"QT_QPA_PLATFORM": "offscreen"}, load) == ["libegl1"]


def test_with_a_display_and_all_libraries_no_problem_is_named() -> None:
    answers = why_no_window({"DISPLAY": ":0"}, load=lambda name: name, answers=lambda _: True)
    assert answers == ""


def test_a_display_that_does_not_answer_is_named() -> None:
    sentence = why_no_window({"DISPLAY": ":4"}, load=lambda name: name, answers=lambda _: False)
    assert "the display :4 does not respond" in sentence
    assert sentence.count("\n") == 1


def test_a_search_for_duplicates_counts_photos_or_pairs() -> None:
    clock = Clock()
    formatter = ProgressFormatter(clock)
    counted = [stage for stage in FindingStage if stage is not FindingStage.CANDIDATES]
    texts = {stage: formatter.line(FindingDuplicates(stage, 10, 40, 3)) for stage in counted}
    assert texts == {
        FindingStage.FINGERPRINTS: ProgressLine("Preparing 10 of 40 photos", 0.25),
        FindingStage.COPIES: ProgressLine("Comparing pairs: 10 of 40", 0.25),
        FindingStage.NEIGHBOURS: ProgressLine("Finding duplicates: 10 of 40 photos", 0.25),
        FindingStage.PIXELS: ProgressLine("Comparing pixels of pairs: 10 of 40", 0.25),
        FindingStage.SHARPNESS: ProgressLine("Measuring sharpness: 10 of 40 photos", 0.25),
    }


def test_a_search_for_pairs_to_compare_has_no_share() -> None:
    line = ProgressFormatter(Clock()).line(FindingDuplicates(FindingStage.CANDIDATES, 0, 0, 0))
    assert line == ProgressLine("Looking for pairs to compare", None)


def test_each_stage_of_a_search_for_duplicates_has_a_speed_of_its_own() -> None:
    clock = Clock()
    formatter = ProgressFormatter(clock)
    formatter.line(FindingDuplicates(FindingStage.COPIES, 0, 100, 0))
    clock.seconds = 4
    line = formatter.line(FindingDuplicates(FindingStage.COPIES, 40, 100, 0))
    assert line is not None
    assert line.text == "Comparing pairs: 40 of 100 · 10/s · 5 s left"
    line = formatter.line(FindingDuplicates(FindingStage.NEIGHBOURS, 0, 50, 0))
    assert line is not None
    assert line.text == "Finding duplicates: 0 of 50 photos"
