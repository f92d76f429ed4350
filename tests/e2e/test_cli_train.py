"""`lookalike train` as a script sees it, before anything is learned."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.models.retraining import Retraining, RetrainingPhase
from tests.command_line import run_cli
from tests.e2e.interrupting import in_background, interrupt_all
from tests.ending import still_running

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize("bits", [8, 100, 512])
def test_only_lengths_that_can_be_learned_are_taken(tmp_path: Path, bits: int) -> None:
    refused = run_cli("train", "--bits", bits, "--library", tmp_path / "library", fails=2)
    assert "64, 128" in refused.stderr


def test_a_quick_model_cannot_be_fine_tuned(tmp_path: Path) -> None:
    library = ["--library", tmp_path / "library"]
    refused = run_cli("train", "--quick", "--fine-tune", *library, fails=2)
    assert "cannot be given with --quick" in " ".join(refused.stderr.split())


def test_without_its_component_training_says_what_is_missing(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['torch'] = None;"
        " from desktop_app.__main__ import main; sys.exit(main())"
    )
    command = [sys.executable, "-c", code, "train", "--library", str(tmp_path / "library")]
    refused = subprocess.run(command, capture_output=True, text=True)
    assert refused.returncode == 1
    assert "not installed (torch)" in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.slow
def test_a_quick_model_is_made_compared_and_used_without_the_component(
    trainable_library: LibraryFiles,
) -> None:
    code = (
        "import sys; sys.modules['torch'] = sys.modules['scipy'] = None;"
        " from desktop_app.__main__ import main; sys.exit(main())"
    )
    command = [sys.executable, "-c", code, "train", "--quick", "--json"]
    library = ["--library", str(trainable_library.folder)]
    done = subprocess.run([*command, *library], capture_output=True, text=True, check=True)
    made = json.loads(done.stdout)
    assert made["photos"] == 220
    run_cli("model", "compare", made["model_id"], *library)
    run_cli("model", "use", made["model_id"], *library)
    assert f"* {made['model_id']}" in run_cli("model", "list", *library).stdout


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no process can be interrupted there")
@pytest.mark.parametrize("stop", [interrupt_all, subprocess.Popen.terminate])
def test_whoever_interrupts_it_is_told_that_it_can_go_on(
    trainable_library: LibraryFiles, stop: Callable[[subprocess.Popen[str]], None]
) -> None:
    files = trainable_library
    training = in_background(["train", "--bits", "64"], files.folder)
    while training.poll() is None and not (files.retraining / "codes.pt").exists():
        time.sleep(0.1)
    started = psutil.Process(training.pid).children(recursive=True)
    stop(training)
    _, output = training.communicate(timeout=300)
    assert training.returncode == 130
    assert output == "Stopped. Progress is kept; run the same command to resume.\n"
    assert Retraining(files).state.phase is RetrainingPhase.INTERRUPTED
    assert still_running(started) == []


def test_nothing_that_lies_in_the_current_folder_is_run(tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    trap.mkdir()
    for name in ("torch", "training"):
        (trap / f"{name}.py").write_text("open('was_run', 'w')")
    (tmp_path / "photos").mkdir()
    run_cli("index", tmp_path / "photos", "--library", trap / "library")
    command = [sys.executable, "-P", "-m", "desktop_app", "train", "--library", "library"]
    output = subprocess.run(command, cwd=trap, capture_output=True, text=True)
    assert "Choose or index more" in output.stderr
    assert not (trap / "was_run").exists()
