"""Models that come with a library from a stranger, beside those that were trained here."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import numpy as np
import psutil
import pytest
from onnx import helper, numpy_helper
from PIL import Image

import desktop_app
from desktop_app.core.base.errors import BundleError, PhotoError, PhotoProblem
from desktop_app.core.base.errors import BundleProblem as Why
from desktop_app.core.base.paths import own_models_file
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import (
    ENCODER,
    HASHER,
    MAX_FILE_BYTES,
    read_bundle,
)
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import list_failures
from desktop_app.core.indexing.indexer import index
from desktop_app.core.jobs.progress import IndexSummary
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.model_use import use_model
from desktop_app.core.models.own_models import is_own, remember_as_own, remember_trained
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.search.photo_search import PhotoSearch
from desktop_app.sentences.errors import error_message
from tests.core import tiny_bundle
from tests.core.tiny_bundle import CARD, MODEL_ID, Files, described, tiny_files, write_folder

STRANGER = "stranger-16"

pytestmark = pytest.mark.usefixtures("quick_trials")


@pytest.fixture
def models(files: LibraryFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LibraryModels:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return LibraryModels(files, write_folder(tmp_path / "shipped", tiny_files()))


def add(models: LibraryModels, files: Files) -> None:
    write_folder(models.files.models / STRANGER, described(files, model_id=STRANGER))


def starts_a_process(models: LibraryModels, model_id: str) -> bool:
    before = {process.pid for process in psutil.Process().children(recursive=True)}
    opened = models.open(models.find(model_id))
    started = {process.pid for process in psutil.Process().children(recursive=True)} - before
    del opened
    return bool(started)


def test_a_foreign_model_runs_in_a_process_and_the_shipped_one_does_not(
    models: LibraryModels,
) -> None:
    add(models, tiny_files())
    models.open(models.find(STRANGER))  # the first one may start a process that starts others
    assert starts_a_process(models, STRANGER)
    assert not starts_a_process(models, MODEL_ID)


def test_a_model_that_was_trained_here_runs_in_this_process(models: LibraryModels) -> None:
    add(models, tiny_files())
    remember_as_own(models.find(STRANGER))
    assert not starts_a_process(models, STRANGER)
    assert models.files.folder not in own_models_file().parents


def test_a_model_that_was_trained_on_top_of_a_foreign_one_is_foreign(
    models: LibraryModels, tmp_path: Path
) -> None:
    add(models, tiny_files())
    made = read_bundle(write_folder(tmp_path / "made", tiny_files(model_id="made-16")))
    remember_trained(made, models.find(STRANGER))
    assert not is_own(made)
    remember_as_own(models.find(STRANGER))
    remember_trained(made, models.find(STRANGER))
    assert is_own(made)


def test_a_model_that_was_exchanged_since_it_was_trained_is_foreign(models: LibraryModels) -> None:
    add(models, tiny_files())
    remember_as_own(models.find(STRANGER))
    shutil.rmtree(models.files.models / STRANGER)
    add(models, {**tiny_files(), CARD: b"# Another one"})
    models.open(models.find(STRANGER))
    assert starts_a_process(models, STRANGER)


def test_a_list_of_own_models_that_cannot_be_read_or_written_names_none(
    models: LibraryModels,
) -> None:
    add(models, tiny_files())
    own_models_file().parent.parent.mkdir()
    own_models_file().parent.write_text("a file where a folder should be")
    remember_as_own(models.find(STRANGER))
    assert models.open(models.find(STRANGER)).model_id == STRANGER


def test_a_model_in_a_library_is_checked_before_it_runs(models: LibraryModels) -> None:
    network = tiny_bundle.hasher()
    network.graph.node.append(helper.make_node("NonZero", ["d"], ["places"]))
    add(models, {**tiny_files(), HASHER: network.SerializeToString()})
    with pytest.raises(BundleError) as caught:
        models.open(models.find(STRANGER))
    assert caught.value.problem is Why.FORBIDDEN_NETWORK
    assert STRANGER in error_message(caught.value)


def test_a_model_in_use_that_is_refused_does_not_stop_the_switch_to_another(
    models: LibraryModels,
) -> None:
    add(models, {**tiny_files(), HASHER: b"not a network"})
    with Catalogue(models.files) as catalogue:
        catalogue.connection.execute("REPLACE INTO meta VALUES ('model_id', ?)", (STRANGER,))
        list(use_model(models, MODEL_ID))
        assert catalogue.model_id == MODEL_ID


def test_a_folder_with_a_larger_file_than_a_model_has_is_no_model(models: LibraryModels) -> None:
    add(models, tiny_files())
    with models.find(STRANGER).hasher.open("ab") as file:
        file.truncate(MAX_FILE_BYTES[HASHER] + 1)
    assert [model.model_id for model in models.all()] == [MODEL_ID]
    with Catalogue(models.files) as catalogue:
        catalogue.connection.execute("REPLACE INTO meta VALUES ('model_id', ?)", (STRANGER,))
        assert models.in_use(catalogue).manifest.model_id == MODEL_ID


def loads_an_encoder(text: str) -> bool:
    """Not one that is around a loaded one, as for programs."""
    imported = "core.bundle.encoder import Encoder" in text
    return imported and bool(re.search(r"\b(Core)?Encoder\([\w.]+\)", text))


def test_a_model_is_loaded_without_limits_only_where_it_is_known_to_be_own() -> None:
    places = {
        path.name
        for path in Path(desktop_app.__path__[0]).rglob("*.py")
        if loads_an_encoder(path.read_text("utf-8"))
    }
    assert places == {"library_models.py", "own_models.py"}


def nan_for_black() -> Files:
    """A model whose encoder computes 0 / 0 for a black photo, and only for that."""
    model = tiny_bundle.encoder()
    model.graph.node[-1].output[0] = "sums"
    model.graph.initializer.append(numpy_helper.from_array(np.array([1], np.int64), "channels"))
    for kind, inputs, output in (
        ("ReduceSum", ["colour", "channels"], "light"),
        ("Div", ["light", "light"], "one"),
        ("Mul", ["sums", "one"], "logits"),
    ):
        model.graph.node.append(helper.make_node(kind, inputs, [output]))
    return {**tiny_files(), ENCODER: model.SerializeToString()}


@pytest.mark.slow
def test_a_photo_for_which_a_model_gives_no_number_fails_alone(
    models: LibraryModels, tmp_path: Path
) -> None:
    add(models, nan_for_black())
    (tmp_path / "photos").mkdir()
    for name, colour in (("black", (0, 0, 0)), ("red", (200, 30, 40))):
        Image.new("RGB", (48, 36), colour).save(tmp_path / "photos" / f"{name}.png")
    encoder = models.open(models.find(STRANGER))
    summary = indexed(models, encoder, tmp_path / "photos")
    assert (summary.indexed, summary.failed) == (1, 1)
    with Catalogue(models.files) as catalogue:
        (failure,) = list_failures(catalogue)
        assert (failure.path.name, failure.problem) == ("black.png", PhotoProblem.NO_CODE)
        assert failure.detail == STRANGER
        search = PhotoSearch(catalogue, encoder, PhotoReader())
        search.warm_up()
        with pytest.raises(PhotoError) as caught:
            search.logits_of_file(failure.path)
    text = error_message(caught.value)
    assert STRANGER in text
    assert "black.png" in text
    list(use_model(models, MODEL_ID))
    again = indexed(models, models.open(models.find(MODEL_ID)))
    assert (again.indexed, again.failed) == (1, 0)


def indexed(models: LibraryModels, encoder: Encoder, *folders: Path) -> IndexSummary:
    *_, summary = index(models.files, encoder, list(folders), threads=1)
    assert isinstance(summary, IndexSummary)
    return summary


@pytest.mark.slow
def test_a_switch_to_a_model_that_gives_no_numbers_is_refused(
    models: LibraryModels, tmp_path: Path
) -> None:
    """Its hasher computes infinity for every descriptor."""
    network = tiny_bundle.hasher()
    network.graph.node[-1].output[0] = "sums"
    network.graph.initializer.append(numpy_helper.from_array(np.array(np.inf, np.float32), "much"))
    network.graph.node.append(helper.make_node("Add", ["sums", "much"], ["logits"]))
    add(models, {**tiny_files(), HASHER: network.SerializeToString()})
    (tmp_path / "photos").mkdir()
    Image.new("RGB", (48, 36), (200, 30, 40)).save(tmp_path / "photos" / "red.png")
    indexed(models, models.open(models.find(MODEL_ID)), tmp_path / "photos")
    with pytest.raises(BundleError) as caught:
        list(use_model(models, STRANGER))
    assert caught.value.problem is Why.WRONG_ANSWERS
    assert STRANGER in error_message(caught.value)
    with Catalogue(models.files) as catalogue:
        assert catalogue.model_id == MODEL_ID
        assert catalogue.pending_model_id == ""
        assert catalogue.code_pages(STRANGER)[0] == []
