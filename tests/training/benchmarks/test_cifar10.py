import tarfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.training.picture_files import touch_all
from training.base.errors import DamagedDataError, IncompleteDataError, MissingDataError
from training.benchmarks.benchmark import Benchmark
from training.benchmarks.cifar10 import cifar10, cifar10_few_learned, cifar10_few_queries

CLASSES = "airplane automobile bird cat deer dog frog horse ship truck".split()
BATCHES = [*(f"data_batch_{number}.bin" for number in range(1, 6)), "test_batch.bin"]


def names(half: str, each: int) -> list[str]:
    return [f"{half}/{name}/{number:04}.jpg" for name in CLASSES for number in range(each)]


def classes_of(benchmark: Benchmark, rows: list[int] | np.ndarray) -> list[str]:
    return [benchmark.pictures.names[row].split("/")[1] for row in rows]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three test pictures and five others of each class."""
    data = tmp_path / "data"
    touch_all(data, names("test", 3) + names("train", 5))
    return data


@pytest.fixture
def binary(tmp_path: Path) -> Path:
    """The binary release with ten pictures a file, one of each class, of random pixels."""
    data = tmp_path / "data"
    release = data / "cifar-10-batches-bin"
    release.mkdir(parents=True)
    (release / "batches.meta.txt").write_text("\n".join(CLASSES) + "\n\n")
    for number, name in enumerate(BATCHES):
        rng = np.random.default_rng(number)
        records = rng.integers(0, 256, (10, 3073), dtype=np.uint8)
        records[:, 0] = rng.permutation(10)
        (release / name).write_bytes(records.tobytes())
    return data


def test_the_test_half_are_queries_and_all_others_are_database_and_training(folder: Path) -> None:
    found = cifar10(folder, folder / "cache")
    assert found.pictures.names == tuple(names("test", 3) + names("train", 5))
    assert found.queries.tolist() == list(range(30))
    assert found.database.tolist() == found.training.tolist() == list(range(30, 80))
    (measure,) = found.measures
    assert measure.top == 1000
    relevant = measure.relevant(found.queries, found.database)
    asked, searched = classes_of(found, found.queries), classes_of(found, found.database)
    assert np.array_equal(relevant, np.array(asked)[:, None] == np.array(searched)[None])


def test_few_are_trained_on_and_as_many_of_each_class(folder: Path) -> None:
    found = cifar10_few_learned(folder, folder / "cache", training_a_class=2)
    assert (len(found.queries), len(found.database)) == (30, 50)
    assert sorted(classes_of(found, found.training)) == sorted(CLASSES * 2)
    assert set(found.training) < set(found.database)


def test_a_few_pictures_of_each_class_are_queries_and_all_others_the_database(folder: Path) -> None:
    found = cifar10_few_queries(folder, folder / "cache", queries_a_class=1, training_a_class=2)
    assert classes_of(found, found.queries) == CLASSES
    assert all(found.pictures.names[row].startswith("test/") for row in found.queries)
    assert sorted([*found.queries, *found.database]) == list(range(80))
    assert sorted(classes_of(found, found.training)) == sorted(CLASSES * 2)
    assert set(found.training) < set(found.database)


def test_draws_are_the_same_every_time_and_others_for_another_seed(folder: Path) -> None:
    first, again, other = (
        cifar10_few_queries(folder, folder / "cache", 1, 2, seed) for seed in (0, 0, 1)
    )
    assert np.array_equal(first.queries, again.queries)
    assert np.array_equal(first.training, again.training)
    assert not np.array_equal(first.queries, other.queries)


def test_a_folder_with_too_few_pictures_for_the_split_says_so(folder: Path) -> None:
    with pytest.raises(IncompleteDataError, match="needs 100 pictures, and there are 3"):
        cifar10_few_queries(folder, folder / "cache")


def test_a_class_without_pictures_is_named(folder: Path) -> None:
    for file in (folder / "train" / "frog").iterdir():
        file.unlink()
    with pytest.raises(MissingDataError) as caught:
        cifar10(folder, folder / "cache")
    assert caught.value.path == folder / "train" / "frog"


def test_the_archive_is_named_where_there_is_nothing(tmp_path: Path) -> None:
    with pytest.raises(MissingDataError) as caught:
        cifar10(tmp_path, tmp_path / "cache")
    assert caught.value.path == tmp_path / "cifar10.tar.gz"


def test_the_archive_gives_what_the_folder_gives(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "archives"
    place.mkdir()
    with tarfile.open(place / "cifar10.tar.gz", "w:gz") as archive:
        archive.add(folder, ".")
    found = cifar10(place, tmp_path / "cache")
    assert found.pictures.names == cifar10(folder, tmp_path / "cache").pictures.names
    assert all(path.is_file() for path in found.pictures.paths)


def test_the_binary_release_becomes_files_by_class(binary: Path, tmp_path: Path) -> None:
    found = cifar10(binary, tmp_path / "cache")
    assert (len(found.queries), len(found.database)) == (10, 50)
    assert classes_of(found, found.queries) == CLASSES
    assert found.pictures.root.parent == tmp_path / "cache"


def test_its_pixels_are_red_then_green_then_blue_row_by_row(binary: Path, tmp_path: Path) -> None:
    root = cifar10(binary, tmp_path / "cache").pictures.root
    release = binary / "cifar-10-batches-bin"
    for place, batch in enumerate(BATCHES[:5]):
        content = (release / batch).read_bytes()
        for start in range(0, len(content), 3073):
            name = CLASSES[content[start]]
            picture = Image.open(root / "train" / name / f"{place:05}.png")
            red, green, blue = (content[start + 1 + 1024 * plane :] for plane in range(3))
            for x, y in ((0, 0), (31, 0), (0, 31), (5, 17)):
                at = y * 32 + x
                assert picture.getpixel((x, y)) == (red[at], green[at], blue[at])


def test_the_archive_is_extracted_once(binary: Path, tmp_path: Path) -> None:
    root = cifar10(binary, tmp_path / "cache").pictures.root
    (root / "mark").touch()
    assert (cifar10(binary, tmp_path / "cache").pictures.root / "mark").exists()


@pytest.mark.parametrize(
    ("cut", "problem"),
    [
        (100, "30,630 bytes are not a multiple of 3,073"),
        (3073, "it has 9 pictures, which is too few"),
    ],
)
def test_a_truncated_file_is_named(binary: Path, tmp_path: Path, cut: int, problem: str) -> None:
    file = binary / "cifar-10-batches-bin" / "data_batch_3.bin"
    file.write_bytes(file.read_bytes()[:-cut])
    with pytest.raises(DamagedDataError) as caught:
        cifar10(binary, tmp_path / "cache")
    assert str(caught.value).startswith(f"{file} is damaged: {problem}")
    assert not (tmp_path / "cache").exists()


def test_a_label_out_of_range_is_reported_and_leaves_no_incomplete_folder(
    binary: Path, tmp_path: Path
) -> None:
    file = binary / "cifar-10-batches-bin" / "data_batch_5.bin"
    content = bytearray(file.read_bytes())
    content[3073] = 12
    file.write_bytes(content)
    with pytest.raises(DamagedDataError, match="it has the label 12, above 9"):
        cifar10(binary, tmp_path / "cache")
    assert list((tmp_path / "cache").iterdir()) == []


@pytest.mark.parametrize("name", ["batches.meta.txt", "data_batch_2.bin", "test_batch.bin"])
def test_a_missing_file_of_the_release_is_named(binary: Path, tmp_path: Path, name: str) -> None:
    file = binary / "cifar-10-batches-bin" / name
    file.unlink()
    with pytest.raises(MissingDataError) as caught:
        cifar10(binary, tmp_path / "cache")
    assert caught.value.path == file


def test_other_class_names_are_refused(binary: Path, tmp_path: Path) -> None:
    (binary / "cifar-10-batches-bin" / "batches.meta.txt").write_text("../a\n" * 10)
    with pytest.raises(DamagedDataError, match="does not list the ten classes"):
        cifar10(binary, tmp_path / "cache")
