"""The search thread: searches, the code lens, unusual photos, and what the library holds."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop_app.core.base.errors import (
    AppError,
    BundleError,
    LibraryDamagedError,
    NotIndexedError,
)
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.ui.engine.answers import (
    CodeNotSeen,
    FoundOutliers,
    LensAnswer,
    LibraryState,
    SearchAnswer,
    SearchFailed,
)
from desktop_app.ui.engine.library_connection import LibraryConnection
from desktop_app.ui.engine.outlier_scan import OutlierScan
from desktop_app.ui.engine.queries import (
    LensRequest,
    OutlierRequest,
    SearchRequest,
    SeenCodeRequest,
)
from desktop_app.ui.engine.request_counter import RequestCounter
from desktop_app.ui.engine.session import OpenSession
from desktop_app.ui.kit.worker_thread import Worker

if TYPE_CHECKING:
    from desktop_app.core.care.restore import Restored

# Counting a million photos takes a while: at most this share of the thread's time goes into it.
_COUNTING_SHARE = 0.05


class SearchWorker(Worker):
    """Its methods run in the search thread, one at a time. It opens the library when first needed.

    Signals:
        answered (SearchAnswer): An answer to a search request.
        lens_answered (LensAnswer): The answer to a lens request.
        outliers_found (FoundOutliers): The most unusual photos so far.
        library_changed (LibraryState): The contents of the library, after a refresh; not too often.
        library_failed (AppError): The library cannot be opened, read or searched.
        failures_listed (list[Failure]): The photos that could not be indexed.
        code_read (int, str): A photo's id, and its code as hexadecimal text.
        code_seen (SeenCode | CodeNotSeen): What the code of a photo has kept of it.
        model_changed (): The library was opened again, since another model is in use.
        library_recovered (Restored): The library was damaged, and is that of its backup now.
    """

    answered = Signal(SearchAnswer)
    lens_answered = Signal(LensAnswer)
    outliers_found = Signal(FoundOutliers)
    library_changed = Signal(LibraryState)
    library_failed = Signal(AppError)
    failures_listed = Signal(list)
    code_read = Signal(int, str)
    code_seen = Signal(object)
    model_changed = Signal()
    library_recovered = Signal(object)

    def __init__(
        self,
        library: Path,
        shipped: Path,
        counter: RequestCounter,
        picture_side: int,
        open_session: OpenSession | None = None,
    ) -> None:
        """Create the worker.

        Args:
            library: The library's folder.
            shipped: The model bundle for a library that has no model of its own in use.
            counter: Knows the newest search request.
            picture_side: Wanted size of the query's picture, in pixels on its longer side.
            open_session: Opens something else than a library.
        """
        super().__init__()
        self._counter = counter
        self._files = LibraryFiles(library)
        self._recovered: Restored | None = None
        self._library = LibraryConnection(
            library, shipped, counter, self.answered.emit, picture_side, open_session
        )
        self._last_request: SearchRequest | None = None
        self._count_after = 0.0
        self._scan = OutlierScan(self)
        self._scan.found.connect(self.outliers_found)
        self._scan.failed.connect(self.library_failed)

    def interrupt(self) -> None:
        self.blockSignals(True)  # noqa: FBT003
        self._library.interrupt()

    def search(self, request: SearchRequest) -> None:
        """Run a request, unless a newer one supersedes it."""
        if not self._counter.is_newest(request.number):
            return
        has_answered = False
        try:
            self._follow_model()
            has_answered = self._library.runner.has_answered(request.number)
            self._last_request = request
            self._library.runner.run(request)
        except AppError as error:
            if not has_answered:
                self.answered.emit(SearchFailed(request.number, error))
            if has_answered or isinstance(error, LibraryDamagedError):  # the results stay visible
                self.report(error)

    def inspect_code(self, request: LensRequest) -> None:
        """Answer a lens request of the query that was searched last."""
        if not self._library.is_open or not self._counter.is_newest(request.search.number):
            return
        with self._reporting_failure():
            answer = self._library.runner.inspect(request)
            if answer is not None:
                self.lens_answered.emit(answer)

    def read_code(self, photo_id: int) -> None:
        with self._reporting_failure():
            self.code_read.emit(photo_id, self._library.session.lens.code(photo_id))

    def see_code(self, request: SeenCodeRequest) -> None:
        """Answer with what the code of a photo has kept of it."""
        with self._reporting_failure():
            self._load_codes()
            try:
                for seen in self._library.session.codes.look(request):
                    self.code_seen.emit(seen)
            except (BundleError, NotIndexedError) as error:
                self.code_seen.emit(CodeNotSeen(request.number, error))

    def find_outliers(self, request: OutlierRequest | None) -> None:
        """Start scanning for unusual photos; None stops."""
        self._scan.stop()
        if request is not None:
            with self._reporting_failure():
                self._load_codes()
                self._scan.start(self._library.session.outliers(request))

    def list_failures(self) -> None:
        with self._reporting_failure():
            self.failures_listed.emit(self._library.session.failures())

    def refresh(self) -> None:
        """Load what was indexed, search again if that changed anything, and report the library."""
        with self._reporting_failure():
            if self._follow_model() and self._last_request is not None:
                # The flips were bits of the other model's code.
                self.search(replace(self._last_request, flips=()))
            self._load_codes()
            self._report_library()

    def refresh_and_report(self) -> None:
        """Like `refresh`, and report the library even if it was reported a moment ago."""
        self._count_after = 0.0
        self.refresh()

    def search_again(self) -> None:
        """Search once more after files were moved: only their paths have changed."""
        if self._library.is_open:
            with self._reporting_failure():
                self._library.runner.run_again()

    def report(self, error: AppError) -> None:
        """Report an error of the library, which another thread may have met. A damaged library is
        recovered from its backup.
        """
        if isinstance(error, LibraryDamagedError) and not self.is_stopped and self._recover(error):
            self.library_recovered.emit(self._recovered)
            self.refresh_and_report()
        else:
            self.library_failed.emit(error)

    def _recover(self, error: LibraryDamagedError) -> bool:
        """Return False if there is no backup. The library may have been recovered before."""
        from desktop_app.core.care.restore import recover

        with suppress(AppError):
            self._recovered = recover(self._files, error)
            self._library.close()
        return self._recovered is not None

    def close(self) -> None:
        self._scan.stop()
        self._library.close()

    def _load_codes(self) -> None:
        """Load what may not have been loaded yet; search again if that changed anything."""
        if self._library.session.refresh():
            self._library.runner.run_again()

    def _follow_model(self) -> bool:
        """Close the library if its model in use has changed; return True if so."""
        is_outdated = self._library.close_if_outdated()
        if is_outdated:
            self._scan.stop()
            self.model_changed.emit()
        return is_outdated

    def _report_library(self) -> None:
        started = time.monotonic()
        if started >= self._count_after:
            self.library_changed.emit(self._library.session.state())
            ended = time.monotonic()
            self._count_after = ended + (ended - started) / _COUNTING_SHARE

    @contextmanager
    def _reporting_failure(self) -> Iterator[None]:
        try:
            yield
        except AppError as error:
            self.report(error)
