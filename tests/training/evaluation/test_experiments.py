from pathlib import Path

import numpy as np
import pytest

from tests.training.picture_files import touch_all, write_manifest
from training.base.errors import UnknownBenchmarkError
from training.evaluation.experiments import experiment_names, load_experiment

SETS = ("caltech101", "clothing", "food10", "pacs_photo", "rsscn7", "weather", "osie")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Twenty classes in each of the training sets, two photos each, and four of Corel's."""
    names = [f"{name}/{kind:02}/{row}.jpg" for name in SETS for kind in range(20) for row in (0, 1)]
    write_manifest(tmp_path / "train_manifest.tsv", ["name"], [[name] for name in names])
    corel = [f"corel5k/{row}.jpg" for row in range(4)]
    halves = ("query", "database", "database", "query")
    write_manifest(
        tmp_path / "corel5k_manifest.tsv",
        ["name", "label", "labels", "split"],
        [[name, "sky", "sky,sun", half] for name, half in zip(corel, halves, strict=True)],
    )
    touch_all(tmp_path, [*names, *corel])
    return tmp_path


def test_an_unknown_experiment_is_reported_with_the_known_ones(data: Path) -> None:
    with pytest.raises(UnknownBenchmarkError, match="corel-library"):
        load_experiment("imagenet", data, data)


def test_corel_is_searched_by_models_of_other_photos(data: Path) -> None:
    experiment = load_experiment("corel", data, data)
    assert len(experiment.training_pictures) == 280
    assert not set(experiment.training_pictures.names) & set(experiment.benchmark.pictures.names)


def test_a_library_is_trained_on_its_database_and_never_on_a_query(data: Path) -> None:
    experiment = load_experiment("corel-library", data, data)
    assert experiment.training_pictures.names == ("corel5k/1.jpg", "corel5k/2.jpg")
    assert experiment.recipe == "library"


def test_a_library_keeps_the_descriptor_of_the_default_model(data: Path) -> None:
    experiment = load_experiment("corel-library", data, data)
    assert (
        experiment.descriptor_pictures
        == experiment.foreign
        == load_experiment("corel", data, data).descriptor_pictures
    )


def test_experiments_on_corel_have_tables_of_their_own(data: Path) -> None:
    names = {
        load_experiment(name, data, data).benchmark.name
        for name in ("corel", "corel-library", "corel-tenth", "corel-library-tenth")
    }
    assert len(names) == 4


def test_other_queries_are_not_trained_on(data: Path) -> None:
    rows = [[f"corel5k/{row}.jpg", "sky", "sky", "database"] for row in range(30)]
    write_manifest(data / "corel5k_manifest.tsv", ["name", "label", "labels", "split"], rows)
    own = load_experiment("corel-library-tenth", data, data)
    queries = {own.benchmark.pictures.names[row] for row in own.benchmark.queries}
    assert len(queries) == 3
    assert not queries & set(own.training_pictures.names)
    assert load_experiment("corel-tenth", data, data).recipe == "default"


@pytest.mark.parametrize("name", ["objects", "foreign"])
def test_held_out_classes_are_not_trained_on(data: Path, name: str) -> None:
    experiment = load_experiment(name, data, data)
    query_classes = {Path(picture).parent for picture in experiment.benchmark.pictures.names}
    assert query_classes
    assert not query_classes & {
        Path(picture).parent for picture in experiment.training_pictures.names
    }
    assert not query_classes & {
        Path(picture).parent for picture in experiment.descriptor_pictures.names
    }


def test_all_photos_of_an_experiment_are_in_its_cached_sets(data: Path) -> None:
    for name in ("corel", "corel-library", "objects", "foreign"):
        experiment = load_experiment(name, data, data)
        known = {
            (whole.root, picture) for whole in experiment.cached_sets for picture in whole.names
        }
        for part in (
            experiment.training_pictures,
            experiment.descriptor_pictures,
            experiment.benchmark.pictures,
        ):
            assert {(part.root, picture) for picture in part.names} <= known


def test_the_benchmarks_of_the_literature_are_experiments_too() -> None:
    assert {"cifar10", "mirflickr", "nus-wide"} <= set(experiment_names())
    assert len(experiment_names()) == len(set(experiment_names()))


def test_published_benchmarks_are_trained_on_what_the_protocol_allows(data: Path) -> None:
    kinds = "airplane automobile bird cat deer dog frog horse ship truck".split()
    halves = {half: [f"{half}/{kind}/0.png" for kind in kinds] for half in ("test", "train")}
    touch_all(data, [name for names in halves.values() for name in names])
    experiment = load_experiment("cifar10", data, data)
    assert sorted(experiment.training_pictures.names) == halves["train"]
    assert experiment.recipe == "cifar10"
    assert np.array_equal(experiment.benchmark.queries, np.arange(10))
