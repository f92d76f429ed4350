"""A worker ends with its parent and when it is cancelled, whatever it is doing."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import psutil
import pytest
from PIL import Image

from desktop_app.core.base.errors import ReadingCancelledError
from desktop_app.core.reading.bounded_reader import BoundedReader
from desktop_app.core.reading.limits import ReadingLimits, worker_program
from tests.core.hostile_worker import PROGRAM
from tests.ending import still_running

pytestmark = pytest.mark.usefixtures("started_workers")

_PARENT = """
import sys
from pathlib import Path
from desktop_app.core.reading.bounded_reader import BoundedReader
from desktop_app.core.reading.limits import ReadingLimits
from tests.core.hostile_worker import PROGRAM
reader = BoundedReader(ReadingLimits(program=PROGRAM))
reader.open(Path(sys.argv[1]), 100)
print(reader._worker.process_id, flush=True)
reader.open(Path(sys.argv[2]), 100)
"""


@pytest.fixture
def hanging(tmp_path: Path) -> Path:
    """A photo that the hostile worker never finishes."""
    Image.new("RGB", (64, 64)).save(tmp_path / "hang.png")
    return tmp_path / "hang.png"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    Image.new("RGB", (64, 64)).save(tmp_path / "good.png")
    return tmp_path / "good.png"


@pytest.mark.slow
def test_a_worker_ends_when_its_parent_is_killed(hanging: Path, good: Path) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", _PARENT, str(good), str(hanging)], stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    worker = psutil.Process(int(parent.stdout.readline()))
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert still_running([worker]) == []


@pytest.mark.slow
def test_cancelling_ends_a_photo_that_takes_for_ever(hanging: Path, good: Path) -> None:
    reader = BoundedReader(ReadingLimits(decoding_seconds=3600, program=PROGRAM))
    reader.open(good, 32)
    assert reader._worker is not None
    worker = psutil.Process(reader._worker.process_id)
    threading.Timer(0.2, reader.cancel).start()
    with pytest.raises(ReadingCancelledError):
        reader.open(hanging, 32)
    reader.close()
    assert not worker.is_running()


@pytest.mark.slow
def test_a_photo_that_nobody_waits_for_is_given_up_and_the_next_one_read(
    hanging: Path, good: Path
) -> None:
    superseded = threading.Event()
    limits = ReadingLimits(decoding_seconds=3600, program=PROGRAM)
    reader = BoundedReader(limits, is_cancelled=superseded.is_set)
    threading.Timer(0.2, superseded.set).start()
    with pytest.raises(ReadingCancelledError):
        reader.open(hanging, 32)
    superseded.clear()
    assert reader.open(good, 32).width == 64
    reader.close()


@pytest.mark.skipif(sys.platform != "linux", reason="the limits of a process are read in /proc")
def test_a_worker_may_write_no_file(good: Path) -> None:
    reader = BoundedReader()
    reader.open(good, 32)
    assert reader._worker is not None
    limits = Path(f"/proc/{reader._worker.process_id}/limits").read_text()
    (line,) = [line for line in limits.splitlines() if line.startswith("Max file size")]
    assert line.split()[3:5] == ["0", "0"]
    reader.close()


@pytest.mark.slow
def test_a_worker_whose_parent_wants_nothing_any_more_says_nothing() -> None:
    """As of a command that has failed before the worker was ready."""
    unread, answers = os.pipe()
    os.close(unread)
    worker = subprocess.Popen(
        [*worker_program(), str(2**30)],
        stdin=subprocess.PIPE,
        stdout=answers,
        stderr=subprocess.PIPE,
    )
    os.close(answers)
    assert worker.stderr is not None
    with worker, worker.stderr:
        assert worker.stderr.read() == b""
    assert worker.returncode == 0
