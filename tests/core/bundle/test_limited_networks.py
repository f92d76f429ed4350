"""The networks of a foreign model run in processes with limits, and give the same there."""

from __future__ import annotations

import gc
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import numpy as np
import psutil
import pytest
from onnx import helper

from desktop_app.core.base.errors import BundleError
from desktop_app.core.base.errors import BundleProblem as Why
from desktop_app.core.bundle import limited_networks
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.limited_networks import LimitedNetworks
from desktop_app.core.bundle.model_bundle import (
    ENCODER,
    HASHER,
    MAX_FILE_BYTES,
    ModelBundle,
    read_bundle,
)
from tests.core import lying_process
from tests.core.hostile_networks import swelling
from tests.core.tiny_bundle import (
    SIDE,
    SIZE,
    Files,
    encoder,
    hasher,
    tiny_files,
    with_network,
    write_folder,
)

pytestmark = pytest.mark.usefixtures("quick_trials")

PIXELS = np.random.default_rng(3).integers(0, 256, (SIDE, SIDE, 3), np.uint8)


def bundle(folder: Path, files: Files) -> ModelBundle:
    return read_bundle(write_folder(folder / "model", files))


def processes() -> set[int]:
    return {process.pid for process in psutil.Process().children(recursive=True)}


def why_not(made: ModelBundle) -> tuple[Why, str]:
    with pytest.raises(BundleError) as caught:
        Encoder(made, LimitedNetworks(made, seconds=2)).hash_descriptors(
            np.ones((1, SIZE), np.int8)
        )
    assert caught.value.folder == made.folder
    return caught.value.problem, caught.value.detail


def test_a_foreign_model_computes_what_it_computes_without_limits(tmp_path: Path) -> None:
    made = bundle(tmp_path, tiny_files())
    own, foreign = Encoder(made), Encoder(made, LimitedNetworks(made))
    assert foreign.bundle == own.bundle
    one, other = own.encode(PIXELS), foreign.encode(PIXELS)
    assert np.array_equal(one.descriptors, other.descriptors)
    assert np.array_equal(one.logits, other.logits)
    descriptors = np.random.default_rng(4).integers(-127, 128, (5000, SIZE), np.int8)
    hashed = foreign.hash_descriptors(descriptors)
    assert np.array_equal(own.hash_descriptors(descriptors), hashed)
    assert np.array_equal(own.previews(one.codes), foreign.previews(one.codes))
    assert foreign.hash_descriptors(descriptors[:0]).shape == (0, hashed.shape[1])


@pytest.mark.skipif(sys.platform != "linux", reason="only here a process's memory can be limited")
def test_a_model_of_16_kb_that_takes_gigabytes_is_refused_when_it_runs(tmp_path: Path) -> None:
    model = hasher()
    swelling(model)
    made = bundle(tmp_path, with_network(HASHER, model))
    assert made.hasher.stat().st_size < 16_000
    problem, detail = why_not(made)
    assert problem is Why.NOT_RUNNABLE
    assert "memory" in detail or "allocate" in detail


def test_a_model_is_checked_before_it_is_loaded(tmp_path: Path) -> None:
    model = encoder()
    model.graph.node.append(helper.make_node("NonZero", ["pixels"], ["places"]))
    made = bundle(tmp_path, with_network(ENCODER, model))
    assert why_not(made) == (
        Why.FORBIDDEN_NETWORK, "encoder.onnx: the operator 'NonZero' is not allowed",
    )  # fmt: skip


def test_a_network_that_was_exchanged_since_it_was_read_is_refused(tmp_path: Path) -> None:
    made = bundle(tmp_path, tiny_files())
    made.hasher.write_bytes(hasher({"direct": np.ones((SIZE, 16), np.float32)}).SerializeToString())
    assert why_not(made) == (Why.HASH_MISMATCH, HASHER)


def test_a_network_that_became_larger_than_allowed_since_is_refused(tmp_path: Path) -> None:
    made = bundle(tmp_path, tiny_files())
    with made.hasher.open("wb") as file:
        file.truncate(MAX_FILE_BYTES[HASHER] + 2**40)
    assert why_not(made) == (Why.HASH_MISMATCH, HASHER)


@pytest.mark.skipif(sys.platform != "linux", reason="the limits of a process are read in /proc")
def test_each_run_may_take_ten_seconds_of_a_processor(tmp_path: Path) -> None:
    made = bundle(tmp_path, tiny_files())
    first = LimitedNetworks(made)
    before = processes()
    second = LimitedNetworks(made)
    (number,) = processes() - before
    limits = Path(f"/proc/{number}/limits").read_text("ascii").splitlines()
    (seconds,) = [int(line.split()[3]) for line in limits if line.startswith("Max cpu time")]
    assert seconds in (11, 12), "what it has used before is rounded up"
    del first, second


def test_a_process_that_dies_is_an_error_and_the_next_run_has_another_one(tmp_path: Path) -> None:
    made = bundle(tmp_path, tiny_files())
    before = processes()
    foreign = Encoder(made, LimitedNetworks(made))
    expected = foreign.encode(PIXELS).logits
    for number in processes() - before:
        with suppress(psutil.NoSuchProcess):
            psutil.Process(number).kill()
    with pytest.raises(BundleError) as caught:
        foreign.encode(PIXELS)
    assert (caught.value.problem, caught.value.detail) == (Why.NOT_RUNNABLE, "it crashed")
    assert np.array_equal(foreign.encode(PIXELS).logits, expected)


@pytest.mark.parametrize("answer", lying_process.ANSWERS)
def test_an_answer_that_no_network_gives_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    monkeypatch.setattr(limited_networks, "_serve", lying_process.serve)
    made = bundle(tmp_path, tiny_files(trained_on=answer))
    assert why_not(made) == (Why.NOT_RUNNABLE, "it crashed")


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be stopped there")
def test_a_process_that_does_not_answer_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = bundle(tmp_path, tiny_files())
    before = processes()
    foreign = Encoder(made, LimitedNetworks(made))
    monkeypatch.setattr(limited_networks, "_MAX_WAIT_SECONDS", 0.1)
    for number in processes() - before:
        with suppress(psutil.NoSuchProcess):
            psutil.Process(number).suspend()
    with pytest.raises(BundleError) as caught:
        foreign.encode(PIXELS)
    assert caught.value.detail == "it does not answer"


def test_threads_run_a_model_at_the_same_time_and_its_processes_end_with_it(tmp_path: Path) -> None:
    made = bundle(tmp_path, tiny_files())
    foreign = LimitedNetworks(made)
    rows = np.ones((1, SIZE), np.int8)
    (expected,) = foreign.run(HASHER, rows)
    with ThreadPoolExecutor(3) as pool:
        found = [pool.submit(foreign.run, HASHER, rows) for _ in range(6)]
        assert all(np.array_equal(each.result()[0], expected) for each in found)
    started = processes()
    del foreign, found
    gc.collect()
    assert processes() < started


def test_an_answer_that_is_not_finite_is_refused_of_any_model(tmp_path: Path) -> None:
    """A network whose logits are 0 / 0 for a descriptor of zeros, and only for that one."""
    model = hasher()
    model.graph.node[-1].output[0] = "sums"
    model.graph.node.append(helper.make_node("Div", ["sums", "sums"], ["ones"]))
    model.graph.node.append(helper.make_node("Mul", ["sums", "ones"], ["logits"]))
    made = bundle(tmp_path, with_network(HASHER, model))
    for each in (Encoder(made), Encoder(made, LimitedNetworks(made))):
        assert np.isfinite(each.hash_descriptors(np.ones((1, SIZE), np.int8))).all()
        with pytest.raises(BundleError) as caught:
            each.hash_descriptors(np.zeros((1, SIZE), np.int8))
        assert caught.value.problem is Why.WRONG_ANSWERS
        assert caught.value.detail == "hasher.onnx: values that are not finite"
