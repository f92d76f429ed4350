"""The reading of an archive, disturbed by a fault, and continued to its end."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from distributed import Client

from desktop_app.cluster.dask_client import dask_client
from desktop_app.cluster.dask_runner import index_on_dask
from desktop_app.cluster.local_runner import index_locally
from desktop_app.core.archive.errors import ClusterUnreachableError
from desktop_app.core.archive.manifest import Manifest
from desktop_app.core.archive.progress import ShardIndexed
from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.base.paths import own_program
from desktop_app.core.bundle.encoder import Encoder
from tests.cluster.processes import processes

SECONDS_AWAY = 3
# Ends each worker, and each process beside it, that reads the file whose path a file holds.
POISON = """
import os
from pathlib import Path
from desktop_app.core.indexing.photo_indexer import PhotoIndexer

read = PhotoIndexer.read

def read_or_end(indexer, path, is_known, data):
    if str(path) == Path({control!r}).read_text():
        os._exit(1)
    return read(indexer, path, is_known, data)

PhotoIndexer.read = read_or_end
"""
# Reads an archive here, and is killed in the middle of writing a file of a shard.
_HALF_WRITTEN = """
import os, signal, sys
from pathlib import Path
from desktop_app.core.archive import shard_files

flush, files, wanted = shard_files.flush_file, iter(range(1000)), int(sys.argv[1])

def flush_or_end(path):
    if next(files) == wanted:
        os.truncate(path, path.stat().st_size // 2)
        os.kill(os.getpid(), signal.SIGKILL)
    flush(path)

shard_files.flush_file = flush_or_end
sys.argv = ["lookalike", *sys.argv[2:]]
from desktop_app.__main__ import main
main()
"""


@dataclass
class Bench:
    """What all runs have in common.

    Attributes:
        folder: Where a run may write.
        manifest: What is read.
        encoder: The model.
        client: Of a cluster with two workers, for which `control` names a poisonous file.
        control: Holds the path of the poisonous file; empty: there is none.
        crashing: Shard and place of the file that was poisonous last.
    """

    folder: Path
    manifest: Manifest
    encoder: Encoder
    client: Client
    control: Path
    crashing: tuple[int, int] = (0, 0)

    def here(self, archive: Path) -> None:
        """Read on this machine what an archive lacks."""
        events = index_locally(self.manifest, ArchiveFiles(archive), self.encoder)
        deque(events, maxlen=0)

    def there(self, archive: Path, client: Client | None = None) -> Generator[ShardIndexed]:
        """Read on a cluster what an archive lacks."""
        files = ArchiveFiles(archive)
        for event in index_on_dask(client or self.client, self.manifest, files, self.encoder):
            if isinstance(event, ShardIndexed):
                yield event

    def command(self, archive: Path) -> list[str]:
        """The command that reads on the cluster."""
        address = str(self.client.scheduler.address)
        words = ["cluster", "index", str(self.manifest.folder), "--out", str(archive)]
        return [*own_program(), *words, "--dask", address]

    def some(self, chance: random.Random) -> int:
        """A number of shards after which a fault may happen, and work is left."""
        return chance.randrange(1, self.manifest.header.shards - 1)


def worker_killed(bench: Bench, archive: Path, chance: random.Random) -> None:
    """One of both workers is killed; the other one goes on, and a new one is started."""
    events = bench.there(archive)
    for _ in range(bench.some(chance)):
        next(events)
    os.kill(chance.choice(list(bench.client.run(os.getpid).values())), signal.SIGKILL)
    deque(events, maxlen=0)


def scheduler_killed(bench: Bench, archive: Path, chance: random.Random) -> None:
    """The run ends with a sentence, and is continued on this machine."""
    place = archive.with_suffix(".cluster")
    place.mkdir()
    with suppress(ClusterUnreachableError), processes(place) as cluster:
        cluster.start_worker()
        with dask_client(cluster.address, 1) as client:
            events = bench.there(archive, client)
            for _ in range(bench.some(chance)):
                next(events)
            cluster.scheduler.kill()
            deque(events, maxlen=0)
            raise AssertionError("the run has ended without its scheduler")
    bench.here(archive)


def driver_killed(bench: Bench, archive: Path, chance: random.Random) -> None:
    """The command is killed while its workers go on, and is started again."""
    driver = subprocess.Popen(bench.command(archive), stdout=subprocess.DEVNULL)
    wanted = bench.some(chance)
    while driver.poll() is None and len(ArchiveFiles(archive).numbers()) < wanted:
        time.sleep(0.02)
    driver.kill()
    driver.wait()
    deque(bench.there(archive), maxlen=0)


def poisonous_file(bench: Bench, archive: Path, chance: random.Random) -> None:
    """A file ends each process that reads it, until it is found."""
    shard = chance.randrange(bench.manifest.header.shards)
    files = bench.manifest.files(shard)
    bench.crashing = (shard, chance.randrange(len(files)))
    bench.control.write_text(str(bench.manifest.path_of(files[bench.crashing[1]])))
    try:
        deque(bench.there(archive), maxlen=0)
    finally:
        bench.control.write_text("")


def half_written(bench: Bench, archive: Path, chance: random.Random) -> None:
    """A process is killed when half of a file of a shard is written; another one goes on."""
    words = ["cluster", "index", str(bench.manifest.folder), "--out", str(archive)]
    file = str(chance.randrange(2 * bench.manifest.header.shards))
    done = subprocess.run([sys.executable, "-c", _HALF_WRITTEN, file, *words], check=False)
    assert done.returncode == -signal.SIGKILL, done
    bench.here(archive)


def storage_gone(bench: Bench, archive: Path, chance: random.Random) -> None:
    """The photos, or what is mounted inside their folder, are away for seconds."""
    inside = [Path(mount) for mount in bench.manifest.header.mounts]
    folder = chance.choice([*bench.manifest.roots, *inside])
    away = bench.folder / "away"

    def come_back() -> None:
        time.sleep(SECONDS_AWAY)
        folder.rmdir()
        away.rename(folder)

    events = bench.there(archive)
    for _ in range(chance.randrange(1, 3)):
        next(events)
    folder.rename(away)
    folder.mkdir()  # as an empty mount point
    back = threading.Thread(target=come_back)
    back.start()
    deque(events, maxlen=0)
    back.join()


def two_at_once(bench: Bench, archive: Path, _: random.Random) -> None:
    """This machine and the cluster read the same shards at the same time."""
    with ThreadPoolExecutor(2) as pool:
        here = pool.submit(bench.here, archive)
        deque(bench.there(archive), maxlen=0)
        here.result()
