"""Run searches, and show each from its request to its results."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.engine.answers import (
    ExamplesFailed,
    ExamplesOpened,
    PictureOpened,
    SearchAnswer,
    SearchFailed,
    SearchResults,
)
from desktop_app.ui.engine.queries import ResultLimits, SearchQuery
from desktop_app.ui.engine.search_client import SearchClient
from desktop_app.ui.search.search_presenter import SearchPresenter
from desktop_app.ui.search.search_state import SearchState
from desktop_app.ui.search.search_text import failed_examples


class SearchFlow(QObject):
    """The current search.

    Attributes:
        state: The query that was requested, and the results that are shown.

    Signals:
        query_changed (): Another query is shown, or none.
        search_starting (): A search is about to start.
        results_shown (): The first results of a new query are shown.
        failed (MessageText): The search is not possible, for this reason.
        focus_lost (): The query was cleared while its views had the keyboard focus.
    """

    query_changed = Signal()
    search_starting = Signal()
    results_shown = Signal()
    failed = Signal(object)
    focus_lost = Signal()

    def __init__(self, client: SearchClient, presenter: SearchPresenter) -> None:
        super().__init__()
        self._client = client
        self._presenter = presenter
        self.state = SearchState()
        client.answer_ready.connect(self._show_answer)

    @property
    def has_query(self) -> bool:
        """True if there is a query to show."""
        return self.state.picture is not None

    def restore(self, state: SearchState) -> None:
        """Show the search of another flow, whose views are gone."""
        self.state = replace(state, picture=None, pictures=())
        if state.query is not None:
            self._presenter.show_started(state)
        self._client.repeat_answers()
        self._presenter.show_limits(state)

    def run(self, query: SearchQuery) -> None:
        """Search for a query."""
        self.search_starting.emit()
        self._start(query)

    def set_limits(self, limits: ResultLimits) -> None:
        """Show only these of the results."""
        self.state = replace(self.state, limits=limits)
        self._client.set_limits(limits)

    def clear(self) -> None:
        """End the search and show all photos; the user can go back to it."""
        self.state.history.visit(None)
        self._clear()

    def step(self, by: int) -> None:
        """Go back (-1) or forward (1) in the history, if possible."""
        if not self.state.history.can_step(by):
            return
        self.search_starting.emit()
        query = self.state.history.step(by)
        if query is None:
            self._clear()
        else:
            self._start(query)

    def _start(self, query: SearchQuery) -> None:
        self.state = self.state.started(query)
        self._presenter.show_started(self.state)
        self._client.search(query, self.state.limits)

    def _clear(self) -> None:
        had_focus = self._presenter.has_query_focus
        self._client.clear()
        self.state = self.state.cleared()
        self._presenter.clear()
        self.query_changed.emit()
        if had_focus:
            self.focus_lost.emit()

    def _show_answer(self, answer: SearchAnswer) -> None:
        match answer:
            case PictureOpened(picture=picture):
                self.state = replace(self.state, picture=picture)
                self._presenter.show_picture(self.state)
                self.query_changed.emit()
            case ExamplesFailed(errors=errors):
                self.state = self.state.without_examples(example for example, _ in errors)
                self._presenter.show_picture(self.state)
                self.failed.emit(lambda: failed_examples(answer))
            case ExamplesOpened(pictures=pictures):
                self.state = replace(self.state, pictures=pictures)
                self._presenter.show_examples(self.state)
            case SearchResults():
                self._show_results(answer)
            case SearchFailed():
                self._show_failure(answer)

    def _show_results(self, results: SearchResults) -> None:
        is_new = self.state.query is not self.state.shown
        self.state = replace(self.state, shown=self.state.query)
        self.state.history.visit(self.state.query)
        self._presenter.show_results(results, self.state, is_new=is_new)
        self.query_changed.emit()
        if is_new:
            self._presenter.focus_results()
            self.results_shown.emit()

    def _show_failure(self, failure: SearchFailed) -> None:
        """Report the failure, and return to the previous query, whose results are still shown."""
        failed, before = self.state.query, self.state.shown
        if failed is not None:
            self.state.history.forget(failed, before)
        if before is None or before is failed:
            self._clear()
        else:
            self._start(before)
        self.failed.emit(failure.error)
