"""What the code lens is asked, and what it then shows: one state for its bits and its slider."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop_app.ui.engine.lens_answers import LensAnswer
from desktop_app.ui.engine.queries import Results
from desktop_app.ui.engine.search_client import SearchClient
from desktop_app.ui.inspector.code_lens import CodeLens
from desktop_app.ui.kit.messages import shown_name
from desktop_app.ui.photos.photo_model import ShownPhoto
from desktop_app.ui.search.results_view import ResultsView


@dataclass(frozen=True)
class LensState:
    """The query by its number, which of its bits are flipped, the way to the photo beside it."""

    query_number: int | None = None
    flips: tuple[int, ...] = ()
    way: tuple[int, ...] = ()
    photo: ShownPhoto | None = None


class LensFlow(QObject):
    """The photo beside the query is the one that was chosen last among its results, also when it is
    among them no more because bits were flipped.
    """

    def __init__(self, searcher: SearchClient, lens: CodeLens, results: ResultsView) -> None:
        super().__init__()
        self._searcher = searcher
        self._lens = lens
        self._results = results
        self._query_number: int | None = None
        self._flips: tuple[int, ...] = ()
        self._way: tuple[int, ...] = ()
        self._photo: ShownPhoto | None = None
        self._is_turning = False
        searcher.found.connect(self._begin)
        searcher.looked.connect(self._show)
        results.grid.selectionModel().currentChanged.connect(self._choose)
        results.grid.selectionModel().selectionChanged.connect(self._choose)
        lens.flip_asked.connect(self._flip)
        lens.way_asked.connect(self._go)
        lens.reset_asked.connect(self.reset)
        lens.unfolded.connect(self._ask)

    @property
    def standing(self) -> LensState:
        return LensState(self._query_number, self._flips, self._way, self._photo)

    def go_on(self, standing: LensState) -> None:
        """From where another flow has come."""
        self._query_number, self._flips = standing.query_number, standing.flips
        self._way, self._photo = standing.way, standing.photo
        self._ask()

    def reset(self) -> None:
        """The query as it was asked."""
        self._turn(())

    def _begin(self, results: Results) -> None:
        """A new query, or the same again: with other bits, the nearest photos come in sight."""
        if results.number == self._query_number:
            if self._is_turning:
                self._results.grid.verticalScrollBar().setValue(0)
            self._is_turning = False
            return
        self._query_number = results.number
        self._flips = self._way = ()
        self._photo = None
        self._lens.clear()
        self._ask()

    def _choose(self) -> None:
        shown = self._results.grid.selection.selected_current_photo()
        if shown is None or (self._photo and shown.photo.id == self._photo.photo.id):
            return
        self._photo = shown
        self._ask()

    def _flip(self, bit: int) -> None:
        is_flipped = bit in self._flips
        others = tuple(flip for flip in self._flips if flip != bit)
        self._turn(others if is_flipped else (*others, bit))

    def _go(self, steps: int) -> None:
        self._turn(self._way[:steps])

    def _turn(self, flips: tuple[int, ...]) -> None:
        self._is_turning = flips != self._flips
        self._flips = flips
        self._ask()

    def _ask(self) -> None:
        if self._query_number is not None and self._lens.is_open:
            self._searcher.look(self._flips, self._photo.photo.id if self._photo else None)

    def _show(self, answer: LensAnswer) -> None:
        if answer.query_number != self._query_number:
            return
        self._way = answer.way
        self._lens.show_answer(answer, shown_name(self._photo.path) if self._photo else "")
