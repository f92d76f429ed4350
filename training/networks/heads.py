"""Hash heads: descriptor -> logits. Trained in real numbers, shipped in integers."""

from __future__ import annotations

import math

import numpy as np
import torch
from torch import Tensor, nn

from training.base.arrays import Floats
from training.measuring.baselines import LinearHash

# The largest integer up to which float16 holds every integer.
_LARGEST_WEIGHT = 2048
_LARGEST_INT8 = 127
# The largest integer up to which float32 holds every integer.
_LARGEST_EXACT_SUM = 2**24


class ResidualHead(nn.Module):
    """The head that learns: logits = (x - mean) R + relu((x - mean) A + a) B + b.

    R comes from PCA and ITQ and B starts at zero, so learning starts from ITQ's codes. x is the
    descriptor times `input_scale`, which makes its entries about 1.
    """

    def __init__(self, start: LinearHash, input_scale: float, hidden: int, dropout: float) -> None:
        """`start`: on scaled descriptors, mean [D], weights [D, K]; `hidden` units between, or 0:
        the head is then the rotation alone.
        """
        super().__init__()
        size, bits = start.weights.shape
        self.input_scale = input_scale
        # Copies: learning moves them, and `start` is somebody else's.
        self.register_buffer("mean", torch.tensor(start.mean))
        self.rotation = nn.Parameter(torch.tensor(start.weights))
        self.residual: nn.Sequential | None = None
        if hidden:
            outer = nn.Linear(hidden, bits)
            nn.init.zeros_(outer.weight)
            nn.init.zeros_(outer.bias)
            drop = nn.Dropout(dropout)
            self.residual = nn.Sequential(drop, nn.Linear(size, hidden), nn.ReLU(), drop, outer)

    def forward(self, descriptor: Tensor) -> Tensor:
        """Descriptors, int8 values of any dtype [N, D] -> logits float32 [N, K]."""
        assert isinstance(self.mean, Tensor)
        x = descriptor.float() * self.input_scale - self.mean
        logits = x @ self.rotation
        return logits if self.residual is None else logits + self.residual(x)

    @property
    def layers(self) -> tuple[nn.Linear, nn.Linear] | None:
        """The two layers of the residual."""
        if self.residual is None:
            return None
        first, second = self.residual[1], self.residual[4]
        assert isinstance(first, nn.Linear)
        assert isinstance(second, nn.Linear)
        return first, second


class IntegerHead(nn.Module):
    """Descriptor int8 [N, D] -> logits float32 [N, K], in sums of integers only.

    logits = (d R + h B + b) * unit, where h = round(relu(d A + a) * shift), at most 127. All sums
    stay below 2^24, which float32 holds exactly in whatever order they are added, and `shift` and
    `unit` are powers of two: a code depends neither on the processor nor on how many photos are
    hashed together.
    """

    def __init__(
        self, direct: Floats, bias: Floats, inner: Floats, inner_bias: Floats, outer: Floats,
        shift: float, unit: float,
    ) -> None:  # fmt: skip
        """Integers as float32: `direct` R [D, K], `bias` b [K], `inner` A [D, H], `inner_bias`
        a [H], `outer` B [H, K]; H may be 0.
        """
        super().__init__()
        for name, values in (
            ("direct", direct), ("bias", bias), ("inner", inner),
            ("inner_bias", inner_bias), ("outer", outer),
        ):  # fmt: skip
            self.register_buffer(name, torch.from_numpy(np.ascontiguousarray(values, np.float32)))
        self.shift, self.unit = shift, unit

    def forward(self, descriptor: Tensor) -> Tensor:
        assert isinstance(self.direct, Tensor)
        assert isinstance(self.bias, Tensor)
        assert isinstance(self.inner, Tensor)
        assert isinstance(self.inner_bias, Tensor)
        assert isinstance(self.outer, Tensor)
        d = descriptor.float()
        sums = d @ self.direct + self.bias
        if len(self.outer):
            excited = torch.relu(d @ self.inner + self.inner_bias)
            sums = sums + torch.round(excited * self.shift).clamp(max=_LARGEST_INT8) @ self.outer
        return sums * self.unit


def linear_head(hashing: LinearHash, descriptors: Floats) -> IntegerHead:
    """A head of integers from a linear hash, whose columns matter by direction only.

    `descriptors` float32 [N, D] set the logits' scale: their root mean square becomes about 1.
    """
    head = ResidualHead(hashing, input_scale=1.0, hidden=0, dropout=0)
    return integer_head(head, descriptors)


def integer_head(head: ResidualHead, descriptors: Floats) -> IntegerHead:
    """The trained head in integers; descriptors float32 [N, D] set its scales.

    Rounding moves a logit by about a thousandth of the logits' size, with a residual by a
    hundredth.
    """
    with torch.no_grad():
        typical = float(head.eval()(torch.from_numpy(descriptors)).pow(2).mean().sqrt())
    assert isinstance(head.mean, Tensor)
    centre, rotation = head.mean.numpy(), head.rotation.detach().numpy()
    inner, inner_bias, outer, outer_bias = _residual_weights(head)
    return _in_integers(
        np.asarray(rotation * head.input_scale / typical, np.float32),
        np.asarray((outer_bias - centre @ rotation) / typical, np.float32),
        inner * head.input_scale,
        np.asarray(inner_bias - centre @ inner, np.float32),
        outer / typical,
        descriptors,
    )


def _residual_weights(head: ResidualHead) -> tuple[Floats, Floats, Floats, Floats]:
    """[D, H], [H], [H, K], [K]; H is 0 where the head has no residual."""
    size, bits = head.rotation.shape
    if head.layers is None:
        shapes = ((size, 0), (0,), (0, bits), (bits,))
        nothing = [np.zeros(shape, np.float32) for shape in shapes]
        return nothing[0], nothing[1], nothing[2], nothing[3]
    first, second = head.layers
    return (
        first.weight.detach().numpy().T,
        first.bias.detach().numpy(),
        second.weight.detach().numpy().T,
        second.bias.detach().numpy(),
    )


def _in_integers(
    direct: Floats, bias: Floats, inner: Floats, inner_bias: Floats, outer: Floats,
    descriptors: Floats,
) -> IntegerHead:  # fmt: skip
    """Choose the finest powers of two for which every sum stays exact, and round to them."""
    length = float(np.linalg.norm(descriptors, axis=1).max())
    inner_unit = _finest_unit(inner, inner_bias, length)
    excited = np.maximum(descriptors @ inner + inner_bias, 0)
    largest = max(float(excited.max(initial=0)), 2.0**-20)
    # One step of a hidden unit: 127 of them reach 0.7 to 1.4 times the largest excitement.
    step = 2.0 ** math.floor(math.log2(largest / _LARGEST_INT8) + 0.5)
    steps_length = _LARGEST_INT8 * math.sqrt(max(1, len(outer)))
    together = np.concatenate([direct * length, outer * step * steps_length])
    unit = _finest_unit(np.concatenate([direct, outer * step]), bias, 0, together)
    return IntegerHead(
        np.rint(direct / unit), np.rint(bias / unit), np.rint(inner / inner_unit),
        np.rint(inner_bias / inner_unit), np.rint(outer * step / unit),
        shift=inner_unit / step, unit=unit,
    )  # fmt: skip


def _finest_unit(
    weights: Floats, bias: Floats, length: float, reach: Floats | None = None
) -> float:
    """The smallest power of two in which no weight is over 2048 and no sum over 2^24.

    By Cauchy and Schwarz, a sum is at most the input's `length` times the weights'.
    """
    if not weights.size:
        return 1.0
    reached = weights * length if reach is None else reach
    sums = np.linalg.norm(reached, axis=0) * math.sqrt(1 if reach is None else 2) + np.abs(bias)
    least = max(float(np.abs(weights).max()) / _LARGEST_WEIGHT, sums.max() / _LARGEST_EXACT_SUM)
    return 2.0 ** math.ceil(math.log2(max(least, 2.0**-40)))
