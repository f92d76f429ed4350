from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from tests.training.learning.test_fine_tuning import RECIPE, textures
from tests.training.networks.test_backbones import stored
from tests.training.shipping.test_export import MANIFEST
from training.base.errors import RecipeError
from training.benchmarks.pictures import PictureSet
from training.data.features import FeatureStore
from training.jobs.make import make_own
from training.learning.end_to_end import fine_tuned
from training.learning.fine_tuning import PixelHasher
from training.learning.learn import Task, learn
from training.learning.preparation import Prepared, examples_of, memory_of, store_of
from training.learning.trainer import finished
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
def prepared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Prepared:
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
    ground = new_feature_extractor(BACKBONE, recipe.image_size, backbone, features, size, seed=0)
    examples = examples_of(recipe, ground, store, pictures)
    task = Task(recipe, ground, examples, tmp_path / "run")
    return Prepared(task, pictures, store, memory_of(examples, 0))


def test_what_follows_and_is_exported_stands_on_the_fine_tuned_backbone(
    prepared: Prepared, tmp_path: Path
) -> None:
    tuned = finished(fine_tuned(prepared, tmp_path, torch.device("cpu")))
    ground = tuned.task.ground
    features = tuned.store.of_pictures(prepared.pictures)
    assert not np.allclose(features, prepared.store.of_pictures(prepared.pictures))
    assert torch.equal(ground.describe(features), tuned.task.examples.descriptors)
    learned = finished(learn(tuned.task))
    assert tuned.task.start is not None
    hasher = PixelHasher(HashingNetwork(ground.backbone, ground.descriptor, tuned.task.start))
    trained = hasher.eval()(torch.from_numpy(textures())).detach()
    shipped = learned.network(torch.from_numpy(textures()))[1]
    assert ((trained > 0) == (shipped > 0)).float().mean() > 0.995
    manifest = replace(MANIFEST, preview_size=None, descriptor_id=ground.descriptor_id)
    bundle = export_bundle(tmp_path / "model", learned, manifest, "# A card\n", textures()[:16])
    again = feature_extractor_of_bundle(bundle)
    assert again.name == BACKBONE
    assert weights_of(again.backbone) == weights_of(ground.backbone)
    assert np.array_equal(store_of(again, tmp_path).of_pictures(prepared.pictures), features)
    own, cpu = tmp_path / "own", torch.device("cpu")
    steps = make_own("paper", RECIPE, prepared.pictures.root, bundle, tmp_path, own, cpu)
    with pytest.raises(RecipeError, match="keeps its backbone"):
        next(steps)
