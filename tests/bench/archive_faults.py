"""`python -m tests.bench.archive_faults`: disturb the reading of an archive, again and again.

Each fault happens at another moment in each run. The run is continued where the fault ends it; then
its archive is compared with one that nobody disturbed: every file of the manifest is there once,
every bad file is named, and all bytes are the same.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeAlias

from desktop_app.cluster.dask_client import LOCAL, dask_client
from desktop_app.core.archive.manifest import MANIFEST_FILE, Manifest
from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.archive.shard_indexer import index_shards
from desktop_app.core.base.json_codec import encode_json
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.models.own_models import open_model
from tests.bench import disturbed_runs
from tests.bench.disturbed_runs import Bench
from tests.bench.photos import write_photos
from tests.cluster.made_archives import finished, made_manifest, rows_of
from tests.sizes import PROJECT

_Fault: TypeAlias = Callable[[Bench, Path, random.Random], None]

_PHOTOS = 60
_SHARD_FILES = 10
_SIZE = (320, 240)
_WORKERS = 2
_FAULTS: dict[str, _Fault] = {
    "worker killed": disturbed_runs.worker_killed,
    "scheduler killed": disturbed_runs.scheduler_killed,
    "command killed": disturbed_runs.driver_killed,
    "poisonous file": disturbed_runs.poisonous_file,
    "shard half written": disturbed_runs.half_written,
    "storage gone": disturbed_runs.storage_gone,
    "two runs at once": disturbed_runs.two_at_once,
}


@dataclass
class _Result:
    """What all runs with one fault gave; the counts are of files, `other_bytes` is of runs."""

    seconds: list[float] = field(default_factory=list)
    lost: int = 0
    twice: int = 0
    unnamed: int = 0
    other_bytes: int = 0

    @property
    def is_good(self) -> bool:
        return not (self.lost or self.twice or self.unnamed or self.other_bytes)


def main() -> None:
    parser = argparse.ArgumentParser(description="Disturb the reading of an archive.")
    parser.add_argument("--times", type=int, default=20, help="Runs of each fault. %(default)s")
    parser.add_argument("--fault", action="append", choices=_FAULTS, help="Only this one.")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lookalike-bench-") as name:
        results = _results(Path(name), options.fault or list(_FAULTS), options.times)
    sys.exit(not all(result.is_good for result in results))


def _results(folder: Path, faults: list[str], times: int) -> list[_Result]:
    control = folder / "poisonous"
    control.touch()
    _change_workers(folder / "changes", disturbed_runs.POISON.format(control=str(control)))
    manifest, encoder = _manifest(folder), open_model(read_bundle(default_bundle()))
    with dask_client(LOCAL, _WORKERS) as client:
        bench = Bench(folder, manifest, encoder, client, control)
        bench.here(folder / "undisturbed")
        sys.stdout.write(f"{manifest.header.files} files in {manifest.header.shards} shards\n")
        sys.stdout.write("fault               runs  lost  twice  unnamed  other bytes  median\n")
        return [_repeated(bench, fault, times) for fault in faults]


def _repeated(bench: Bench, fault: str, times: int) -> _Result:
    result = _Result()
    for number in range(times):
        # No two runs have the same folder: a task that was cancelled may still write its shard.
        archive = bench.folder / f"{fault.replace(' ', '-')}-{number}"
        chance = random.Random(f"{fault} {number}")
        started = time.perf_counter()
        _FAULTS[fault](bench, archive, chance)
        result.seconds.append(time.perf_counter() - started)
        expected = bench.folder / "undisturbed"
        if fault == "poisonous file":
            expected = _without_crashing(bench)
        _compare(result, bench.manifest, archive, expected)
        shutil.rmtree(archive)
    sys.stdout.write(
        f"{fault:18}  {times:>4}  {result.lost:>4}  {result.twice:>5}  {result.unnamed:>7}"
        f"  {result.other_bytes:>11}  {statistics.median(result.seconds):>5.1f}s\n"
    )
    sys.stdout.flush()
    return result


def _compare(result: _Result, manifest: Manifest, archive: Path, expected: Path) -> None:
    rows, right = rows_of(archive), rows_of(expected)
    listed = {
        file.path for shard in range(manifest.header.shards) for file in manifest.files(shard)
    }
    found = Counter(row["path"] for row in rows)
    result.lost += len(listed - found.keys())
    result.twice += sum(count - 1 for count in found.values())
    result.unnamed += len(_named(right) - _named(rows))
    result.other_bytes += _shards(archive) != _shards(expected)


def _named(rows: list[dict[str, Any]]) -> set[tuple[bytes, str]]:
    return {(row["path"], row["problem"]) for row in rows if row["problem"]}


def _shards(archive: Path) -> dict[str, bytes]:
    """All files of the shards that count."""
    return {path: content for path, content in finished(archive).items() if "shards" in path}


def _without_crashing(bench: Bench) -> Path:
    """Read an archive without disturbance that does not open the file that was poisonous."""
    target, (shard, place) = bench.folder / "expected", bench.crashing
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(bench.folder / "undisturbed", target)
    files = ArchiveFiles(target)
    for path in files.table_path(shard).parent.glob(f"{shard:07}*"):
        path.unlink()
    crashing = {shard: frozenset({place})}
    events = index_shards(bench.manifest, [shard], files, bench.encoder, crashing=crashing)
    deque(events, maxlen=0)
    return target


def _manifest(folder: Path) -> Manifest:
    """Draw photos, some in a folder as if it were mounted, and files that are bad."""
    photos = folder / "photos"
    drawn = write_photos(photos, _SIZE, _PHOTOS - 3)
    inside = photos / "share"
    inside.mkdir()
    for path in drawn[::3]:
        path.rename(inside / path.name)
    (photos / "empty.jpg").touch()
    (photos / "text.jpg").write_text("no photo")
    (inside / "cut.jpg").write_bytes((photos / drawn[1].name).read_bytes()[:2000])
    manifest = made_manifest(folder / "manifest", photos, _SHARD_FILES)
    header = replace(manifest.header, mounts=[str(inside)])
    (manifest.folder / MANIFEST_FILE).write_text(encode_json(header))
    return Manifest(manifest.folder)


def _change_workers(folder: Path, code: str) -> None:
    """Let all processes of Python that are started from now on run this code first."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(code)
    os.environ["PYTHONPATH"] = os.pathsep.join([str(folder), str(PROJECT)])


if __name__ == "__main__":
    main()
