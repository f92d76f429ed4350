"""The state of a retraining is kept on disk, for every process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.core.base.errors import LibraryUnwritableError, RetrainingBusyError
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.progress import Retrained, TrainingProgress, TrainingStage
from desktop_app.core.jobs.requests import TrainRequest, encode_request
from desktop_app.core.models.retraining import (
    Retraining,
    RetrainingPhase,
    RetrainingState,
    delete_bundles,
)

PROGRESS = TrainingProgress(
    TrainingStage.CODES, 3, 10, 4.5, {"similarity": 0.25}, 0.5, 0.99, 0.4, Path("/l/previews-3.png")
)
RESULT = Retrained("library-256-0123abcd", 4500, 60.5, [3, 9])

HOLDER = (
    "import sys; from pathlib import Path\n"
    "from desktop_app.core.jobs.requests import TrainRequest, decode_request\n"
    "from desktop_app.core.catalogue.library_files import LibraryFiles\n"
    "from desktop_app.core.models.retraining import Retraining\n"
    "request = decode_request(sys.argv[2], [TrainRequest])\n"
    "with Retraining(LibraryFiles(Path(sys.argv[1]))).running(request):\n"
    "    print('running', flush=True); sys.stdin.read()"
)


@pytest.fixture
def retraining(files: LibraryFiles) -> Retraining:
    return Retraining(files)


@pytest.fixture
def request_(files: LibraryFiles) -> TrainRequest:
    return TrainRequest(files.folder, [1, 2, 3], 128, 2.5, previews=True)


def test_a_library_without_a_request_has_no_retraining(
    retraining: Retraining, files: LibraryFiles
) -> None:
    assert retraining.state == RetrainingState(RetrainingPhase.NONE)
    assert not files.folder.exists()


def test_a_running_retraining_has_its_request_and_latest_progress(
    retraining: Retraining, files: LibraryFiles, request_: TrainRequest
) -> None:
    with retraining.running(request_) as is_resumed:
        assert not is_resumed
        retraining.store_progress(PROGRESS)
        seen = Retraining(files).state
    assert seen == RetrainingState(RetrainingPhase.RUNNING, request_, PROGRESS)


def test_a_run_without_a_result_was_interrupted_and_is_resumed(
    retraining: Retraining, request_: TrainRequest
) -> None:
    with retraining.running(request_):
        (retraining.folder / "checkpoint.pt").write_text("much work")
    assert retraining.state == RetrainingState(RetrainingPhase.INTERRUPTED, request_)
    with retraining.running(request_) as is_resumed:
        assert is_resumed
        assert (retraining.folder / "checkpoint.pt").read_text() == "much work"


def test_another_request_deletes_the_files_of_the_older_run(
    retraining: Retraining, files: LibraryFiles, request_: TrainRequest
) -> None:
    with retraining.running(request_):
        (retraining.folder / "checkpoint.pt").write_text("much work")
        retraining.store_progress(PROGRESS)
        retraining.store_result(RESULT)
    other = TrainRequest(files.folder, [], 64, None, previews=False)
    with retraining.running(other) as is_resumed:
        assert not is_resumed
    assert not (retraining.folder / "checkpoint.pt").exists()
    assert retraining.state == RetrainingState(RetrainingPhase.INTERRUPTED, other)


def test_a_finished_run_keeps_its_result_until_it_is_discarded(
    retraining: Retraining, request_: TrainRequest
) -> None:
    with retraining.running(request_):
        retraining.store_result(RESULT)
    expected = RetrainingState(RetrainingPhase.FINISHED, request_, result=RESULT)
    assert retraining.state == expected
    retraining.discard()
    assert retraining.state.phase is RetrainingPhase.NONE
    assert not retraining.folder.exists()


def test_discarding_without_a_run_does_nothing(retraining: Retraining) -> None:
    retraining.discard()
    assert retraining.state.phase is RetrainingPhase.NONE


def test_while_another_process_trains_a_second_run_and_discarding_are_refused(
    retraining: Retraining, files: LibraryFiles, request_: TrainRequest
) -> None:
    command = [sys.executable, "-c", HOLDER, str(files.folder), encode_request(request_)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"running"
        assert retraining.state == RetrainingState(RetrainingPhase.RUNNING, request_)
        with pytest.raises(RetrainingBusyError) as caught, retraining.running(request_):
            pass
        assert caught.value.library == files.folder
        with pytest.raises(RetrainingBusyError):
            retraining.discard()
        process.kill()
        process.wait()
    assert retraining.state == RetrainingState(RetrainingPhase.INTERRUPTED, request_)
    with retraining.running(request_) as is_resumed:
        assert is_resumed


DAMAGE = [
    b"", b"{", b"null", b"3", b"[]", b'"text"', b"{}", b"\xff\xfe",
    b'{"request": "dance"}', b'{"request": "index", "library": "/l", "folders": [], "threads": 1}',
    b'{"event": "progress", "kind": "Dance", "data": {}}',
    b'{"event": "progress", "kind": "TrainingProgress", "data": [1]}',
    b'{"event": "finished", "kind": "Retrained", "data": {"model": 1}}',
]  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_request_counts_as_missing(
    retraining: Retraining, request_: TrainRequest, damage: bytes
) -> None:
    with retraining.running(request_):
        retraining.store_result(RESULT)
    (retraining.folder / "request.json").write_bytes(damage)
    assert retraining.state == RetrainingState(RetrainingPhase.NONE)
    with retraining.running(request_) as is_resumed:
        assert not is_resumed


@pytest.mark.parametrize("damage", DAMAGE)
def test_damaged_progress_and_results_count_as_missing(
    retraining: Retraining, request_: TrainRequest, damage: bytes
) -> None:
    with retraining.running(request_):
        retraining.store_progress(PROGRESS)
        retraining.store_result(RESULT)
    (retraining.folder / "progress.json").write_bytes(damage)
    (retraining.folder / "result.json").write_bytes(damage)
    assert retraining.state == RetrainingState(RetrainingPhase.INTERRUPTED, request_)


def test_a_damaged_lock_file_is_not_locked(retraining: Retraining, request_: TrainRequest) -> None:
    with retraining.running(request_):
        pass
    (retraining.folder / "running.lock").write_bytes(b"damaged " * 100)
    assert retraining.state.phase is RetrainingPhase.INTERRUPTED
    with pytest.raises(LibraryUnwritableError), retraining.running(request_):
        pass
    retraining.discard()
    with retraining.running(request_):
        pass


def test_a_library_that_cannot_be_written_is_an_error(
    retraining: Retraining, files: LibraryFiles, request_: TrainRequest
) -> None:
    files.folder.parent.mkdir(parents=True, exist_ok=True)
    files.folder.write_text("a file where the library should be")
    with pytest.raises(LibraryUnwritableError) as caught, retraining.running(request_):
        pass
    assert caught.value.library == files.folder


def test_a_folder_in_the_place_of_a_file_is_an_error(
    retraining: Retraining, request_: TrainRequest
) -> None:
    (retraining.folder / "stop").mkdir(parents=True)
    with pytest.raises(LibraryUnwritableError), retraining.running(request_):
        pass


def test_a_run_whose_request_is_a_folder_cannot_be_discarded(retraining: Retraining) -> None:
    (retraining.folder / "request.json").mkdir(parents=True)
    with pytest.raises(LibraryUnwritableError):
        retraining.discard()


def test_what_a_killed_run_left_of_its_bundle_is_deleted_and_nothing_else(tmp_path: Path) -> None:
    for name in ("bundle", ".bundle-0a1b", ".bundle-0a1c/model", "mine"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "hasher.onnx").touch()
    delete_bundles(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
