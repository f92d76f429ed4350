"""Models from a stranger: imported, and if that succeeds, used."""

from __future__ import annotations

import io
import multiprocessing
import shutil
import zipfile
from pathlib import Path
from random import Random

import numpy as np
import onnx

from desktop_app.core.base.codes import PAGE_ROWS
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import ENCODER, GENERATOR, HASHER, MANIFEST, MEMORY
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.model_exchange import import_model
from tests.core.tiny_bundle import Files, described, tiny_files
from tests.fuzz.guard import Guard
from tests.fuzz.json_mutations import mutated_json
from tests.fuzz.mutations import mutated
from tests.fuzz.onnx_mutations import mutate_network
from tests.fuzz.told import told

_PRELOADED = [
    "desktop_app.core.bundle.encoder",
    "desktop_app.core.bundle.network_process",
    "desktop_app.core.bundle.network_process",
]


class BundlesTarget:
    """Each is imported into one library, and deleted again."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._seed = seed
        self._source = folder / "temporary" / "given.lookalike-model"
        self._files = LibraryFiles(folder / "library")
        self._files.create()
        Catalogue(self._files).close()
        self._valid = tiny_files()
        _fork_trials()

    def attempt(self, number: int, guard: Guard) -> str:
        """Break a model file, import it, and use what was imported."""
        random = Random(f"{self._seed}-{number}")
        self._source.write_bytes(_broken_archive(self._valid, random))
        with guard.watching():
            return self._import_and_use()

    def _import_and_use(self) -> str:
        models, imported = LibraryModels(self._files), []
        if problem := told(lambda: imported.append(import_model(models, self._source))):
            return problem
        try:
            return told(lambda: _use(models.open(imported[0].bundle))) or "imported and used"
        finally:
            shutil.rmtree(self._files.models)


def _fork_trials() -> None:
    """Fork the processes of trials from one that has imported the libraries, which saves time."""
    multiprocessing.set_forkserver_preload(_PRELOADED)
    context = multiprocessing.get_context("forkserver")
    multiprocessing.get_context = lambda _=None: context  # type: ignore[assignment]


def _use(encoder: Encoder) -> None:
    """Encode a black, a white and a noisy picture, a page of descriptors, and two codes."""
    manifest = encoder.bundle.manifest
    side, rng = manifest.image_size, np.random.default_rng(0)
    for pixels in (
        np.zeros((side, side, 3), np.uint8),
        np.full((side, side, 3), 255, np.uint8),
        rng.integers(0, 256, (side, side, 3), np.uint8),
    ):
        encoded = encoder.encode(pixels)
        assert np.isfinite(encoded.logits).all(), "logits that are not finite"
        assert np.array_equal(encoder.hash_descriptors(encoded.descriptors), encoded.logits)
    page = rng.integers(-127, 128, (PAGE_ROWS, manifest.descriptor_size), np.int8)
    assert np.isfinite(encoder.hash_descriptors(page)).all(), "logits that are not finite"
    if encoder.bundle.generator is not None:
        signs = rng.choice(np.array([-1, 1], np.float32), (2, manifest.code_bits))
        encoder.pictures(signs)


def _broken_archive(valid: Files, random: Random) -> bytes:
    kind = random.random()
    files = dict(valid)
    if kind < 0.75:
        _break_networks(files, random)
        files = described({name: data for name, data in files.items() if name != MANIFEST})
    elif kind < 0.87:
        files[MANIFEST] = mutated_json(files[MANIFEST], files[MANIFEST], random)
    elif kind < 0.92:
        files[MEMORY] = mutated(files[MEMORY], files[MEMORY], random)
        files = described({name: data for name, data in files.items() if name != MANIFEST})
    content = _zipped(files)
    return content if kind < 0.92 else mutated(content, content, random)


def _break_networks(files: Files, random: Random) -> None:
    """The encoder and the hasher get the same change where they have the same operators."""
    names = random.choice(([ENCODER], [HASHER], [GENERATOR], [ENCODER, HASHER], [ENCODER, HASHER]))
    seed = random.random()
    for name in names:
        if random.random() < 0.1:
            files[name] = mutated(files[name], files[HASHER], random)
            continue
        model = onnx.load_model_from_string(files[name])
        _mutate(model, Random(seed))
        files[name] = model.SerializeToString()


def _mutate(model: onnx.ModelProto, random: Random) -> None:
    try:
        mutate_network(model, random)
    except (ValueError, TypeError, IndexError, StopIteration):
        return  # the change does not fit this network


def _zipped(files: Files) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return data.getvalue()
