"""The command `lookalike search`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desktop_app.cli.library_output import print_failed_query, print_matches
from desktop_app.cli.options import AsJson, Library, library_files
from desktop_app.core.base.codes import Logits
from desktop_app.core.base.errors import PhotoError
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.models.library_models import encoder_in_use
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.search.code_index import combine
from desktop_app.core.search.photo_search import PhotoSearch

Pictures = Annotated[
    list[Path], typer.Argument(help="Pictures to search for. Several form one query.")
]


def search(
    pictures: Pictures,
    top: Annotated[int, typer.Option(min=1, max=100_000, help="Maximum number of photos.")] = 20,
    unwanted: Annotated[
        list[Path] | None, typer.Option("--not", help="Find fewer photos like this picture.")
    ] = None,
    each: Annotated[
        bool, typer.Option("--each", help="Search for each picture separately.")
    ] = False,
    library: Library = None,
    as_json: AsJson = False,
) -> None:
    """Find photos that are similar to these pictures, most similar first."""
    files = library_files(library)
    with Catalogue(files) as catalogue:
        searcher = PhotoSearch(catalogue, encoder_in_use(files), PhotoReader())
        searcher.refresh()
        counter_examples = [searcher.logits_of_file(path) for path in unwanted or []]
        if not each:
            _print_search(searcher, pictures, counter_examples, top, as_json=as_json)
        elif not _search_each(searcher, pictures, counter_examples, top, as_json=as_json):
            raise typer.Exit(1)


def _search_each(
    searcher: PhotoSearch, pictures: list[Path], unwanted: list[Logits], top: int, *, as_json: bool
) -> bool:
    """Search for each picture separately. Return False if any picture cannot be read."""
    all_read = True
    for picture in pictures:
        try:
            _print_search(searcher, [picture], unwanted, top, as_json=as_json)
        except PhotoError as error:
            all_read = False
            print_failed_query(error, as_json=as_json)
    return all_read


def _print_search(
    searcher: PhotoSearch, wanted: list[Path], unwanted: list[Logits], top: int, *, as_json: bool
) -> None:
    query = combine([searcher.logits_of_file(path) for path in wanted], unwanted)
    print_matches(wanted, searcher.search(query, top).found, as_json=as_json)
