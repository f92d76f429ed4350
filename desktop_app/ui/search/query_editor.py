"""Change the current search: its examples, and the part of the picture that counts."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.core.base.region import Region
from desktop_app.ui.engine.queries import Example, SearchQuery, Source
from desktop_app.ui.inspector.query_panel import QueryPanel
from desktop_app.ui.kit import numbers
from desktop_app.ui.search.results_view import ResultsView
from desktop_app.ui.search.search_flow import SearchFlow
from desktop_app.ui.search.top_bar import TopBar

MAX_EXAMPLES = 24


class QueryEditor(QObject):
    """Runs the search that each change makes of the current one.

    Signals:
        rejected (MessageText): The change is not possible, for this reason.
    """

    rejected = Signal(object)

    def __init__(
        self, flow: SearchFlow, bar: TopBar, panel: QueryPanel, results: ResultsView
    ) -> None:
        """Connect what the views offer to change."""
        super().__init__()
        self._flow = flow
        for chips in (bar.chips, panel.examples):
            chips.remove_requested.connect(self.remove)
        panel.region_chosen.connect(self.set_region)
        panel.distances.limits_changed.connect(flow.set_limits)
        results.nothing_left.buttons[0].clicked.connect(panel.distances.remove_limits)

    def search(self, sources: list[Source]) -> None:
        """Search for photos like these, or the first of many, instead of the current search."""
        self._flow.run(SearchQuery.from_sources(sources[:MAX_EXAMPLES]))
        if len(sources) > MAX_EXAMPLES:
            self.rejected.emit(lambda: self._left_out_text(len(sources)))

    def add(self, sources: list[Source], *, wanted: bool) -> None:
        """Search for more, or less, like these too; begin a search if there is none."""
        present = self._flow.state.query
        if present is None and not wanted:
            self.rejected.emit(self._nothing_searched_text)
            return
        query = (present or SearchQuery(())).with_sources(sources, wanted=wanted)
        if query is None:
            self.rejected.emit(lambda: self.tr("A search needs at least one picture."))
        else:
            self.run(query)

    def run(self, query: SearchQuery) -> None:
        """Search for a query that the user has put together, unless it has too many examples."""
        if len(query.examples) > MAX_EXAMPLES:
            self.rejected.emit(self._too_many_text)
        else:
            self._flow.run(query)

    def remove(self, example: Example) -> None:
        """Remove an example or counter-example; without any example the search ends."""
        present = self._flow.state.query
        if present is None:
            return
        query = present.without(example)
        if query is None:
            self._flow.clear()
        else:
            self._flow.run(query)

    def set_region(self, region: Region | None) -> None:
        """Search for this part of the lead's picture only; None for the whole picture."""
        present = self._flow.state.query
        if present is not None and present.lead.region != region:
            self._flow.run(present.with_region(region))

    def leave(self) -> None:
        """Go from a part of the picture to the whole, and from the whole to all photos."""
        present = self._flow.state.query
        if present is not None and present.lead.region is not None:
            self.set_region(None)
        else:
            self._flow.clear()

    def _nothing_searched_text(self) -> str:
        return self.tr("Search for something first, then exclude photos like this.")

    def _left_out_text(self, count: int) -> str:
        text = self.tr("Searching for the first {most} of {count} pictures.")
        return text.format(count=numbers.counted(count), most=MAX_EXAMPLES)

    def _too_many_text(self) -> str:
        return self.tr("A search can have at most {count} examples.").format(count=MAX_EXAMPLES)
