import os
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from tests.training.picture_files import write_pictures
from training.data.features import FeatureStore, view_reader
from training.data.pictures import PictureSet
from training.data.views import ViewSettings


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
    assert first.tolist() == [[number * 40, 90, 60] for number in range(5)]
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


def test_no_view_is_made_twice(tmp_path: Path) -> None:
    pictures = patterns(tmp_path / "pictures", ["0.png", "1.png", "2.png"])
    backbone = MeanColour()
    store = FeatureStore(backbone, "mean", 32, tmp_path / "cache")
    first = store.of_views(pictures, ViewSettings(), 1)
    assert first.shape == (3, 3)
    assert np.array_equal(store.of_views(pictures, ViewSettings(), 1), first)
    assert backbone.seen == 3


def test_views_of_another_number_or_other_settings_are_others(tmp_path: Path) -> None:
    pictures = patterns(tmp_path / "pictures", ["0.png", "1.png"])
    store = FeatureStore(MeanColour(), "mean", 32, tmp_path / "cache")
    photos = store.of_pictures(pictures)
    views = [
        store.of_views(pictures, ViewSettings(), 1),
        store.of_views(pictures, ViewSettings(), 2),
        store.of_views(pictures, ViewSettings(colour=0.1), 1),
    ]
    assert len({each.tobytes() for each in (photos, *views)}) == 4


def test_a_picture_has_the_same_view_in_whatever_company_and_folder(tmp_path: Path) -> None:
    names = ["0.png", "1.png", "2.png"]
    pictures = patterns(tmp_path / "pictures", names)
    elsewhere = patterns(tmp_path / "elsewhere", names)
    store = FeatureStore(MeanColour(), "mean", 32, tmp_path / "cache")
    views = store.of_views(pictures, ViewSettings(), 1)
    some = store.of_views(PictureSet(pictures.root, ("2.png", "0.png")), ViewSettings(), 1)
    assert np.array_equal(some, views[[2, 0]])
    other = FeatureStore(MeanColour(), "mean", 32, tmp_path / "other")
    assert np.array_equal(other.of_views(elsewhere, ViewSettings(), 1), views)


def test_a_picture_whose_name_is_not_utf_8_has_features_and_views(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.png")
    try:
        pictures = patterns(tmp_path / "pictures", [name])
    except OSError:
        pytest.skip("this file system has names in UTF-8 only")
    store = FeatureStore(MeanColour(), "mean", 32, tmp_path / "cache")
    assert store.of_pictures(pictures).shape == (1, 3)
    assert store.of_views(pictures, ViewSettings(), 1).shape == (1, 3)


def patterns(root: Path, names: list[str]) -> PictureSet:
    """Pictures of coarse noise, in which no two crops have the same mean colour."""
    root.mkdir()
    for number, name in enumerate(names):
        coarse = np.random.default_rng(number).integers(0, 256, (6, 9, 3), np.uint8)
        Image.fromarray(coarse).resize((90, 60)).save(root / name)
    return PictureSet(root, tuple(names))


def test_a_view_shows_the_same_at_every_side(tmp_path: Path) -> None:
    ramp = np.arange(64 * 96 * 3, dtype=np.uint32).reshape(64, 96, 3) // 73 % 256
    (tmp_path / "pictures").mkdir()
    Image.fromarray(ramp.astype(np.uint8)).save(tmp_path / "pictures" / "ramp.png")
    pictures = PictureSet(tmp_path / "pictures", ("ramp.png",))
    settings = ViewSettings(colour=0.0, hue=0.0, grey=0.0)
    large, small, other = (
        view_reader(pictures, settings, number, side)(pictures.paths[0]).astype(float)
        for number, side in ((1, 64), (1, 32), (2, 32))
    )
    halved = large.reshape(32, 2, 32, 2, 3).mean(axis=(1, 3))
    assert np.abs(halved - small).mean() < 4
    assert np.abs(halved - other).mean() > 8
