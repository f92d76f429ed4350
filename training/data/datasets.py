"""Datasets: what training reads of each photo, as stored descriptors or as pixels."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from desktop_app.core.base.atomic_write import atomic_file, make_folder
from desktop_app.core.base.processors import available_cores
from desktop_app.core.photos.photo_reader import PhotoReader
from training.base.arrays import load_array
from training.base.group_batches import drawn_part
from training.data.features import Pixels, preprocess_digest, read_pixels
from training.data.pictures import PictureSet
from training.data.views import ViewSettings, augment


@dataclass(frozen=True, eq=False)
class DescriptorDataset:
    """N photos as descriptors, one row each.

    Attributes:
        descriptors: int8 [N, D], as stored in a library (networks.bundle_networks.Descriptor).
        views: descriptors of augmented copies, int8 [N, D] each; may be empty.
        pictures: uint8 [M, G, G, 3], at the generator's size, of these photos and maybe of others;
            may be a memory-mapped file. None if no generator is trained.
        picture_rows: int64 [N], which of the M pictures are those of the photos; None: M = N.
    """

    descriptors: Tensor
    views: tuple[Tensor, ...] = ()
    pictures: Tensor | None = None
    picture_rows: Tensor | None = None

    def __len__(self) -> int:
        return len(self.descriptors)

    def sample_views(self, rows: Tensor) -> Tensor:
        """Return, for each of `rows` int64 [B], its photo or a random view: float32 [B, D].

        `rows` are this process's part of a batch (base/group_batches.py).
        """
        candidates = torch.stack([each[rows] for each in (self.descriptors, *self.views)])

        def choices(count: int) -> Tensor:
            return torch.randint(len(candidates), (count,), device=rows.device)

        chosen = drawn_part(choices, len(rows))
        return candidates[chosen, torch.arange(len(rows), device=rows.device)].float()

    def subset(self, rows: Tensor) -> DescriptorDataset:
        """Return the photos `rows`, int64 [B], in that order. Pictures are not copied."""
        picture_rows = rows if self.picture_rows is None else self.picture_rows[rows]
        views = tuple(view[rows] for view in self.views)
        return DescriptorDataset(self.descriptors[rows], views, self.pictures, picture_rows)

    def pictures_of(self, rows: Tensor) -> Tensor:
        """Copy the pictures of `rows`, int64 [B]: uint8 [B, G, G, 3]."""
        assert self.pictures is not None
        chosen = rows.cpu() if self.picture_rows is None else self.picture_rows[rows.cpu()]
        return self.pictures[chosen]

    def to(self, device: torch.device) -> DescriptorDataset:
        """Copy the descriptors to a device; pictures stay and are moved batch by batch."""
        views = tuple(view.to(device) for view in self.views)
        return replace(self, descriptors=self.descriptors.to(device), views=views)


def concatenated(first: DescriptorDataset, second: DescriptorDataset) -> DescriptorDataset:
    """Join two datasets that have pictures, in this order; views are left out."""
    pictures = [each.pictures_of(torch.arange(len(each))) for each in (first, second)]
    descriptors = torch.cat([first.descriptors, second.descriptors])
    return DescriptorDataset(descriptors, (), torch.cat(pictures))


@dataclass(frozen=True, eq=False)
class PixelDataset:
    """N photos as pixels, with a new augmented view at every access.

    Attributes:
        pixels: uint8 [M, S, S, 3], network input of M photos; may be a memory-mapped file.
        rows: int64 [N], which of the M photos belong to this dataset.
        view: limits of the augmentation.
        device: where views are computed and returned.
    """

    pixels: Pixels
    rows: Tensor
    view: ViewSettings
    device: torch.device

    def __len__(self) -> int:
        return len(self.rows)

    def subset(self, rows: Tensor) -> PixelDataset:
        """Return the photos `rows`, int64 [B], in that order."""
        return replace(self, rows=self.rows[rows])

    def pixels_of(self, rows: Tensor) -> Tensor:
        """Return the photos `rows`, int64 [B], without augmentation: uint8 [B, S, S, 3]."""
        return torch.from_numpy(self.pixels[self.rows[rows.cpu()].numpy()]).to(self.device)

    def sample_views(self, rows: Tensor) -> Tensor:
        """Return a random augmented view of each of `rows` int64 [B]: uint8 [B, S, S, 3].

        `rows` are this process's part of a batch (base/group_batches.py).
        """
        seeds = drawn_part(lambda count: torch.randint(2**62, (count,)), len(rows)).tolist()
        photos = self.pixels_of(rows).permute(0, 3, 1, 2)
        pairs = zip(photos, seeds, strict=True)
        views = [self._resized(augment(photo, self.view, str(seed))) for photo, seed in pairs]
        return torch.stack(views).permute(0, 2, 3, 1)

    def _resized(self, view: Tensor) -> Tensor:
        """Resize uint8 [3, H, W] to the network's input size, [3, S, S]."""
        from torchvision.transforms import InterpolationMode  # takes two seconds
        from torchvision.transforms.v2 import functional as transform

        side = self.pixels.shape[1]
        resized: Tensor = transform.resize(view, [side, side], InterpolationMode.BICUBIC)
        return resized


def cached_pixels(pictures: PictureSet, image_size: int, cache: Path) -> Pixels:
    """Memory-map the network input of a picture set, uint8 [N, S, S, 3], from a file in the cache.

    The file is written at the first call: 200 kB a photo at 256 px.

    Raises:
        PhotoError: a picture cannot be read.
    """
    file = cache / "pixels" / f"{_pixels_key(pictures, image_size)}.npy"
    if not file.is_file():
        make_folder(file.parent)
        with atomic_file(file) as part:
            _write_pixels(pictures, image_size, part)
    # Copy-on-write, although it is never written: torch warns of read-only memory.
    return load_array(file, "c")


def _pixels_key(pictures: PictureSet, image_size: int) -> str:
    sizes = [path.stat().st_size for path in pictures.paths]
    parts = [preprocess_digest(image_size), *pictures.names, *sizes]
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()[:16]


def _write_pixels(pictures: PictureSet, image_size: int, file: Path) -> None:
    reader, shape = PhotoReader(), (len(pictures), image_size, image_size, 3)
    pixels = np.lib.format.open_memmap(file, mode="w+", dtype=np.uint8, shape=shape)

    def write(row: int) -> None:
        pixels[row] = read_pixels(reader, image_size, pictures.paths[row])

    with ThreadPoolExecutor(available_cores()) as pool:
        list(pool.map(write, range(len(pictures))))
    pixels.flush()
