"""Show the current search in the bar, the query panel and the results."""

from __future__ import annotations

from desktop_app.ui.engine.answers import SearchResults
from desktop_app.ui.inspector.query_panel import QueryPanel
from desktop_app.ui.kit.announcements import Announcer
from desktop_app.ui.search.results_view import ResultsView
from desktop_app.ui.search.search_state import SearchState
from desktop_app.ui.search.search_text import badges, title
from desktop_app.ui.search.top_bar import TopBar


class SearchPresenter:
    """Knows which view shows what of a search."""

    def __init__(self, bar: TopBar, panel: QueryPanel, results: ResultsView) -> None:
        self._bar = bar
        self._panel = panel
        self._results = results
        self._announcer = Announcer(panel)

    @property
    def has_query_focus(self) -> bool:
        """True if the keyboard focus is in a view that shows the query itself."""
        return self._bar.chips.has_focus or self._panel.has_focus

    def show_started(self, state: SearchState) -> None:
        self._panel.show_searching()
        self._announcer.announce("")
        self.show_limits(state)

    def show_limits(self, state: SearchState) -> None:
        """After results that are shown again: they tell how far the limits can go."""
        self._panel.distances.show_limits(state.limits)

    def show_picture(self, state: SearchState) -> None:
        """Show the lead's picture and the title that follows from it."""
        if state.query is not None and state.picture is not None:
            self._panel.show_picture(state.picture, state.query.lead.region)
            self._bar.show_title(title(state.query, state.picture))

    def show_examples(self, state: SearchState) -> None:
        if state.query is not None:
            examples = list(zip(state.query.examples, state.pictures, strict=True))
            self._bar.show_examples(examples)
            self._panel.show_examples(examples)

    def show_results(self, results: SearchResults, state: SearchState, *, is_new: bool) -> None:
        """Show results. For the same query again (`is_new` False), keep selection and position; for
        a query that was changed, the selection.
        """
        self._results.show_results(
            results,
            badges(state),
            keeps_selection=not is_new or state.is_changed,
            keeps_place=not is_new,
        )
        self._panel.show_results(results)
        if is_new:
            self._announcer.announce(self._panel.sentence)

    def focus_results(self) -> None:
        """Move the focus to the photos, unless the user is going through the examples."""
        if not (self._bar.chips.has_focus or self._panel.examples.has_focus):
            self._results.grid.setFocus()

    def clear(self) -> None:
        self._panel.clear()
        self._results.clear()
        self._bar.show_title("")
        self._bar.show_examples([])
