"""Processes that are connected by sockets agree on sums and values."""

from __future__ import annotations

import threading
from collections.abc import Callable
from multiprocessing import Pipe
from typing import TypeVar

import pytest
import torch

from training.base.process_group import SocketGroup

T = TypeVar("T")


def in_each(size: int, task: Callable[[SocketGroup], T]) -> list[T]:
    """Run a task in every member of a group, each in a thread, and return the results by rank."""
    pairs = [Pipe() for _ in range(1, size)]
    groups = [SocketGroup(0, size, [own for own, _ in pairs])]
    groups += [SocketGroup(rank, size, [other]) for rank, (_, other) in enumerate(pairs, start=1)]
    results: dict[int, T] = {}

    def run(group: SocketGroup) -> None:
        results[group.rank] = task(group)

    threads = [threading.Thread(target=run, args=(group,)) for group in groups]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    for pair in pairs:
        for connection in pair:
            connection.close()
    return [results[rank] for rank in range(size)]


@pytest.mark.parametrize("size", [2, 4])
@pytest.mark.parametrize("count", [0, 1, 100_000])
def test_all_have_the_sums_to_the_bit(size: int, count: int) -> None:
    own = [torch.rand(count, generator=torch.Generator().manual_seed(rank)) for rank in range(size)]

    def summed(group: SocketGroup) -> torch.Tensor:
        values = own[group.rank].clone()
        group.sum(values)
        return values

    results = in_each(size, summed)
    expected = own[0].clone()
    for values in own[1:]:
        expected += values
    assert all(torch.equal(result, expected) for result in results)


def test_all_have_the_value_of_the_main_process() -> None:
    assert in_each(3, lambda group: group.broadcast({"rank": group.rank})) == [{"rank": 0}] * 3


def test_nobody_goes_on_before_all_are_there() -> None:
    arrived: list[int] = []

    def arrive(group: SocketGroup) -> int:
        arrived.append(group.rank)
        group.wait_for_all()
        return len(arrived)

    assert in_each(4, arrive) == [4] * 4
