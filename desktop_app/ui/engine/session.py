"""What the search thread needs of what it searches: a library, or an archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # these bring the networks' runtime with them
    from desktop_app.core.catalogue.library_status import Failure
    from desktop_app.ui.engine.answers import FoundOutliers, LibraryState, SearchResults
    from desktop_app.ui.engine.lens_session import LensSession
    from desktop_app.ui.engine.queries import OutlierRequest, SearchRequest
    from desktop_app.ui.engine.query_encoder import EncodedQuery, QueryEncoder
    from desktop_app.ui.engine.request_counter import RequestCounter
    from desktop_app.ui.engine.seen_code import CodeViewer


class Session(Protocol):
    """What is open for searching, in the search thread; see SearchSession."""

    @property
    def queries(self) -> QueryEncoder: ...

    @property
    def lens(self) -> LensSession: ...

    @property
    def codes(self) -> CodeViewer: ...

    @property
    def is_outdated(self) -> bool: ...

    def refresh(self) -> bool: ...

    def state(self) -> LibraryState: ...

    def failures(self) -> list[Failure]: ...

    def answers(self, request: SearchRequest, encoded: EncodedQuery) -> Iterator[SearchResults]:
        """Yield the results of an encoded query, and more of them while they are wanted."""

    def outliers(self, request: OutlierRequest) -> Iterator[FoundOutliers]: ...

    def interrupt(self) -> None: ...

    def close(self) -> None: ...


# Opens a session; the counter tells whether the query that runs is superseded.
OpenSession = Callable[["RequestCounter"], Session]
