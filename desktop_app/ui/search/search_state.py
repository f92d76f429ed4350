"""The state of the current search: its query, the results that are shown, and the history."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from desktop_app.ui.engine.answers import QueryPicture
from desktop_app.ui.engine.queries import NO_LIMITS, Example, ResultLimits, SearchQuery
from desktop_app.ui.search.history import History


@dataclass(frozen=True)
class SearchState:
    """One search at one moment.

    Attributes:
        history: The queries before and after.
        query: What was searched for last, answered or not; None if nothing is.
        shown: The query whose results are shown; None if none are.
        limits: Which of the results are shown.
        picture: The picture of the query's lead; None until it is opened.
        pictures: The pictures of all examples, in the order of `query`; empty until all are opened.
        is_changed: Whether `query` has an example of the query before it, whose results were shown.
    """

    history: History = field(default_factory=History)
    query: SearchQuery | None = None
    shown: SearchQuery | None = None
    limits: ResultLimits = NO_LIMITS
    picture: QueryPicture | None = None
    pictures: tuple[QueryPicture, ...] = ()
    is_changed: bool = False

    def started(self, query: SearchQuery) -> SearchState:
        """Begin a query. Distances belong to one query; what else is hidden stays hidden."""
        limits = replace(self.limits, min_distance=0, max_distance=None)
        before = [] if self.shown is None else [example.source for example in self.shown.examples]
        is_changed = any(example.source in before for example in query.examples)
        return replace(self, query=query, limits=limits, pictures=(), is_changed=is_changed)

    def without_examples(self, failed: Iterable[Example]) -> SearchState:
        """Continue with the examples that could be opened."""
        rest = self.query.without(*failed) if self.query else None
        return replace(self, query=rest or self.query)

    def cleared(self) -> SearchState:
        """Show no query any more."""
        return SearchState(self.history, limits=self.limits)
