"""Run a bundle's networks once in a process of its own, before anything relies on them.

A graph from a stranger may crash the runtime, hang, or ask for all memory. Even reading it takes
place in that process, which may write no file. What it says is text, and is taken for no more.
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
_LONGEST_ANSWER_BYTES = 2**16

Arrays = Mapping[str, NDArray[Any]]


def try_out(bundle: ModelBundle, seconds: float = TRIAL_SECONDS) -> None:
    """Check and run the networks of a bundle whose files are checked. Raises BundleError."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(bundle, theirs, seconds), daemon=True)
    process.start()
    theirs.close()
    try:
        problem, detail = _answer(ours, seconds)
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()
    if problem is not None:
        raise BundleError(bundle.folder, problem, detail)


def _answer(ours: Connection, seconds: float) -> tuple[BundleProblem | None, str]:
    """What the child found; a child that says nothing in time, or nonsense, found the worst."""
    if not ours.poll(seconds):
        return BundleProblem.NOT_RUNNABLE, "it takes too long"
    try:
        problem, detail = json.loads(ours.recv_bytes(_LONGEST_ANSWER_BYTES))
        return (BundleProblem(problem) if problem else None), str(detail)
    except (EOFError, OSError, ValueError, TypeError):
        return BundleProblem.NOT_RUNNABLE, "it crashes"


def _child(bundle: ModelBundle, theirs: Connection, seconds: float) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # its last words would puzzle a user
    _limit(seconds)
    try:
        _check(bundle)
        answer = ("", "")
    except BundleError as error:
        answer = (error.problem.value, error.detail[:1000])
    except MemoryError:
        answer = (BundleProblem.NOT_RUNNABLE.value, "it takes too much memory")
    theirs.send_bytes(json.dumps(answer).encode())


def _limit(seconds: float) -> None:
    """Where the system can: so much memory and time, and not a byte into any file."""
    if sys.platform == "linux":
        import resource

        memory = psutil.Process().memory_info().vms + _MEMORY_BYTES
        for kind, most in (
            (resource.RLIMIT_AS, memory),
            (resource.RLIMIT_CPU, int(seconds) + 1),  # should the parent die
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            resource.setrlimit(kind, (most, most))


def _check(bundle: ModelBundle) -> None:
    from desktop_app.core.bundle.network_check import check_networks

    check_networks(bundle)
    rng = np.random.default_rng(0)
    _try_hashing(bundle, rng)
    if bundle.manifest.preview_size is not None:
        _try_drawing(bundle, rng, bundle.manifest.preview_size)


def _try_hashing(bundle: ModelBundle, rng: np.random.Generator) -> None:
    """The encoder's logits are to be those that the hasher gives for its descriptor."""
    manifest, side = bundle.manifest, bundle.manifest.image_size
    encoder, hasher = _Network(bundle, ENCODER), _Network(bundle, HASHER)
    for photos in (1, 2):
        pixels = rng.integers(0, 256, (photos, side, side, 3), np.uint8)
        described = encoder.run({"pixels": pixels}, _described(manifest, photos))
        hashed = hasher.run({"descriptor": described["descriptor"]}, _logits(manifest, photos))
        if not np.array_equal(hashed["logits"], described["logits"]):
            detail = "the encoder and the hasher disagree"
            raise BundleError(bundle.folder, BundleProblem.WRONG_ANSWERS, detail)
    # A library is hashed again by the page.
    size = (PAGE_ROWS, manifest.descriptor_size)
    hasher.run({"descriptor": rng.integers(-127, 128, size, np.int8)}, _logits(manifest, PAGE_ROWS))


def _try_drawing(bundle: ModelBundle, rng: np.random.Generator, side: int) -> None:
    bits = bundle.manifest.code_bits
    generator = _Network(bundle, GENERATOR)
    for codes in (1, 2):
        signs = rng.choice(np.array([-1, 1], np.float32), (codes, bits))
        generator.run({"codes": signs}, {"pictures": np.empty((codes, side, side, 3), np.uint8)})


def _described(manifest: Manifest, photos: int) -> Arrays:
    descriptor = np.empty((photos, manifest.descriptor_size), np.int8)
    return {"descriptor": descriptor, **_logits(manifest, photos)}


def _logits(manifest: Manifest, photos: int) -> Arrays:
    return {"logits": np.empty((photos, manifest.code_bits), np.float32)}


class _Network:
    """One of the bundle's, whose answers are checked."""

    def __init__(self, bundle: ModelBundle, name: str) -> None:
        from desktop_app.core.bundle.encoder import open_session

        self._bundle, self._name = bundle, name
        self._session = open_session(bundle, bundle.folder / name)

    def run(self, given: Arrays, like: Arrays) -> Arrays:
        """Answers by name, of the types and shapes of `like`, and finite. Raises BundleError."""
        from desktop_app.core.bundle.encoder import REFUSALS

        try:
            values = self._session.run(list(like), dict(given))
        except REFUSALS as error:
            raise self._error(BundleProblem.NOT_RUNNABLE, str(error)) from error
        found: Arrays = dict(zip(like, values, strict=True))
        for name, wanted in like.items():
            value = found[name]
            if value.dtype != wanted.dtype or value.shape != wanted.shape:
                raise self._error(BundleProblem.WRONG_SHAPES, name)
            if not np.isfinite(value).all():
                raise self._error(BundleProblem.WRONG_ANSWERS, "numbers that are none")
        return found

    def _error(self, problem: BundleProblem, detail: str) -> BundleError:
        return BundleError(self._bundle.folder, problem, f"{self._name}: {detail}")
