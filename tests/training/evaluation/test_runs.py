"""The evaluations from files to figures, on a few hundred tiny pictures of blocks."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from tests.training.picture_files import write_manifest
from training.evaluation.comparison import Comparison, compare
from training.evaluation.copies import measure_copies
from training.evaluation.forgetting import (
    AFTER,
    BEFORE,
    UNREMEMBERED,
    Forgetting,
    measure_forgetting,
)
from training.evaluation.one_kind import (
    DEFAULT,
    FINE_TUNED,
    THOROUGH,
    OneKind,
    measure_one_kind,
)
from training.evaluation.similarity_reports import report_combinations

SETS = ("caltech101", "clothing", "food10", "pacs_photo", "rsscn7", "weather")
RECIPE = """
backbone = "lite0"
image_size = 32
descriptor_size = 16
code_bits = 16
remember = 50
views = {views}

[initial]
neighbours = 5
iterations = 5

[similarity]
near_width = 1.0
far_width = 1.0
neighbours = 8
best_shared = 8

[codes]
contrastive = 1.0
memory = 1.0
hidden = 16
epochs = {epochs}
batch = 32
"""
FINE_TUNING = """
[fine_tuning]
frozen = 0.9
epochs = 1
"""


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six sets of 20 classes with two photos each, and a large one; 230 photos of ten themes, of
    which 20 ask.
    """
    folder = tmp_path_factory.mktemp("data")
    names = [f"{name}/{kind:02}/{row}.png" for name in SETS for kind in range(20) for row in (0, 1)]
    names += [f"aerial/{row % 10}/{row}.png" for row in range(210)]
    write_blocks(folder, names, kinds=120)
    write_manifest(folder / "train_manifest.tsv", ["name"], [[name] for name in names])
    corel = [f"corel5k/{row}.png" for row in range(230)]
    write_blocks(folder, corel, kinds=10)
    rows = [
        [name, str(row % 10), f"{row % 10},{row % 2}", "query" if row < 20 else "database"]
        for row, name in enumerate(corel)
    ]
    write_manifest(folder / "corel5k_manifest.tsv", ["name", "label", "labels", "split"], rows)
    for name, views, epochs in (("default", 0, 0), ("library", 0, 2), ("views", 1, 1)):
        (folder / f"{name}.toml").write_text(RECIPE.format(views=views, epochs=epochs))
    tuned = RECIPE.format(views=0, epochs=1).replace("remember = 50", "fine_tune = true")
    (folder / "tuned.toml").write_text(tuned + FINE_TUNING)
    return folder


def write_blocks(folder: Path, names: list[str], kinds: int) -> None:
    """Pictures of 4 x 4 blocks; those of a kind are a little different."""
    rng = np.random.default_rng(len(names))
    patterns = rng.integers(40, 216, (kinds, 4, 4, 3))
    for number, name in enumerate(names):
        blocks = patterns[number % kinds] + rng.integers(-25, 25, (4, 4, 3))
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(blocks.astype(np.uint8)).resize((32, 32), 0).save(folder / name)


@pytest.mark.slow
def test_a_comparison_measures_each_method_once(data: Path, tmp_path: Path) -> None:
    comparison = Comparison(
        "corel", ("floats", "itq", "ours"), (8, 16), 2, str(data / "default.toml")
    )
    results = compare(comparison, data, tmp_path)
    assert [(found.key.method, found.key.bits, found.key.seed) for found in results] == [
        ("floats", None, 0),
        *((name, bits, seed) for name in ("ITQ", "ours") for bits in (8, 16) for seed in (0, 1)),
    ]
    kept = (tmp_path / "results.jsonl").read_bytes()
    assert compare(comparison, data, tmp_path) == results
    assert (tmp_path / "results.jsonl").read_bytes() == kept


@pytest.mark.slow
def test_views_are_trained_on_if_the_recipe_says_so(data: Path, tmp_path: Path) -> None:
    recipe = str(data / "views.toml")
    comparison = Comparison("corel-library", ("cibhash", "ours"), (16,), 1, recipe)
    for found in compare(comparison, data, tmp_path):
        assert found.by("theme").plain > 0.2  # by chance 0.1


@pytest.mark.slow
def test_held_out_classes_are_searched_by_models_of_the_others(data: Path, tmp_path: Path) -> None:
    recipe = str(data / "default.toml")
    (found,) = compare(Comparison("objects", ("ours",), (16,), 1, recipe), data, tmp_path)
    assert found.key.benchmark == "held-out objects"


@pytest.mark.slow
def test_forgetting_is_measured_on_corel_and_on_classes_that_no_model_saw(
    data: Path, tmp_path: Path
) -> None:
    recipes = (str(data / "default.toml"), str(data / "library.toml"))
    results = measure_forgetting(Forgetting(*recipes, bits=16, seeds=1), data, tmp_path)
    assert [(found.key.benchmark, found.key.method) for found in results] == [
        (benchmark, method)
        for benchmark in ("Corel-5K", "foreign photos", "held-out objects")
        for method in (BEFORE, AFTER, UNREMEMBERED)
    ]


@pytest.mark.slow
def test_a_library_of_one_kind_is_searched_by_three_models_and_so_are_other_photos(
    data: Path, tmp_path: Path
) -> None:
    tuned, library, default = (
        str(data / f"{name}.toml") for name in ("tuned", "library", "default")
    )
    one = OneKind(("aerial",), tuned, library, default, bits=16, seeds=1)
    results = measure_one_kind(one, data, tmp_path)
    assert [(found.key.benchmark, found.key.method) for found in results] == [
        (benchmark, method)
        for benchmark in ("aerial", "other photos, after aerial")
        for method in (DEFAULT, THOROUGH, FINE_TUNED)
    ]
    figures = [found.by("class").asymmetric for found in results[:3]]
    assert len(set(figures)) == 3


@pytest.mark.slow
def test_copies_are_looked_up_by_itq_and_by_ours(data: Path, tmp_path: Path) -> None:
    recalls = measure_copies(str(data / "default.toml"), [16], 1, data, tmp_path)
    assert [recall.method for recall in recalls] == ["ITQ", "ours"]
    for recall in recalls:
        assert recall.asymmetric["JPEG 30"] > 2 / 230  # by chance 1 / 230


@pytest.mark.slow
def test_s_is_reported_for_the_training_photos_in_every_combination(
    data: Path, tmp_path: Path
) -> None:
    reports = report_combinations("corel-library", data, tmp_path, str(data / "library.toml"))
    assert [str(report.combination) for report in reports] == [
        "feature",
        "neighbour",
        "agreement",
        "either",
    ]
    assert all(report.photos == 210 for report in reports)
    assert {purity.label for purity in reports[0].purities} == {"theme", "words"}
