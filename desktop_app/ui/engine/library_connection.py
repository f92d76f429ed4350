"""Open a library for the search thread: when it is first needed, and when its model changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.ui.engine.answers import SearchAnswer
from desktop_app.ui.engine.request_counter import RequestCounter

if TYPE_CHECKING:  # these bring the networks' runtime with them
    from desktop_app.ui.engine.search_runner import SearchRunner
    from desktop_app.ui.engine.session import OpenSession, Session


class LibraryConnection:
    """A library that is opened on first use. Used by the search thread, `interrupt` by any."""

    def __init__(
        self,
        library: Path,
        shipped: Path,
        counter: RequestCounter,
        send: Callable[[SearchAnswer], None],
        picture_side: int,
        open_session: OpenSession | None = None,
    ) -> None:
        """See `SearchSession` and `SearchRunner` for the arguments.

        `open_session` opens something else than a library.
        """
        self._library = library
        self._shipped = shipped
        self._counter = counter
        self._send = send
        self._picture_side = picture_side
        self._open_session = open_session or self._open_library
        self._opened: tuple[Session, SearchRunner] | None = None

    @property
    def is_open(self) -> bool:
        return self._opened is not None

    @property
    def session(self) -> Session:
        """The open library. Raises BundleError and the errors of a library on first use."""
        return self._open()[0]

    @property
    def runner(self) -> SearchRunner:
        """Runs searches in `session`. Raises the same errors."""
        return self._open()[1]

    def close_if_outdated(self) -> bool:
        """Close the library if its model in use has changed; return True if so."""
        if self._opened is None or not self.session.is_outdated:
            return False
        self.close()
        return True

    def interrupt(self) -> None:
        """End the running query. Any thread may call it."""
        if (opened := self._opened) is not None:
            opened[0].interrupt()

    def close(self) -> None:
        if self._opened is not None:
            self.session.close()
            self._opened = None

    def _open(self) -> tuple[Session, SearchRunner]:
        if self._opened is None:
            from desktop_app.ui.engine.search_runner import SearchRunner

            session = self._open_session(self._counter)
            runner = SearchRunner(session, self._counter, self._send, self._picture_side)
            self._opened = session, runner
        return self._opened

    def _open_library(self, counter: RequestCounter) -> Session:
        from desktop_app.ui.engine.search_session import SearchSession

        return SearchSession(self._library, self._shipped, counter.is_superseded)
