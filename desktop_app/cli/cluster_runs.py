"""Read the shards of an archive as the options of a command say: here, or on a cluster."""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import KW_ONLY, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.cli.cluster_options import cluster_packages
from desktop_app.cli.cluster_output import tell_left_out
from desktop_app.cli.terminal import print_error, run_with_progress
from desktop_app.core.base.given_paths import resolved
from desktop_app.core.base.processors import available_cores
from desktop_app.core.bundle.encoder import Encoder

if TYPE_CHECKING:
    from desktop_app.core.archive.manifest import Manifest
    from desktop_app.core.archive.progress import ArchiveIndexed
    from desktop_app.core.archive.shard_files import ArchiveFiles


@dataclass(frozen=True)
class Runner:
    """Reads the shards that an archive lacks.

    Attributes:
        encoder: The model.
        dask: Address of a scheduler; empty: this machine reads them.
        threads: 0 is one for each core.
        quiet: Whether no progress is shown.
    """

    encoder: Encoder
    dask: str
    threads: int
    _: KW_ONLY
    quiet: bool

    def index(self, manifest: Manifest, archive: ArchiveFiles) -> ArchiveIndexed:
        """Read the missing shards of a manifest. Raises AppError."""
        indexed: ArchiveIndexed
        if self.dask:
            return self._on_dask(manifest, archive)
        from desktop_app.cluster.local_runner import index_locally

        events = index_locally(manifest, archive, self.encoder, self.threads)
        indexed = run_with_progress(events, quiet=self.quiet)
        return indexed

    def _on_dask(self, manifest: Manifest, archive: ArchiveFiles) -> ArchiveIndexed:
        with cluster_packages():
            from desktop_app.cluster.dask_client import dask_client
            from desktop_app.cluster.dask_runner import index_on_dask
            from desktop_app.cluster.missing_shards import missing_shards
            from desktop_app.cluster.totals import Totals
        if not missing_shards(manifest, archive, self.encoder):  # as an update first finds out
            return Totals(time.monotonic()).summary(time.monotonic())
        with (
            dask_client(self.dask, self.threads or available_cores()) as client,
            closing(index_on_dask(client, manifest, archive, self.encoder)) as events,
        ):
            if client.dashboard_link and not self.quiet:
                print_error(f"The cluster shows its work at {client.dashboard_link}.")
            if not client.nthreads():
                print_error("The cluster has no workers now. The shards wait until it has one.")
            indexed: ArchiveIndexed = run_with_progress(tell_left_out(events), quiet=self.quiet)
        return indexed


def opened_manifest(manifest: Path, out: Path) -> tuple[Manifest, ArchiveFiles]:
    """Open a manifest, and the archive that is made of it. Raises ArchiveError."""
    with cluster_packages():
        from desktop_app.core.archive.manifest import Manifest
        from desktop_app.core.archive.shard_files import ArchiveFiles
    return Manifest(resolved(manifest)), ArchiveFiles(resolved(out))
