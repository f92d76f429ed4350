"""A library's own model with a network that was trained on its photos, too."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from PIL import Image

from desktop_app.core.base.errors import TooLittleDiskError
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import ModelBundle
from desktop_app.core.bundle.model_memory import read_memory
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.indexer import index
from desktop_app.core.jobs.progress import Retrained, TrainingProgress, TrainingStage
from desktop_app.core.jobs.requests import TrainRequest
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.retraining import Retraining
from tests.quick_calibration import quick_calibration
from tests.training.learning.test_fine_tuning import textures
from tests.training.networks.test_backbones import stored
from tests.training.shipping.test_export import MANIFEST, SIDE
from training.data.datasets import DescriptorDataset
from training.data.features import backbone_features
from training.jobs import retrain, retraining_checks
from training.learning import end_to_end
from training.learning.code_stage import CodeSettings
from training.learning.recipe import Recipe
from training.learning.train_model import TrainingTask, train_model
from training.learning.trainer import ValidationMetrics, run_to_completion
from training.networks.backbones import load_backbone
from training.networks.feature_extractor import (
    feature_extractor_of_bundle,
    new_feature_extractor,
    weights_of,
)
from training.shipping.export import export_bundle

pytestmark = pytest.mark.slow

BACKBONE = "test_resnet.r160_in1k"
BITS = 64


def request(library: LibraryFiles, **changes: Any) -> TrainRequest:
    asked = TrainRequest(
        library.folder, [], BITS, minutes=None, previews=False, gentle=True, fine_tune=True
    )
    return replace(asked, **changes)


@pytest.fixture(scope="module", autouse=True)
def always_better() -> Iterator[None]:
    """A network of random weights may get worse on waves; the last state counts as the best."""
    losses = count(1000, -1)

    def validate(_: object) -> ValidationMetrics:
        return ValidationMetrics(float(next(losses)), 1.0, 0.5)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(end_to_end._Validation, "__call__", validate)
        yield


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModelBundle]:
    """A model with a small network of random weights, which torch can load as long as it lasts."""
    base = tmp_path_factory.mktemp("model")
    weights = base / "torch" / "hub" / "checkpoints"
    weights.mkdir(parents=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TORCH_HOME", str(base / "torch"))
        stored(weights, BACKBONE)
        backbone, pixels = load_backbone(BACKBONE), textures()
        features = backbone_features(backbone.module, pixels)
        extractor = new_feature_extractor(BACKBONE, SIDE, backbone, features, BITS, seed=0)
        dataset = DescriptorDataset(extractor.describe(features))
        recipe = Recipe(code_bits=BITS, codes=CodeSettings(epochs=0, hidden=0))
        task = TrainingTask(recipe, extractor, dataset, base / "run")
        trained = run_to_completion(train_model(task))
        manifest = replace(
            MANIFEST,
            descriptor_id=extractor.descriptor_id,
            descriptor_size=BITS,
            code_bits=BITS,
            preview_size=None,
            random_pairs_within=[share / BITS for share in range(BITS + 1)],
        )
        yield export_bundle(base / "bundle", trained, manifest, "# A card\n", pixels[:16])


@pytest.fixture(scope="module")
def indexed(model: ModelBundle, tmp_path_factory: pytest.TempPathFactory) -> LibraryFiles:
    """Photos of waves, indexed by that model."""
    base = tmp_path_factory.mktemp("waves")
    (base / "photos").mkdir()
    for number, pixels in enumerate(textures()):
        Image.fromarray(pixels).save(base / "photos" / f"{number:03}.png")
    files = LibraryFiles(base / "library")
    for _ in index(files, Encoder(model), [base / "photos"]):
        pass
    return files


@dataclass(frozen=True)
class Run:
    library: LibraryFiles
    before: ModelBundle
    events: list[Any]
    left: set[str]  # kinds of files

    @property
    def bundle(self) -> ModelBundle:
        result = self.events[-1]
        assert isinstance(result, Retrained)
        return LibraryModels(self.library, self.before.folder).find(result.model_id)


@pytest.fixture(scope="module")
def tuned(indexed: LibraryFiles, model: ModelBundle) -> Run:
    """Stopped after the network was trained, and resumed."""
    with quick_calibration():
        steps = retrain.retrain(request(indexed), model.folder)
        events = []
        for event in steps:
            events.append(event)
            if isinstance(event, TrainingProgress) and event.stage is TrainingStage.CODES:
                break
        steps.close()
        events += retrain.retrain(request(indexed), model.folder)
    return Run(indexed, model, events, {path.suffix for path in indexed.retraining.iterdir()})


def test_the_network_of_the_new_model_is_another_one(tuned: Run) -> None:
    assert not tuned.bundle.manifest.shares_descriptors(tuned.before.manifest)
    assert tuned.bundle.manifest.image_size == tuned.before.manifest.image_size
    before, after = map(feature_extractor_of_bundle, (tuned.before, tuned.bundle))
    assert weights_of(before.backbone) != weights_of(after.backbone)


def test_the_training_of_the_network_is_a_stage_of_its_own_and_is_not_repeated(
    tuned: Run,
) -> None:
    stages = [event.stage for event in tuned.events if isinstance(event, TrainingProgress)]
    in_order = list(dict.fromkeys(stages))
    assert in_order[:3] == [
        TrainingStage.READING, TrainingStage.FINE_TUNING, TrainingStage.CODES
    ]  # fmt: skip
    resumed = stages[stages.index(TrainingStage.CODES) + 1 :]
    # The first report is that the stage begins.
    assert resumed.count(TrainingStage.FINE_TUNING) <= 1


def test_nothing_of_the_run_is_left_but_its_result(tuned: Run) -> None:
    assert not tuned.left & {".pt", ".npy", ".npz"}
    assert Retraining(tuned.library).state.result == tuned.events[-1]


def test_the_new_model_hashes_pictures_and_remembers_photos_in_its_own_descriptors(
    tuned: Run,
) -> None:
    encoder = Encoder(tuned.bundle)
    codes = np.sign([encoder.encode(pixels).logits[0] for pixels in textures()[:40]])
    assert codes.shape == (40, BITS)
    assert len(np.unique(codes, axis=0)) > 20
    memory = read_memory(tuned.bundle)
    assert len(memory) == tuned.events[-1].photos
    assert len(np.unique(memory, axis=0)) > len(memory) // 2


def test_pictures_at_the_size_of_the_network_need_space_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=0))
    needed = {}
    for fine_tune in (False, True):
        asked = request(LibraryFiles(tmp_path), fine_tune=fine_tune)
        with pytest.raises(TooLittleDiskError) as caught:
            retraining_checks.check_resources(asked, 1000, 256, processes=1)
        needed[fine_tune] = caught.value.needed_mb
    assert needed[True] - needed[False] == pytest.approx(1000 * 256 * 256 * 3 / 2**20, abs=1)
