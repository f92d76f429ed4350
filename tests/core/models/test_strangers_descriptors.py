"""A model that lies about its descriptors cannot spoil those of a library."""

from __future__ import annotations

from pathlib import Path

import pytest
from onnx import ModelProto, helper
from PIL import Image

from desktop_app.core.base.errors import BundleError, BundleProblem
from desktop_app.core.bundle.model_bundle import ENCODER, HASHER
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.indexer import index
from desktop_app.core.jobs.progress import IndexSummary
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.model_exchange import import_model
from desktop_app.core.models.model_use import use_model
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.search.code_index import Query
from desktop_app.core.search.photo_search import PhotoSearch
from tests.core import tiny_bundle
from tests.core.tiny_bundle import (
    MODEL_ID,
    described,
    head_weights,
    tiny_files,
    write_folder,
    write_zip,
)

NEGATED, RETRAINED = "negated-16", "retrained-16"
COLOURS = [(200, 30, 40), (20, 180, 60), (60, 70, 220)]


def negated_encoder() -> ModelProto:
    """An encoder whose descriptors are those of the tiny one with the other sign."""
    model = tiny_bundle.encoder()
    nodes = list(model.graph.node)
    place = next(at for at, node in enumerate(nodes) if node.op_type == "Round")
    nodes[place].output[0] = "before"
    nodes.insert(place + 1, helper.make_node("Neg", ["before"], ["rounded"]))
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    return model


def add(models: LibraryModels, model_id: str, files: tiny_bundle.Files) -> None:
    write_folder(models.files.models / model_id, described(files, model_id=model_id))


@pytest.fixture
def models(files: LibraryFiles, tmp_path: Path) -> LibraryModels:
    """Of a library of three photos."""
    models = LibraryModels(files, write_folder(tmp_path / "shipped", tiny_files()))
    (tmp_path / "photos").mkdir()
    for number, colour in enumerate(COLOURS):
        Image.new("RGB", (48, 36), colour).save(tmp_path / "photos" / f"{number}.png")
    assert index_again(models, tmp_path / "photos") == 3
    return models


def index_again(models: LibraryModels, *folders: Path) -> int:
    """Index with the model in use; return the number of photos that were read."""
    with Catalogue(models.files) as catalogue:
        encoder = models.open(models.in_use(catalogue))
    *_, summary = index(models.files, encoder, list(folders), threads=1)
    assert isinstance(summary, IndexSummary)
    return summary.indexed


def switch(models: LibraryModels, model_id: str) -> int:
    """Switch to a model and index; return the number of photos that were read again."""
    list(use_model(models, model_id))
    return index_again(models)


def distances_of_own_files(models: LibraryModels) -> list[int]:
    """How far each photo's own file is found."""
    with Catalogue(models.files) as catalogue:
        encoder = models.open(models.in_use(catalogue))
        search = PhotoSearch(catalogue, encoder, PhotoReader())
        search.refresh()
        photos = catalogue.photos(search.codes.ids.tolist())
        found = []
        for photo in photos:
            result = search.search(Query(search.logits_of_file(photo.path)), 3)
            found += [f.match.distance for f in result.found if f.photo.path == photo.path]
    return found


@pytest.mark.slow
def test_a_negated_encoder_of_a_known_name_leaves_nothing_behind(models: LibraryModels) -> None:
    add(models, NEGATED, {**tiny_files(), ENCODER: negated_encoder().SerializeToString()})
    assert switch(models, NEGATED) == 3
    assert switch(models, MODEL_ID) == 3
    with Catalogue(models.files) as catalogue:
        models.delete(NEGATED, catalogue)
    assert distances_of_own_files(models) == [0, 0, 0]


@pytest.mark.slow
def test_it_leaves_nothing_behind_in_a_library_of_an_earlier_version(models: LibraryModels) -> None:
    """Such a library does not know which network has made its descriptors."""
    with Catalogue(models.files) as catalogue:
        catalogue.connection.execute("DELETE FROM meta WHERE key NOT IN ('model_id', 'code_bits')")
    lie = {"descriptor_graph": models.open(models.find(MODEL_ID)).bundle.manifest.descriptor_graph}
    files = {**tiny_files(), ENCODER: negated_encoder().SerializeToString()}
    write_folder(models.files.models / NEGATED, described(files, model_id=NEGATED, **lie))
    assert switch(models, NEGATED) == 3
    assert switch(models, MODEL_ID) == 3
    assert distances_of_own_files(models) == [0, 0, 0]


@pytest.mark.slow
def test_a_model_whose_encoder_was_exchanged_makes_its_descriptors_anew(
    models: LibraryModels,
) -> None:
    add(models, RETRAINED, tiny_files())
    assert switch(models, RETRAINED) == 0
    folder = models.find(RETRAINED).folder
    files = {**tiny_files(), ENCODER: negated_encoder().SerializeToString()}
    for name, content in described(files, model_id=RETRAINED).items():
        (folder / name).write_bytes(content)
    assert index_again(models) == 3
    assert distances_of_own_files(models) == [0, 0, 0]


@pytest.mark.slow
def test_a_library_of_an_earlier_version_is_not_read_again(models: LibraryModels) -> None:
    with Catalogue(models.files) as catalogue:
        catalogue.connection.execute("DELETE FROM meta WHERE key NOT IN ('model_id', 'code_bits')")
    assert index_again(models) == 0
    head = head_weights(5)
    networks = {
        ENCODER: tiny_bundle.encoder(head).SerializeToString(),
        HASHER: tiny_bundle.hasher(head).SerializeToString(),
    }
    add(models, RETRAINED, {**tiny_files(), **networks})
    assert switch(models, RETRAINED) == 0
    assert distances_of_own_files(models) == [0, 0, 0]


@pytest.fixture
def bare(files: LibraryFiles, tmp_path: Path) -> LibraryModels:
    """Of a library without photos."""
    return LibraryModels(files, write_folder(tmp_path / "shipped", tiny_files()))


def exported(path: Path, encoder: ModelProto, **manifest: object) -> Path:
    files = {**tiny_files(), ENCODER: encoder.SerializeToString()}
    return write_zip(path, described(files, model_id=NEGATED, **manifest))


@pytest.mark.usefixtures("quick_trials")
def test_an_import_that_makes_other_descriptors_than_its_namesake_is_refused(
    bare: LibraryModels, tmp_path: Path
) -> None:
    with pytest.raises(BundleError) as caught:
        import_model(bare, exported(tmp_path / "given", negated_encoder()))
    assert caught.value.problem is BundleProblem.WRONG_ANSWERS
    assert caught.value.detail == f"its descriptors are not those of {MODEL_ID}, as it says"
    assert [model.model_id for model in bare.all()] == [MODEL_ID]


@pytest.mark.usefixtures("quick_trials")
def test_an_import_of_descriptors_of_its_own_may_make_any(
    bare: LibraryModels, tmp_path: Path
) -> None:
    given = exported(tmp_path / "given", negated_encoder(), descriptor_id="own-8")
    assert import_model(bare, given).is_new


@pytest.mark.usefixtures("quick_trials")
def test_an_import_that_was_exported_anew_keeps_its_descriptors_apart(
    bare: LibraryModels, tmp_path: Path
) -> None:
    """It makes the same ones of the fixed pictures; who knows what it makes of others."""
    again = tiny_bundle.encoder()
    again.graph.node.append(helper.make_node("Identity", ["colour"], ["unused"]))
    rounded = next(node for node in again.graph.node if node.op_type == "Round")
    rounded.op_type, rounded.input[0] = "Identity", "clipped"
    imported = import_model(bare, exported(tmp_path / "given", again))
    assert imported.is_new
    shipped = bare.open(bare.find(MODEL_ID)).bundle.manifest
    assert not imported.bundle.manifest.shares_descriptors(shipped)


@pytest.mark.usefixtures("quick_trials")
def test_an_import_that_lies_about_its_network_is_refused(
    bare: LibraryModels, tmp_path: Path
) -> None:
    graph = bare.open(bare.find(MODEL_ID)).bundle.manifest.descriptor_graph
    with pytest.raises(BundleError) as caught:
        import_model(bare, exported(tmp_path / "x", negated_encoder(), descriptor_graph=graph))
    assert (caught.value.problem, caught.value.detail) == (BundleProblem.HASH_MISMATCH, ENCODER)
