"""The processes of this machine that train together, and what they tell each other.

On a CPU, processes that this program starts are connected by pairs of Unix sockets: gloo, the only
backend that torch.distributed has there, opens internet sockets and asks name servers.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Protocol, TypeVar

import torch
from torch import Tensor, distributed

from training.base.errors import LostGroupError

T = TypeVar("T")


class ProcessGroup(Protocol):
    """What each process of a group can do. All have to call the same methods in the same order.

    Attributes:
        rank: Number of this process; 0 is the main one.
        size: Number of processes.
        device: Where the values are that are summed.
    """

    rank: int
    size: int
    device: torch.device

    def wait_for_all(self) -> None:
        """Return when every process has called this."""

    def sum(self, values: Tensor) -> None:
        """Replace the values by their sums over the group, in place."""

    def broadcast(self, value: T) -> T:
        """Return the main process's value."""


class SocketGroup:
    """Processes that are each connected to the main one. Values are summed in the main process."""

    def __init__(self, rank: int, size: int, connections: list[Connection]) -> None:
        """`connections`: of the main process to the others in order, or of another one to it."""
        self.rank = rank
        self.size = size
        self.device = torch.device("cpu")
        self._connections = connections

    def wait_for_all(self) -> None:
        if self.rank == 0:
            for connection in self._connections:
                connection.recv_bytes()
        else:
            self._connections[0].send_bytes(b"")
        self.broadcast(None)

    def sum(self, values: Tensor) -> None:
        """float32 on the CPU, contiguous."""
        data = values.numpy().data.cast("B")
        if self.rank == 0:
            others = torch.empty_like(values)
            for connection in self._connections:
                connection.recv_bytes_into(others.numpy().data.cast("B"))
                values += others
            for connection in self._connections:
                connection.send_bytes(data)
        else:
            self._connections[0].send_bytes(data)
            self._connections[0].recv_bytes_into(data)

    def broadcast(self, value: T) -> T:
        if self.rank == 0:
            for connection in self._connections:
                connection.send(value)
            return value
        received: T = self._connections[0].recv()
        return received


class TorchGroup:
    """The processes of torch.distributed: on several GPUs, or started by torchrun.

    Every method raises LostGroupError if another process has ended.
    """

    def __init__(self, device: torch.device) -> None:
        """`device`: of this process."""
        self.rank = distributed.get_rank()
        self.size = distributed.get_world_size()
        self.device = device

    def wait_for_all(self) -> None:
        with self._loss_reported():
            distributed.barrier()

    def sum(self, values: Tensor) -> None:
        with self._loss_reported():
            distributed.all_reduce(values)

    def broadcast(self, value: T) -> T:
        values = [value]
        with self._loss_reported():
            distributed.broadcast_object_list(values)
        return values[0]

    @contextmanager
    def _loss_reported(self) -> Iterator[None]:
        try:
            yield
        except RuntimeError as error:
            raise LostGroupError(self.rank, self.size) from error
