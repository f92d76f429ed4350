"""Files in the folders of a training may come from a stranger: none of them runs code."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.core.hostile_contents import Evil
from tests.core.tiny_bundle import npy
from tests.training.data.test_features import MeanColour
from tests.training.picture_files import write_pictures
from training.base.arrays import load_array
from training.base.errors import DamagedCacheError, DamagedDataError
from training.data import library_photos
from training.data.datasets import cached_pixels
from training.data.features import FeatureStore
from training.data.library_photos import PICTURES, has_pictures
from training.data.pictures import PictureSet
from training.networks import backbones


@pytest.fixture
def evil(tmp_path: Path) -> bytes:
    """An array that writes the file `evil` where it is unpickled."""
    return npy(np.array([[Evil(tmp_path / "evil")]], object), pickled=True)


def test_the_array_would_act_where_pickles_are_read(evil: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.npy").write_bytes(evil)
    np.load(tmp_path / "a.npy", allow_pickle=True)
    assert (tmp_path / "evil").exists()


@pytest.mark.parametrize("mode", [None, "r", "c"])
def test_an_array_of_objects_is_refused_with_a_sentence(
    mode: str | None, evil: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "a.npy"
    path.write_bytes(evil)
    with pytest.raises(DamagedCacheError) as caught:
        load_array(path, mode)  # type: ignore[arg-type]
    assert str(caught.value).startswith(f"{path} cannot be used: ")
    assert str(caught.value).endswith(". Delete it, and start again.")
    assert not (tmp_path / "evil").exists()


def features(pictures: PictureSet, cache: Path) -> object:
    return FeatureStore(MeanColour(), "mean", 32, cache).of_pictures(pictures)


def pixels(pictures: PictureSet, cache: Path) -> object:
    return cached_pixels(pictures, 32, cache)


@pytest.mark.parametrize("read", [features, pixels])
def test_a_cache_of_objects_is_refused(
    read: Callable[[PictureSet, Path], object], evil: bytes, tmp_path: Path
) -> None:
    write_pictures(tmp_path / "pictures", ["0.png"])
    pictures = PictureSet(tmp_path / "pictures", ("0.png",))
    read(pictures, tmp_path / "cache")
    (cached,) = (tmp_path / "cache").rglob("*.npy")
    cached.write_bytes(evil)
    with pytest.raises(DamagedCacheError):
        read(pictures, tmp_path / "cache")
    assert not (tmp_path / "evil").exists()


def sample(path: Path) -> None:
    np.savez(path, ids=np.arange(2), descriptors=np.zeros((2, 9), np.int8), descriptor_id="d")


def compressed(path: Path) -> None:
    np.savez_compressed(
        path, ids=np.arange(2), descriptors=np.zeros((2, 9), np.int8), descriptor_id="d"
    )


def unlike_arrays(path: Path) -> None:
    np.savez(path, ids=np.arange(2), descriptors=np.zeros((3, 9), np.int8), descriptor_id="d")


def one_array(path: Path) -> None:
    path.write_bytes(npy(np.arange(2)))


@pytest.mark.parametrize("make", [compressed, unlike_arrays, one_array])
def test_a_sample_that_is_none_is_drawn_again(make: Callable[[Path], None], tmp_path: Path) -> None:
    sample(tmp_path / "learned.npz")
    assert library_photos._is_reusable(tmp_path, np.arange(3), "d")
    make(tmp_path / "learned.npz")
    assert not library_photos._is_reusable(tmp_path, np.arange(3), "d")


def test_a_sample_of_objects_is_drawn_again(evil: bytes, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "learned.npz", "w") as archive:
        for name in ("ids", "descriptors", "descriptor_id"):
            archive.writestr(f"{name}.npy", evil)
    assert not library_photos._is_reusable(tmp_path, np.arange(3), "d")
    assert not (tmp_path / "evil").exists()


def test_pictures_that_are_none_are_made_again(evil: bytes, tmp_path: Path) -> None:
    path = tmp_path / "pictures.npy"
    assert not has_pictures(tmp_path / PICTURES, 3, 8)
    path.write_bytes(evil)
    assert not has_pictures(tmp_path / PICTURES, 3, 8)
    path.write_bytes(npy(np.zeros((3, 8, 8, 3), np.float32)))
    assert not has_pictures(tmp_path / PICTURES, 3, 8)
    path.write_bytes(npy(np.zeros((3, 8, 8, 3), np.uint8)))
    assert has_pictures(tmp_path / PICTURES, 3, 8)
    assert not has_pictures(tmp_path / PICTURES, 4, 8)


def test_weights_that_are_a_program_are_refused_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "weights.pth"
    torch.save(Evil(tmp_path / "evil"), path)
    monkeypatch.setattr(backbones, "_weights_path", lambda _: path)
    with pytest.raises(DamagedDataError) as caught:
        backbones.load_backbone("lite0")
    assert str(caught.value).startswith(f"{path} is damaged: it holds no weights.")
    assert not (tmp_path / "evil").exists()
