"""The command `lookalike search`."""

from __future__ import annotations

from contextlib import closing
from typing import Annotated

import typer

from desktop_app.cli.library_output import print_failed_query, print_matches
from desktop_app.cli.options import AsJson, Library, existing_library, picture_argument
from desktop_app.cli.query_pictures import QueryPictures, shown_path
from desktop_app.core.base.codes import Logits
from desktop_app.core.base.errors import PhotoError
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.models.library_models import encoder_in_use
from desktop_app.core.reading.bounded_reader import BoundedReader
from desktop_app.core.search.code_index import combine
from desktop_app.core.search.photo_search import PhotoSearch

Pictures = Annotated[
    list[str],
    typer.Argument(
        parser=picture_argument,
        help="Pictures to search for. Several form one query. '-' is standard input.",
    ),
]


def search(
    pictures: Pictures,
    top: Annotated[int, typer.Option(min=1, max=100_000, help="Maximum number of photos.")] = 20,
    unwanted: Annotated[
        list[str] | None,
        typer.Option("--not", parser=picture_argument, help="Find fewer photos like this picture."),
    ] = None,
    each: Annotated[
        bool, typer.Option("--each", help="Search for each picture separately.")
    ] = False,
    library: Library = None,
    as_json: AsJson = False,
) -> None:
    """Find photos that are similar to these pictures, most similar first."""
    files = existing_library(library)
    with (
        Catalogue(files) as catalogue,
        QueryPictures() as opened,
        closing(BoundedReader()) as reader,
    ):
        reader.start()  # while the model is loaded
        searcher = PhotoSearch(catalogue, encoder_in_use(files), reader)
        searcher.refresh()
        query = _Query(searcher, opened, unwanted or [], top, as_json=as_json)
        if not each:
            query.print_search(pictures)
        elif not query.print_each(pictures):
            raise typer.Exit(1)


class _Query:
    """Searches an open library, and prints what is found."""

    def __init__(
        self,
        searcher: PhotoSearch,
        opened: QueryPictures,
        unwanted: list[str],
        top: int,
        *,
        as_json: bool,
    ) -> None:
        """Raises PhotoError where a picture in `unwanted` cannot be read."""
        self._searcher = searcher
        self._opened = opened
        self._unwanted = [self._logits(word) for word in unwanted]
        self._top = top
        self._as_json = as_json

    def print_each(self, pictures: list[str]) -> bool:
        """Search for each picture separately. Return False if any picture cannot be read."""
        all_read = True
        for picture in pictures:
            try:
                self.print_search([picture])
            except PhotoError as error:
                all_read = False
                print_failed_query(picture, error, as_json=self._as_json)
        return all_read

    def print_search(self, wanted: list[str]) -> None:
        """Search for pictures together. Raises PhotoError."""
        query = combine([self._logits(word) for word in wanted], self._unwanted)
        found = self._searcher.search(query, self._top).found
        print_matches(wanted, found, as_json=self._as_json)

    def _logits(self, word: str) -> Logits:
        """Encode a picture. A PhotoError names it by what the user has typed."""
        file = self._opened.file(word)
        try:
            return self._searcher.logits_of_file(file)
        except PhotoError as error:
            raise PhotoError(shown_path(word), error.problem, error.detail) from error
