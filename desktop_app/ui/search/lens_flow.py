"""Connect the code lens to the search: its bits and its slider flip bits of the query."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from desktop_app.ui.engine.answers import LensAnswer, SearchAnswer, SearchResults
from desktop_app.ui.engine.search_client import SearchClient
from desktop_app.ui.grid.photo_model import ShownPhoto
from desktop_app.ui.inspector.code_lens import CodeLens
from desktop_app.ui.kit.messages import shown_name
from desktop_app.ui.search.results_view import ResultsView


@dataclass(frozen=True)
class LensState:
    """What the code lens shows.

    Attributes:
        query_number: The number of the search; None before the first.
        flips: The bits that are flipped.
        flip_order: The flips that lead from the query to the photo.
        photo: The photo that is compared with; None for none.
    """

    query_number: int | None = None
    flips: tuple[int, ...] = ()
    flip_order: tuple[int, ...] = ()
    photo: ShownPhoto | None = None


class LensFlow(QObject):
    """Compares the query with the result that was selected last.

    That photo stays the one compared with when other flips take it out of the results.

    Attributes:
        state: What the code lens shows.
    """

    def __init__(self, client: SearchClient, lens: CodeLens, results: ResultsView) -> None:
        super().__init__()
        self._client = client
        self._lens = lens
        self._results = results
        self.state = LensState()
        self._scrolls_to_top = False
        client.answer_ready.connect(self._follow_search)
        client.lens_answered.connect(self._show_answer)
        results.grid.selectionModel().currentChanged.connect(self._compare_selected)
        results.grid.selectionModel().selectionChanged.connect(self._compare_selected)
        lens.flip_requested.connect(self._flip)
        lens.steps_requested.connect(self._flip_first)
        lens.reset_requested.connect(self.reset)
        lens.unfolded.connect(self._request)

    def restore(self, state: LensState) -> None:
        """Continue what another flow has shown."""
        self.state = state
        self._request()

    def reset(self) -> None:
        """Flip no bit."""
        self._set_flips(())

    def _follow_search(self, answer: SearchAnswer) -> None:
        """Reset for a new query; after flips, scroll to the nearest photos."""
        if not isinstance(answer, SearchResults):
            return
        if answer.number == self.state.query_number:
            if self._scrolls_to_top:
                self._results.grid.verticalScrollBar().setValue(0)
            self._scrolls_to_top = False
            return
        shown = self._results.grid.selection.selected_current_photo()
        self.state = LensState(answer.number, photo=shown)
        self._lens.clear()
        self._request()

    def _compare_selected(self) -> None:
        shown, photo = self._results.grid.selection.selected_current_photo(), self.state.photo
        if shown is None or (photo and shown.photo.id == photo.photo.id):
            return
        self.state = replace(self.state, photo=shown)
        self._request()

    def _flip(self, bit: int) -> None:
        flips = self.state.flips
        others = tuple(flip for flip in flips if flip != bit)
        self._set_flips(others if bit in flips else (*others, bit))

    def _flip_first(self, steps: int) -> None:
        """Flip the first bits of the path to the photo."""
        self._set_flips(self.state.flip_order[:steps])

    def _set_flips(self, flips: tuple[int, ...]) -> None:
        self._scrolls_to_top = flips != self.state.flips
        self.state = replace(self.state, flips=flips)
        self._request()

    def _request(self) -> None:
        state = self.state
        if state.query_number is not None and self._lens.is_open:
            self._client.inspect_code(state.flips, state.photo.photo.id if state.photo else None)

    def _show_answer(self, answer: LensAnswer) -> None:
        if answer.number != self.state.query_number:
            return
        self.state = replace(self.state, flip_order=answer.flip_order)
        photo = self.state.photo
        self._lens.show_answer(answer, shown_name(photo.path) if photo else "")
