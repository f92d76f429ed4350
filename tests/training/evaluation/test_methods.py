from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.training.small_tasks import PHOTOS, RECIPE, SIDE, pictures, small_task
from training.base.errors import UnknownMethodError
from training.benchmarks.benchmark import Benchmark, Measure, label_matrix
from training.data.features import FeatureStore, backbone_features
from training.data.pictures import PictureSet
from training.evaluation.ablation import variants
from training.evaluation.adversary_trials import adversary_variants
from training.evaluation.experiment_data import ExperimentData, SubsetFeatures
from training.evaluation.methods import (
    Hashing,
    by_recipe,
    method_names,
    our_method,
    pending_results,
    select_methods,
)
from training.learning.adversarial_settings import AdversarialSettings
from training.learning.code_stage import CodeSettings
from training.learning.recipe import Recipe
from training.measuring.results import result_of_codes
from training.measuring.results_file import ResultFile, completed_results

ALONE = "as many further steps"
WAYS = ("discriminator, weight 10", "reconstruction, weight 10")
ONE_EPOCH = replace(RECIPE.generator, epochs=1)


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> ExperimentData:
    """260 photos of eight kinds; forty are queries, and all are trained on."""
    task = small_task(tmp_path_factory.mktemp("task"))
    rows = np.arange(PHOTOS)
    benchmark = Benchmark(
        "blocks",
        PictureSet(Path("blocks"), tuple(f"{row}.png" for row in rows)),
        queries=rows[:40],
        database=rows[40:],
        training=rows,
        measures=(Measure("pattern", 20, label_matrix([[str(row % 8)] for row in rows])),),
    )
    features = backbone_features(task.extractor.backbone, pictures(PHOTOS, SIDE).numpy())
    descriptors = task.dataset.descriptors
    return ExperimentData(
        benchmark, task.extractor, task.dataset, descriptors, features, features, task.remembered
    )


@pytest.mark.slow
def test_every_method_finds_photos_of_a_kind(inputs: ExperimentData) -> None:
    methods = select_methods(method_names(), RECIPE, inputs.view_floats)
    for key, measured in pending_results(inputs, methods, [24], 1):
        assert measured().by("pattern").plain > 0.5, key.method


def test_an_unknown_method_is_reported_with_the_known_ones() -> None:
    with pytest.raises(UnknownMethodError, match=r"'sorcery'.*itq"):
        select_methods(["itq", "sorcery"], RECIPE)


def test_only_random_methods_have_several_seeds(inputs: ExperimentData) -> None:
    methods = select_methods(["floats", "pca-sign", "itq"], RECIPE)
    keys = [key for key, _ in pending_results(inputs, methods, [8, 16], 3)]
    counted = {
        name: sum(key.method == name for key in keys) for name in ("floats", "PCA-sign", "ITQ")
    }
    assert counted == {"floats": 1, "PCA-sign": 2, "ITQ": 6}


def test_another_recipe_is_another_result_and_the_rivals_stay_as_they_are(
    inputs: ExperimentData,
) -> None:
    other = replace(RECIPE, held_out=0.1)
    keys = [
        [key for key, _ in pending_results(inputs, select_methods(["itq", "ours"], recipe), [8], 1)]
        for recipe in (RECIPE, other)
    ]
    assert keys[0][0] == keys[1][0]
    assert keys[0][1] != keys[1][1]


def test_other_training_photos_are_another_result(inputs: ExperimentData) -> None:
    fewer = replace(inputs, dataset=inputs.dataset.subset(torch.arange(250)))
    for method in select_methods(method_names(), RECIPE):
        (one, _), (other, _) = (
            next(pending_results(of, [method], [8], 1)) for of in (inputs, fewer)
        )
        assert one != other


def test_stored_results_are_not_computed_again(inputs: ExperimentData, tmp_path: Path) -> None:
    file = ResultFile(tmp_path / "results.jsonl")
    method = select_methods(["lsh"], RECIPE)
    first = list(completed_results(file, pending_results(inputs, method, [8], 2)))
    written = file.path.read_bytes()
    assert list(completed_results(file, pending_results(inputs, method, [8], 2))) == first
    assert file.path.read_bytes() == written


def test_in_tables_no_recipe_makes_a_generator() -> None:
    method = our_method("ours", RECIPE)
    assert isinstance(method.settings, type(RECIPE))
    assert method.settings.generator.epochs == 0
    assert method.settings == replace(RECIPE, generator=replace(RECIPE.generator, epochs=0))


@pytest.mark.slow
def test_a_recipe_makes_codes_of_any_length_deterministically(
    inputs: ExperimentData,
) -> None:
    method = our_method("ours", RECIPE)
    once, again, otherwise = (
        method.fit(inputs, 16, seed)(inputs.benchmark_floats) for seed in (1, 1, 2)
    )
    assert once.shape == (PHOTOS, 16)
    assert np.array_equal(once, again)
    assert not np.array_equal(once > 0, otherwise > 0)


@pytest.mark.slow
def test_the_adversary_changes_codes(inputs: ExperimentData) -> None:
    short = replace(RECIPE, generator=ONE_EPOCH)
    codes = [
        by_recipe("", replace(short, adversary=replace(RECIPE.adversary, encoder_rate=rate))).fit(
            inputs, 16, 0
        )(inputs.benchmark_floats)
        for rate in (0.0, 1e-2)
    ]
    assert not np.array_equal(codes[0] > 0, codes[1] > 0)


def test_an_ablation_changes_one_thing_at_a_time() -> None:
    named = [(method.title, method.settings) for method in variants(RECIPE)]
    settings = [RECIPE, *(found for _, found in named)]
    assert len({repr(found) for found in settings}) == len(settings)
    assert [title for title, _ in named] == [
        "without S",
        "S: feature",
        "S: neighbour",
        "S: either",
        "without ITQ (a random rotation)",
        "without whitening",
        "without the contrastive loss",
        "without the balance loss",
        "without the memory loss",
        "without the residual",
        "the start alone",
    ]


def test_the_ablation_of_an_untrained_head_adds_losses() -> None:
    still = replace(RECIPE, codes=CodeSettings(epochs=0, hidden=0), generator=ONE_EPOCH)
    assert [method.title for method in variants(still)] == [
        "without ITQ (a random rotation)",
        "without whitening",
        "and the contrastive loss",
        "and the ranking loss",
        "and the loss of S: feature",
        "and the loss of S: neighbour",
        "and the loss of S: agreement",
        "and the loss of S: either",
    ]


@pytest.mark.slow
def test_the_adversary_changes_a_head_that_nothing_else_does(inputs: ExperimentData) -> None:
    still = replace(RECIPE, codes=CodeSettings(epochs=0, hidden=0), generator=ONE_EPOCH)
    codes = [
        by_recipe("", replace(still, adversary=replace(RECIPE.adversary, encoder_rate=rate))).fit(
            inputs, 16, 0
        )(inputs.benchmark_floats)
        for rate in (0.0, 1e-2)
    ]
    assert not np.array_equal(codes[0] > 0, codes[1] > 0)


@pytest.mark.slow
def test_every_variant_can_be_trained(inputs: ExperimentData) -> None:
    small = replace(RECIPE, codes=replace(RECIPE.codes, epochs=1))
    for variant in variants(small):
        logits = variant.fit(inputs, 16, 0)(inputs.benchmark_floats)
        found = result_of_codes(
            next(pending_results(inputs, [variant], [16], 1))[0], logits, inputs.benchmark
        )
        assert found.by("pattern").plain > 0.3, variant.title


def adversaries_of(variants: Iterable[Hashing]) -> dict[str, AdversarialSettings]:
    found = {}
    for variant in variants:
        assert isinstance(variant.settings, Recipe)
        found[variant.title] = variant.settings.adversary
    return found


def without_encoder(settings: AdversarialSettings) -> AdversarialSettings:
    return replace(settings, encoder_adversarial=0.0, encoder_reconstruction=0.0)


def test_the_adversary_is_measured_against_as_many_steps_without_it() -> None:
    settings = adversaries_of(adversary_variants(RECIPE, photos=60))
    alone = settings[ALONE]
    for title in WAYS:
        taking_part = settings[title]
        weights = (taking_part.encoder_adversarial, taking_part.encoder_reconstruction)
        assert alone.encoder_adversarial < 1e-3 < max(weights)
        assert without_encoder(taking_part) == without_encoder(alone)


@pytest.mark.slow
def test_every_way_of_taking_part_changes_the_codes(inputs: ExperimentData) -> None:
    count = len(inputs.dataset)
    pictures = torch.randint(0, 256, (count, 32, 32, 3)).to(torch.uint8)
    drawn = replace(inputs, dataset=replace(inputs.dataset, pictures=pictures))
    small = replace(RECIPE, codes=replace(RECIPE.codes, epochs=1))
    logits = {
        variant.title: variant.fit(drawn, 16, 0)(inputs.benchmark_floats)
        for variant in adversary_variants(small, photos=64 * count)
        if variant.title in {ALONE, *WAYS}
    }
    for title in WAYS:
        assert not np.array_equal(logits[title], logits[ALONE])


def test_features_of_a_subset_are_rows_of_the_whole_set(tmp_path: Path) -> None:
    class Counting(FeatureStore):
        """Gives the number of each picture in its set."""

        def of_pictures(self, pictures: PictureSet) -> np.ndarray:
            return np.arange(len(pictures), dtype=np.float32)[:, None]

    cached_sets = [PictureSet(tmp_path / name, tuple("abcdef")) for name in ("first", "second")]
    features = SubsetFeatures(Counting(torch.nn.Identity(), "", 8, tmp_path), cached_sets)
    part = PictureSet(tmp_path / "second", ("d", "a"))
    assert features.of(part).ravel().tolist() == [3, 0]


def test_a_part_of_nothing_is_refused(tmp_path: Path) -> None:
    features = SubsetFeatures(FeatureStore(torch.nn.Identity(), "", 8, tmp_path), [])
    with pytest.raises(ValueError, match="elsewhere"):
        features.of(PictureSet(tmp_path / "elsewhere", ("a",)))
