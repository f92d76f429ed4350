import copy
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.training.small_tasks import PHOTOS, RECIPE, SIDE, pictures, small_task
from training.base.arrays import Floats
from training.base.errors import UnknownMethodError
from training.data.datasets import PixelDataset
from training.evaluation.methods import TunedRival, method_names, select_methods
from training.evaluation.tuned_rivals import PixelInputs, RivalTuning, tuned_logits
from training.learning.end_to_end import describe_pixels
from training.learning.fine_tuning import FineTuningSettings
from training.networks.feature_extractor import FeatureExtractor, weights_of
from training.rivals.methods import Rival, rivals
from training.rivals.ssdh import SsdhSettings, ssdh_loss

BITS, CPU = 16, torch.device("cpu")
TUNED = replace(
    RECIPE,
    image_size=SIDE,
    fine_tune=True,
    fine_tuning=FineTuningSettings(backbone_rate=3e-3, frozen=0.0, batch=32),
)
TUNING = RivalTuning(TUNED, passes=4.0, head_rate=3e-3)


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture
def inputs(tmp_path: Path) -> PixelInputs:
    """Photos of eight kinds, which are the benchmark's pictures, too."""
    task, pixels = small_task(tmp_path), pictures(PHOTOS, SIDE).numpy()
    descriptors = task.dataset.descriptors.float().numpy()

    def described(extractor: FeatureExtractor) -> Floats:
        return describe_pixels(extractor, pixels, CPU).astype(np.float32)

    return PixelInputs(
        task.extractor, descriptors, descriptors, pixels, ("blocks",), described, tmp_path / "runs"
    )


def loss_of_views(rival: Rival, inputs: PixelInputs, tuning: RivalTuning) -> float:
    """Train from pixels; the rival's loss of the same views for every training."""
    networks: list[FeatureExtractor] = []

    def described(extractor: FeatureExtractor) -> Floats:
        networks.append(extractor)
        torch.manual_seed(1)
        photos = PixelDataset(inputs.pixels, torch.arange(PHOTOS), TUNED.view, CPU)
        views = [photos.sample_views(torch.arange(PHOTOS)) for _ in range(rival.views)]
        found = [describe_pixels(extractor, view.numpy(), CPU) for view in views]
        return np.concatenate(found).astype(np.float32)

    logits = tuned_logits(rival, replace(inputs, described=described), tuning, BITS, 0)
    pairs = torch.from_numpy(logits).chunk(rival.views)
    return float(rival.loss(inputs.guide, 0)(pairs, torch.arange(PHOTOS)))


@pytest.mark.slow
@pytest.mark.parametrize("rival", rivals(), ids=lambda rival: rival.name)
def test_training_from_pixels_lowers_the_loss_of_a_rival(rival: Rival, inputs: PixelInputs) -> None:
    if rival.name == "SSDH":  # of these few photos, no pair is known by its own settings
        known = SsdhSettings(deviations=1.0)
        rival = replace(rival, loss=partial(ssdh_loss, settings=known))
    one_step = replace(TUNING, passes=1e-6)
    still = replace(one_step.recipe.fine_tuning, backbone_rate=0.0)
    start = RivalTuning(replace(TUNED, fine_tuning=still), 1e-6, head_rate=0.0)
    assert loss_of_views(rival, inputs, TUNING) < loss_of_views(rival, inputs, start)


@pytest.mark.slow
def test_a_rival_trains_a_backbone_of_its_own_and_the_same_one_again(inputs: PixelInputs) -> None:
    rival, before = rivals()[1], copy.deepcopy(inputs.extractor)
    used: list[FeatureExtractor] = []

    def described(extractor: FeatureExtractor) -> Floats:
        used.append(extractor)
        return inputs.described(extractor)

    watched = replace(inputs, described=described)
    once = tuned_logits(rival, watched, TUNING, BITS, 0)
    again = tuned_logits(
        rival, replace(watched, folder=inputs.folder.parent / "other"), TUNING, BITS, 0
    )
    assert once.shape == (PHOTOS, BITS)
    assert np.array_equal(once, again)
    assert weights_of(inputs.extractor.backbone) == weights_of(before.backbone)
    assert (
        weights_of(used[0].backbone) == weights_of(used[1].backbone) != weights_of(before.backbone)
    )


def test_rivals_are_fine_tuned_only_by_recipes_that_fine_tune() -> None:
    (method,) = select_methods(["cibhash-tuned"], TUNED)
    assert isinstance(method, TunedRival)
    assert method.title == "CIBHash, fine-tuned"
    assert "cibhash-tuned" not in method_names()
    with pytest.raises(UnknownMethodError, match="cibhash-tuned"):
        select_methods(["cibhash-tuned"], RECIPE)


def test_another_rate_is_another_result() -> None:
    faster = replace(TUNED, fine_tuning=replace(TUNED.fine_tuning, backbone_rate=1.0))
    (one,), (other,) = (select_methods(["ssdh-tuned"], recipe) for recipe in (TUNED, faster))
    assert isinstance(one, TunedRival)
    assert isinstance(other, TunedRival)
    assert repr(one.settings) != repr(other.settings)


def test_ssdh_is_fine_tuned_with_the_deviations_of_its_paper() -> None:
    (method,) = select_methods(["ssdh-tuned"], TUNED)
    assert isinstance(method, TunedRival)
    assert method.rival.settings == SsdhSettings(deviations=2.0)
