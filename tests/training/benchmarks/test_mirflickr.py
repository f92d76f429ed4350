from pathlib import Path

import numpy as np
import pytest

from tests.training.picture_files import touch_all
from training.base.errors import DamagedDataError, IncompleteDataError, MissingDataError
from training.benchmarks.benchmark import Benchmark
from training.benchmarks.mirflickr import CONCEPTS, mirflickr

ANNOTATIONS = "mirflickr25k_annotations_v080"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Photos 1 to 40; 1 to 10 show a dog, 6 to 20 the sky, 25000 a dog, the rest nothing."""
    touch_all(tmp_path / "mirflickr", [f"im{number}.jpg" for number in [*range(1, 41), 25000]])
    (tmp_path / ANNOTATIONS).mkdir()
    for concept in CONCEPTS:
        (tmp_path / ANNOTATIONS / f"{concept}.txt").write_text("")
    write_concept(tmp_path, "dog", [*range(1, 11), 25000])
    write_concept(tmp_path, "sky", [*range(6, 21)])
    return tmp_path


def write_concept(data: Path, concept: str, photos: list[int]) -> None:
    (data / ANNOTATIONS / f"{concept}.txt").write_text("".join(f"{n}\r\n" for n in photos))


def small(data: Path, seed: int = 0) -> Benchmark:
    return mirflickr(data, query_count=6, training_count=4, seed=seed)


def test_photos_without_a_concept_are_left_out(folder: Path) -> None:
    expected = [f"im{number}.jpg" for number in [*range(1, 21), 25000]]
    assert list(small(folder).pictures.names) == expected
    assert all(path.is_file() for path in small(folder).pictures.paths)


def test_a_shared_concept_makes_relevant(folder: Path) -> None:
    found = small(folder)
    (measure,) = found.measures
    dog_only, both, sky_only, last = (
        np.array([found.pictures.names.index(f"im{number}.jpg")]) for number in (1, 6, 20, 25000)
    )
    assert measure.top == 5000
    assert measure.relevant(dog_only, both).all()
    assert measure.relevant(sky_only, both).all()
    assert measure.relevant(dog_only, last).all()
    assert not measure.relevant(dog_only, sky_only).any()


def test_queries_database_and_training_are_apart_as_published(folder: Path) -> None:
    found = small(folder)
    assert (len(found.queries), len(found.training)) == (6, 4)
    assert sorted([*found.queries, *found.database]) == list(range(21))
    assert set(found.training) < set(found.database)
    assert np.array_equal(small(folder).queries, found.queries)
    assert not np.array_equal(small(folder, seed=1).queries, found.queries)


def test_each_of_24_concepts_is_a_label(folder: Path) -> None:
    labels = small(folder).measures[0].labels
    assert labels.shape == (21, 24)
    assert labels.sum() == 11 + 15  # dogs and skies


def test_the_published_sizes_are_the_default(folder: Path) -> None:
    with pytest.raises(IncompleteDataError, match="needs 2,000 pictures, and there are 21"):
        mirflickr(folder)


@pytest.mark.parametrize("name", [f"{ANNOTATIONS}/tree.txt", "mirflickr/im7.jpg"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(MissingDataError) as caught:
        small(folder)
    assert caught.value.path == folder / name


@pytest.mark.parametrize("line", ["dog", "0", "25001", "-3", "1 2"])
def test_a_line_that_is_no_photo_is_reported(folder: Path, line: str) -> None:
    file = folder / ANNOTATIONS / "sky.txt"
    file.write_text(f"6\n{line}\n7\n")
    with pytest.raises(DamagedDataError, match="line 2 is not a photo number") as caught:
        small(folder)
    assert caught.value.path == file
