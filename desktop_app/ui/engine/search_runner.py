"""Run search requests step by step, sending each answer as soon as it is known.

A newer request supersedes an older one: between its steps a request checks whether it is still the
newest, and stops if not.
"""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.core.base.errors import (
    AppError,
    NotIndexedError,
    PhotoError,
    ReadingCancelledError,
)
from desktop_app.core.words.errors import WordsError
from desktop_app.ui.engine.answers import (
    ExamplesFailed,
    ExamplesOpened,
    LensAnswer,
    PictureOpened,
    QueryPicture,
    SearchAnswer,
)
from desktop_app.ui.engine.queries import Example, LensRequest, SearchQuery, SearchRequest
from desktop_app.ui.engine.query_encoder import EncodedQuery
from desktop_app.ui.engine.request_counter import RequestCounter
from desktop_app.ui.engine.session import Session


class SearchRunner:
    """Runs searches in one open library."""

    def __init__(
        self,
        session: Session,
        counter: RequestCounter,
        send: Callable[[SearchAnswer], None],
        picture_side: int,
    ) -> None:
        """Create a runner.

        Args:
            session: The library.
            counter: Knows the newest request.
            send: Called with each answer.
            picture_side: Wanted size of the lead's picture, in pixels on its longer side.
        """
        self._session = session
        self._counter = counter
        self._send = send
        self._picture_side = picture_side
        self._request: SearchRequest | None = None
        self._encoded: EncodedQuery | None = None

    def has_answered(self, number: int) -> bool:
        """True if the query of this number was searched last."""
        return self._encoded is not None and self._encoded.number == number

    def run(self, request: SearchRequest) -> None:
        """Answer a request. The query before with other limits is not opened and encoded again.

        Raises PhotoError, NotIndexedError, and the errors of the library.
        """
        self._request = request
        self._counter.begin(request.number)
        if self.has_answered(request.number):
            self._send_results()
            return
        self._encoded = None
        self._session.refresh()
        query = self._open_examples(request)
        if query is not None:
            self._encoded = self._session.queries.combine(request.number, query)
            self._send_results()
            self._send_sharper(request.number, query.lead)

    def run_again(self) -> None:
        """Repeat the last search, after the library has changed."""
        self._send_results()

    def inspect(self, request: LensRequest) -> LensAnswer | None:
        """Look into the code of the last query; search again if other bits are flipped.

        Returns:
            The answer, or None if the request is of another query.
        """
        search, encoded = request.search, self._encoded
        if encoded is None or not self.has_answered(search.number) or self._request is None:
            return None
        if set(search.flips) != set(self._request.flips):
            self.run(search)
        return self._session.lens.inspect(request, encoded.query, encoded.size)

    def _send_results(self) -> None:
        request, encoded = self._request, self._encoded
        if request and encoded and self._counter.is_newest(encoded.number):
            for results in self._session.answers(request, encoded):
                self._send(results)
                if not self._counter.is_newest(encoded.number):
                    return

    def _open_examples(self, request: SearchRequest) -> SearchQuery | None:
        """Open and encode all examples, the wanted ones first.

        Returns:
            The query without the examples that failed; None if the request is superseded.
        """
        self._session.queries.keep_only(request.query)
        pictures: dict[int, QueryPicture] = {}
        errors: list[tuple[Example, AppError]] = []
        for example in sorted(request.query.examples, key=lambda item: not item.is_wanted):
            try:
                picture = self._open(request.number, example, is_first=not pictures)
                pictures[id(example)] = picture
            except (PhotoError, NotIndexedError, WordsError) as error:
                errors.append((example, error))
            except ReadingCancelledError:
                return None
            if not self._counter.is_newest(request.number):
                return None
        query = self._without_failed(request, errors)
        opened = tuple(pictures[id(example)] for example in query.examples)
        self._send(ExamplesOpened(request.number, opened))
        return query

    def _open(self, number: int, example: Example, *, is_first: bool) -> QueryPicture:
        """The first picture is sent before it is encoded: it is shown large."""
        picture = self._session.queries.open(example)
        if is_first:
            self._send(PictureOpened(number, picture))
        self._session.queries.prepare(example)
        return picture

    def _without_failed(
        self, request: SearchRequest, errors: list[tuple[Example, AppError]]
    ) -> SearchQuery:
        """Raise the first error if no wanted example is left."""
        query = request.query.without(*(example for example, _ in errors))
        if query is None:
            raise errors[0][1]
        if errors:
            self._send(ExamplesFailed(request.number, tuple(errors)))
        return query

    def _send_sharper(self, number: int, lead: Example) -> None:
        """Show the lead's picture with more pixels, after its results."""
        if not self._counter.is_newest(number):
            return
        try:
            sharper = self._session.queries.sharpen(lead, self._picture_side)
        except (PhotoError, ReadingCancelledError):
            return  # the file was removed, or nobody waits for it: the small picture stays
        if sharper is not None:
            self._send(PictureOpened(number, sharper))
