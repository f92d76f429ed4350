"""A library's own model in seconds: from what the library has stored to one of its models."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from desktop_app.core.base.errors import RetrainingStoppedError, TooFewPhotosError
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.bundle.model_memory import read_memory
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.comparison import copies_found
from desktop_app.core.comparison.comparison import compare
from desktop_app.core.jobs.comparison_events import Comparison
from desktop_app.core.jobs.progress import Retrained, TrainingProgress, TrainingStage
from desktop_app.core.jobs.requests import QuickTrainRequest, TrainRequest
from desktop_app.core.learning import quick_learning
from desktop_app.core.learning.quick_learning import learn_quickly
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.model_use import use_model
from desktop_app.core.models.own_models import is_own
from desktop_app.core.models.retraining import Retraining, RetrainingPhase
from desktop_app.core.photos.preprocess import network_input
from desktop_app.samples.sample_pictures import draw_scene

pytestmark = pytest.mark.slow

BITS = 256
EDITED = 24  # of the 56 photos that are edited outside of tests
COMPARED = 24  # of the 150 photos whose copies are looked for outside of tests


@dataclass(frozen=True)
class Run:
    library: LibraryFiles
    events: list[Any]

    @property
    def result(self) -> Retrained:
        result: Retrained = self.events[-1]
        return result

    @property
    def models(self) -> LibraryModels:
        return LibraryModels(self.library, default_bundle())


def request(library: LibraryFiles, photos: list[int] | None = None) -> QuickTrainRequest:
    return QuickTrainRequest(library.folder, photos or [], BITS)


@pytest.fixture(scope="module", autouse=True)
def _few_copies() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quick_learning, "_EDITED_PHOTOS", EDITED)
        patch.setattr(copies_found, "_MAX_PHOTOS", COMPARED)
        yield


@pytest.fixture(scope="module")
def learned(
    shared_trainable_library: LibraryFiles, tmp_path_factory: pytest.TempPathFactory
) -> Run:
    folder = tmp_path_factory.mktemp("learned") / "library"
    shutil.copytree(shared_trainable_library.folder, folder)
    library = LibraryFiles(folder)
    return Run(library, list(learn_quickly(request(library), default_bundle())))


def test_it_ends_with_a_model_that_nothing_uses_yet(learned: Run) -> None:
    bundle, shipped = learned.models.find(learned.result.model_id), read_bundle(default_bundle())
    assert bundle.manifest.code_bits == BITS
    assert bundle.manifest.shares_descriptors(shipped.manifest)
    assert bundle.generator is None
    assert np.array_equal(read_memory(bundle), read_memory(shipped))
    assert is_own(bundle)
    assert bundle.manifest.figures["photos"] == learned.result.photos == 220
    assert 0 < bundle.manifest.same_distance <= bundle.manifest.similar_distance < BITS / 2
    assert "one linear map" in (bundle.folder / "MODEL_CARD.md").read_text("utf-8")
    with Catalogue(learned.library) as catalogue:
        assert catalogue.model_id != learned.result.model_id
    assert Retraining(learned.library).state.phase is RetrainingPhase.FINISHED
    assert not (learned.library.retraining / "bundle").exists()


def test_its_stages_follow_each_other(learned: Run) -> None:
    progress = [event for event in learned.events if isinstance(event, TrainingProgress)]
    order = list(TrainingStage)
    assert all(order.index(a.stage) <= order.index(b.stage) for a, b in pairwise(progress))
    assert {each.stage for each in progress} == set(order) - {
        TrainingStage.FINE_TUNING,
        TrainingStage.PREVIEWS,
    }
    assert all(each.step <= each.steps for each in progress)


def test_the_code_of_a_picture_is_that_of_its_stored_descriptor(learned: Run) -> None:
    encoder = Encoder(learned.models.find(learned.result.model_id))
    picture = draw_scene("beach", 1, (240, 160))
    encoded = encoder.encode(network_input(picture, encoder.image_size))
    shipped = Encoder(read_bundle(default_bundle()))
    expected = shipped.encode(network_input(picture, encoder.image_size)).descriptors
    assert np.array_equal(encoded.descriptors, expected)
    assert np.array_equal(encoded.logits, encoder.hash_descriptors(expected))


def test_it_is_compared_by_photos_that_it_has_not_learned(learned: Run) -> None:
    *_, comparison = compare(learned.models, learned.result.model_id)
    assert isinstance(comparison, Comparison)
    assert comparison.held_out == len(learned.result.held_out) == 50
    assert comparison.copies is not None
    assert comparison.copies.new.mean > 0.9 * comparison.copies.old.mean


def test_the_library_switches_to_it_and_back(learned: Run) -> None:
    shipped = read_bundle(default_bundle()).manifest.model_id
    for model_id in (learned.result.model_id, shipped):
        list(use_model(learned.models, model_id))
        with Catalogue(learned.library) as catalogue:
            assert catalogue.model_id == model_id


def test_the_same_library_learns_the_same_model(
    learned: Run, trainable_library: LibraryFiles
) -> None:
    *_, again = learn_quickly(request(trainable_library), default_bundle())
    assert isinstance(again, Retrained)
    assert again.model_id == learned.result.model_id


def test_a_cancelled_run_leaves_no_model_and_can_start_anew(
    trainable_library: LibraryFiles,
) -> None:
    steps = learn_quickly(request(trainable_library), default_bundle())
    while next(steps) and Retraining(trainable_library).state.progress is None:
        pass
    steps.close()
    assert Retraining(trainable_library).state.phase is RetrainingPhase.INTERRUPTED
    assert len(LibraryModels(trainable_library, default_bundle()).all()) == 1


def test_another_window_can_stop_it(trainable_library: LibraryFiles) -> None:
    steps = learn_quickly(request(trainable_library), default_bundle())
    next(steps)
    Retraining(trainable_library).request_stop()
    with pytest.raises(RetrainingStoppedError):
        list(steps)


def test_too_few_photos_leave_an_interrupted_training_alone(
    trainable_library: LibraryFiles,
) -> None:
    retraining = Retraining(trainable_library)
    thorough = TrainRequest(trainable_library.folder, [], BITS, None, previews=True)
    with retraining.running(thorough):
        pass
    with pytest.raises(TooFewPhotosError):
        next(learn_quickly(request(trainable_library, [1, 2, 3]), default_bundle()))
    assert retraining.state.request == thorough


def test_it_needs_no_component_that_has_to_be_installed(learned: Run) -> None:
    code = (
        "import sys; sys.modules.update(torch=None, scipy=None, timm=None);"
        "from desktop_app.core.jobs.requests import QuickTrainRequest;"
        "from desktop_app.core.learning import hasher_graph, grafting, quick_learning"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
