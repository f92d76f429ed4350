"""A process holds a lock until it releases it or ends."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.core.base.process_lock import (
    LockHeldError,
    LockUnavailableError,
    is_locked,
    process_lock,
    shared_lock,
)
from tests.namespace import run_in_namespace

HOLDER = (
    "import sys; from pathlib import Path\n"
    "from desktop_app.core.base.process_lock import process_lock\n"
    "with process_lock(Path(sys.argv[1])):\n    print('held', flush=True); sys.stdin.read()"
)


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    return tmp_path / "some.lock"


def holder_of(lock: Path) -> subprocess.Popen[bytes]:
    """A process that holds the lock until its input ends, or it is killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == b"held"
    return process


def test_a_lock_is_held_inside_the_block_and_free_after_it(lock: Path) -> None:
    with process_lock(lock):
        assert is_locked(lock)
        with pytest.raises(LockHeldError), process_lock(lock):
            pass
    assert not is_locked(lock)
    with process_lock(lock):
        pass


def test_many_share_a_lock_that_then_nobody_holds_alone(lock: Path) -> None:
    with shared_lock(lock), shared_lock(lock):
        with pytest.raises(LockHeldError), process_lock(lock):
            pass
        assert not is_locked(lock)
    with process_lock(lock), pytest.raises(LockHeldError), shared_lock(lock):
        pass


def test_a_block_that_raises_frees_the_lock(lock: Path) -> None:
    with pytest.raises(KeyError), process_lock(lock):
        raise KeyError
    assert not is_locked(lock)


def test_checking_a_lock_creates_no_file(lock: Path) -> None:
    assert not is_locked(lock)
    assert not lock.exists()


def test_a_lock_of_another_process_is_held_until_it_is_killed(lock: Path) -> None:
    with holder_of(lock) as process:
        assert is_locked(lock)
        with pytest.raises(LockHeldError), process_lock(lock):
            pass
        process.kill()
        process.wait()
        assert not is_locked(lock)
        with process_lock(lock):
            pass


def test_a_process_that_only_asks_is_not_taken_for_the_holder(lock: Path) -> None:
    with process_lock(lock):
        pass
    asking = sqlite3.connect(lock, isolation_level=None)
    with closing(asking):
        asking.execute("BEGIN")
        asking.execute("PRAGMA schema_version")  # a shared lock, as `is_locked` takes it
        assert not is_locked(lock)


def test_checking_a_lock_continuously_does_not_keep_a_process_from_taking_it(lock: Path) -> None:
    has_ended = threading.Event()

    def look() -> None:
        while not has_ended.wait(0.001):
            is_locked(lock)

    looker = threading.Thread(target=look)
    looker.start()
    try:
        for _ in range(2000):
            with process_lock(lock):
                pass
    finally:
        has_ended.set()
        looker.join()


@pytest.mark.parametrize("content", [b"not a lock of ours" * 100, None])
def test_a_lock_file_that_cannot_be_opened_is_not_locked(lock: Path, content: bytes | None) -> None:
    if content is None:
        lock.mkdir()
    else:
        lock.write_bytes(content)
    with pytest.raises(LockUnavailableError), process_lock(lock):
        pass
    assert not is_locked(lock)


def test_a_lock_in_no_folder_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(LockUnavailableError), process_lock(tmp_path / "nowhere" / "some.lock"):
        pass


_READ_ONLY = """
import subprocess, sys
from pathlib import Path
from desktop_app.core.base.process_lock import LockUnavailableError, process_lock
lock = Path(sys.argv[1])
subprocess.run(["mount", "--bind", lock.parent, lock.parent], check=True)
subprocess.run(["mount", "-o", "remount,bind,ro", lock.parent], check=True)
try:
    with process_lock(lock):
        print("held")
except LockUnavailableError:
    print("unavailable")
"""


def test_a_lock_file_that_may_only_be_read_locks_nothing_and_is_unavailable(lock: Path) -> None:
    """SQLite would begin to read instead, and let another process do the same."""
    with process_lock(lock):
        pass
    assert run_in_namespace(_READ_ONLY, lock).strip() == "unavailable"
