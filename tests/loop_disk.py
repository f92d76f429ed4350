"""A small disk in a file, whose power can be cut: what the file holds then is on the disk.

Needs root and loop devices; the tests that use it are skipped elsewhere.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

import pytest

SHARING_DISK_BYTES = 400 * 2**20  # XFS takes no smaller ones
BTRFS, XFS = ("mkfs.btrfs", "-q"), ("mkfs.xfs", "-q")  # these let files share their space
_SIZE = 3 * 2**20
_EXT4 = ("mkfs.ext4", "-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0")


class LoopDisk:
    """An ext4 disk.

    Attributes:
        folder: Where it is mounted.
    """

    def __init__(self, image: Path, folder: Path) -> None:
        self._image = image
        self.folder = folder
        self._cuts: dict[bytes, Path] = {}

    def cut(self) -> Path:
        """Keep what is on the disk at this moment, and return the file that holds it."""
        content = self._image.read_bytes()
        key = blake2b(content).digest()
        if key not in self._cuts:
            self._cuts[key] = self._image.with_name(f"cut-{len(self._cuts)}")
            self._cuts[key].write_bytes(content)
        return self._cuts[key]


@contextmanager
def loop_disk(folder: Path) -> Iterator[LoopDisk]:
    """Create a disk in files in `folder`, and mount it inside the block."""
    image = folder / "image"
    format_disk(image, _SIZE)
    with mounted(image, folder / "disk") as place:
        yield LoopDisk(image, place)


def format_disk(image: Path, size_bytes: int, command: Sequence[str] = _EXT4) -> None:
    """Create an empty disk in a file. Skips the test where it could not be mounted.

    `command` formats it, such as `mkfs.btrfs -q`.
    """
    if os.name == "nt" or os.getuid() != 0:
        pytest.skip("only root can mount a disk")
    if not all(map(shutil.which, (command[0], "losetup", "mount"))):
        pytest.skip(f"{command[0]}, losetup or mount is not installed")
    with image.open("wb") as file:
        file.truncate(size_bytes)
    subprocess.run([*command, image], check=True)


@contextmanager
def mounted(image: Path, place: Path) -> Iterator[Path]:
    """Mount a disk, as after a start of the machine, and unmount it after the block."""
    mount(image, place)
    try:
        yield place
    finally:
        unmount(place)


def mount(image: Path, place: Path) -> None:
    """Mount a disk. Skips the test where that cannot be done."""
    place.mkdir(exist_ok=True)
    done = subprocess.run(["mount", "-o", "loop", image, place], capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"no loop device can be mounted here: {done.stderr.strip()}")


def unmount(place: Path) -> None:
    """A process that was killed may hold the disk for another moment."""
    for _ in range(100):
        if subprocess.run(["umount", place], capture_output=True).returncode == 0:
            return
        time.sleep(0.1)
    subprocess.run(["umount", place], check=True)


@contextmanager
def disk_without_capitals(folder: Path) -> Iterator[Path]:
    """Yield a folder in which 'a' and 'A' are one file: on this disk, or else in a file of NTFS."""
    (folder / "capitals").touch()
    if (folder / "CAPITALS").exists():
        place = folder / "disk"
        place.mkdir()
        yield place
        return
    image, place = folder / "image", folder / "disk"
    format_disk(image, _SIZE, ("mkntfs", "-q", "-Q", "-F"))
    place.mkdir()
    command = ["lowntfs-3g", "-o", "ignore_case", str(image), str(place)]
    if not shutil.which(command[0]) or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here where capitals make no difference")
    try:
        yield place
    finally:
        unmount(place)
