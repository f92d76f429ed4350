from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from desktop_app.core.base.codes import Logits
from tests.training.small_tasks import PREVIEW_SIDE, RECIPE, small_task
from training.learning.predecessor import Predecessor, translate_generator
from training.learning.train_model import TrainedModel, TrainingTask, train_model
from training.learning.trainer import run_to_completion
from training.networks.generator import Generator

OLD_BITS, NEW_BITS, WIDTH = 16, 24, 4
LONG = replace(RECIPE, codes=replace(RECIPE.codes, epochs=0))


@pytest.fixture(autouse=True, scope="module")
def _one_thread() -> Iterator[None]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


def codes(count: int, bits: int) -> Tensor:
    seeded = torch.Generator().manual_seed(0)
    return torch.randint(0, 2, (count, bits), generator=seeded) * 2.0 - 1


def a_generator(bits: int = OLD_BITS) -> Generator:
    torch.manual_seed(0)
    generator = Generator(bits, PREVIEW_SIDE, WIDTH)
    for parameter in generator.parameters():
        nn.init.normal_(parameter, std=0.1)
    return generator


def drawn(generator: Generator, of: Tensor) -> Tensor:
    with torch.no_grad():
        pictures: Tensor = generator(of)
    return pictures


def test_a_code_that_contains_the_old_one_is_drawn_as_before() -> None:
    new = codes(20_000, NEW_BITS)
    places = torch.randperm(NEW_BITS)[:OLD_BITS]
    old = -new[:, places]
    generator = a_generator()
    heir = translate_generator(generator, old, new)
    assert (drawn(heir, new[:50]) - drawn(generator, old[:50])).abs().max() < 0.02


def test_bits_that_say_nothing_of_the_old_ones_hardly_change_the_picture() -> None:
    count = 20_000
    old, new = codes(count, OLD_BITS), codes(2 * count, NEW_BITS)[count:]
    generator = a_generator()
    spread = drawn(translate_generator(generator, old, new), new[:50]).std(0).mean()
    assert spread < 0.5 * drawn(generator, old[:50]).std(0).mean()


def first_loss(task: TrainingTask) -> float:
    return next(iter(train_model(task))).losses["perceptual"]


@pytest.mark.slow
def test_a_generator_that_is_trained_further_is_better_than_a_new_one(tmp_path: Path) -> None:
    longer = replace(LONG, generator=replace(LONG.generator, epochs=12))
    before = run_to_completion(train_model(small_task(tmp_path / "before", longer)))
    other_bits = replace(LONG, code_bits=16, generator=replace(LONG.generator, epochs=1))
    task = small_task(tmp_path / "new", other_bits)
    heir = replace(task, folder=tmp_path / "heir", predecessor=as_predecessor(before))
    assert first_loss(heir) < 0.5 * first_loss(task)


@pytest.mark.slow
def test_a_predecessor_of_another_side_is_left_alone(tmp_path: Path) -> None:
    short = replace(LONG, generator=replace(LONG.generator, epochs=1))
    before = run_to_completion(train_model(small_task(tmp_path / "before", short)))
    wider = replace(before, generator=Generator(RECIPE.code_bits, 2 * PREVIEW_SIDE, WIDTH))
    task = replace(small_task(tmp_path / "new", short), predecessor=as_predecessor(wider))
    learned = run_to_completion(train_model(task))
    assert learned.generator is not None
    assert learned.generator.side == PREVIEW_SIDE


@pytest.mark.slow
def test_a_predecessor_of_half_the_width_is_widened(tmp_path: Path) -> None:
    longer = replace(LONG, generator=replace(LONG.generator, epochs=12))
    before = run_to_completion(train_model(small_task(tmp_path / "before", longer)))
    wide = replace(LONG, generator=replace(LONG.generator, epochs=1, width=2 * WIDTH))
    task = small_task(tmp_path / "new", wide)
    heir = replace(task, folder=tmp_path / "heir", predecessor=as_predecessor(before))
    assert first_loss(heir) < 0.5 * first_loss(task)


def as_predecessor(learned: TrainedModel) -> Predecessor:
    assert learned.generator is not None

    def hashed(descriptors: NDArray[np.int8]) -> Logits:
        with torch.no_grad():
            logits: Logits = learned.network.head(torch.from_numpy(descriptors)).numpy()
        return logits

    return Predecessor(learned.generator, hashed)
