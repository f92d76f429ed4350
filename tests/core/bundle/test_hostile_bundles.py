"""Damaged, malformed and hostile models are refused in a sentence that names the file, and leave no
files behind.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from onnx import helper, numpy_helper

from desktop_app.core.base.errors import BundleError
from desktop_app.core.base.errors import BundleProblem as Why
from desktop_app.core.bundle.model_bundle import HASHER, read_bundle
from desktop_app.core.bundle.model_trial import run_trial
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.model_exchange import import_model
from desktop_app.sentences.errors import error_message
from tests.core.hostile_contents import MANIFESTS, MEMORIES, Evil
from tests.core.hostile_files import FILES
from tests.core.hostile_networks import NETWORKS, altered, swelling
from tests.core.tiny_bundle import (
    BITS,
    SIZE,
    hasher,
    npy,
    tiny_files,
    with_network,
    write_folder,
    write_zip,
)

HOSTILE = {**FILES, **MANIFESTS, **MEMORIES, **NETWORKS}


@pytest.fixture
def models(files: LibraryFiles, tmp_path_factory: pytest.TempPathFactory) -> LibraryModels:
    """Of a library without any, beside a tiny shipped one."""
    shipped = tmp_path_factory.mktemp("shipped") / "model"
    return LibraryModels(files, write_folder(shipped, tiny_files(model_id="shipped-16")))


def all_paths(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


def refused(models: LibraryModels, source: Path, tmp_path: Path) -> BundleError:
    """Import it; nothing may come of it but the error."""
    before = all_paths(tmp_path)
    with pytest.raises(BundleError) as caught:
        import_model(models, source)
    made = all_paths(tmp_path) - before
    library = models.files.folder
    assert made <= {library, models.files.models, library / "import.lock"}
    assert [model.model_id for model in models.all()] == ["shipped-16"]
    assert not Path("evil").exists()
    assert caught.value.folder == source
    assert caught.value.detail.isprintable()
    text = error_message(caught.value)
    assert str(source) in text
    assert str(models.files.models) not in text
    assert text.isprintable()
    assert len(text) < len(str(source)) + 500
    return caught.value


@pytest.mark.usefixtures("quick_trials")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_model_is_refused_in_a_sentence_and_leaves_no_files(
    name: str, models: LibraryModels, tmp_path: Path
) -> None:
    make, problem = HOSTILE[name]
    (tmp_path / "from a stranger").mkdir()
    error = refused(models, make(tmp_path / "from a stranger"), tmp_path)
    assert error.problem is problem, error.detail


def test_the_model_that_hostile_ones_are_made_from_is_imported(
    models: LibraryModels, tmp_path: Path
) -> None:
    """Else they could all be refused for one silly reason."""
    assert import_model(models, write_zip(tmp_path / "given", tiny_files())).is_new


def test_the_pickle_would_have_written_a_file(tmp_path: Path) -> None:
    content = npy(np.array([[Evil(tmp_path / "evil")]], object), pickled=True)
    (tmp_path / "pickle.npy").write_bytes(content)
    np.load(tmp_path / "pickle.npy", allow_pickle=True)
    assert (tmp_path / "evil").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="only here a process's memory can be limited")
def test_a_network_that_allocates_all_memory_is_stopped(
    models: LibraryModels, tmp_path: Path
) -> None:
    source = altered(HASHER, swelling)(tmp_path)
    assert refused(models, source, tmp_path).problem is Why.NOT_RUNNABLE


@pytest.mark.slow
def test_a_network_that_never_ends_is_stopped(tmp_path: Path) -> None:
    """For a page of descriptors it would take minutes, and its answers would be right."""
    model = hasher()
    side, steps = 1024, 1000
    weights = {
        "wide": np.zeros((SIZE, side), np.float32),
        "square": np.eye(side, dtype=np.float32),
        "narrow": np.zeros((side, BITS), np.float32),
    }
    for name, values in weights.items():
        model.graph.initializer.append(numpy_helper.from_array(values, name))
    model.graph.node[-1].output[0] = "sums"
    model.graph.node.append(helper.make_node("MatMul", ["d", "wide"], ["step 0"]))
    for step in range(steps):
        names = [f"step {step}", "square"], [f"step {step + 1}"]
        model.graph.node.append(helper.make_node("MatMul", *names))
    model.graph.node.append(helper.make_node("MatMul", [f"step {steps}", "narrow"], ["nothing"]))
    model.graph.node.append(helper.make_node("Add", ["sums", "nothing"], ["logits"]))
    bundle = read_bundle(write_folder(tmp_path / "model", with_network(HASHER, model)))
    with pytest.raises(BundleError) as caught:
        run_trial(bundle, seconds=1)
    assert caught.value.problem is Why.NOT_RUNNABLE
    assert caught.value.detail == "it runs too long"
