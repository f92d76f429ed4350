import tarfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.training.picture_files import touch_all, write_manifest
from training.base.errors import DamagedDataError, MissingDataError
from training.benchmarks.corel import corel, other_queries
from training.benchmarks.training_set import training_pictures
from training.data.pictures import PictureSet


@pytest.fixture
def corel_folder(tmp_path: Path) -> Path:
    data = tmp_path / "data"
    names = [f"corel5k/{theme}/{number}.jpg" for theme in ("a", "b") for number in (0, 1)]
    touch_all(data, names)
    words = ["sky,sea", "sea", "sky,tree", "car"]
    splits = ["query", "database", "database", "query"]
    rows = [[n, n.split("/")[1], w, s] for n, w, s in zip(names, words, splits, strict=True)]
    write_manifest(data / "corel5k_manifest.tsv", ["name", "label", "labels", "split"], rows)
    return data


def archive_of(data: Path, place: Path) -> Path:
    """The same data as an archive beside its manifest, as it is handed out."""
    place.mkdir()
    with tarfile.open(place / "corel5k.tar.gz", "w:gz") as archive:
        archive.add(data / "corel5k", "corel5k")
    (data / "corel5k_manifest.tsv").rename(place / "corel5k_manifest.tsv")
    return place


def test_relevance_is_a_theme_or_a_word_in_common(corel_folder: Path, tmp_path: Path) -> None:
    found = corel(corel_folder, tmp_path / "cache")
    theme, words = found.measures
    assert (found.queries.tolist(), found.database.tolist()) == ([0, 3], [1, 2])
    assert (theme.name, theme.top) == ("theme", 100)
    assert theme.relevant(found.queries, found.database).tolist() == [[True, False], [False, True]]
    assert (words.name, words.top) == ("words", 1000)
    assert words.relevant(found.queries, found.database).tolist() == [[True, True], [False, False]]


def test_no_query_is_trained_on(corel_folder: Path, tmp_path: Path) -> None:
    found = corel(corel_folder, tmp_path / "cache")
    assert found.training.tolist() == found.database.tolist()


def test_other_queries_are_a_tenth_of_the_database_that_is_neither_searched_nor_trained_on(
    corel_folder: Path, tmp_path: Path
) -> None:
    found = replace(corel(corel_folder, tmp_path / "cache"), database=np.arange(5, 35))
    other = other_queries(found)
    assert len(other.queries) == 3
    assert sorted([*other.queries, *other.database]) == list(range(5, 35))
    assert other.training.tolist() == other.database.tolist()
    assert other.queries.tolist() == other_queries(found).queries.tolist()
    assert other.name != found.name


def test_archives_are_extracted_once_into_the_cache(corel_folder: Path, tmp_path: Path) -> None:
    place, cache = archive_of(corel_folder, tmp_path / "archives"), tmp_path / "cache"
    pictures = corel(place, cache).pictures
    assert all(path.is_file() for path in pictures.paths)
    assert pictures.root.parent == cache
    (pictures.root / "mark").touch()
    assert (corel(place, cache).pictures.root / "mark").exists()
    assert [path.name for path in cache.iterdir()] == [pictures.root.name]


def test_a_damaged_archive_leaves_nothing_in_the_cache(corel_folder: Path, tmp_path: Path) -> None:
    place, cache = archive_of(corel_folder, tmp_path / "archives"), tmp_path / "cache"
    archive = place / "corel5k.tar.gz"
    archive.write_bytes(archive.read_bytes()[:-200])
    with pytest.raises(DamagedDataError, match=r"corel5k\.tar\.gz"):
        corel(place, cache)
    assert list(cache.iterdir()) == []


def test_a_missing_file_is_named_with_the_remedy(corel_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(MissingDataError) as caught:
        training_pictures(corel_folder, tmp_path)
    sentence = f"{corel_folder / 'train_manifest.tsv'} is missing. Use --data to set"
    assert str(caught.value).startswith(sentence)


def test_a_missing_archive_is_named(corel_folder: Path, tmp_path: Path) -> None:
    place = archive_of(corel_folder, tmp_path / "archives")
    (place / "corel5k.tar.gz").unlink()
    with pytest.raises(MissingDataError) as caught:
        corel(place, tmp_path / "cache")
    assert caught.value.path == place / "corel5k.tar.gz"


def test_a_sample_is_part_of_the_set_and_always_the_same() -> None:
    pictures = PictureSet(Path(), tuple(f"{number}.jpg" for number in range(50)))
    sample = pictures.sample(10, seed=1)
    assert len(sample) == 10
    assert sample == pictures.sample(10, seed=1)
    assert set(sample.names) < set(pictures.names)
    assert len(pictures.sample(80, seed=1)) == 50
