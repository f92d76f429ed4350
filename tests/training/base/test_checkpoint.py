import struct
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn

from tests.core.hostile_contents import Evil
from tests.flush_record import FlushRecord
from training.base.checkpoint import Checkpoint, load_checkpoint, restore_rng_state, save_checkpoint


def trained_state() -> dict[str, Any]:
    """The state of a network, of an optimiser after a step, and other values."""
    network = nn.Sequential(nn.Linear(3, 4), nn.Linear(4, 2))
    optimiser = torch.optim.AdamW(
        [
            {"params": network[0].parameters(), "share": 0.1},
            {"params": network[1].parameters(), "share": 1.0},
        ]
    )
    network(torch.ones(2, 3)).sum().backward()
    optimiser.step()
    run = {"seconds": 1.5, "best": float("inf"), "best_state": None, "worse": 0}
    stage = {"network": network.state_dict(), "optimiser": optimiser.state_dict()}
    return {"stage": stage, "run": run}


def equal(first: Any, second: Any) -> bool:
    if isinstance(first, torch.Tensor):
        return torch.equal(first, second)
    if isinstance(first, dict):
        return first.keys() == second.keys() and all(
            equal(first[key], second[key]) for key in first
        )
    if isinstance(first, list):
        return len(first) == len(second) and all(map(equal, first, second))
    return bool(first == second)


def saved(path: Path, step: int = 7) -> dict[str, Any]:
    state = trained_state()
    save_checkpoint(path, "key", step, state)
    return state


def loaded(path: Path) -> Checkpoint:
    found = load_checkpoint(path, "key")
    assert found is not None
    return found


def test_a_checkpoint_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    state = saved(tmp_path / "codes.pt")
    found = loaded(tmp_path / "codes.pt")
    assert (found.key, found.step) == ("key", 7)
    assert equal(found.state, state)


def test_the_folder_is_made_and_nothing_is_left_beside(tmp_path: Path) -> None:
    saved(tmp_path / "new" / "codes.pt")
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["codes.pt"]


def test_after_a_checkpoint_the_draws_go_on_as_they_would_have(tmp_path: Path) -> None:
    torch.manual_seed(3)
    torch.rand(5)
    saved(tmp_path / "codes.pt")
    expected = torch.rand(5)
    torch.manual_seed(99)
    restore_rng_state(loaded(tmp_path / "codes.pt").random)
    assert torch.equal(torch.rand(5), expected)


def test_a_missing_checkpoint_is_none(tmp_path: Path) -> None:
    assert load_checkpoint(tmp_path / "codes.pt", "key") is None
    assert load_checkpoint(tmp_path, "key") is None


def test_a_checkpoint_of_something_else_is_none(tmp_path: Path) -> None:
    saved(tmp_path / "codes.pt")
    assert load_checkpoint(tmp_path / "codes.pt", "another") is None


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.99])
def test_a_checkpoint_that_was_cut_off_is_none(tmp_path: Path, share: float) -> None:
    path = tmp_path / "codes.pt"
    saved(path)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    assert load_checkpoint(path, "key") is None


@pytest.mark.parametrize(
    "content",
    [
        b"no checkpoint",
        b"\x80\x02.",
        b"PK\x05\x06" + bytes(18),
        b"PK\x06\x07" + struct.pack("<LQL", 1, 0, 2) + b"PK\x05\x06" + bytes(18),  # of two disks
    ],
)
def test_a_file_that_is_no_checkpoint_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "codes.pt").write_bytes(content)
    assert load_checkpoint(tmp_path / "codes.pt", "key") is None


@pytest.mark.parametrize("content", [torch.ones(3), {"weights": torch.ones(3)}, Path("a"), None])
def test_a_file_of_torch_that_is_no_checkpoint_is_none(tmp_path: Path, content: object) -> None:
    torch.save(content, tmp_path / "codes.pt")
    assert load_checkpoint(tmp_path / "codes.pt", "key") is None


def test_a_checkpoint_that_holds_a_program_is_none_and_the_program_does_not_run(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path, marker = tmp_path / "codes.pt", tmp_path / "evil"
    torch.save({"key": "key", "step": 1, "state": Evil(marker), "random": []}, path)
    assert load_checkpoint(path, "key") is None
    assert not marker.exists()
    assert caplog.messages == [f"Training starts anew: {path!r} is no checkpoint"]
    torch.load(path, weights_only=False)
    assert marker.exists()


@pytest.mark.parametrize("values", [{"key": "key"}, {"key": "key", "more": 1}])
def test_a_checkpoint_without_its_parts_is_none(tmp_path: Path, values: dict[str, Any]) -> None:
    torch.save(values, tmp_path / "codes.pt")
    assert load_checkpoint(tmp_path / "codes.pt", "key") is None


def test_a_crash_while_writing_leaves_the_older_checkpoint_intact(tmp_path: Path) -> None:
    path = tmp_path / "codes.pt"
    saved(path, step=1)
    with pytest.raises(Exception, match="pickle"):
        save_checkpoint(path, "key", 2, {"stage": lambda: None})
    assert loaded(path).step == 1


def test_a_checkpoint_is_on_the_disk_before_it_replaces_the_older_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(tmp_path / "codes.pt", step=1)
    record = FlushRecord(monkeypatch)
    saved(tmp_path / "codes.pt", step=2)
    assert record.is_safe(tmp_path / "codes.pt")
