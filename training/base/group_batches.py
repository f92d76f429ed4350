"""Batches that the processes of a group share, so that they train as one process would.

Every process is given the rows of the whole batch and draws the random numbers of the whole batch,
but runs networks on its own part of it only. Losses that compare photos are computed of the whole
in every process: what the networks found is gathered, with gradients. Losses that are means over
photos are computed of the part, since the gradients are averaged over the group.

Outside a group, a process's part is the whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import torch
from torch import Tensor, nn

from training.base.devices import joined_group, world_size
from training.base.process_group import ProcessGroup


def divisible(rows: Tensor) -> Tensor:
    """Drop the last of `rows` [B], fewer than there are processes, so that all parts are equal."""
    return rows[: len(rows) // world_size() * world_size()]


def local_part(values: Tensor) -> Tensor:
    """Return this process's part [B // world size, ...] of values [B, ...] of the whole batch.

    B is a multiple of the world size. The parts follow each other in the order of the ranks.
    """
    group = joined_group()
    return values if group is None else values.chunk(group.size)[group.rank]


def drawn_part(draw: Callable[[int], Tensor], count: int) -> Tensor:
    """Draw the random numbers of the whole batch; return those of this process's part.

    Args:
        draw: draws numbers [B, ...] for so many examples.
        count: examples in this process's part, the same in all processes.
    """
    return local_part(draw(count * world_size()))


def gathered(values: Tensor) -> Tensor:
    """Return the parts of all processes, float32 [B // world size, ...], as the whole [B, ...].

    Every process has to compute the same loss of the whole. Its gradient at this process's part is
    then multiplied by the world size, because `average_gradients` divides by it.
    """
    group = joined_group()
    if group is None:
        return values
    whole: Tensor = _Gathered.apply(values, group)
    return whole


class _Gathered(torch.autograd.Function):
    @staticmethod
    def forward(context: Any, values: Tensor, group: ProcessGroup) -> Tensor:
        context.group = group
        whole = values.new_zeros(group.size, *values.shape)
        whole[group.rank] = values
        group.sum(whole)
        return whole.flatten(0, 1)

    @staticmethod
    def backward(context: Any, gradient: Tensor) -> tuple[Tensor, None]:
        group: ProcessGroup = context.group
        return gradient.chunk(group.size)[group.rank] * group.size, None


@torch.no_grad()
def group_mean(values: Tensor) -> Tensor:
    """Return the mean of values over the group, without a gradient; float32."""
    group = joined_group()
    return values if group is None else _sums(group, [values])[0] / group.size


def mean_losses(losses: dict[str, float]) -> dict[str, float]:
    """Return the mean of each loss over the group.

    If one process's loss is not a number, nor is the mean, so that all processes find it out.
    """
    group = joined_group()
    if group is None:
        return losses
    means = group_mean(torch.tensor(list(losses.values()), device=group.device))
    return dict(zip(losses, means.tolist(), strict=True))


@torch.no_grad()
def average_gradients(parameters: Iterable[nn.Parameter]) -> None:
    """Replace each gradient by its mean over the group, in place (all-reduce).

    Every process has to call this with the same parameters. Does nothing outside a group.
    """
    group = joined_group()
    if group is None:
        return
    gradients = [each.grad for each in parameters if each.grad is not None]
    for gradient, total in zip(gradients, _sums(group, gradients), strict=True):
        gradient.copy_(total / group.size)


def take_state_of_main_process(state: Any) -> None:
    """Overwrite the tensors inside a state of dicts and lists by the main process's, in place.

    Only those that are float32 and on the group's device; the others do not depend on the machine.
    """
    group = joined_group()
    if group is not None:
        _set_to_main_ones(group, state)


@torch.no_grad()
def _set_to_main_ones(group: ProcessGroup, state: Any) -> None:
    tensors = [each for each in _tensors(state) if _is_shared(each, group)]
    main_ones = tensors if group.rank == 0 else [torch.zeros_like(each) for each in tensors]
    for tensor, total in zip(tensors, _sums(group, main_ones), strict=True):
        tensor.copy_(total)


def _is_shared(tensor: Tensor, group: ProcessGroup) -> bool:
    return tensor.dtype == torch.float32 and tensor.device == group.device


def _tensors(state: Any) -> list[Tensor]:
    if isinstance(state, Tensor):
        return [state]
    inside = state.values() if isinstance(state, dict) else state if isinstance(state, list) else ()
    return [tensor for each in inside for tensor in _tensors(each)]


def _sums(group: ProcessGroup, tensors: list[Tensor]) -> list[Tensor]:
    """Return the sums of float32 tensors over the group, by one exchange."""
    flat = torch.cat([each.flatten() for each in tensors])
    group.sum(flat)
    parts = torch.split(flat, [each.numel() for each in tensors])
    return [part.view_as(each) for part, each in zip(parts, tensors, strict=True)]
