"""Run the networks of an imported bundle once, in a sandboxed child process.

A hostile graph may crash the runtime, hang, or allocate all memory. The child also parses the
graphs, and may not write files. Its answer is treated as untrusted text.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
from collections.abc import Mapping
from multiprocessing.connection import Connection
from typing import Any

import numpy as np
import psutil
from numpy.typing import NDArray

from desktop_app.core.base.codes import PAGE_ROWS
from desktop_app.core.base.errors import BundleError, BundleProblem
from desktop_app.core.bundle.model_bundle import ENCODER, GENERATOR, HASHER, Manifest, ModelBundle

TRIAL_SECONDS = 60
_MEMORY_BYTES = 4 * 2**30
_MAX_ANSWER_BYTES = 2**16

Arrays = Mapping[str, NDArray[Any]]


def run_trial(bundle: ModelBundle, seconds: float = TRIAL_SECONDS) -> None:
    """Check and run the networks of a bundle, within a time limit. Raises BundleError."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(bundle, sender, seconds), daemon=True)
    process.start()
    sender.close()
    try:
        problem, detail = _receive_answer(receiver, seconds)
    finally:
        process.kill()
        process.join()
        process.close()
        receiver.close()
    if problem is not None:
        raise BundleError(bundle.folder, problem, detail)


def _receive_answer(receiver: Connection, seconds: float) -> tuple[BundleProblem | None, str]:
    """The problem that the child has found. A timeout or malformed output counts as a failure."""
    if not receiver.poll(seconds):
        return BundleProblem.NOT_RUNNABLE, "it runs too long"
    try:
        problem, detail = json.loads(receiver.recv_bytes(_MAX_ANSWER_BYTES))
        return (BundleProblem(problem) if problem else None), str(detail)
    except (EOFError, OSError, ValueError, TypeError):
        return BundleProblem.NOT_RUNNABLE, "it crashed"


def _child(bundle: ModelBundle, sender: Connection, seconds: float) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # its errors are expected
    _limit_resources(seconds)
    try:
        _check(bundle)
        answer = ("", "")
    except BundleError as error:
        answer = (error.problem.value, error.detail[:1000])
    except MemoryError:
        answer = (BundleProblem.NOT_RUNNABLE.value, "it needs too much memory")
    sender.send_bytes(json.dumps(answer).encode())


def _limit_resources(seconds: float) -> None:
    """Limit memory and processor time, and forbid writing to files; on Linux only."""
    if sys.platform == "linux":
        import resource

        memory = psutil.Process().memory_info().vms + _MEMORY_BYTES
        for kind, limit in (
            (resource.RLIMIT_AS, memory),
            (resource.RLIMIT_CPU, int(seconds) + 1),  # in case the parent dies
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            resource.setrlimit(kind, (limit, limit))


def _check(bundle: ModelBundle) -> None:
    from desktop_app.core.bundle.network_check import check_networks

    check_networks(bundle)
    rng = np.random.default_rng(0)
    _run_encoder_and_hasher(bundle, rng)
    if bundle.manifest.preview_size is not None:
        _run_generator(bundle, rng, bundle.manifest.preview_size)


def _run_encoder_and_hasher(bundle: ModelBundle, rng: np.random.Generator) -> None:
    """Check that the hasher computes the encoder's logits from the encoder's descriptors."""
    manifest, side = bundle.manifest, bundle.manifest.image_size
    encoder, hasher = _Network(bundle, ENCODER), _Network(bundle, HASHER)
    for photos in (1, 2):
        pixels = rng.integers(0, 256, (photos, side, side, 3), np.uint8)
        encoded = encoder.run({"pixels": pixels}, _encoder_outputs(manifest, photos))
        hashed = hasher.run(
            {"descriptor": encoded["descriptor"]}, _hasher_outputs(manifest, photos)
        )
        if not np.array_equal(hashed["logits"], encoded["logits"]):
            detail = "the encoder and the hasher give different codes"
            raise BundleError(bundle.folder, BundleProblem.WRONG_ANSWERS, detail)
    # Libraries are hashed in pages.
    size = (PAGE_ROWS, manifest.descriptor_size)
    descriptors = rng.integers(-127, 128, size, np.int8)
    hasher.run({"descriptor": descriptors}, _hasher_outputs(manifest, PAGE_ROWS))


def _run_generator(bundle: ModelBundle, rng: np.random.Generator, side: int) -> None:
    bits = bundle.manifest.code_bits
    generator = _Network(bundle, GENERATOR)
    for codes in (1, 2):
        signs = rng.choice(np.array([-1, 1], np.float32), (codes, bits))
        generator.run({"codes": signs}, {"pictures": np.empty((codes, side, side, 3), np.uint8)})


def _encoder_outputs(manifest: Manifest, photos: int) -> Arrays:
    descriptor = np.empty((photos, manifest.descriptor_size), np.int8)
    return {"descriptor": descriptor, **_hasher_outputs(manifest, photos)}


def _hasher_outputs(manifest: Manifest, photos: int) -> Arrays:
    return {"logits": np.empty((photos, manifest.code_bits), np.float32)}


class _Network:
    """A network of the bundle, whose outputs are checked."""

    def __init__(self, bundle: ModelBundle, name: str) -> None:
        from desktop_app.core.bundle.encoder import open_session

        self._bundle, self._name = bundle, name
        self._session = open_session(bundle, bundle.folder / name)

    def run(self, inputs: Arrays, expected: Arrays) -> Arrays:
        """Run the network. Raises BundleError where it fails, or where an output is not finite, or
        differs from those of `expected` in shape or dtype.
        """
        from desktop_app.core.bundle.encoder import RUNTIME_ERRORS

        try:
            values = self._session.run(list(expected), dict(inputs))
        except RUNTIME_ERRORS as error:
            raise self._error(BundleProblem.NOT_RUNNABLE, str(error)) from error
        outputs: Arrays = dict(zip(expected, values, strict=True))
        for name, value in outputs.items():
            self._check_output(name, value, expected[name])
        return outputs

    def _check_output(self, name: str, value: NDArray[Any], expected: NDArray[Any]) -> None:
        if value.dtype != expected.dtype or value.shape != expected.shape:
            raise self._error(BundleProblem.WRONG_SHAPES, name)
        if not np.isfinite(value).all():
            raise self._error(BundleProblem.WRONG_ANSWERS, "values that are not finite")

    def _error(self, problem: BundleProblem, detail: str) -> BundleError:
        return BundleError(self._bundle.folder, problem, f"{self._name}: {detail}")
