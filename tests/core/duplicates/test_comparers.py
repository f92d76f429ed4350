"""Pairs are compared in other processes as in this one, and these end with it."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import combinations
from pathlib import Path

import psutil
import pytest
from PIL import Image, ImageOps

from desktop_app.core.base.errors import JobCrashedError
from desktop_app.core.duplicates.comparers import (
    ContentPair,
    OwnComparer,
    ProcessComparer,
    Verdicts,
)
from desktop_app.core.photos.thumbnails import Thumbnails, make_thumbnail
from tests.ending import still_running


@pytest.fixture
def store(tmp_path: Path, scene: Callable[[str, int], Image.Image]) -> Path:
    """Thumbnails of two photos and of a mirrored copy."""
    path = tmp_path / "thumbnails.sqlite"
    pictures = [scene("beach", 0), scene("flower", 0), ImageOps.mirror(scene("beach", 0))]
    with closing(Thumbnails(path)) as thumbnails:
        thumbnails.put_all(
            {bytes([at]) * 16: make_thumbnail(image) for at, image in enumerate(pictures)}
        )
    return path


@pytest.fixture
def batches() -> list[list[ContentPair]]:
    """All pairs of the three and one without a thumbnail, in batches of two."""
    pairs = list(combinations([bytes([at]) * 16 for at in range(4)], 2))
    return [pairs[:2], pairs[2:4], pairs[4:]]


@pytest.mark.slow
def test_other_processes_give_the_same_verdicts_in_the_same_order(
    store: Path, batches: list[list[ContentPair]]
) -> None:
    with closing(OwnComparer(store)) as own, closing(ProcessComparer(store, 2)) as others:
        expected: list[Verdicts] = list(own.compare(batches))
        found = list(others.compare(batches))

    assert found == expected
    flat = [verdict for verdicts in found for verdict in verdicts]
    assert [bool(verdict and verdict.is_same_photo) for verdict in flat] == [
        False,
        True,
        *[False] * 4,
    ]
    assert flat[2] is None


def test_no_more_batches_are_taken_than_the_processes_can_work_on(
    store: Path, batches: list[list[ContentPair]]
) -> None:
    taken = []

    def endless() -> Iterator[list[ContentPair]]:
        while True:
            taken.append(1)
            yield batches[0]

    with closing(ProcessComparer(store, 1)) as comparer:
        next(comparer.compare(endless()))

    assert len(taken) < 5


@pytest.mark.slow
def test_a_process_that_is_killed_ends_the_search_with_an_error(
    store: Path, batches: list[list[ContentPair]]
) -> None:
    with closing(ProcessComparer(store, 1)) as comparer:
        steps = comparer.compare([batches[0]] * 10)
        next(steps)
        for child in psutil.Process().children():
            if any("spawn_main" in word for word in child.cmdline()):
                child.kill()
        with pytest.raises(JobCrashedError):
            list(steps)


_PARENT = """
import sys, time
from pathlib import Path
from desktop_app.core.duplicates.comparers import ProcessComparer
if __name__ == "__main__":
    comparer = ProcessComparer(Path(sys.argv[1]), 1)
    next(comparer.compare([[(b"0" * 16, b"1" * 16)]]))
    import psutil
    print([child.pid for child in psutil.Process().children()], flush=True)
    time.sleep(1000)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_the_processes_end_when_their_parent_is_killed(store: Path, tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(_PARENT)
    with subprocess.Popen(
        [sys.executable, script, store],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as parent:
        assert parent.stdout is not None
        children = [int(word) for word in parent.stdout.readline().strip("[]\n").split(",")]
        parent.send_signal(signal.SIGKILL)

    assert children
    processes = [psutil.Process(pid) for pid in children if psutil.pid_exists(pid)]
    assert still_running(processes) == []
