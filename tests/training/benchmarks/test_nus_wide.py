from pathlib import Path

import numpy as np
import pytest

from tests.training.picture_files import touch_all
from training.base.errors import DamagedDataError, IncompleteDataError, MissingDataError
from training.benchmarks.benchmark import Benchmark
from training.benchmarks.nus_wide import nus_wide

PHOTOS = 40
LISTED = [f"place{n % 2}/{n:04}_{n * 7}.jpg" for n in range(PHOTOS)]
JUDGED = {
    "sky": set(range(20)),
    "person": set(range(10, 34)),
    "dog": {0, 1, 12, 13, 20, 21},
    "whale": {34, 35},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Forty photos, four concepts: 36 and later have none, 34 and 35 only a rare one."""
    touch_all(tmp_path / "Flickr", LISTED)
    (tmp_path / "ImageList").mkdir()
    lines = "".join(name.replace("/", "\\") + "\r\n" for name in LISTED)
    (tmp_path / "ImageList" / "Imagelist.txt").write_text(lines)
    (tmp_path / "Groundtruth" / "AllLabels").mkdir(parents=True)
    for concept, photos in JUDGED.items():
        text = "".join(f"{int(n in photos)}\n" for n in range(PHOTOS))
        (tmp_path / "Groundtruth" / "AllLabels" / f"Labels_{concept}.txt").write_text(text)
    return tmp_path


def small(data: Path, seed: int = 0) -> Benchmark:
    return nus_wide(data, 3, queries_a_concept=2, training_a_concept=2, seed=seed)


def test_photos_with_a_frequent_concept_are_kept(folder: Path) -> None:
    found = small(folder)
    assert list(found.pictures.names) == LISTED[:34]
    assert found.missing == 0
    assert all(path.is_file() for path in found.pictures.paths)


def test_a_shared_frequent_concept_makes_relevant(folder: Path) -> None:
    (measure,) = small(folder).measures
    rows = np.arange(34)
    frequent = [JUDGED[concept] for concept in ("sky", "person", "dog")]
    expected = [[any({a, b} <= photos for photos in frequent) for a in rows] for b in rows]
    assert measure.top == 5000
    assert measure.relevant(rows, rows).tolist() == expected


def test_each_concept_draws_its_queries_and_then_its_training_photos(folder: Path) -> None:
    found = small(folder)
    labels = found.measures[0].labels
    assert (len(found.queries), len(found.training)) == (6, 6)
    assert (labels[found.queries].sum(axis=0) >= 2).all()
    assert (labels[found.training].sum(axis=0) >= 2).all()
    assert sorted([*found.queries, *found.database]) == list(range(34))
    assert set(found.training) < set(found.database)
    assert np.array_equal(small(folder).training, found.training)
    assert not np.array_equal(small(folder, seed=1).queries, found.queries)


def test_photos_that_are_gone_are_left_out_and_counted(folder: Path) -> None:
    for number in (3, 11, 35, 39):
        (folder / "Flickr" / LISTED[number]).unlink()
    found = small(folder)
    assert found.missing == 2
    assert list(found.pictures.names) == [LISTED[n] for n in range(34) if n not in {3, 11}]
    assert found.measures[0].labels.shape == (32, 3)


def test_the_photos_may_lie_in_images(folder: Path) -> None:
    (folder / "Flickr").rename(folder / "images")
    assert small(folder).pictures.root == folder / "images"


def test_the_published_sizes_are_the_default(folder: Path) -> None:
    with pytest.raises(DamagedDataError, match="labels for 4 concepts, and 21 are needed"):
        nus_wide(folder)
    with pytest.raises(IncompleteDataError, match="needs 100 pictures, and there are 6"):
        nus_wide(folder, 3)


@pytest.mark.parametrize(
    ("gone", "named"),
    [
        ("ImageList/Imagelist.txt", "ImageList/Imagelist.txt"),
        ("Groundtruth/AllLabels", "Groundtruth/AllLabels/Labels_<concept>.txt"),
        ("Flickr", "Flickr"),
    ],
)
def test_what_is_missing_is_named(folder: Path, gone: str, named: str) -> None:
    (folder / gone).rename(folder / "elsewhere")
    with pytest.raises(MissingDataError) as caught:
        small(folder)
    assert caught.value.path == folder / named


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("1\n0\n", "it has 2 lines for 40 listed photos"),
        ("1\n" * 8 + "yes\n" + "0\n" * 31, "line 9 is neither 0 nor 1"),
        ("", "it has 0 lines for 40 listed photos"),
    ],
)
def test_annotations_that_do_not_fit_the_list_are_reported(
    folder: Path, text: str, problem: str
) -> None:
    file = folder / "Groundtruth" / "AllLabels" / "Labels_dog.txt"
    file.write_text(text)
    with pytest.raises(DamagedDataError) as caught:
        small(folder)
    assert (caught.value.path, caught.value.problem) == (file, problem)
