import subprocess
import sys
import threading
from pathlib import Path

import pytest

from desktop_app.core.base.process_lock import LockHeldError, LockUnavailableError, held, is_held

HOLDER = (
    "import sys; from pathlib import Path; from desktop_app.core.base.process_lock import held\n"
    "with held(Path(sys.argv[1])):\n    print('held', flush=True); sys.stdin.read()"
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
    with held(lock):
        assert is_held(lock)
        with pytest.raises(LockHeldError), held(lock):
            pass
    assert not is_held(lock)
    with held(lock):
        pass


def test_a_block_that_raises_frees_the_lock(lock: Path) -> None:
    with pytest.raises(KeyError), held(lock):
        raise KeyError
    assert not is_held(lock)


def test_asking_makes_no_lock(lock: Path) -> None:
    assert not is_held(lock)
    assert not lock.exists()


def test_another_process_holds_it_until_it_is_killed(lock: Path) -> None:
    with holder_of(lock) as process:
        assert is_held(lock)
        with pytest.raises(LockHeldError), held(lock):
            pass
        process.kill()
        process.wait()
        assert not is_held(lock)
        with held(lock):
            pass


def test_whoever_looks_again_and_again_keeps_nobody_from_taking_it(lock: Path) -> None:
    has_ended = threading.Event()

    def look() -> None:
        while not has_ended.wait(0.001):
            is_held(lock)

    looker = threading.Thread(target=look)
    looker.start()
    try:
        for _ in range(2000):
            with held(lock):
                pass
    finally:
        has_ended.set()
        looker.join()


@pytest.mark.parametrize("content", [b"not a lock of ours" * 100, None])
def test_a_lock_that_cannot_be_had_is_held_by_nobody(lock: Path, content: bytes | None) -> None:
    if content is None:
        lock.mkdir()
    else:
        lock.write_bytes(content)
    with pytest.raises(LockUnavailableError), held(lock):
        pass
    assert not is_held(lock)


def test_a_lock_in_no_folder_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(LockUnavailableError), held(tmp_path / "nowhere" / "some.lock"):
        pass
