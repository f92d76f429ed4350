"""The command `lookalike export`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desktop_app.cli.library_output import print_export
from desktop_app.cli.options import (
    AsJson,
    Library,
    existing_library,
    path_argument,
    picture_argument,
)
from desktop_app.cli.terminal import run_with_progress
from desktop_app.core.base.given_paths import resolved
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.exporting.engines import EXTRAS, Engine
from desktop_app.core.exporting.errors import ExportPackageError
from desktop_app.core.jobs.progress_event import ProgressEvent
from desktop_app.core.models.library_models import manifest_in_use

if TYPE_CHECKING:
    from desktop_app.core.exporting.label import ExportSource


def export(
    target: Annotated[
        str,
        typer.Argument(help="A new file or folder to write; for pgvector, the database's address."),
    ],
    to: Annotated[Engine, typer.Option("--to", help="The engine that reads it.")],
    archive: Annotated[
        Path | None,
        typer.Option(
            "--archive",
            parser=path_argument,
            help="Folder of an archive ('lookalike cluster'), in place of a library.",
        ),
    ] = None,
    descriptors: Annotated[
        bool,
        typer.Option(
            "--descriptors/--no-descriptors",
            help="Export the descriptors, which codes are made of, too. Default: yes.",
        ),
    ] = True,
    table: Annotated[
        str | None,
        typer.Option("--table", help="A new table, for pgvector. Default: photos.", metavar="NAME"),
    ] = None,
    library: Library = None,
    as_json: AsJson = False,
) -> None:
    """Hand all photos with their codes over to another search engine."""
    if archive and library:
        raise typer.BadParameter("Give --archive or --library, not both.")
    if table is not None and to is not Engine.PGVECTOR:
        raise typer.BadParameter("--table is for pgvector only.")
    with _packages(to), _source(archive, library, with_descriptors=descriptors) as source:
        if to is Engine.PGVECTOR:
            events = _table_events(target, table or "photos", source)
        else:
            events = _file_events(to, resolved(path_argument(target)), source)
        print_export(run_with_progress(events, quiet=as_json), to, as_json=as_json)


def _table_events(address: str, table: str, source: ExportSource) -> Iterator[ProgressEvent]:
    from desktop_app.core.exporting.pgvector_table import NewTable, export_pgvector

    return export_pgvector(NewTable(picture_argument(address), table), source)


def _file_events(to: Engine, target: Path, source: ExportSource) -> Iterator[ProgressEvent]:
    match to:
        case Engine.FAISS:
            from desktop_app.core.exporting.faiss_folder import export_faiss

            return export_faiss(target, source)
        case Engine.LANCE:
            from desktop_app.core.exporting.lance_table import export_lance

            return export_lance(target, source)
        case _:
            from desktop_app.core.exporting.parquet_file import export_parquet

            return export_parquet(target, source)


@contextmanager
def _source(
    archive: Path | None, library: Path | None, *, with_descriptors: bool
) -> Iterator[ExportSource]:
    if archive:
        from desktop_app.core.archive.archive import Archive
        from desktop_app.core.exporting.archive_source import ArchiveSource

        yield ArchiveSource(Archive(resolved(archive)), with_descriptors=with_descriptors)
        return
    from desktop_app.core.exporting.library_source import LibrarySource

    files = existing_library(library)
    model = manifest_in_use(files)
    with Catalogue(files) as catalogue:
        yield LibrarySource(catalogue, model, with_descriptors=with_descriptors)


@contextmanager
def _packages(to: Engine) -> Iterator[None]:
    """Raise ExportPackageError where a package that the block imports is not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise ExportPackageError(error.name or str(error), EXTRAS[to]) from error
