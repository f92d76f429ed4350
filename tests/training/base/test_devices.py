import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn

import training
from tests.training import group_member
from training.base.devices import (
    best_device,
    broadcast_object,
    device_of,
    fixed_seed,
    is_main_process,
    main_process_first,
    training_device,
    world_size,
)
from training.base.group_batches import average_gradients, local_part


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("group")


@pytest.fixture(scope="module")
def members(folder: Path) -> list[dict[str, Any]]:
    """What each of two processes found, started as torchrun would."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    group = {
        "WORLD_SIZE": "2",
        "MASTER_ADDR": "127.0.0.1",
        "MASTER_PORT": str(port),
        "PYTHONFAULTHANDLER": "1",
        "PYTHONPATH": str(Path(training.__file__).parents[1]),
    }
    command = [sys.executable, group_member.__file__, str(folder)]
    processes = [
        subprocess.Popen(
            [*command, str(rank)],
            env={**os.environ, **group, "RANK": str(rank), "LOCAL_RANK": str(rank)},
            stderr=subprocess.PIPE,
            text=True,
        )
        for rank in range(2)
    ]
    errors = [process.communicate(timeout=300)[1] for process in processes]
    assert [process.returncode for process in processes] == [0, 0], "\n".join(errors)
    return [torch.load(folder / f"{rank}.pt", weights_only=True) for rank in range(2)]


@pytest.mark.slow
def test_a_batch_is_shared_equally(members: list[dict[str, Any]]) -> None:
    assert [member["rows"].tolist() for member in members] == [[0, 1, 2, 3], [4, 5, 6, 7]]
    assert [member["size"] for member in members] == [2, 2]


@pytest.mark.slow
def test_the_main_process_writes_and_its_values_are_broadcast(
    members: list[dict[str, Any]],
) -> None:
    assert [member["is_first"] for member in members] == [True, False]
    assert [member["first_ones"] for member in members] == ["said by 0", "said by 0"]


@pytest.mark.slow
def test_the_other_processes_find_what_the_main_one_has_cached(
    members: list[dict[str, Any]],
) -> None:
    assert [member["found_cached"] for member in members] == [False, True]


@pytest.mark.slow
def test_a_group_trains_as_one_process_does_on_whole_batches(
    members: list[dict[str, Any]], tmp_path: Path
) -> None:
    alone = group_member.trained_line(tmp_path, minutes=None).line.state_dict()
    for name, weight in alone.items():
        first, second = (member["weights"][name] for member in members)
        assert torch.equal(first, second)
        assert torch.allclose(first, weight, atol=1e-6)


@pytest.mark.slow
@pytest.mark.usefixtures("members")
def test_statistics_and_checkpoints_of_a_group_are_written_once(folder: Path) -> None:
    lines = (folder / "run" / "stats.jsonl").read_text().splitlines()
    assert [json.loads(line)["step"] for line in lines] == [5, 10, 15, 20, 25, 30]
    assert (folder / "run" / "line.pt").is_file()


def test_alone_there_is_no_group_and_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WORLD_SIZE", raising=False)
    rows = torch.arange(5)
    with training_device() as device, main_process_first():
        assert device == best_device()
        assert (world_size(), is_main_process(), broadcast_object("mine")) == (1, True, "mine")
        assert torch.equal(local_part(rows), rows)
        layer = nn.Linear(2, 1)
        layer(torch.ones(1, 2)).sum().backward()
        average_gradients(layer.parameters())
        assert layer.weight.grad is not None
        assert layer.weight.grad.tolist() == [[1, 1]]


def test_draws_apart_are_the_same_every_time_and_disturb_no_others() -> None:
    torch.manual_seed(7)
    undisturbed = torch.rand(2)
    torch.manual_seed(7)
    with fixed_seed(torch.device("cpu")):
        first = torch.rand(3)
    with fixed_seed(torch.device("cpu")):
        second = torch.rand(3)
    assert torch.equal(first, second)
    assert torch.equal(torch.rand(2), undisturbed)


def test_a_module_without_parameters_is_on_the_cpu() -> None:
    assert device_of(nn.ReLU()) == torch.device("cpu")
