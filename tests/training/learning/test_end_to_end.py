from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from tests.training.learning.test_fine_tuning import RECIPE, textures
from tests.training.networks.test_backbones import stored
from tests.training.shipping.test_export import MANIFEST
from training.base.arrays import Floats
from training.base.errors import RecipeError
from training.data.features import FeatureStore
from training.data.pictures import PictureSet
from training.jobs.train_models import train_library_model
from training.learning.end_to_end import fine_tune_task
from training.learning.fine_tuning import PixelHasher
from training.learning.preparation import (
    PreparedTask,
    dataset_of,
    feature_store_of,
    guide_of,
    memory_sample,
)
from training.learning.train_model import TrainingTask, train_model
from training.learning.trainer import run_to_completion
from training.networks.backbones import load_backbone
from training.networks.bundle_networks import HashingNetwork
from training.networks.feature_extractor import (
    feature_extractor_of_bundle,
    new_feature_extractor,
    weights_of,
)
from training.shipping.export import export_bundle

BACKBONE = "test_resnet.r160_in1k"
RECIPE_OF_ONE_EPOCH = replace(
    RECIPE, backbone=BACKBONE, fine_tuning=replace(RECIPE.fine_tuning, epochs=1.0, frozen=0.8)
)


@pytest.fixture
def prepared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PreparedTask:
    """Photos in files, on a frozen backbone of random weights."""
    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "torch"))
    (tmp_path / "torch" / "hub" / "checkpoints").mkdir(parents=True)
    stored(tmp_path / "torch" / "hub" / "checkpoints", BACKBONE)
    photos = tmp_path / "photos"
    photos.mkdir()
    names = tuple(f"{number:03}.png" for number in range(len(textures())))
    for name, pixels in zip(names, textures(), strict=True):
        Image.fromarray(pixels).save(photos / name)
    pictures, recipe = PictureSet(photos, names), RECIPE_OF_ONE_EPOCH
    backbone = load_backbone(BACKBONE)
    store = FeatureStore(backbone.module, backbone.weights, recipe.image_size, tmp_path)
    features, size = store.of_pictures(pictures), recipe.descriptor_size
    extractor = new_feature_extractor(BACKBONE, recipe.image_size, backbone, features, size, seed=0)
    dataset = dataset_of(recipe, extractor, store, pictures)
    task = TrainingTask(recipe, extractor, dataset, tmp_path / "run")
    return PreparedTask(task, pictures, store, memory_sample(dataset, 0))


@pytest.mark.slow
def test_what_follows_and_is_exported_stands_on_the_fine_tuned_backbone(
    prepared: PreparedTask, tmp_path: Path
) -> None:
    tuned = run_to_completion(fine_tune_task(prepared, tmp_path, torch.device("cpu")))
    extractor = tuned.task.extractor
    features = tuned.store.of_pictures(prepared.pictures)
    assert not np.allclose(features, prepared.store.of_pictures(prepared.pictures))
    assert torch.equal(extractor.describe(features), tuned.task.dataset.descriptors)
    model = run_to_completion(train_model(tuned.task))
    assert tuned.task.initial_head is not None
    hasher = PixelHasher(
        HashingNetwork(extractor.backbone, extractor.descriptor, tuned.task.initial_head)
    )
    trained = hasher.eval()(torch.from_numpy(textures())).detach()
    shipped = model.network(torch.from_numpy(textures()))[1]
    assert ((trained > 0) == (shipped > 0)).float().mean() > 0.995
    manifest = replace(MANIFEST, preview_size=None, descriptor_id=extractor.descriptor_id)
    bundle = export_bundle(tmp_path / "model", model, manifest, "# A card\n", textures()[:16])
    again = feature_extractor_of_bundle(bundle)
    assert again.name == BACKBONE
    assert weights_of(again.backbone) == weights_of(extractor.backbone)
    assert np.array_equal(
        feature_store_of(again, tmp_path).of_pictures(prepared.pictures), features
    )
    own, cpu = tmp_path / "own", torch.device("cpu")
    steps = train_library_model("paper", RECIPE, prepared.pictures.root, bundle, tmp_path, own, cpu)
    with pytest.raises(RecipeError, match="must not fine-tune the backbone"):
        next(steps)


def test_the_guide_describes_larger_pictures(prepared: PreparedTask, tmp_path: Path) -> None:
    sides: list[int] = []

    def features_of(store: FeatureStore) -> Floats:
        sides.append(store.image_size)
        return store.of_pictures(prepared.pictures)

    recipe = prepared.task.recipe
    assert guide_of(recipe, features_of, tmp_path) is None
    larger = replace(recipe, fine_tuning=replace(recipe.fine_tuning, guide_size=64))
    guide = guide_of(larger, features_of, tmp_path)
    assert guide is not None
    assert sides == [64]
    assert guide.shape == prepared.task.dataset.descriptors.shape
    assert guide.dtype == torch.int8
    assert not torch.equal(guide, prepared.task.dataset.descriptors)
