"""A model that came with a library is checked before training reads its networks."""

from __future__ import annotations

from pathlib import Path

import pytest
from onnx import helper

from desktop_app.core.base.errors import BundleError, BundleProblem, OwnBackboneError
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.model_bundle import HASHER
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.requests import ProbeRequest, TrainRequest
from tests.core import tiny_bundle
from tests.core.tiny_bundle import MODEL_ID, described, tiny_files, write_folder
from training.jobs.probe import probe
from training.jobs.retrain import retrain


@pytest.fixture
def foreign(files: LibraryFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LibraryFiles:
    """A library that is searched with a network that looks for non-zeros, as none of ours does."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    network = tiny_bundle.hasher()
    network.graph.node.append(helper.make_node("NonZero", ["d"], ["places"]))
    content = described({**tiny_files(), HASHER: network.SerializeToString()})
    write_folder(files.models / MODEL_ID, content)
    with Catalogue(files) as catalogue:
        catalogue.connection.execute("REPLACE INTO meta VALUES ('model_id', ?)", (MODEL_ID,))
    return files


@pytest.mark.slow
def test_the_time_of_a_training_is_not_estimated_for_a_forbidden_network(
    foreign: LibraryFiles,
) -> None:
    with pytest.raises(BundleError) as caught:
        list(probe(ProbeRequest(foreign.folder, [], 64, previews=True), default_bundle()))
    assert caught.value.problem is BundleProblem.FORBIDDEN_NETWORK


@pytest.fixture
def own_encoder(files: LibraryFiles) -> LibraryFiles:
    """A library that is searched with a model of an encoder of the user's own."""
    content = described(tiny_files(), descriptor_id="own.vit-32-8-01234567")
    write_folder(files.models / MODEL_ID, content)
    with Catalogue(files) as catalogue:
        catalogue.connection.execute("REPLACE INTO meta VALUES ('model_id', ?)", (MODEL_ID,))
    return files


@pytest.mark.slow
def test_an_encoder_of_the_users_own_is_not_trained_thoroughly(own_encoder: LibraryFiles) -> None:
    shipped, library = default_bundle(), own_encoder.folder
    for steps in (
        probe(ProbeRequest(library, [], 64, previews=False), shipped),
        retrain(TrainRequest(library, [], 64, None, previews=False), shipped),
    ):
        with pytest.raises(OwnBackboneError) as caught:
            list(steps)
        assert caught.value.model_id == MODEL_ID
    assert not own_encoder.retraining.exists()
