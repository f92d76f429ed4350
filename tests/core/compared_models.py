"""A small library of real files, and good and bad models for it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from onnx import ModelProto, TensorProto, helper
from PIL import Image

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import ENCODER, HASHER, MEMORY, read_bundle
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.comparison.comparison import compare
from desktop_app.core.indexing.indexer import index
from desktop_app.core.jobs.comparison_events import Comparison
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.own_models import remember_as_own
from tests.core import tiny_bundle
from tests.core.tiny_bundle import BITS, SIZE, Arrays


def library(files: LibraryFiles, folder: Path, photos: int) -> LibraryModels:
    """Index photos of random colours with the tiny model, whose codes distinguish colours."""
    shipped = tiny_bundle.write_folder(folder / "shipped", good(7))
    pictures = folder / "photos"
    pictures.mkdir()
    colours = np.random.default_rng(0).integers(20, 236, (photos, 3)).tolist()
    for number, colour in enumerate(colours):
        Image.new("RGB", (48, 36), tuple(colour)).save(pictures / f"{number:03}.png")
    for _ in index(files, Encoder(read_bundle(shipped)), [pictures]):
        pass
    return LibraryModels(files, shipped)


def add(models: LibraryModels, content: tiny_bundle.Files, model_id: str) -> str:
    """Add a model to those of the library, as if it was trained here, and return its id."""
    described = tiny_bundle.described(content, model_id=model_id)
    folder = tiny_bundle.write_folder(models.files.models / model_id, described)
    remember_as_own(read_bundle(folder))
    return model_id


def result(models: LibraryModels, model_id: str) -> Comparison:
    """Compare a model with the one in use."""
    *_, found = compare(models, model_id)
    assert isinstance(found, Comparison)
    return found


def good(seed: int) -> tiny_bundle.Files:
    """A model of random projections, which depend on the seed."""
    return _files(tiny_bundle.hasher(_head(seed)), tiny_bundle.encoder(_head(seed)))


def spoiled() -> tiny_bundle.Files:
    """A model whose bits flip with every small change of the descriptor: reproducible noise."""
    return _files(noise(), tiny_bundle.encoder())


def constant() -> tiny_bundle.Files:
    """A model with one code for all photos."""
    head = {"direct": np.zeros((SIZE, BITS), np.float32)}
    return _files(tiny_bundle.hasher(head), tiny_bundle.encoder(head))


def noise() -> ModelProto:
    nodes = [
        helper.make_node("Cast", ["descriptor"], ["d"], to=TensorProto.FLOAT),
        helper.make_node("MatMul", ["d", "wild"], ["angles"]),
        helper.make_node("Sin", ["angles"], ["logits"]),
    ]
    wild = np.random.default_rng(3).normal(0, 50, (SIZE, BITS)).astype(np.float32)
    return tiny_bundle.network(
        nodes,
        {"descriptor": (TensorProto.INT8, [SIZE])},
        {"logits": (TensorProto.FLOAT, [BITS])},
        {"wild": wild},
    )


def _head(seed: int) -> Arrays:
    return tiny_bundle.head_weights(seed)


def _files(hasher: ModelProto, encoder: ModelProto) -> tiny_bundle.Files:
    memory = np.random.default_rng(4).integers(-100, 101, (200, SIZE)).astype(np.int8)
    return tiny_bundle.described(
        {
            ENCODER: encoder.SerializeToString(),
            HASHER: hasher.SerializeToString(),
            MEMORY: tiny_bundle.npy(memory),
        }
    )
