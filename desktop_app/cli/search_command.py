"""The command `lookalike search`."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from desktop_app.cli.library_output import MatchMarks, print_failed_query, print_matches
from desktop_app.cli.options import AsJson, Library, existing_library, picture_argument
from desktop_app.cli.query_pictures import QueryPictures, shown_path
from desktop_app.core.base.codes import Logits
from desktop_app.core.base.errors import PhotoError
from desktop_app.core.base.paths import text_model
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.models.library_models import encoder_in_use
from desktop_app.core.photos.content_hash import hash_if_of_size
from desktop_app.core.reading.bounded_reader import BoundedReader
from desktop_app.core.search.code_index import Query, TextPart
from desktop_app.core.search.library_words import LibraryWords
from desktop_app.core.search.photo_search import Found, PhotoSearch
from desktop_app.core.search.stacked_results import fold_results
from desktop_app.core.stacks.folding import Folding
from desktop_app.core.words.typed_text import TypedText, parse_typed
from desktop_app.core.words.words import Words

Pictures = Annotated[
    list[str] | None,
    typer.Argument(
        parser=picture_argument,
        help="Pictures to search for. Several form one query. '-' is standard input.",
    ),
]


def search(
    pictures: Pictures = None,
    texts: Annotated[
        list[str] | None,
        typer.Option(
            "--text",
            metavar="WORDS",
            help="Words for what the photos show, English or Chinese: 'beach -people'.",
        ),
    ] = None,
    top: Annotated[int, typer.Option(min=1, max=100_000, help="Maximum number of photos.")] = 20,
    unwanted: Annotated[
        list[str] | None,
        typer.Option("--not", parser=picture_argument, help="Find fewer photos like this picture."),
    ] = None,
    each: Annotated[
        bool, typer.Option("--each", help="Search for each picture separately.")
    ] = False,
    fold_stacks: Annotated[
        bool,
        typer.Option(
            "--fold-stacks/--no-fold-stacks",
            help="List one photo of each stack, the most similar one. Default: yes.",
        ),
    ] = True,
    library: Library = None,
    as_json: AsJson = False,
) -> None:
    """Find photos that are similar to these pictures or show what words say, best first."""
    typed = [part for text in texts or [] for part in parse_typed(text)]
    if not pictures and not any(part.is_wanted for part in typed):
        raise typer.BadParameter("Give a picture, or what photos show: --text WORDS.")
    files = existing_library(library)
    with (
        Catalogue(files) as catalogue,
        QueryPictures() as opened,
        closing(BoundedReader()) as reader,
    ):
        reader.start()  # while the model is loaded
        encoder = encoder_in_use(files)
        searcher = PhotoSearch(catalogue, encoder, reader)
        searcher.refresh()
        results = _Results(catalogue, searcher, top, Folding(is_on=fold_stacks))
        known = Words(text_model(), encoder.bundle.manifest.descriptor_id)
        looked_up = _look_up(typed, LibraryWords(known, catalogue, searcher.codes))
        query = _Query(searcher, opened, unwanted or [], looked_up, results, as_json=as_json)
        if not (each and pictures):
            query.print_search(pictures or [])
        elif not query.print_each(pictures):
            raise typer.Exit(1)


@dataclass(frozen=True)
class _Texts:
    """What was typed, and what it looks like."""

    typed: tuple[TypedText, ...]
    parts: list[TextPart]

    @property
    def wanted(self) -> list[str]:
        return [part.text for part in self.typed if part.is_wanted]


def _look_up(typed: list[TypedText], words: LibraryWords) -> _Texts:
    """Raises WordsError."""
    parts = [TextPart(words.look_up(part.text), is_wanted=part.is_wanted) for part in typed]
    return _Texts(tuple(typed), parts)


class _Results:
    """Finds photos in an open library, and folds their stacks."""

    def __init__(
        self, catalogue: Catalogue, searcher: PhotoSearch, top: int, folding: Folding
    ) -> None:
        self._catalogue = catalogue
        self._searcher = searcher
        self._top = top
        self._folding = folding

    def found(self, query: Query) -> list[Found]:
        """Return as many results as are wanted, if there are so many: a folded stack is one."""
        wanted = self._top
        while True:
            found = self._searcher.search(query, wanted).found
            folded = fold_results(self._catalogue, found, self._folding)
            if len(folded) >= self._top or len(found) < wanted:
                return folded[: self._top]
            wanted *= 2

    def tops_of(self, found: list[Found]) -> dict[int, Path]:
        """Return the paths of the photos on top of their stacks, by their ids."""
        tops = {item.stack.top for item in found if item.stack}
        return {photo.id: photo.path for photo in self._catalogue.photos(sorted(tops))}


class _Query:
    """Searches an open library, and prints what is found."""

    def __init__(
        self,
        searcher: PhotoSearch,
        opened: QueryPictures,
        unwanted: list[str],
        texts: _Texts,
        results: _Results,
        *,
        as_json: bool,
    ) -> None:
        """Raises PhotoError where a picture in `unwanted` cannot be read."""
        self._searcher = searcher
        self._opened = opened
        self._unwanted = [self._logits(word) for word in unwanted]
        self._texts = texts
        self._results = results
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
        """Search for pictures and the texts together. Raises PhotoError."""
        logits = [self._logits(word) for word in wanted]
        query = self._searcher.query(logits, self._unwanted, self._texts.parts)
        found = self._results.found(query)
        if self._texts.parts:
            found = [item for item in found if item.match.related]
        marks = MatchMarks(self._results.tops_of(found), self._identical(wanted, found))
        names = [*wanted, *self._texts.wanted]
        print_matches(names, found, marks, as_json=self._as_json, by_words=bool(self._texts.parts))

    def _identical(self, wanted: list[str], found: list[Found]) -> frozenset[bytes]:
        """Return the content hashes of those pictures whose files may be among the photos found."""
        sizes = {item.photo.size_bytes for item in found}
        hashes = {hash_if_of_size(self._opened.file(word), sizes) for word in wanted}
        return frozenset(value for value in hashes if value)

    def _logits(self, word: str) -> Logits:
        """Encode a picture. A PhotoError names it by what the user has typed."""
        file = self._opened.file(word)
        try:
            return self._searcher.logits_of_file(file)
        except PhotoError as error:
            raise PhotoError(shown_path(word), error.problem, error.detail) from error
