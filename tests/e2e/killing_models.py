"""Kill what makes and changes models at random moments, and see that nothing is lost."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import onnx
from onnx import numpy_helper

from desktop_app.core.base.codes import pack
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import ENCODER, HASHER, read_bundle, write_bundle
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.descriptors import descriptor_batches
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.requests import TrainRequest, encode_request
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.retraining import Retraining, RetrainingPhase
from tests.e2e.killing import soundness


def models_of(files: LibraryFiles) -> LibraryModels:
    return LibraryModels(files, default_bundle())


def add_second_model(files: LibraryFiles) -> str:
    """The shipped model with all bits the other way round; gives its id."""
    shipped = read_bundle(default_bundle())
    content = {name: (shipped.folder / name).read_bytes() for name in shipped.manifest.files}
    for name in (ENCODER, HASHER):
        network = onnx.load_from_string(content[name])
        for tensor in network.graph.initializer:
            if tensor.name.removeprefix("head.") in ("bias", "direct.half"):
                turned = numpy_helper.from_array(-numpy_helper.to_array(tensor), tensor.name)
                tensor.CopyFrom(turned)
        content[name] = network.SerializeToString()
    model_id = f"turned-{shipped.manifest.model_id}"
    write_bundle(files.models / model_id, replace(shipped.manifest, model_id=model_id), content)
    return model_id


def use_command(files: LibraryFiles, model_id: str) -> list[str]:
    program = [sys.executable, "-m", "desktop_app", "model", "use", model_id]
    return [*program, "--library", str(files.folder)]


def train_command(files: LibraryFiles) -> list[str]:
    request = TrainRequest(files.folder, [], 64, minutes=None, previews=False, gentle=True)
    return [sys.executable, "-m", "training", "job", encode_request(request)]


def run(command: list[str]) -> None:
    """To its end. A job whose input ends is cancelled, so it has one that stays open."""
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    assert process.wait() == 0
    assert process.stdin is not None
    process.stdin.close()


def window_command(files: LibraryFiles) -> list[str]:
    return [sys.executable, "-m", "desktop_app", "--library", str(files.folder)]


def kill_again_and_again(
    command: list[str], kills: int, seconds: float, seed: int, check: Callable[[], None]
) -> int:
    """Kill each run at a random moment of its first `seconds`, and check; how many were hit."""
    rng = random.Random(seed)
    hits = 0
    for _ in range(kills):
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            process.wait(rng.uniform(0.0, seconds))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            hits += 1
        finally:
            assert process.stdin is not None
            process.stdin.close()
        check()
    return hits


def check_codes(files: LibraryFiles) -> None:
    """Every photo has the code that the model in use gives it, whichever that is."""
    assert soundness(files.folder) == "ok"
    with Catalogue(files) as catalogue:
        bundle = models_of(files).in_use(catalogue)
        assert bundle.manifest.model_id == catalogue.model_id
        encoder = Encoder(bundle)
        pages, _ = catalogue.code_pages(catalogue.model_id)
        for batch in descriptor_batches(catalogue, bundle.manifest.descriptor_id, 4096):
            expected = pack(encoder.hash_descriptors(batch.descriptors))
            by_page = {page.page: page for page in pages}
            for photo_id, code in zip(batch.ids, expected, strict=True):
                page = by_page[photo_id // 4096]
                assert page.flags[photo_id % 4096]
                assert (page.codes[photo_id % 4096] == code).all()


def check_training(files: LibraryFiles) -> None:
    """The library is whole, no model is half there, and the retraining can go on or is done."""
    check_codes(files)
    known = {model.model_id for model in models_of(files).all()}
    state = Retraining(files).state
    assert state.phase is not RetrainingPhase.RUNNING
    if state.phase is RetrainingPhase.FINISHED:
        assert state.result is not None
        assert state.result.model_id in known
