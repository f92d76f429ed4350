from pathlib import Path

import pytest

from tests.training.picture_files import touch_all, write_manifest
from training.base.errors import UnknownBenchmarkError
from training.benchmarks.benchmark import Benchmark
from training.benchmarks.training_set import set_apart, training_pictures, training_split

CLASSES = {
    "caltech101": 20,
    "clothing": 10,
    "coco128": 1,
    "food10": 10,
    "pacs_photo": 7,
    "rsscn7": 7,
    "weather": 4,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    names = [
        f"{of_set}/class{number:02}/{picture:05}.jpg"
        for of_set, classes in CLASSES.items()
        for number in range(classes)
        for picture in range(3)
    ]
    touch_all(tmp_path, names)
    write_manifest(tmp_path / "train_manifest.tsv", ["name"], [[name] for name in names])
    return tmp_path


def classes_of(names: tuple[str, ...]) -> list[str]:
    return sorted({name.rpartition("/")[0] for name in names})


def held_out(benchmark: Benchmark) -> list[str]:
    return classes_of(benchmark.pictures.names)


def test_a_tenth_of_the_object_classes_is_held_out(folder: Path) -> None:
    objects = held_out(training_split(folder, folder / "cache").objects)
    assert [name.split("/")[0] for name in objects] == ["caltech101"] * 2


def test_foreign_classes_come_from_six_sets_and_are_no_objects(folder: Path) -> None:
    split = training_split(folder, folder / "cache")
    foreign = held_out(split.foreign)
    sets = [name.split("/")[0] for name in foreign]
    assert sets == ["caltech101"] * 2 + ["clothing", "food10", "pacs_photo", "rsscn7", "weather"]
    assert not set(foreign) & set(held_out(split.objects))


def test_whole_classes_are_held_out_and_everything_else_is_kept(folder: Path) -> None:
    split = training_split(folder, folder / "cache")
    parts = [split.kept, split.objects.pictures, split.foreign.pictures]
    together = sorted(name for part in parts for name in part.names)
    assert together == sorted(training_pictures(folder, folder / "cache").names)
    assert not set(classes_of(split.kept.names)) & set(held_out(split.objects))
    assert not set(classes_of(split.kept.names)) & set(held_out(split.foreign))


def test_the_same_classes_are_held_out_every_time(folder: Path) -> None:
    first, again, other = (training_split(folder, folder / "cache", seed) for seed in (0, 0, 1))
    assert held_out(first.objects) == held_out(again.objects)
    assert held_out(first.foreign) == held_out(again.foreign)
    assert held_out(first.objects) != held_out(other.objects)


def test_every_held_out_picture_asks_for_the_others_of_its_class(folder: Path) -> None:
    objects = training_split(folder, folder / "cache").objects
    (measure,) = objects.measures
    assert objects.queries.tolist() == objects.database.tolist() == list(range(6))
    assert len(objects.training) == 0
    assert (measure.name, measure.top) == ("class", 100)
    assert measure.relevant(objects.queries, objects.database).sum(axis=1).tolist() == [3] * 6


def test_a_whole_set_becomes_a_library_of_its_own(folder: Path) -> None:
    kept, weather = set_apart("weather", folder, folder / "cache")
    assert {name.split("/")[0] for name in weather.pictures.names} == {"weather"}
    assert len(weather.queries) == 12
    assert sorted(kept.names + weather.pictures.names) == sorted(
        training_pictures(folder, folder / "cache").names
    )


def test_a_set_that_is_not_there_is_named_with_those_that_are(folder: Path) -> None:
    with pytest.raises(UnknownBenchmarkError, match=r"opera.*caltech101"):
        set_apart("opera", folder, folder / "cache")
