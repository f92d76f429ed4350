import tarfile
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from training.data import PictureSet, corel, training_pictures
from training.errors import MissingDataError
from training.features import FeatureStore


def write_pictures(root: Path, names: list[str]) -> None:
    for number, name in enumerate(names):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (48, 32), (number * 40, 90, 200 - number * 40)).save(root / name)


def write_manifest(path: Path, columns: list[str], rows: list[list[str]]) -> None:
    path.write_text("\n".join("\t".join(row) for row in [columns, *rows]) + "\n")


@pytest.fixture
def corel_folder(tmp_path: Path) -> Path:
    data = tmp_path / "data"
    names = [f"corel5k/{theme}/{number}.jpg" for theme in ("a", "b") for number in (0, 1)]
    write_pictures(data, names)
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
    assert found.is_query.tolist() == [True, False, False, True]
    assert found.same_theme.tolist() == [[True, False], [False, True]]
    assert found.shared_word.tolist() == [[True, True], [False, False]]


def test_archives_are_extracted_once_into_the_cache(corel_folder: Path, tmp_path: Path) -> None:
    place, cache = archive_of(corel_folder, tmp_path / "archives"), tmp_path / "cache"
    pictures = corel(place, cache).pictures
    assert all(path.is_file() for path in pictures.paths)
    assert pictures.root.parent == cache
    (pictures.root / "mark").touch()
    assert (corel(place, cache).pictures.root / "mark").exists()
    assert [path.name for path in cache.iterdir()] == [pictures.root.name]


def test_a_missing_file_is_named_with_the_remedy(corel_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(MissingDataError) as caught:
        training_pictures(corel_folder, tmp_path)
    sentence = f"{corel_folder / 'train_manifest.tsv'} is missing: name the folder that holds it"
    assert str(caught.value).startswith(sentence)
    assert "--data" in str(caught.value)


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


class MeanColour(torch.nn.Module):
    """A backbone that counts how many pictures it saw."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = 0

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        self.seen += len(pixels)
        return pixels.float().mean((1, 2))


def test_no_picture_is_read_twice_for_its_features(tmp_path: Path) -> None:
    names = [f"{number}.png" for number in range(5)]
    write_pictures(tmp_path / "pictures", names)
    pictures = PictureSet(tmp_path / "pictures", tuple(names))
    backbone = MeanColour()
    store = FeatureStore(backbone, "mean", 32, tmp_path / "cache")
    first = store.of_pictures(pictures)
    assert first.tolist() == [[number * 40, 90, 200 - number * 40] for number in range(5)]
    assert np.array_equal(store.of_pictures(pictures), first)
    assert backbone.seen == 5


def test_other_pictures_or_weights_have_features_of_their_own(tmp_path: Path) -> None:
    write_pictures(tmp_path / "pictures", ["0.png", "1.png"])
    pictures = PictureSet(tmp_path / "pictures", ("0.png", "1.png"))
    backbone = MeanColour()
    FeatureStore(backbone, "mean", 32, tmp_path / "cache").of_pictures(pictures)
    FeatureStore(backbone, "other", 32, tmp_path / "cache").of_pictures(pictures)
    fewer = PictureSet(pictures.root, ("1.png",))
    assert FeatureStore(backbone, "mean", 32, tmp_path / "cache").of_pictures(fewer)[0][0] == 40
    assert backbone.seen == 5
