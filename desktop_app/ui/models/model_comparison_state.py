"""What is known of a new model beside the one in use: figures, photos, and the user's own votes."""

from __future__ import annotations

import random
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_app.core.base.errors import AppError
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.comparison.verdict import Verdict, verdict, votes_decide
from desktop_app.core.jobs.comparison_events import Comparing, Comparison, Disagreement
from desktop_app.core.jobs.job_output import Failed, Finished, Outcome
from desktop_app.core.jobs.requests import CompareRequest
from desktop_app.ui.jobs.side_job import SideJob
from desktop_app.ui.models.model_answers import ListedModel, ProofPhotos
from desktop_app.ui.models.model_thread import ModelThread


class Vote(StrEnum):
    """Whose photos the user liked more, not knowing whose they were."""

    OLD = "old"
    NEW = "new"
    NEITHER = "neither"


class ModelComparisonState(QObject):
    """`changed` when more is known, `progressed` gives a Comparing, `voted` follows a vote."""

    changed = Signal()
    progressed = Signal(object)
    voted = Signal()

    def __init__(self, library: LibraryFiles, job: SideJob, thread: ModelThread) -> None:
        super().__init__()
        self._library = library
        self._job = job
        self._thread = thread
        self._order = random.Random()  # noqa: S311 -- which row comes first is no secret
        self.model: ListedModel | None = None
        self.old: ListedModel | None = None
        self.comparison: Comparison | None = None
        self.photos: ProofPhotos | None = None
        self.error: AppError | None = None
        self.is_revealed = False
        self.votes: list[Vote] = []
        self.new_is_first: list[bool] = []
        self._asked = ("", "")
        job.progressed.connect(self._progress)
        job.ended.connect(self._end)

    def start(self, model: ListedModel, old: ListedModel) -> None:
        """Compare with the one in use; what is known already of the two is kept."""
        known = self.comparison
        is_known = known and (known.old_model, known.new_model) == (old.model_id, model.model_id)
        self.model, self.old = model, old
        if is_known or (self._job.is_running and self._is_about(model, old)):
            self.changed.emit()
            return
        self._forget()
        self._asked = (model.model_id, old.model_id)
        self._job.start(CompareRequest(self._library.folder, model.model_id))
        self.changed.emit()

    def forget(self) -> None:
        """The models may be others by now."""
        self._job.cancel()
        self._forget()
        self.model = self.old = None
        self.changed.emit()

    # The blind vote

    @property
    def asked(self) -> Disagreement | None:
        """What is voted on now; None when all was, or the rest is not to be."""
        known = self.comparison
        if known is None or self.is_revealed or len(self.votes) >= len(known.disagreements):
            return None
        return known.disagreements[len(self.votes)]

    @property
    def rows(self) -> tuple[list[int], list[int]]:
        """Both rows of what is voted on, as they are shown."""
        asked = self.asked
        assert asked is not None
        is_new_first = self.new_is_first[len(self.votes)]
        return (asked.new, asked.old) if is_new_first else (asked.old, asked.new)

    def vote(self, place: int | None) -> None:
        """For the first (0) or the second row (1), or for neither."""
        if self.asked is None:
            return
        is_new = place is not None and self.new_is_first[len(self.votes)] == (place == 0)
        self.votes.append(Vote.NEITHER if place is None else Vote.NEW if is_new else Vote.OLD)
        self.voted.emit()

    def take_back(self) -> None:
        """The vote before."""
        if self.votes and not self.is_revealed:
            self.votes.pop()
            self.voted.emit()

    def reveal(self) -> None:
        """The rest is not voted on."""
        self.is_revealed = True
        self.voted.emit()

    @property
    def has_voted(self) -> bool:
        """Are the votes known, since all was voted on or nothing more is to be?"""
        return self.comparison is not None and self.asked is None and bool(self.votes)

    @property
    def is_decided_by_votes(self) -> bool:
        return self.has_voted and votes_decide(self.count(Vote.NEW), self.count(Vote.OLD))

    def count(self, vote: Vote) -> int:
        return self.votes.count(vote)

    @property
    def verdict(self) -> Verdict | None:
        """With the votes, when they are known."""
        if self.comparison is None:
            return None
        if not self.has_voted:
            return verdict(self.comparison)
        return verdict(self.comparison, self.count(Vote.NEW), self.count(Vote.OLD))

    def _forget(self) -> None:
        self.comparison = self.photos = self.error = None
        self.is_revealed = False
        self.votes, self.new_is_first = [], []

    def _is_about(self, model: ListedModel, old: ListedModel) -> bool:
        return self._asked == (model.model_id, old.model_id)

    def _progress(self, event: Any) -> None:
        if isinstance(event, Comparing):
            self.progressed.emit(event)

    def _end(self, outcome: Outcome) -> None:
        match outcome:
            case Finished(value=Comparison() as found):
                self.comparison = found
                self.new_is_first = [self._order.random() < 0.5 for _ in found.disagreements]
                self._thread.ask(
                    lambda session: session.proof_photos(found),
                    lambda photos: self._take_photos(found, photos),
                )
            case Failed(error=error):
                self.error = error
        self.changed.emit()

    def _take_photos(self, found: Comparison, photos: ProofPhotos) -> None:
        if self.comparison is found:  # and not another one by now
            self.photos = photos
            self.changed.emit()
