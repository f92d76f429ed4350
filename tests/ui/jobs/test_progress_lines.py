"""A line about running work: what it does, how far it is, how fast, and how long it takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.jobs.duplicate_events import CheckingFolder, FindingDuplicates, FindingStage
from desktop_app.core.jobs.progress import (
    BackingUp,
    Indexing,
    IndexSummary,
    Rehashing,
    Removing,
    RootEdited,
    SamplesProgress,
    Scanning,
    TrainingBegun,
    TrainingProgress,
    TrainingStage,
)
from desktop_app.core.jobs.progress_event import ProgressEvent
from desktop_app.ui.jobs.job_progress import ProgressFormatter, summary_line

_SAMPLE = Path("a.jpg")


class _Line:
    """Lines of work that reports at given times, in seconds."""

    def __init__(self, minutes: float | None = None) -> None:
        self.now = 0.0
        self.formatter = ProgressFormatter(lambda: self.now, minutes)

    def at(self, now: float, event: ProgressEvent) -> tuple[str, float | None]:
        self.now = now
        line = self.formatter.line(event)
        assert line is not None
        return line.text, line.share


def _learning(step: int, seconds: float = 0.0) -> TrainingProgress:
    return TrainingProgress(TrainingStage.CODES, step, 100, seconds)


@pytest.mark.parametrize(
    ("event", "text", "share"),
    [
        (Scanning(3), "Scanning · 3 files", None),
        (CheckingFolder(0, 3), "Scanning · 3 files", None),
        (CheckingFolder(1, 4), "Checking 1 of 4 files", 0.25),
        (Indexing(0, 0, 0), "Finishing…", None),
        (Indexing(1, 4, 0), "Indexing 1 of 4 photos", 0.25),
        (Rehashing(1, 4), "Updating codes: 1 of 4 photos", 0.25),
        (Rehashing(0, 0), "Updating codes: 0 of 0 photos", None),
        (Removing(2, 4), "Removing 2 of 4 photos", 0.5),
        (SamplesProgress(3, 4, _SAMPLE), "Drawing samples: 3 of 4 photos", 0.75),
        (BackingUp(), "Backing up the library…", None),
        (FindingDuplicates(FindingStage.FINGERPRINTS, 1, 4, 0), "Preparing 1 of 4 photos", 0.25),
        (FindingDuplicates(FindingStage.COPIES, 1, 4, 0), "Comparing pairs: 1 of 4", 0.25),
        (
            FindingDuplicates(FindingStage.NEIGHBOURS, 1, 4, 0),
            "Finding duplicates: 1 of 4 photos",
            0.25,
        ),
        (
            FindingDuplicates(FindingStage.PIXELS, 1, 4, 0),
            "Comparing pixels of pairs: 1 of 4",
            0.25,
        ),
        (
            TrainingBegun(5, 9, "cuda", previews=False, resumed=False),
            "Trains on 5 of 9 photos on the NVIDIA GPU",
            None,
        ),
        (
            TrainingBegun(9, 9, "mps", previews=False, resumed=False),
            "Trains on 9 photos on the Apple GPU",
            None,
        ),
        (
            TrainingBegun(9, 9, "cpu", previews=False, resumed=False),
            "Trains on 9 photos on the processor",
            None,
        ),
        (TrainingProgress(TrainingStage.READING, 1, 4, 0), "Reading photos · 25 %", 0.25),
        (
            TrainingProgress(TrainingStage.FINE_TUNING, 1, 2, 0),
            "Fine-tuning the network · 50 %",
            0.5,
        ),
        (TrainingProgress(TrainingStage.CODES, 2, 3, 0), "Training codes · 66 %", 2 / 3),
        (TrainingProgress(TrainingStage.PREVIEWS, 0, 0, 0), "Training previews", None),
        (TrainingProgress(TrainingStage.FINISHING, 1, 4, 0), "Checking the new model", None),
    ],
)
def test_a_line_says_what_is_done_and_how_far_it_is(
    event: ProgressEvent, text: str, share: float | None
) -> None:
    assert _Line().at(0, event) == (text, share)


def test_an_event_without_progress_has_no_line() -> None:
    assert ProgressFormatter().line(RootEdited(Path("/photos"))) is None
    assert ProgressFormatter().line(None) is None


def _indexed(done: int) -> Indexing:
    return Indexing(done, 1000, 0)


def test_speed_and_time_left_are_known_after_two_seconds() -> None:
    line = _Line()
    assert line.at(0, _indexed(0))[0] == "Indexing 0 of 1,000 photos"
    assert line.at(1.9, _indexed(19))[0] == "Indexing 19 of 1,000 photos"
    assert line.at(2, _indexed(40))[0] == "Indexing 40 of 1,000 photos · 20/s · 50 s left"
    assert line.at(50, _indexed(1000)) == ("Indexing 1,000 of 1,000 photos", 1.0)


def test_the_speed_is_that_of_the_last_fifteen_seconds() -> None:
    line = _Line()
    line.at(0, _indexed(0))
    line.at(4, _indexed(400))
    assert " · 30/s · " in line.at(15, _indexed(450))[0]  # since the beginning
    assert " · 5.0/s · " in line.at(16, _indexed(460))[0]
    assert " · 2.0/s · " in line.at(60, _indexed(550))[0]  # the last two are always known


def test_a_pause_does_not_count_as_slowness() -> None:
    line = _Line()
    line.at(0, _indexed(0))
    line.at(4, _indexed(80))
    line.formatter.forget_speed()
    assert line.at(60, _indexed(81))[0] == "Indexing 81 of 1,000 photos"
    assert " · 20/s · " in line.at(62, _indexed(121))[0]


@pytest.mark.parametrize(
    "events",
    [
        [
            TrainingProgress(TrainingStage.CODES, 0, 100, 0),
            TrainingProgress(TrainingStage.CODES, 50, 100, 10),
            TrainingProgress(TrainingStage.PREVIEWS, 10, 100, 20),
            TrainingProgress(TrainingStage.PREVIEWS, 20, 100, 30),
        ],
        [
            FindingDuplicates(FindingStage.COPIES, 0, 100, 0),
            FindingDuplicates(FindingStage.COPIES, 50, 100, 0),
            FindingDuplicates(FindingStage.NEIGHBOURS, 10, 100, 0),
            FindingDuplicates(FindingStage.NEIGHBOURS, 20, 100, 0),
        ],
    ],
)
def test_each_stage_has_a_speed_of_its_own(events: list[ProgressEvent]) -> None:
    line = _Line()
    texts = [line.at(10 * number, event)[0] for number, event in enumerate(events)]
    assert [text.rpartition(" · ")[2] for text in texts if "left" in text] == [
        "10 s left",
        "1 min left",
    ]
    assert "left" in texts[1]
    assert "left" in texts[3]


def test_a_training_ends_no_later_than_its_limit_of_time() -> None:
    free, limited = _Line(), _Line(minutes=1)
    for line in (free, limited):
        line.at(0, _learning(0))
    assert free.at(10, _learning(10, 10)) == ("Training codes · 10 % · 2 min left", 0.1)
    assert limited.at(10, _learning(10, 10)) == ("Training codes · 10 % · 50 s left", 0.1)
    assert limited.at(11, _learning(11, 70))[0] == "Training codes · 11 % · a few seconds left"
    assert limited.at(99, _learning(100, 70)) == ("Training codes · 100 %", 1.0)


def test_what_indexing_has_done_is_one_sentence() -> None:
    def line(indexed: int) -> str:
        return summary_line(IndexSummary(indexed, 5, 0, 0, 0, [], [], 3))

    assert (line(0), line(1), line(2)) == (
        "Up to date",
        "Indexed 1 photo in 3 s",
        "Indexed 2 photos in 3 s",
    )
