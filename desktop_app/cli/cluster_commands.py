"""The commands `lookalike cluster ...`: archives too large for one library or one machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desktop_app.cli import archive_commands, archive_duplicates, update_commands
from desktop_app.cli.cluster_options import (
    Dask,
    ManifestFolder,
    Model,
    Out,
    cluster_packages,
    encoder_of,
    resolved_places,
)
from desktop_app.cli.cluster_output import print_indexed, print_manifest
from desktop_app.cli.cluster_runs import Runner, opened_manifest
from desktop_app.cli.options import AsJson, Threads, folder_argument, place_argument
from desktop_app.cli.recode_command import collect_in_use, recode_command
from desktop_app.cli.terminal import print_error, run_with_progress
from desktop_app.core.base.given_paths import resolved

cluster_app = typer.Typer(
    no_args_is_help=True,
    help="Index archives of millions of photos, on one machine or many. Needs the extra 'cluster'.",
)

cluster_app.command("collect")(archive_commands.collect_command)
cluster_app.command("recode")(recode_command)
cluster_app.command("search")(archive_commands.search_command)
cluster_app.command("duplicates")(archive_duplicates.duplicates_command)
cluster_app.command("import")(archive_commands.import_command)
cluster_app.command("update")(update_commands.update_command)
cluster_app.command("compact")(update_commands.compact_command)


@cluster_app.command("manifest")
def manifest_command(
    folders: Annotated[
        list[Path],
        typer.Argument(
            parser=place_argument,
            help="Folders of photos, or addresses such as s3://bucket/photos.",
        ),
    ],
    out: Annotated[Path, typer.Option("--out", parser=folder_argument, help="A new folder.")],
    shard_files: Annotated[
        int, typer.Option(min=1, max=100_000, help="Number of files in a shard.")
    ] = 2000,
    as_json: AsJson = False,
) -> None:
    """List the files in folders, and divide them into shards that are indexed independently."""
    with cluster_packages():
        from desktop_app.core.archive.manifest_writer import write_manifest
    events = write_manifest(resolved(out), resolved_places(folders), shard_files)
    print_manifest(run_with_progress(events, quiet=as_json), as_json=as_json)


@cluster_app.command("index")
def index_command(
    manifest: ManifestFolder,
    out: Out,
    dask: Dask = "",
    model: Model = None,
    threads: Threads = 0,
    as_json: AsJson = False,
) -> None:
    """Read all shards of a manifest that the archive lacks, and write them into it.

    Run it again after an interruption: shards that are done are not read again.
    """
    opened, archive = opened_manifest(manifest, out)
    indexed = Runner(encoder_of(model), dask, threads, quiet=as_json).index(opened, archive)
    if opened.header.shards:
        with archive_commands.archive_to_change(out) as complete:
            collect_in_use(complete, dask, threads, quiet=as_json)
    if opened.header.updates and indexed.shards:
        print_error(
            "The manifest has updates. Run 'lookalike cluster update' with this archive, too: it"
            " hides the photos that have changed since the manifest was made, or are gone."
        )
    print_indexed(indexed, as_json=as_json)


@cluster_app.command("shard")
def shard_command(
    number: Annotated[int, typer.Argument(help="Number of the shard, from 0.")],
    manifest: ManifestFolder,
    out: Out,
    model: Model = None,
    threads: Threads = 0,
    as_json: AsJson = False,
) -> None:
    """Read one shard, for Slurm arrays, Kubernetes jobs and the like."""
    opened, archive = opened_manifest(manifest, out)
    from desktop_app.cluster.local_runner import index_locally

    events = index_locally(opened, archive, encoder_of(model), threads, [number])
    print_indexed(run_with_progress(events, quiet=as_json), as_json=as_json)
