"""Two processes that torchrun starts train the same weights as one with the same batches."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
import torch

import training
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.samples.sample_pictures import write_samples
from tests.training.group_models import Weights, trained_weights

pytestmark = pytest.mark.slow

# Sums in another order differ by 5e-6 at most after these steps.
_TOLERANCE = 5e-5
_PROJECT = Path(training.__file__).parents[1]
_RECIPE = """
held_out = 0.1
remember = 50
[codes]
contrastive = 1.0
memory = 1.0
hidden = 16
epochs = 1
batch = {batch}
[generator]
side = 16
width = 4
epochs = 0.1
batch = 8
[adversary]
encode_sides = [[0.0, 64]]
"""


def torchrun(module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a module in two processes, which find each other on this machine."""
    command = torchrun_command(module, *arguments)
    return subprocess.run(
        command, capture_output=True, text=True, env=own_environment(), timeout=900
    )


def torchrun_command(module: str, *arguments: str) -> list[str]:
    launcher = [sys.executable, "-m", "torch.distributed.run", "--standalone"]
    return [*launcher, "--nproc-per-node", "2", "-m", module, *arguments]


def own_environment() -> dict[str, str]:
    own = {"PYTHONPATH": str(_PROJECT), "OMP_NUM_THREADS": "1", "GLOO_SOCKET_IFNAME": "lo"}
    return {**os.environ, **own}


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Weights:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    weights = trained_weights(tmp_path_factory.mktemp("alone"))
    torch.set_num_threads(threads)
    return weights


@pytest.fixture(scope="module")
def group(tmp_path_factory: pytest.TempPathFactory) -> list[Weights]:
    folder = tmp_path_factory.mktemp("group")
    done = torchrun("tests.training.group_models", str(folder))
    assert done.returncode == 0, done.stderr
    return [torch.load(folder / f"weights-{rank}.pt", weights_only=True) for rank in range(2)]


def largest_difference(ours: Weights, theirs: Weights, part: str) -> float:
    pairs = [(ours[part][name], theirs[part][name]) for name in ours[part]]
    return max(float((one - other).abs().max()) for one, other in pairs)


@pytest.mark.parametrize(
    "part", ["tuned backbone", "tuned head", "head", "discriminator", "encoder", "generator"]
)
def test_a_group_trains_every_network_as_one_process_does(
    alone: Weights, group: list[Weights], part: str
) -> None:
    first, second = group
    assert largest_difference(first, second, part) == 0
    assert largest_difference(first, alone, part) < _TOLERANCE


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("photos")
    for _ in write_samples(folder, per_kind=13):
        pass
    return folder


def train_command(photos: Path, folder: Path, batch: int) -> subprocess.CompletedProcess[str]:
    (folder / "small.toml").write_text(_RECIPE.format(batch=batch))
    return torchrun(
        "training", "train", "--photos", str(photos), "--recipe", str(folder / "small.toml"),
        "--out", str(folder / "out"), "--cache", str(folder / "cache"),
    )  # fmt: skip


def test_torchrun_trains_and_saves_a_model_once(photos: Path, tmp_path: Path) -> None:
    done = train_command(photos, tmp_path, batch=32)
    assert done.returncode == 0, done.stderr
    saved = read_bundle(tmp_path / "out").manifest.model_id
    assert done.stdout.count(f"Saved {saved} to") == 1
    (stats,) = (tmp_path / "cache" / "runs").rglob("stats.jsonl")
    steps = [
        (line["stage"], line["step"]) for line in map(json.loads, stats.read_text().splitlines())
    ]
    assert len(steps) == len(set(steps))


def test_processes_end_with_a_torchrun_that_is_killed(photos: Path, tmp_path: Path) -> None:
    for_hours = _RECIPE.format(batch=32).replace("epochs = 1\n", "epochs = 10000\n")
    (tmp_path / "small.toml").write_text(for_hours)
    arguments = [
        "training", "train", "--photos", str(photos), "--recipe", str(tmp_path / "small.toml"),
        "--out", str(tmp_path / "out"), "--cache", str(tmp_path / "cache"),
    ]  # fmt: skip
    killed = subprocess.Popen(torchrun_command(*arguments), env=own_environment(),
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # fmt: skip
    deadline = time.monotonic() + 300
    while not list(tmp_path.glob("cache/*")):
        assert time.monotonic() < deadline, "it does not begin"
        time.sleep(0.05)
    members = psutil.Process(killed.pid).children(recursive=True)
    killed.kill()
    _, alive = psutil.wait_procs(members, timeout=60)
    for member in alive:
        member.kill()
    killed.communicate()
    assert len(members) >= 2
    assert not alive


def test_a_batch_that_is_too_small_for_the_group_is_one_sentence(
    photos: Path, tmp_path: Path
) -> None:
    done = train_command(photos, tmp_path, batch=1)
    assert done.returncode == 1
    assert "2 processes cannot share batches of 1. Use fewer processes" in done.stderr
    assert "trainer.py" not in done.stderr  # no traceback but torchrun's own
    assert not (tmp_path / "out").exists()


def test_when_a_process_fails_it_says_why_and_the_others_end() -> None:
    done = torchrun("tests.training.failing_member")
    assert done.returncode == 1
    assert "There are no readable pictures in photos." in done.stderr
    assert "Process 0 of 2 stops, because another one has ended" in done.stderr
