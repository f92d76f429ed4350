"""Connect to a cluster of Dask. What goes wrong there is an error that has a sentence."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import metadata

import dask
from distributed import Client, LocalCluster, Security, rpc
from distributed.client import ClosedClientError, FutureCancelledError
from distributed.comm import CommClosedError
from distributed.versions import VersionMismatchWarning

from desktop_app.core.archive.errors import ClusterUnreachableError, OtherVersionError

LOCAL = "local"
# What is raised where the scheduler is lost.
CONNECTION_ERRORS = (FutureCancelledError, CommClosedError, ClosedClientError, TimeoutError)
_THIS_MACHINE = "127.0.0.1"  # nobody else can connect
_CONNECT_SECONDS = 30
_ON_THIS_MACHINE = {
    # How many workers a task may end before it counts as the cause.
    "distributed.scheduler.allowed-failures": 1,
    # So long after a worker has ended, one of its name is given up for ever if it is not there at
    # that moment, although its nanny is just starting it again: after 15 s by default.
    "distributed.deploy.lost-worker-timeout": "10000h",
}


@contextmanager
def dask_client(address: str, workers: int) -> Iterator[Client]:
    """Connect to the scheduler at an address, such as `tcp://host:8786`.

    Args:
        address: LOCAL starts a cluster on this machine instead, which ends with the block.
        workers: Processes of that cluster.

    Raises ClusterUnreachableError, OtherVersionError.
    """
    if address == LOCAL:
        with (
            dask.config.set(_ON_THIS_MACHINE),
            _local_cluster(workers) as cluster,
            Client(cluster) as client,
        ):
            yield client
    else:
        with _connected(address) as client:
            yield client


def _local_cluster(workers: int) -> LocalCluster:
    try:
        return LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            host=_THIS_MACHINE,
            dashboard_address=f"{_THIS_MACHINE}:0",
        )
    except (OSError, RuntimeError, TimeoutError) as error:  # no port, no memory, no processes
        raise ClusterUnreachableError(LOCAL, str(error)[:200]) from error


def _connected(address: str) -> Client:
    try:
        theirs = asyncio.run(_version_at(address))
        ours = metadata.version("distributed")
        if theirs != ours:
            raise OtherVersionError(f"Dask {theirs}", f"Dask {ours}")
        with warnings.catch_warnings():  # of packages that do not matter
            warnings.simplefilter("ignore", VersionMismatchWarning)
            return Client(address, timeout=_CONNECT_SECONDS)
    except (OSError, ValueError, TypeError, KeyError) as error:
        detail = str(error) or "it did not answer in time"
        raise ClusterUnreachableError(address, detail[:200]) from error


async def _version_at(address: str) -> str:
    """Ask a scheduler which version of Dask it has.

    A client waits without an end for what is no scheduler, such as a server of web pages.
    Raises OSError, ValueError, TypeError, KeyError.
    """
    arguments = Security().get_connection_args("client")
    async with rpc(address, connection_args=arguments) as scheduler:
        answer = await asyncio.wait_for(scheduler.versions(), _CONNECT_SECONDS)
    return str(answer["packages"]["distributed"])
