"""The commands of `lookalike cluster` that use an archive: collect, search, import."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desktop_app.cli import filter_options
from desktop_app.cli.cluster_options import (
    ArchiveModel,
    Dask,
    Model,
    cluster_packages,
    encoder_of,
    encoder_of_id,
    model_id_named,
)
from desktop_app.cli.cluster_output import print_archive_matches, print_imported, print_left_out
from desktop_app.cli.options import AsJson, Library, folder_argument, picture_argument
from desktop_app.cli.query_pictures import QueryPictures, shown_path
from desktop_app.cli.terminal import run_with_progress
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive_update.change_lock import changing
from desktop_app.core.base.codes import Logits
from desktop_app.core.base.errors import PhotoError
from desktop_app.core.base.given_paths import resolved
from desktop_app.core.base.processors import available_cores
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.care.back_up import back_up_after
from desktop_app.core.care.known_library import library_files
from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.core.models.library_models import encoder_in_use
from desktop_app.core.reading.bounded_reader import BoundedReader
from desktop_app.core.reading.encoded_file import encode_file
from desktop_app.core.search.code_index import Query, combine

if TYPE_CHECKING:
    from desktop_app.core.archive.archive import Archive
    from desktop_app.core.archive.archive_search import Shortlist
    from desktop_app.core.archive.code_file import CodeFile
    from desktop_app.core.archive_facts.row_bitmap import RowBitmap

ArchiveFolder = Annotated[
    Path, typer.Argument(parser=folder_argument, help="Folder of the archive.")
]


def collect_command(
    archive: ArchiveFolder, model: ArchiveModel = "", as_json: AsJson = False
) -> None:
    """Collect the codes of all shards in one file, which is searched, as 'index' does.

    With --model, the archive is searched with another model from then on; 'recode' computes its
    codes.
    """
    with archive_to_change(archive) as opened:
        from desktop_app.core.archive_update.collecting import collect_codes

        run_with_progress(collect_codes(opened, model_id_named(model)), quiet=as_json)


def search_command(
    archive: ArchiveFolder,
    pictures: Annotated[
        list[str],
        typer.Argument(parser=picture_argument, help="Pictures; several form one query."),
    ],
    top: Annotated[int, typer.Option(min=1, max=100_000, help="Maximum number of photos.")] = 20,
    unwanted: Annotated[
        list[str] | None,
        typer.Option("--not", parser=picture_argument, help="Find fewer photos like this picture."),
    ] = None,
    folder: filter_options.Folder = None,
    since: filter_options.Since = None,
    until: filter_options.Until = None,
    formats: filter_options.Formats = None,
    pixels: filter_options.Pixels = "",
    dask: Dask = "",
    model: Model = None,
    as_json: AsJson = False,
) -> None:
    """Find the photos of an archive that are similar to pictures, most similar first."""
    opened = opened_archive(archive)
    from desktop_app.core.archive.archive_search import ArchiveSearch
    from desktop_app.core.archive.code_file import open_codes
    from desktop_app.core.archive.shard_rows import ShardRows
    from desktop_app.core.archive.thumbnail_places import ThumbnailPlaces

    wanted = filter_options.photo_filter(opened.roots, folder, since, until, formats, pixels)
    codes = open_codes(opened)
    among = _among(opened, codes, wanted)
    encoder = _encoder(opened, codes.header.model_id, model)
    query = _query(encoder, pictures, unwanted or [])
    with _shortlist(opened, codes, dask) as shortlist:
        search = ArchiveSearch(codes.codes, encoder.bundle.manifest, shortlist, codes.remaining)
        matches = search.nearest(query, top, among)
    photos = ShardRows(opened, codes, ThumbnailPlaces()).photos([match.row for match in matches])
    print_archive_matches([photo.path for photo in photos], matches, as_json=as_json)


def import_command(
    archive: ArchiveFolder, library: Library = None, as_json: AsJson = False
) -> None:
    """Add the photos of an archive to a library, without reading them again."""
    opened = opened_archive(archive)
    from desktop_app.core.archive.library_import import import_archive

    files = library_files(library)
    events = import_archive(files, opened, encoder_in_use(files))
    imported = run_with_progress(events, quiet=as_json)
    run_with_progress(back_up_after(files, iter(())), quiet=as_json)
    print_imported(imported, as_json=as_json)


def opened_archive(archive: Path) -> Archive:
    """Open an archive. Raises ArchiveError, ClusterPackageError."""
    with cluster_packages():
        from desktop_app.core.archive.archive import Archive
    return Archive(resolved(archive))


@contextmanager
def archive_to_change(archive: Path) -> Iterator[Archive]:
    """Open an archive while no other command changes it. Raises ArchiveError."""
    with changing(opened_archive(archive).files.folder):
        yield opened_archive(archive)


def _encoder(archive: Archive, in_use: str, given: Path | None) -> Encoder:
    """Load the model in use, or the one that is given if it is that. Raises AppError."""
    encoder = encoder_of(given) if given else encoder_of_id(archive, in_use)
    if encoder.model_id != in_use:
        raise ArchiveError(archive.files.folder, ArchiveProblem.NOT_IN_USE, encoder.model_id)
    return encoder


@contextmanager
def _shortlist(archive: Archive, codes: CodeFile, address: str) -> Iterator[Shortlist | None]:
    """Give what scans the codes on a cluster; None without an address. Raises AppError."""
    if not address:
        yield None
        return
    with cluster_packages():
        from desktop_app.cluster.dask_client import dask_client
        from desktop_app.cluster.dask_search import ClusterScan
    with dask_client(address, available_cores()) as client:
        yield ClusterScan(client, archive, codes, print_left_out).nearest


def _among(archive: Archive, codes: CodeFile, wanted: PhotoFilter) -> RowBitmap | None:
    """Return the photos that pass a filter; None where all do. Raises ArchiveError."""
    if wanted.is_empty:
        return None
    from desktop_app.core.archive.code_file import open_facts, passing_photos

    return passing_photos(archive, wanted, open_facts(archive, codes))


def _query(encoder: Encoder, wanted: list[str], unwanted: list[str]) -> Query:
    """Encode pictures into one query. Raises PhotoError."""
    with QueryPictures() as files, closing(BoundedReader()) as reader:

        def logits(words: list[str]) -> list[Logits]:
            return [_logits(encoder, reader, files, word) for word in words]

        return combine(logits(wanted), logits(unwanted))


def _logits(encoder: Encoder, reader: BoundedReader, files: QueryPictures, word: str) -> Logits:
    """Encode a picture. A PhotoError names it by what the user has typed."""
    path = files.file(word)
    try:
        logits: Logits = encode_file(encoder, reader, path).logits[0]
    except PhotoError as error:
        raise PhotoError(shown_path(word), error.problem, error.detail) from error
    return logits
