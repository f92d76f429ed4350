"""Voting on photos that two models find, without knowing which model found them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.comparison_events import Comparison, Disagreement
from desktop_app.ui.grid.photo_tile import PhotoTile
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.grid.thumbnail_sources import LibraryThumbnails
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.models.ballot import Ballot, Vote
from desktop_app.ui.models.blind_vote import BlindVote
from desktop_app.ui.models.model_answers import ComparisonPhotos
from desktop_app.ui.models.model_comparison_state import ModelComparisonState
from tests.ui.focus import without_name
from tests.ui.grid.test_grid_parts import photo_row
from tests.ui.models.test_comparison_text import compared

LEFT = Qt.MouseButton.LeftButton
ROWS = {number: photo_row(number - 1) for number in (1, 2, 10, 11, 20, 21)}
DISAGREEMENTS = [Disagreement(1, old=[10, 11], new=[20, 99]), Disagreement(2, old=[10], new=[21])]


class Compared:
    """What a comparison has found, as far as the vote needs it."""

    def __init__(self) -> None:
        self.ballot = Ballot()
        self.ballot.open(DISAGREEMENTS)
        self.ballot.new_is_first = [True, False]
        self.photos: ComparisonPhotos | None = ComparisonPhotos(ROWS, [])
        self.result: Comparison | None = compared(0.0, 0.0)


@pytest.fixture
def found() -> Compared:
    return Compared()


@pytest.fixture
def vote(qtbot: QtBot, theme: Theme, tmp_path: Path, found: Compared) -> Iterator[BlindVote]:
    thumbnails = ThumbnailLoader(LibraryThumbnails(LibraryFiles(tmp_path)), 0)
    vote = BlindVote(theme, thumbnails, cast(ModelComparisonState, found))
    qtbot.addWidget(vote)
    vote.show()
    yield vote
    thumbnails.close()


def names(vote: BlindVote) -> list[list[str]]:
    """The photos of both rows."""
    return [
        [tile.accessibleName() for tile in row.findChildren(PhotoTile) if tile.isVisible()]
        for row in vote.rows
    ]


def test_each_question_shows_a_photo_and_two_rows(qtbot: QtBot, vote: BlindVote) -> None:
    assert vote.question.text() == "1 of 2: which row has more photos like this one?"
    assert names(vote) == [["19.jpg"], ["9.jpg", "10.jpg"]]  # one is not in the library any more
    assert without_name(vote) == []
    assert "0.jpg" in [tile.accessibleName() for tile in vote.findChildren(PhotoTile)]
    assert [part.isVisible() for part in (vote.back, vote.reveal, vote.result)] == [False] * 3
    vote.vote(0)
    assert vote.question.text().startswith("2 of 2")
    qtbot.waitUntil(lambda: names(vote) == [["9.jpg"], ["20.jpg"]])
    assert [part.isVisible() for part in (vote.back, vote.reveal, vote.result)] == [
        *[True, True, False],
    ]


def test_a_row_is_chosen_by_a_click_anywhere_in_it_or_a_key(
    vote: BlindVote, found: Compared
) -> None:
    ballot = found.ballot
    for number in (0, 1):
        QTest.mouseClick(vote.rows[number], LEFT, pos=QPoint(vote.rows[number].width() - 3, 3))
        QTest.mouseClick(vote.back, LEFT)
    QTest.mouseClick(vote.rows[0], Qt.MouseButton.RightButton)
    assert ballot.votes == []
    QTest.mouseClick(vote.rows[0].choose, LEFT)
    assert ballot.votes == [Vote.NEW]
    QTest.mouseClick(vote.rows[0].findChildren(PhotoTile)[-1], LEFT)
    assert ballot.votes == [Vote.NEW, Vote.OLD]


def test_a_click_that_is_released_elsewhere_is_no_vote(vote: BlindVote, found: Compared) -> None:
    QTest.mousePress(vote.rows[0], LEFT)
    QTest.mouseRelease(vote.rows[0], LEFT, pos=QPoint(5, -20))
    assert found.ballot.votes == []


def test_the_result_is_told_at_the_end(vote: BlindVote) -> None:
    vote.vote(1)
    QTest.mouseClick(vote.neither, LEFT)
    assert vote.result.text().startswith(
        "You preferred the new model 0 times and the current model 1 times, and saw no difference 1"
    )
    parts = (vote.question, vote.rows[0], vote.neither, vote.back, vote.reveal)
    assert not any(part.isVisible() for part in parts)
    assert vote.result.isVisible()


def test_the_models_can_be_revealed_early(vote: BlindVote) -> None:
    vote.vote(0)
    QTest.mouseClick(vote.reveal, LEFT)
    assert "the new model 1 times and the current model 0 times" in vote.result.text()


def test_without_photos_there_is_nothing_to_vote_on_yet(vote: BlindVote, found: Compared) -> None:
    found.photos = None
    vote.show_state()
    assert not vote.question.isVisible()
    assert not vote.result.isVisible()
    found.ballot.open([])
    vote.show_state()
    assert vote.result.text() == "Both models find the same photos for every query."
    found.result = None
    vote.show_state()
    assert (vote.result.text(), vote.result.isVisible()) == ("", False)
