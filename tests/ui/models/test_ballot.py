"""Votes on disagreements, whichever row shows the new model's photos."""

from __future__ import annotations

from desktop_app.core.jobs.comparison_events import Disagreement
from desktop_app.ui.models.ballot import Ballot, Vote

DISAGREEMENTS = [Disagreement(number, old=[10, 11], new=[20, 21]) for number in range(4)]


def open_ballot() -> Ballot:
    ballot = Ballot()
    ballot.open(DISAGREEMENTS)
    ballot.new_is_first = [True, False, True, False]
    return ballot


def test_a_vote_counts_for_the_model_whose_photos_are_in_the_row() -> None:
    ballot = open_ballot()
    for row in (0, 0, 1, None):
        ballot.vote(row)
    assert ballot.votes == [Vote.NEW, Vote.OLD, Vote.OLD, Vote.NEITHER]


def test_the_rows_are_shown_in_their_random_order() -> None:
    ballot = open_ballot()
    assert ballot.rows == ([20, 21], [10, 11])
    ballot.vote(None)
    assert ballot.rows == ([10, 11], [20, 21])


def test_the_result_is_known_only_when_the_voting_is_over() -> None:
    ballot = open_ballot()
    for _ in DISAGREEMENTS:
        assert not ballot.has_result
        ballot.vote(0)
    assert ballot.has_result
    ballot.vote(0)
    assert len(ballot.votes) == len(DISAGREEMENTS)


def test_a_vote_can_be_taken_back_until_the_models_are_revealed() -> None:
    ballot = open_ballot()
    ballot.vote(0)
    ballot.vote(0)
    ballot.take_back()
    assert ballot.votes == [Vote.NEW]
    ballot.reveal()
    ballot.take_back()
    assert ballot.votes == [Vote.NEW]
    assert ballot.has_result


def test_revealing_without_a_vote_gives_no_result() -> None:
    ballot = open_ballot()
    ballot.reveal()
    assert ballot.current is None
    assert not ballot.has_result
