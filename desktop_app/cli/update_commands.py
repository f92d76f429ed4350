"""The commands of `lookalike cluster` that change an archive: update, compact."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desktop_app.cli.archive_commands import ArchiveFolder, archive_to_change, opened_archive
from desktop_app.cli.cluster_options import (
    Dask,
    ManifestFolder,
    Model,
    Out,
    encoder_of,
    resolved_places,
)
from desktop_app.cli.cluster_output import print_compacted, print_missing, print_updated
from desktop_app.cli.cluster_runs import Runner, opened_manifest
from desktop_app.cli.options import AsJson, Threads, place_argument
from desktop_app.cli.recode_command import collect_in_use
from desktop_app.cli.terminal import run_with_progress
from desktop_app.core.archive_storage.addresses import shown_path
from desktop_app.core.archive_update.change_lock import changing

if TYPE_CHECKING:
    from desktop_app.core.archive.manifest import Manifest
    from desktop_app.core.archive.progress import ArchiveUpdated
    from desktop_app.core.archive.shard_files import ArchiveFiles


def update_command(
    manifest: ManifestFolder,
    out: Out,
    dask: Dask = "",
    model: Model = None,
    threads: Threads = 0,
    list_only: Annotated[
        bool,
        typer.Option(
            "--list-only",
            help="Only list what is new, for 'lookalike cluster shard'. Then update again.",
        ),
    ] = False,
    gone: Annotated[
        list[Path] | None,
        typer.Option(
            "--gone",
            parser=place_argument,
            help="Folder of the manifest, or a mount point inside it, whose photos are all gone for"
            " good: they are removed from the archive. Repeat it for others.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Bring an archive up to date: read new and changed files, and remove those that are gone.

    Run it again after an interruption. While it runs, the archive is searched as it was before.
    """
    runner = Runner(encoder_of(model), dask, threads, quiet=as_json)
    with _opened_to_change(manifest, out) as (opened, archive):
        places = _gone_places(opened, gone or [])
        if list_only:
            print_missing(_missing(opened, archive, runner, places), as_json=as_json)
            return
        updated = _updated(opened, archive, runner, places)
        collect_in_use(opened_archive(out), dask, threads, quiet=as_json)
    print_updated(updated, as_json=as_json)


def compact_command(archive: ArchiveFolder, as_json: AsJson = False) -> None:
    """Free the space that removed photos take: write their shards anew.

    Run it again after an interruption. Until it has ended, the archive is not searched.
    """
    with archive_to_change(archive) as opened:
        from desktop_app.core.archive_update.compaction import compact

        compacted = run_with_progress(compact(opened), quiet=as_json)
        collect_in_use(opened_archive(archive), "", 0, quiet=as_json)
    print_compacted(compacted, as_json=as_json)


@contextmanager
def _opened_to_change(manifest: Path, out: Path) -> Iterator[tuple[Manifest, ArchiveFiles]]:
    """Open a manifest and its archive while no other command changes them. Raises ArchiveError."""
    opened, archive = opened_manifest(manifest, out)
    with changing(opened.folder), changing(archive.folder):
        yield opened_manifest(manifest, out)


def _gone_places(manifest: Manifest, gone: list[Path]) -> list[Path]:
    """Check that photos of a manifest are in places. Raises BadParameter."""
    places = resolved_places(gone)
    known = [*manifest.roots, *map(Path, manifest.header.mounts)]
    for place in places:
        if place not in known:
            folders = ", ".join(map(shown_path, known))
            raise typer.BadParameter(
                f"{shown_path(place)} is none of the folders of the manifest: {folders}.",
                param_hint="--gone",
            )
    return places


def _missing(
    manifest: Manifest, archive: ArchiveFiles, runner: Runner, gone: list[Path]
) -> list[int]:
    """Return the shards that the archive lacks. If it lacks none, list what has changed before."""
    from desktop_app.cluster.missing_shards import missing_shards
    from desktop_app.core.archive.archive import Archive
    from desktop_app.core.archive.manifest import Manifest
    from desktop_app.core.archive_update.update import ArchiveUpdate

    if missing := missing_shards(manifest, archive, runner.encoder):
        return missing
    update = ArchiveUpdate(manifest, Archive(archive.folder), gone)
    run_with_progress(update.list_changes(), quiet=runner.quiet)
    return missing_shards(Manifest(manifest.folder), archive, runner.encoder)


def _updated(
    manifest: Manifest, archive: ArchiveFiles, runner: Runner, gone: list[Path]
) -> ArchiveUpdated:
    """Complete the archive, list what has changed, read it, and remove what is gone."""
    from desktop_app.core.archive.archive import Archive
    from desktop_app.core.archive.manifest import Manifest
    from desktop_app.core.archive.progress import ArchiveUpdated
    from desktop_app.core.archive_update.update import ArchiveUpdate

    first = runner.index(manifest, archive)
    update = ArchiveUpdate(manifest, Archive(archive.folder), gone)
    listed = run_with_progress(update.list_changes(), quiet=runner.quiet)
    indexed = runner.index(Manifest(manifest.folder), archive)
    removed = run_with_progress(update.remove_gone(), quiet=runner.quiet)
    return ArchiveUpdated(
        max(0, first.files + listed.files - removed.reread), removed.reread, removed.gone,
        first.photos + indexed.photos, first.failed + indexed.failed, listed.kept,
    )  # fmt: skip
