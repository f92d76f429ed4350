"""The command `lookalike cluster recode`: codes of a retrained model, from stored descriptors."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer

from desktop_app.cli.archive_commands import ArchiveFolder, opened_archive
from desktop_app.cli.cluster_options import (
    ArchiveModel,
    Dask,
    cluster_packages,
    encoder_named,
    encoder_of_id,
)
from desktop_app.cli.cluster_output import print_recoded, tell_left_out
from desktop_app.cli.options import AsJson, Threads
from desktop_app.cli.terminal import run_with_progress
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.base.processors import available_cores

if TYPE_CHECKING:
    from desktop_app.core.archive.archive import Archive
    from desktop_app.core.archive.progress import ArchiveRecoded
    from desktop_app.core.bundle.model_bundle import ModelBundle


def recode_command(
    archive: ArchiveFolder,
    model: ArchiveModel = "",
    shard: Annotated[
        int | None, typer.Option(help="Only one shard, for Slurm arrays and the like.")
    ] = None,
    dask: Dask = "",
    threads: Threads = 0,
    as_json: AsJson = False,
) -> None:
    """Compute the codes of a retrained model for all shards that lack them.

    No photo is read, and the archive is searched with the model in use, until 'collect --model'.
    """
    opened = opened_archive(archive)
    recoded = recode(opened, model, shard, dask, threads, quiet=as_json)
    print_recoded(recoded, opened.files.folder, is_all=shard is None, as_json=as_json)


def recode(
    archive: Archive, model: str, shard: int | None, dask: str, threads: int, *, quiet: bool
) -> ArchiveRecoded:
    """Compute the codes of a model that shards lack; `model` is an id or a folder.

    Raises ArchiveError: the model has another network. Raises other AppErrors.
    """
    from desktop_app.core.archive.code_file import model_in_use
    from desktop_app.core.archive_update.kept_models import keep_model
    from desktop_app.core.archive_update.recoding import check_descriptors

    encoder = (
        encoder_named(archive, model) if model else encoder_of_id(archive, model_in_use(archive))
    )
    check_descriptors(archive, encoder, default_bundle())
    bundle = keep_model(archive.files, encoder.bundle)
    numbers = None if shard is None else [shard]
    if dask:
        return _recode_on_dask(dask, threads, archive, bundle, numbers, quiet=quiet)
    from desktop_app.cluster.local_recoding import recode_locally

    events = recode_locally(archive, encoder, threads, numbers)
    recoded: ArchiveRecoded = run_with_progress(events, quiet=quiet)
    return recoded


def _recode_on_dask(
    address: str,
    workers: int,
    archive: Archive,
    model: ModelBundle,
    numbers: list[int] | None,
    *,
    quiet: bool,
) -> ArchiveRecoded:
    with cluster_packages():
        from desktop_app.cluster.dask_client import dask_client
        from desktop_app.cluster.dask_recoding import recode_on_dask
    with (
        dask_client(address, workers or available_cores()) as client,
        closing(recode_on_dask(client, archive, model, numbers)) as events,
    ):
        recoded: ArchiveRecoded = run_with_progress(tell_left_out(events), quiet=quiet)
    return recoded


def collect_in_use(archive: Archive, dask: str, threads: int, *, quiet: bool) -> None:
    """Collect the codes of the model in use, after those of new shards were computed.

    Raises as `recode`.
    """
    from desktop_app.core.archive.code_file import model_in_use
    from desktop_app.core.archive_update.collecting import collect_codes

    if model_in_use(archive) != archive.label.model_id:
        recode(archive, "", None, dask, threads, quiet=quiet)
    run_with_progress(collect_codes(archive), quiet=quiet)
