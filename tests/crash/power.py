"""`make power-test`: cut the power of a disk at 50 random moments. Needs root, for loop devices.

The disk is an ext4 file system in a file, with everything on it. A cut is what this file holds at
that moment; it is mounted in place of the disk, which replays its journal, and the work is done to
its end. Only the cache of a drive, which may lose what was written to it, is not imitated.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from random import Random

import pytest

from tests.crash.file_moves import MoveFromOtherDisk, MoveToOtherDisk
from tests.crash.indexing import Indexing
from tests.crash.model_use import ModelUse
from tests.crash.renames import Renames
from tests.crash.scenario import Scenario
from tests.crash.tally import Expected, Tally
from tests.crash.work import Work, preload
from tests.loop_disk import format_disk, mounted

# Of 50 cuts, how many each scenario gets.
SHARES: dict[type[Scenario], int] = {
    Indexing: 14,
    MoveFromOtherDisk: 10,
    MoveToOtherDisk: 6,
    Renames: 6,
    ModelUse: 14,
}
_DISK_BYTES = 128 * 2**20
_MOST_FLUSHES = 4


def main() -> int:
    options = _options()
    preload(SHARES)
    has_faults = False
    for scenario, share in SHARES.items():
        if options.only in scenario.NAME:
            cuts = max(1, round(share * options.cuts / 50))
            has_faults |= _has_faults(scenario, cuts, options.seed)
    return 1 if has_faults else 0


def _has_faults(scenario: type[Scenario], cuts: int, seed: int) -> bool:
    with tempfile.TemporaryDirectory(prefix="lookalike-power-") as name:
        try:
            tally = cut_repeatedly(scenario, Path(name), cuts, seed)
        except pytest.skip.Exception as reason:
            _print(f"{scenario.NAME}: left out, since {reason}")
            return False
    _print(f"{tally}; seed {seed}")
    for fault in tally.faults:
        _print(f"    {fault}")
    return bool(tally.faults)


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def cut_repeatedly(kind: type[Scenario], folder: Path, cuts: int, seed: int) -> Tally:
    """Cut the power during the work of a scenario that often, on a disk in a file in `folder`."""
    disk = _Disk(folder)
    scenario = kind(disk.place)
    tally = Tally(kind.NAME, "cut off from power")
    try:
        with disk.mounted():
            scenario.build()
            scenario.prepare()
            tally.seconds = Work(scenario).finish()
            expected = Expected.of(scenario)
        random = Random(f"{seed}-{kind.NAME}")
        for _ in range(cuts):
            with disk.mounted():
                scenario.prepare()
            tally.moments.append(_cut(scenario, disk, random, tally.seconds))
            try:
                with disk.mounted():
                    _go_on(scenario, expected)
            except Exception as error:  # noqa: BLE001 -- whatever it is, it is reported
                tally.note(error)
    finally:
        scenario.close()
    return tally


class _Disk:
    """A disk in a file.

    Attributes:
        place: Where it is mounted.
    """

    def __init__(self, folder: Path) -> None:
        self._image = folder / "image"
        self.place = folder / "disk"
        self.place.mkdir()
        format_disk(self._image, _DISK_BYTES)

    def mounted(self) -> AbstractContextManager[Path]:
        """Mount the disk inside the block; all is written to it at its end."""
        return mounted(self._image, self.place)

    def content(self) -> bytes:
        """What it holds; read until two readings agree, since the system may still write."""
        content = self._image.read_bytes()
        while (again := self._image.read_bytes()) != content:
            content = again
        return content

    def replace(self, content: bytes) -> None:
        self._image.write_bytes(content)


def _cut(scenario: Scenario, disk: _Disk, random: Random, seconds: float) -> float:
    """Begin the work, and leave the disk as it is at a random moment, which is returned."""
    with disk.mounted():
        work = Work(scenario)
        moment = _wait(work, disk.place, random, seconds)
        work.stop()
        content = disk.content()
        work.kill()
    disk.replace(content)
    return moment


def _go_on(scenario: Scenario, expected: Expected) -> None:
    scenario.check()
    Work(scenario).finish()
    scenario.check()
    expected.compare(scenario)


def _wait(work: Work, folder: Path, random: Random, seconds: float) -> float:
    """Wait for a random moment of the work, and let the system write meanwhile; return the moment.

    Linux writes what was not flushed after seconds; flushing any file writes the names of all.
    """
    moments = sorted(random.uniform(0, seconds) for _ in range(1 + random.randrange(_MOST_FLUSHES)))
    started = time.monotonic()
    for moment in moments:
        work.is_running_after(max(0.0, moment - (time.monotonic() - started)))
        if moment != moments[-1]:
            _flush_any(folder, random)
    return moments[-1]


def _flush_any(folder: Path, random: Random) -> None:
    paths = sorted(folder.rglob("*"))
    with suppress(OSError):
        handle = os.open(random.choice(paths), os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.crash.power", description=__doc__)
    parser.add_argument("--cuts", type=int, default=50, help="in all (%(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="of the moments (%(default)s)")
    parser.add_argument("--only", default="", help="scenarios whose names hold this")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
