from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image

from desktop_app.core.photos.preprocess import network_input
from tests.training.picture_files import write_pictures
from training.data.datasets import (
    DescriptorDataset,
    PixelDataset,
    cached_pixels,
    concatenated,
)
from training.data.pictures import PictureSet
from training.data.views import ViewSettings, augment

CPU = torch.device("cpu")
AS_IT_IS = ViewSettings(smallest_area=1, aspect=1, colour=0, hue=0, grey=0)


def smooth_pictures(count: int) -> NDArray[np.uint8]:
    """uint8 [count, 32, 32, 3]"""
    coarse = np.random.default_rng(0).integers(0, 256, (count, 4, 4, 3), np.uint8)
    large = [Image.fromarray(each).resize((32, 32), Image.Resampling.BICUBIC) for each in coarse]
    return np.stack([np.asarray(each) for each in large])


def dataset(view: ViewSettings) -> PixelDataset:
    return PixelDataset(smooth_pictures(6), torch.arange(6), view, CPU)


def test_a_view_that_changes_nothing_is_the_photo_or_its_mirror_image() -> None:
    seen = dataset(AS_IT_IS)
    rows = torch.tensor([4, 1, 1, 1, 1, 1, 1, 1])
    photos, views = seen.pixels_of(rows), seen.sample_views(rows)
    assert np.array_equal(photos.numpy(), smooth_pictures(6)[rows.numpy()])
    same = (views == photos).all(3).all(2).all(1)
    mirrored = (views == photos.flip(2)).all(3).all(2).all(1)
    assert (same | mirrored).all()
    assert same.any()
    assert mirrored.any()


def test_every_view_is_different_and_depends_on_the_random_state() -> None:
    seen, rows = dataset(ViewSettings()), torch.tensor([2, 2])
    torch.manual_seed(0)
    first, second = seen.sample_views(rows)
    assert first.shape == (32, 32, 3)
    assert first.dtype == torch.uint8
    assert not torch.equal(first, second)
    torch.manual_seed(0)
    assert torch.equal(seen.sample_views(rows)[0], first)


def test_some_of_the_photos_keep_their_own_rows() -> None:
    some = dataset(AS_IT_IS).subset(torch.tensor([5, 3, 1])).subset(torch.tensor([2, 0]))
    assert len(some) == 2
    assert np.array_equal(some.pixels_of(torch.arange(2)).numpy(), smooth_pictures(6)[[1, 5]])


def numbered(count: int) -> DescriptorDataset:
    """Photos whose descriptor and picture are filled with their number."""
    numbers = torch.arange(count, dtype=torch.int8)
    pictures = numbers.to(torch.uint8)[:, None, None, None].expand(count, 2, 2, 3).contiguous()
    return DescriptorDataset(numbers[:, None], (), pictures)


def numbers_of(dataset: DescriptorDataset) -> tuple[list[int], list[int]]:
    pictures = dataset.pictures_of(torch.arange(len(dataset)))
    return dataset.descriptors[:, 0].tolist(), pictures[:, 0, 0, 0].tolist()


def test_some_of_the_photos_share_the_pictures_of_all() -> None:
    whole = numbered(6)
    some = whole.subset(torch.tensor([5, 3, 1])).subset(torch.tensor([2, 0])).to(CPU)
    assert numbers_of(some) == ([1, 5], [1, 5])
    assert some.pictures is whole.pictures  # a library's are a memory-mapped file


def test_joined_photos_keep_their_own_pictures() -> None:
    joined = concatenated(numbered(5).subset(torch.tensor([4, 2])), numbered(2))
    assert numbers_of(joined) == ([4, 2, 0, 1], [4, 2, 0, 1])


@pytest.mark.parametrize("seed", range(8))
def test_a_tensor_has_the_view_that_its_picture_has(seed: int) -> None:
    pixels = smooth_pictures(1)[0]
    of_picture = augment(Image.fromarray(pixels), ViewSettings(), str(seed))
    tensor = torch.from_numpy(pixels).permute(2, 0, 1)
    of_tensor = augment(tensor, ViewSettings(), str(seed)).permute(1, 2, 0)
    difference = of_tensor.numpy().astype(int) - np.asarray(of_picture).astype(int)
    assert np.abs(difference).mean() < 2


def test_pixels_are_what_the_network_sees_and_are_kept_in_a_file(tmp_path: Path) -> None:
    names = ("a.png", "b.png", "c.png")
    write_pictures(tmp_path / "pictures", list(names))
    pictures = PictureSet(tmp_path / "pictures", names)
    pixels = cached_pixels(pictures, 24, tmp_path / "cache")
    expected = [network_input(Image.open(path).convert("RGB"), 24) for path in pictures.paths]
    assert np.array_equal(pixels, np.stack(expected))
    files = list((tmp_path / "cache" / "pixels").iterdir())
    assert [file.suffix for file in files] == [".npy"]
    written = files[0].stat().st_mtime_ns
    assert np.array_equal(cached_pixels(pictures, 24, tmp_path / "cache"), pixels)
    assert files[0].stat().st_mtime_ns == written


def test_the_paths_of_a_large_set_are_made_once(tmp_path: Path) -> None:
    pictures = PictureSet(tmp_path, ("a.png", "b/c.png"))
    assert pictures.paths == [tmp_path / "a.png", tmp_path / "b" / "c.png"]
    assert pictures.paths is pictures.paths
