"""The window's side of the search thread: asks, and passes on the newest answers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.ui.engine.lens_answers import LensAnswer, LensQuestion
from desktop_app.ui.engine.outlier_answers import FoundOutliers
from desktop_app.ui.engine.queries import (
    BrokenExamples,
    ExamplePictures,
    QueryPicture,
    QueryRequest,
    Question,
    ResultChoice,
    Results,
    Survey,
)
from desktop_app.ui.engine.search_worker import NewestQuery, SearchWorker
from desktop_app.ui.kit.worker_thread import WorkerThread

_REFRESH_MS = 1000


class SearchClient(QObject):
    """Signals come in the window's thread; answers to superseded queries do not come at all."""

    picture_opened = Signal(object)
    examples_opened = Signal(object)
    examples_broken = Signal(object)
    found = Signal(object)
    surveyed = Signal(object)
    query_failed = Signal(object)
    library_changed = Signal(object)
    library_failed = Signal(object)
    failures_listed = Signal(object)
    looked = Signal(object)
    code_told = Signal(int, str)
    outliers_found = Signal(object)
    model_changed = Signal()

    def __init__(self, library: Path, shipped: Path, picture_side: int) -> None:
        super().__init__()
        self._newest = NewestQuery()
        self._newest_look = NewestQuery()
        self._newest_outliers = NewestQuery()
        self._worker = SearchWorker(library, shipped, self._newest, self._newest_look, picture_side)
        self._thread = WorkerThread(self._worker, "search", self)
        self._is_refreshing = False
        self._told: dict[str, object] = {}
        self._choice = ResultChoice()
        self._is_choosing = False
        self._timer = QTimer(self, interval=_REFRESH_MS)
        self._timer.timeout.connect(self._refresh)
        self._connect()

    def _connect(self) -> None:
        self._worker.looked.connect(self._pass_look)
        self._worker.code_told.connect(self.code_told)
        self._worker.outliers_found.connect(self._pass_outliers)
        self._worker.picture_opened.connect(self._pass_picture)
        self._worker.examples_opened.connect(self._pass_examples)
        self._worker.examples_broken.connect(self._pass_broken)
        self._worker.found.connect(self._pass_results)
        self._worker.surveyed.connect(self._pass_survey)
        self._worker.chose.connect(self._end_choosing)
        self._worker.query_failed.connect(self._pass_failure)
        self._worker.library_changed.connect(self.library_changed)
        self._worker.library_failed.connect(self.library_failed)
        self._worker.refreshed.connect(self._end_refresh)
        self._worker.model_changed.connect(self.model_changed)
        self._worker.failures_listed.connect(self.failures_listed)

    def start(self) -> None:
        """Open the library, in the background."""
        self.look_again()

    def close(self) -> None:
        """Ends the thread, after what it is doing just now."""
        self._timer.stop()
        self._newest.next_number()
        self._thread.stop()

    def tell_again(self) -> None:
        """What is known of the present query and of unusual photos, to views that are new."""
        for name, answer in self._told.items():
            getattr(self, name).emit(answer)

    def search(self, question: Question, choice: ResultChoice) -> None:
        self._forget_answers()
        self._choice = choice
        request = QueryRequest(self._newest.next_number(), question, choice)
        self._thread.call(self._worker.search, request)

    def choose(self, choice: ResultChoice) -> None:
        """Show only these results of the present query. While one choice is being carried out, of
        those that come meanwhile the last counts.
        """
        self._choice = choice
        if not self._is_choosing:
            self._is_choosing = True
            self._thread.call(self._worker.choose, choice)

    def forget(self) -> None:
        """No answer is wanted any more."""
        self._forget_answers()
        self._newest.next_number()

    def narrow(self, chosen: PhotoFilter) -> None:
        """Find only photos that pass, for the present query too."""
        self._thread.call(self._worker.narrow, chosen)

    def look_again(self) -> None:
        """Take over what has changed in the library, and count its photos."""
        self._thread.call(self._worker.count)

    def follow(self, *, is_indexing: bool) -> None:
        """Take over what is indexed, again and again, while a job indexes."""
        if is_indexing:
            self._timer.start()
        else:
            self._timer.stop()
            self.look_again()

    def list_failures(self) -> None:
        self._thread.call(self._worker.list_failures)

    def look(self, flips: tuple[int, ...], photo_id: int | None) -> None:
        """Look into the code of the query that was answered last, with these bits flipped, beside
        that of a photo; where other bits are flipped than before, `found` comes again too.
        """
        question = LensQuestion(self._newest_look.next_number(), flips, photo_id)
        self._thread.call(self._worker.look, question)

    def tell_code(self, photo_id: int) -> None:
        """`code_told` gives a photo's code as hexadecimal text; empty where it has none."""
        self._thread.call(self._worker.tell_code, photo_id)

    def find_outliers(self) -> None:
        """`outliers_found` tells again and again what was found among the photos that pass."""
        self._thread.call(self._worker.find_outliers, self._newest_outliers.next_number())

    def forget_outliers(self) -> None:
        """They are wanted no more."""
        self._told.pop("outliers_found", None)
        self._newest_outliers.next_number()
        self._thread.call(self._worker.find_outliers, 0)

    def _tell(self, name: str, answer: object) -> None:
        """`name` is that of a signal."""
        self._told[name] = answer
        getattr(self, name).emit(answer)

    def _forget_answers(self) -> None:
        self._told = {name: told for name, told in self._told.items() if name == "outliers_found"}

    def _refresh(self) -> None:
        if not self._is_refreshing:
            self._is_refreshing = True
            self._thread.call(self._worker.refresh)

    def _end_refresh(self) -> None:
        self._is_refreshing = False

    def _pass_picture(self, picture: QueryPicture) -> None:
        if self._newest.is_newest(picture.number):
            self._tell("picture_opened", picture)

    def _pass_examples(self, examples: ExamplePictures) -> None:
        if self._newest.is_newest(examples.number):
            self._tell("examples_opened", examples)

    def _pass_broken(self, broken: BrokenExamples) -> None:
        if self._newest.is_newest(broken.number):
            self.examples_broken.emit(broken)

    def _pass_results(self, results: Results) -> None:
        if self._newest.is_newest(results.number):
            self._tell("found", results)

    def _pass_survey(self, survey: Survey) -> None:
        if self._newest.is_newest(survey.number):
            self._tell("surveyed", survey)

    def _end_choosing(self, choice: ResultChoice) -> None:
        self._is_choosing = False
        if choice != self._choice:
            self.choose(self._choice)

    def _pass_look(self, answer: LensAnswer) -> None:
        if self._newest.is_newest(answer.query_number):
            self.looked.emit(answer)

    def _pass_outliers(self, found: FoundOutliers) -> None:
        if self._newest_outliers.is_newest(found.number):
            self._tell("outliers_found", found)

    def _pass_failure(self, number: int, error: object) -> None:
        if self._newest.is_newest(number):
            self.query_failed.emit(error)
