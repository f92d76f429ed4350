import copy
from collections.abc import Iterator

import numpy as np
import onnxruntime
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor

from desktop_app.core.learning.linear_hash import LinearHash, itq
from tests.training.linear_heads import linear_head
from training.base.arrays import Floats
from training.networks.heads import IntegerHead, ResidualHead, integer_head
from training.shipping.export import hasher_bytes

SIZE, BITS = 32, 24
HIDDEN = [0, 64]


@pytest.fixture(autouse=True, scope="module")
def _one_thread() -> Iterator[None]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


def descriptors(count: int, seed: int = 0) -> Floats:
    """Clouds of int8 values as float32 [count, 32], as long as a Descriptor makes them."""
    rng = np.random.default_rng(seed)
    centres = np.random.default_rng(99).standard_normal((12, SIZE)) * 1.5
    points = centres[rng.integers(0, 12, count)] + rng.standard_normal((count, SIZE))
    unit = points / np.linalg.norm(points, axis=1, keepdims=True)
    scaled = np.rint(unit * 127 / 6 * SIZE**0.5)
    return np.asarray(scaled.clip(-127, 127), np.float32)


def trained(hidden: int) -> ResidualHead:
    """A head whose residual is as large as its rotation."""
    scale = 1 / float(descriptors(500).std())
    torch.manual_seed(0)
    head = ResidualHead(itq(descriptors(500) * scale, BITS, 10, 0), scale, hidden, 0.3)
    if head.layers is not None:
        torch.nn.init.normal_(head.layers[1].weight, std=0.1)
        torch.nn.init.normal_(head.layers[1].bias, std=0.1)
    return head.eval()


def logits_of(head: torch.nn.Module, rows: Floats) -> Floats:
    with torch.no_grad():
        logits: Floats = head(torch.from_numpy(rows)).numpy()
    return logits


def whole(tensor: object) -> NDArray[np.int64]:
    assert isinstance(tensor, Tensor)
    values = tensor.numpy()
    assert np.array_equal(values, np.rint(values))
    return values.astype(np.int64)


def test_training_starts_with_the_codes_of_the_linear_hash() -> None:
    rows = descriptors(300)
    scaled = rows * np.float32(1 / 20)
    start = itq(scaled, BITS, 10, 0)
    head = ResidualHead(start, 1 / 20, 64, 0.3).eval()
    assert np.allclose(logits_of(head, rows), start.logits(scaled), atol=1e-5)


def test_training_a_head_does_not_change_its_initial_hash() -> None:
    start = itq(descriptors(300), BITS, 10, 0)
    before = copy.deepcopy(start)
    head = ResidualHead(start, 1.0, 0, 0.0)
    with torch.no_grad():
        head.rotation.zero_()
    assert np.array_equal(start.weights, before.weights)


def test_a_head_takes_stored_descriptors_and_floats_alike() -> None:
    rows = torch.from_numpy(descriptors(20))
    head = trained(64)
    assert torch.equal(head(rows), head(rows.to(torch.int8)))


@pytest.mark.parametrize("hidden", HIDDEN)
def test_dropout_acts_in_training_alone(hidden: int) -> None:
    rows = torch.from_numpy(descriptors(20))
    head = trained(hidden)
    assert torch.equal(head(rows), head(rows))
    head.train()
    assert torch.equal(head(rows), head(rows)) == (hidden == 0)


@pytest.mark.parametrize("hidden", HIDDEN)
def test_integer_codes_are_those_of_the_trained_head(hidden: int) -> None:
    head = trained(hidden)
    exact = integer_head(head, descriptors(500))
    unseen = descriptors(4000, seed=5)
    learned, shipped = logits_of(head, unseen), logits_of(exact, unseen)
    assert ((learned > 0) == (shipped > 0)).mean() > 0.995
    scale = np.sqrt((learned**2).mean() / (shipped**2).mean())
    moved = np.sqrt(((learned - shipped * scale) ** 2).mean() / (learned**2).mean())
    assert moved < (0.02 if hidden else 0.002)


@pytest.mark.parametrize("hidden", HIDDEN)
def test_the_logits_are_about_one(hidden: int) -> None:
    exact = integer_head(trained(hidden), descriptors(500))
    size = np.sqrt((logits_of(exact, descriptors(500, seed=6)) ** 2).mean())
    assert size == pytest.approx(1, rel=0.05)


@pytest.mark.parametrize("hidden", HIDDEN)
def test_logits_are_sums_of_integers(hidden: int) -> None:
    head = integer_head(trained(hidden), descriptors(500))
    rows = descriptors(300, seed=7)
    d = rows.astype(np.int64)
    sums = d @ whole(head.direct) + whole(head.bias)
    if hidden:
        excited = np.maximum(d @ whole(head.inner) + whole(head.inner_bias), 0)
        steps = np.rint(excited.astype(np.float64) * head.shift).clip(max=127).astype(np.int64)
        assert steps.max() > 100
        sums = sums + steps @ whole(head.outer)
    assert np.array_equal(logits_of(head, rows), (sums * head.unit).astype(np.float32))


@pytest.mark.parametrize("hidden", HIDDEN)
def test_no_sum_can_leave_the_integers_of_float32(hidden: int) -> None:
    head = integer_head(trained(hidden), descriptors(500))
    d = np.abs(descriptors(4000, seed=8)).astype(np.int64)
    worst = d @ np.abs(whole(head.direct)) + np.abs(whole(head.bias))
    worst = worst + 127 * np.abs(whole(head.outer)).sum(axis=0)
    assert worst.max() < 2**24
    inner = d @ np.abs(whole(head.inner)) + np.abs(whole(head.inner_bias))
    assert inner.max(initial=0) < 2**24
    for weights in (head.direct, head.inner, head.outer):
        assert np.abs(whole(weights)).max(initial=0) <= 2048


@pytest.mark.parametrize("hidden", HIDDEN)
def test_shift_and_unit_are_powers_of_two(hidden: int) -> None:
    head = integer_head(trained(hidden), descriptors(500))
    assert np.frexp(head.shift)[0] == np.frexp(head.unit)[0] == 0.5


@pytest.mark.parametrize("hidden", HIDDEN)
def test_logits_do_not_depend_on_the_other_photos_of_the_batch(hidden: int) -> None:
    head = integer_head(trained(hidden), descriptors(500))
    rows = descriptors(64, seed=9)
    alone = np.concatenate([logits_of(head, row[None]) for row in rows])
    assert np.array_equal(logits_of(head, rows), alone)


@pytest.mark.parametrize("hidden", HIDDEN)
@pytest.mark.slow
def test_the_exported_head_gives_exactly_the_logits_of_torch(hidden: int) -> None:
    head = integer_head(trained(hidden), descriptors(500))
    rows = descriptors(300, seed=10)
    session = onnxruntime.InferenceSession(hasher_bytes(head))
    (found,) = session.run(["logits"], {"descriptor": rows.astype(np.int8)})
    assert np.array_equal(found, logits_of(head, rows))


def test_a_linear_hash_in_integers_keeps_its_codes_whatever_the_size_of_its_columns() -> None:
    rows = descriptors(500)
    hashing = itq(rows, BITS, 10, 0)
    small = LinearHash(hashing.mean, hashing.weights * np.float32(1e-6))
    found, expected = logits_of(linear_head(small, rows), rows), hashing.logits(rows)
    assert ((found > 0) == (expected > 0)).mean() > 0.998
    assert np.sqrt((found**2).mean()) == pytest.approx(1, rel=0.01)


def test_a_linear_head_subtracts_the_mean() -> None:
    rows = descriptors(500)
    middle = np.full(SIZE, 7, np.float32)
    hashing = LinearHash(middle, itq(rows, BITS, 10, 0).weights)
    found = logits_of(linear_head(hashing, rows), rows)
    assert ((found > 0) == (hashing.logits(rows) > 0)).mean() > 0.998


def test_rounding_does_not_change_the_trained_head() -> None:
    head = trained(64)
    before = copy.deepcopy(head.state_dict())
    assert isinstance(integer_head(head, descriptors(500)), IntegerHead)
    assert all(torch.equal(value, before[name]) for name, value in head.state_dict().items())


def test_a_head_is_converted_as_it_is_used_even_while_it_is_trained() -> None:
    rows = descriptors(300)
    used, trains = integer_head(trained(64), rows), integer_head(trained(64).train(), rows)
    assert used.unit == trains.unit
    assert np.array_equal(logits_of(used, rows), logits_of(trains, rows))
