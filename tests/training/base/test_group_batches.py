"""Batches that processes share: parts, draws, gathered values with gradients, and agreement."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest
import torch
from torch import Tensor, nn

from tests.training.base.test_process_group import in_each
from training.base import devices, group_batches
from training.base.errors import DifferentTrainingError, LostGroupError, SmallBatchError
from training.base.group_batches import (
    average_gradients,
    divisible,
    drawn_part,
    gathered,
    group_mean,
    local_part,
    mean_losses,
    take_state_of_main_process,
)
from training.base.process_group import ProcessGroup, SocketGroup, TorchGroup
from training.learning.trainer import TrainingPlan, train

T = TypeVar("T")


class Recorded:
    """A group whose other members have already said what they would add to each sum."""

    def __init__(self, rank: int, size: int, others: Callable[[Tensor], Tensor]) -> None:
        self.rank, self.size, self.device = rank, size, torch.device("cpu")
        self._others = others

    def wait_for_all(self) -> None: ...

    def sum(self, values: Tensor) -> None:
        values += self._others(values)

    def broadcast(self, value: T) -> T:
        return value


@contextmanager
def joined(group: ProcessGroup) -> Iterator[None]:
    devices._joined.append(group)
    try:
        yield
    finally:
        devices._joined.remove(group)


def nothing(values: Tensor) -> Tensor:
    return torch.zeros_like(values)


def test_parts_are_equal_and_follow_each_other() -> None:
    parts = []
    for rank in range(3):
        with joined(Recorded(rank, 3, nothing)):
            rows = divisible(torch.arange(11))
            parts.append(local_part(rows).tolist())
    assert parts == [[0, 1, 2], [3, 4, 5], [6, 7, 8]]


def test_draws_are_those_of_one_process_for_the_whole_batch() -> None:
    def draw(count: int) -> Tensor:
        return torch.rand(count, 2)

    def of_rank(rank: int) -> Tensor:
        torch.manual_seed(3)
        with joined(Recorded(rank, 2, nothing)):
            return drawn_part(draw, 4)

    torch.manual_seed(3)
    whole = drawn_part(draw, 8)
    assert torch.equal(torch.cat([of_rank(0), of_rank(1)]), whole)


def test_gathered_values_have_the_gradient_of_the_whole() -> None:
    """As average_gradients halves it, the gradient of a part is twice that of the whole."""
    whole = torch.arange(12.0).view(4, 3).requires_grad_()
    torch.autograd.backward((gathered(whole) ** 2).mean())
    assert whole.grad is not None
    mine = whole.detach()[2:].clone().requires_grad_()
    other = torch.cat([whole.detach()[:2].unsqueeze(0), torch.zeros(1, 2, 3)])
    with joined(Recorded(1, 2, lambda _: other)):
        found = gathered(mine)
        torch.autograd.backward((found**2).mean())
    assert torch.equal(found, whole)
    assert mine.grad is not None
    assert torch.allclose(mine.grad, 2 * whole.grad[2:])


def test_a_loss_that_is_no_number_in_one_process_is_none_in_all() -> None:
    with joined(Recorded(0, 2, lambda values: torch.full_like(values, torch.nan))):
        losses = mean_losses({"codes": 1.0})
    assert losses["codes"] != losses["codes"]


def test_means_and_gradients_are_averaged() -> None:
    layer = nn.Linear(2, 1, bias=False)
    torch.autograd.backward(layer(torch.ones(1, 2)).sum())
    with joined(Recorded(0, 2, lambda values: 3 * torch.ones_like(values))):
        assert group_mean(torch.tensor([1.0])).tolist() == [2.0]
        average_gradients(layer.parameters())
    assert layer.weight.grad is not None
    assert layer.weight.grad.tolist() == [[2.0, 2.0]]


def test_the_weights_of_the_main_process_count() -> None:
    def state_of(group: SocketGroup) -> dict[str, Any]:
        values = torch.full((2, 2), float(group.rank + 1))
        state = {"layer": {"weight": values}, "list": [torch.tensor(float(group.rank))], "step": 3}
        group_batches._set_to_main_ones(group, state)
        return state

    first, second = in_each(2, state_of)
    assert second["layer"]["weight"].tolist() == first["layer"]["weight"].tolist() == [[1, 1]] * 2
    assert second["list"][0] == first["list"][0] == 0


def test_alone_a_state_stays_as_it_is() -> None:
    state = {"weight": torch.ones(2)}
    take_state_of_main_process(state)
    assert state["weight"].tolist() == [1, 1]


class Nothing:
    """A stage without networks."""

    def step(self, rows: Tensor, progress: float) -> dict[str, float]:  # noqa: ARG002
        return {"loss": float(len(rows))}

    def state_dict(self) -> dict[str, Any]:
        return {"weight": torch.zeros(1)}

    def load_state_dict(self, state: dict[str, Any]) -> None: ...


def test_other_photos_than_the_main_process_has_are_refused(tmp_path: Path) -> None:
    class Other(Recorded):
        def broadcast(self, value: T) -> T:  # noqa: ARG002
            return ("the key of other photos", None)  # type: ignore[return-value]

    plan = TrainingPlan(torch.arange(8), 2, 4, 1)
    with (
        joined(Other(1, 2, nothing)),
        pytest.raises(DifferentTrainingError, match="Process 1 has other photos"),
    ):
        list(train("nothing", Nothing(), plan, tmp_path, "key"))


def test_batches_smaller_than_the_group_are_refused(tmp_path: Path) -> None:
    plan = TrainingPlan(torch.arange(8), 2, 2, 1)
    with (
        joined(Recorded(0, 3, nothing)),
        pytest.raises(SmallBatchError, match="3 processes cannot share batches of 2"),
    ):
        list(train("nothing", Nothing(), plan, tmp_path, "key"))


def test_a_lost_process_is_named_by_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(values: Tensor) -> None:
        raise RuntimeError("Connection closed by peer")

    monkeypatch.setattr("torch.distributed.get_rank", lambda: 1)
    monkeypatch.setattr("torch.distributed.get_world_size", lambda: 2)
    monkeypatch.setattr("torch.distributed.all_reduce", lost)
    with pytest.raises(LostGroupError, match="Process 1 of 2 stops, because another one has ended"):
        TorchGroup(torch.device("cpu")).sum(torch.zeros(1))
