"""The window's side of the search thread: sends requests, and passes on the newest answers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.core.catalogue.photo_filter import EVERYTHING, PhotoFilter
from desktop_app.core.stacks.folding import UNFOLDED, Folding
from desktop_app.ui.engine.answers import (
    ExamplesFailed,
    LensAnswer,
    SearchAnswer,
    SearchFailed,
)
from desktop_app.ui.engine.library_monitor import LibraryMonitor
from desktop_app.ui.engine.outlier_client import OutlierClient
from desktop_app.ui.engine.queries import LensRequest, ResultLimits, SearchQuery, SearchRequest
from desktop_app.ui.engine.request_counter import RequestCounter
from desktop_app.ui.engine.search_worker import SearchWorker
from desktop_app.ui.engine.seen_code_client import SeenCodeClient
from desktop_app.ui.engine.session import OpenSession
from desktop_app.ui.kit.worker_thread import WorkerThread


class SearchClient(QObject):
    """Searches one library. Signals come in the window's thread.

    Attributes:
        library: What the library holds.
        outliers: Unusual photos.
        codes: What the codes of single photos have kept of them.

    Signals:
        answer_ready (SearchAnswer): The next answer to the current search; others are dropped.
        lens_answered (LensAnswer): The answer to an `inspect_code`.
        code_read (int, str): A photo's id and its code as hexadecimal text, empty if it has none.
        model_changed (): Another model is in use; the current search is being run again with it.
    """

    answer_ready = Signal(SearchAnswer)
    lens_answered = Signal(LensAnswer)
    code_read = Signal(int, str)
    model_changed = Signal()

    def __init__(
        self,
        library: Path,
        shipped: Path,
        picture_side: int,
        open_session: OpenSession | None = None,
    ) -> None:
        """Create the client; its thread starts with the first request.

        Args:
            library: The library's folder.
            shipped: The model bundle for a library that has no model of its own in use.
            picture_side: Wanted size of the query's picture, in pixels on its longer side.
            open_session: Opens something else than a library.
        """
        super().__init__()
        self._counter = RequestCounter()
        self._request: SearchRequest | None = None
        self._filter = EVERYTHING
        self._folding = UNFOLDED
        self._answers: dict[type[SearchAnswer], SearchAnswer] = {}
        self._worker = SearchWorker(library, shipped, self._counter, picture_side, open_session)
        self._thread = WorkerThread(self._worker, "search", self)
        self.library = LibraryMonitor(self._worker, self._thread, self)
        self.outliers = OutlierClient(self._worker, self._thread, self)
        self.codes = SeenCodeClient(self._worker, self._thread, self)
        self._worker.answered.connect(self._pass_answer)
        self._worker.lens_answered.connect(self.lens_answered)
        self._worker.code_read.connect(self.code_read)
        self._worker.model_changed.connect(self._drop_flips)

    def close(self) -> None:
        """End the thread, after the step that it is running."""
        self.library.stop()
        self._counter.next_number()
        self._thread.stop()

    def search(self, query: SearchQuery, limits: ResultLimits) -> None:
        """Run a query instead of the current one."""
        self._answers.clear()
        number = self._counter.next_number()
        self._send(SearchRequest(number, query, limits, self._filter, folding=self._folding))

    def set_limits(self, limits: ResultLimits) -> None:
        """Run the current search again with other limits."""
        if self._request is not None:
            self._send(replace(self._request, limits=limits))

    def adjust(
        self, *, photo_filter: PhotoFilter | None = None, folding: Folding | None = None
    ) -> None:
        """Run the current search again, and all later ones, among the photos that pass this filter,
        or with stacks shown so.
        """
        self._filter = photo_filter or self._filter
        self._folding = folding or self._folding
        if self._request is not None:
            request = replace(self._request, photo_filter=self._filter, folding=self._folding)
            self._send(request)

    def clear(self) -> None:
        """Drop the current search and its answers."""
        self._answers.clear()
        self._request = None
        self._counter.next_number()

    def repeat_answers(self) -> None:
        """Send the answers to the current search again, for views that are new."""
        for answer in list(self._answers.values()):
            self.answer_ready.emit(answer)

    def inspect_code(self, flips: tuple[int, ...], photo_id: int | None) -> None:
        """Look into the code of the current search's query.

        Args:
            flips: Bits to flip; if others than before, the search runs again with them.
            photo_id: The photo to compare with; None for none.
        """
        if self._request is not None:
            self._request = replace(self._request, flips=flips)
            request = LensRequest(self._request, photo_id)
            self._thread.call_latest(self._worker.inspect_code, request)

    def read_code(self, photo_id: int) -> None:
        """Read a photo's code; `code_read` brings it."""
        self._thread.call(self._worker.read_code, photo_id)

    def _send(self, request: SearchRequest) -> None:
        self._request = request
        self._counter.change()
        self._thread.call_latest(self._worker.search, request)

    def _pass_answer(self, answer: SearchAnswer) -> None:
        if not self._counter.is_newest(answer.number):
            return
        if not isinstance(answer, ExamplesFailed | SearchFailed):
            self._answers[type(answer)] = answer
        self.answer_ready.emit(answer)

    def _drop_flips(self) -> None:
        """They were bits of the other model's code."""
        if self._request is not None:
            self._request = replace(self._request, flips=())
        self.model_changed.emit()
