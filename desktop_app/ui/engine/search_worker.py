"""The search thread: opens pictures, encodes them and finds the nearest photos.

A newer query supersedes an older one: between its steps an older one looks whether it is still
wanted. What was indexed meanwhile is taken over at each `refresh`, and the last query is answered
again when that changes anything.
"""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from desktop_app.core.base.errors import AppError, NotIndexedError, PhotoError
from desktop_app.core.catalogue.photo_filter import EVERYTHING, PhotoFilter
from desktop_app.ui.engine.queries import (
    BrokenExamples,
    Example,
    ExamplePictures,
    QueryPicture,
    QueryRequest,
    Question,
    ResultChoice,
)
from desktop_app.ui.kit.worker_thread import Worker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.core.search.code_index import Query
    from desktop_app.ui.engine.lens_answers import LensQuestion
    from desktop_app.ui.engine.outlier_answers import FoundOutliers
    from desktop_app.ui.engine.search_session import SearchSession

# Counting a million photos takes a while: at most this share of the thread's time goes into it.
_SHARE_FOR_COUNTING = 0.05
_TELL_OUTLIERS_S = 0.5


class NewestQuery:
    """Numbers queries, and tells from any thread whether one is the newest."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._newest = 0

    def next_number(self) -> int:
        self._newest = next(self._numbers)
        return self._newest

    def is_newest(self, number: int) -> bool:
        return number == self._newest


class SearchWorker(Worker):
    """Its methods run in the search thread, one at a time."""

    picture_opened = Signal(object)
    examples_opened = Signal(object)
    examples_broken = Signal(object)
    found = Signal(object)
    surveyed = Signal(object)
    chose = Signal(object)
    query_failed = Signal(int, object)
    library_changed = Signal(object)
    library_failed = Signal(object)
    refreshed = Signal()
    failures_listed = Signal(object)
    looked = Signal(object)
    code_told = Signal(int, str)
    outliers_found = Signal(object)
    model_changed = Signal()
    _outliers_go_on = Signal()

    def __init__(
        self,
        library: Path,
        shipped: Path,
        newest: NewestQuery,
        newest_look: NewestQuery,
        picture_side: int,
    ) -> None:
        """`shipped`: the bundle for a library that has no model of its own in use; `picture_side`:
        pixels that the query's picture is shown with.
        """
        super().__init__()
        self._library = library
        self._shipped = shipped
        self._newest = newest
        self._newest_look = newest_look
        self._picture_side = picture_side
        self._session: SearchSession | None = None
        self._last: tuple[int, Query] | None = None
        self._last_request: QueryRequest | None = None
        self._unflipped: Query | None = None
        self._count_after = 0.0
        self._chosen = EVERYTHING
        self._outliers: Iterator[FoundOutliers] | None = None
        self._tell_outliers_after = 0.0
        self._outliers_go_on.connect(self._go_on_with_outliers, Qt.ConnectionType.QueuedConnection)

    def refresh(self) -> None:
        """Take over what was indexed, and tell how the library is now and then."""
        try:
            self._refresh()
        except AppError as error:
            self.library_failed.emit(error)
        self.refreshed.emit()

    def count(self) -> None:
        """Tell how the library is at the next refresh in any case."""
        self._count_after = 0.0
        self.refresh()

    def search(self, request: QueryRequest) -> None:
        if not self._newest.is_newest(request.number):
            return
        try:
            self._follow_model()
            self._answer(request)
        except AppError as error:
            if self._newest.is_newest(request.number):
                self._last = None
                self.query_failed.emit(request.number, error)

    def narrow(self, chosen: PhotoFilter) -> None:
        """Find only photos that pass, and answer the last query again."""
        self._chosen = chosen
        if self._session is None:
            return
        try:
            self._session.narrow(chosen)
            if self._last and self._newest.is_newest(self._last[0]):
                self._tell(self._session, *self._last)
        except AppError as error:
            self.library_failed.emit(error)

    def choose(self, choice: ResultChoice) -> None:
        """Show only these results of the last query."""
        try:
            if self._last and self._newest.is_newest(self._last[0]):
                session = self._opened()
                session.choose(choice)
                self.found.emit(session.nearest(*self._last))
        except AppError as error:
            self.library_failed.emit(error)
        self.chose.emit(choice)

    def look(self, question: LensQuestion) -> None:
        """Look into the last query's code, and answer it again where other bits are flipped."""
        if self._last is None or self._unflipped is None:
            return
        number = self._last[0]
        is_wanted = self._newest_look.is_newest(question.number)
        if not is_wanted or not self._newest.is_newest(number):
            return
        session, before = self._opened(), self._last[1]
        try:
            query = session.lens.flipped(self._unflipped, question)
            self._last = (number, query)
            if session.lens.differ(before, query):
                self._tell(session, number, query)
            self.looked.emit(session.lens.look(number, self._unflipped, question))
        except AppError as error:
            self.library_failed.emit(error)

    def tell_code(self, photo_id: int) -> None:
        try:
            self.code_told.emit(photo_id, self._opened().lens.code(photo_id))
        except AppError as error:
            self.library_failed.emit(error)

    def find_outliers(self, number: int) -> None:
        """Step by step, so that searches are answered meanwhile. 0: stop."""
        is_going = self._outliers is not None
        try:
            self._outliers = self._opened().lens.outliers(number) if number else None
        except AppError as error:
            self.library_failed.emit(error)
        if self._outliers is not None and not is_going:
            self._outliers_go_on.emit()

    @Slot()
    def _go_on_with_outliers(self) -> None:
        found = self._next_outliers()
        if found is None:
            self._outliers = None
            return
        if found.is_complete or time.monotonic() >= self._tell_outliers_after:
            self._tell_outliers_after = time.monotonic() + _TELL_OUTLIERS_S
            self.outliers_found.emit(found)
        self._outliers_go_on.emit()

    def _next_outliers(self) -> FoundOutliers | None:
        try:
            return next(self._outliers, None) if self._outliers else None
        except AppError as error:
            self.library_failed.emit(error)
            return None

    def list_failures(self) -> None:
        try:
            self.failures_listed.emit(self._opened().failures())
        except AppError as error:
            self.library_failed.emit(error)

    def close(self) -> None:
        if self._session:
            self._session.close()
            self._session = None

    def _opened(self) -> SearchSession:
        if self._session is None:
            from desktop_app.ui.engine.search_session import SearchSession

            self._session = SearchSession(self._library, self._shipped)
            self._session.narrow(self._chosen)
        return self._session

    def _tell(self, session: SearchSession, number: int, query: Query) -> None:
        """The photos first; how far all are is for a small drawing."""
        self.found.emit(session.nearest(number, query))
        self.surveyed.emit(session.survey(number, query))

    def _refresh(self) -> None:
        asked = self._last_request
        if self._follow_model() and asked and self._newest.is_newest(asked.number):
            self.search(asked)
        session = self._opened()
        has_changed = session.refresh()
        if has_changed and self._last and self._newest.is_newest(self._last[0]):
            self._tell(session, *self._last)
        self._count_now_and_then(session)

    def _follow_model(self) -> bool:
        """Open the library anew where another model is in use by now: tells whether it was."""
        if self._session is None or not self._session.is_outdated:
            return False
        self._session.close()
        self._session = self._last = self._outliers = None
        self.model_changed.emit()
        return True

    def _count_now_and_then(self, session: SearchSession) -> None:
        started = time.monotonic()
        if started < self._count_after:
            return
        self.library_changed.emit(session.state())
        ended = time.monotonic()
        self._count_after = ended + (ended - started) / _SHARE_FOR_COUNTING

    def _answer(self, request: QueryRequest) -> None:
        """Pictures that cannot be opened are left out where another is wanted."""
        session = self._opened()
        session.refresh()
        session.take(request.question)
        question = self._open_examples(session, request)
        if question is None:
            return
        request = replace(request, question=question)
        query = session.query(question)
        self._last, self._unflipped = (request.number, query), query
        self._last_request = request
        session.choose(request.choice)
        self._tell(session, request.number, query)
        self._sharpen(session, request)

    def _open_examples(self, session: SearchSession, request: QueryRequest) -> Question | None:
        """The question that is left; None where it is superseded. The picture of the first that is
        wanted is told at once: it may be the only one, and is shown large.
        """
        number = request.number
        pictures: dict[int, QueryPicture] = {}
        broken: list[tuple[Example, AppError]] = []
        has_lead = False
        # A stable sort: the first that is wanted comes first.
        for example in sorted(request.question.examples, key=lambda kept: not kept.is_wanted):
            try:
                picture = session.picture(example, number)
                if not has_lead:
                    self.picture_opened.emit(picture)
                session.logits(example)
                pictures[id(example)], has_lead = picture, True
            except (PhotoError, NotIndexedError) as error:
                broken.append((example, error))
            if not self._newest.is_newest(number):
                return None
        rest = request.question.without(*(example for example, _ in broken))
        if rest is None:
            raise broken[0][1]
        if broken:
            self.examples_broken.emit(BrokenExamples(number, tuple(broken)))
        in_order = tuple(pictures[id(example)] for example in rest.examples)
        self.examples_opened.emit(ExamplePictures(number, in_order))
        return rest

    def _sharpen(self, session: SearchSession, request: QueryRequest) -> None:
        """Show the lead's picture with more pixels, when its results are there."""
        if not self._newest.is_newest(request.number):
            return
        lead = request.question.lead
        try:
            sharper = session.sharper(lead, request.number, self._picture_side)
        except PhotoError:
            return  # the file went away; the small picture stays
        if sharper is not None and self._newest.is_newest(request.number):
            self.picture_opened.emit(sharper)
