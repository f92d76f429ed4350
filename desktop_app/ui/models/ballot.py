"""The user's votes on photos that two models answer differently, without knowing whose they are."""

from __future__ import annotations

import random
from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from desktop_app.core.comparison.verdict import votes_decide
from desktop_app.core.jobs.comparison_events import Disagreement


class Vote(StrEnum):
    """The model whose photos the user liked more."""

    OLD = "old"
    NEW = "new"
    NEITHER = "neither"


class Ballot(QObject):
    """Presents the disagreements one after another, each model's photos in a random row.

    Signals:
        voted (): A vote was cast or taken back, or the models were revealed.

    Attributes:
        disagreements: What is voted on, in order.
        votes: The votes so far.
        new_is_first: For each disagreement, whether the new model's photos are in the first row.
        is_revealed: Whether the user has ended the voting early.
    """

    voted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._random = random.Random()  # noqa: S311 -- the order of rows is no secret
        self.open([])

    def open(self, disagreements: Sequence[Disagreement]) -> None:
        """Start a new vote."""
        self.disagreements = list(disagreements)
        self.new_is_first = [self._random.random() < 0.5 for _ in disagreements]
        self.votes: list[Vote] = []
        self.is_revealed = False

    @property
    def current(self) -> Disagreement | None:
        """What is voted on now; None when the voting is over."""
        if self.is_revealed or len(self.votes) >= len(self.disagreements):
            return None
        return self.disagreements[len(self.votes)]

    @property
    def rows(self) -> tuple[list[int], list[int]]:
        """The photo ids of both rows of the current disagreement, as they are shown."""
        current = self.current
        assert current is not None
        is_new_first = self.new_is_first[len(self.votes)]
        return (current.new, current.old) if is_new_first else (current.old, current.new)

    def vote(self, row: int | None) -> None:
        """Vote for the first (0) or the second row (1), or for neither (None)."""
        if self.current is None:
            return
        is_new = row is not None and self.new_is_first[len(self.votes)] == (row == 0)
        self.votes.append(Vote.NEITHER if row is None else Vote.NEW if is_new else Vote.OLD)
        self.voted.emit()

    def take_back(self) -> None:
        """Remove the latest vote."""
        if self.votes and not self.is_revealed:
            self.votes.pop()
            self.voted.emit()

    def reveal(self) -> None:
        """End the voting early."""
        self.is_revealed = True
        self.voted.emit()

    @property
    def has_result(self) -> bool:
        """Whether the voting is over, and at least one vote was cast."""
        return self.current is None and bool(self.votes)

    @property
    def is_decisive(self) -> bool:
        """Whether the result is unlikely to be chance (verdict.votes_decide)."""
        return self.has_result and votes_decide(self.count(Vote.NEW), self.count(Vote.OLD))

    def count(self, vote: Vote) -> int:
        return self.votes.count(vote)
