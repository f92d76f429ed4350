"""What training sees of each photo where the backbone learns too: pixels, each time other views."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torchvision.transforms import InterpolationMode
from torchvision.transforms.v2 import functional as transform

from desktop_app.core.base.processors import available_cores
from desktop_app.core.photos.photo_reader import PhotoReader
from training.benchmarks.pictures import PictureSet
from training.data.features import Pixels, preprocess_digest, read_pixels
from training.data.views import ViewSettings, augmented


@dataclass(frozen=True, eq=False)
class PixelExamples:
    """N photos, row by row.

    pixels  uint8 [M, S, S, 3]: what the network sees of M photos; may be a mapped file
    rows    int64 [N]: which of them these are
    view    how far a look may go from its photo
    device  where looks are made, and wanted
    """

    pixels: Pixels
    rows: Tensor
    view: ViewSettings
    device: torch.device

    def __len__(self) -> int:
        return len(self.rows)

    def at(self, rows: Tensor) -> PixelExamples:
        """Only the photos `rows`, int64 [B]."""
        return replace(self, rows=self.rows[rows])

    def photos(self, rows: Tensor) -> Tensor:
        """The photos `rows`, int64 [B], as they are: uint8 [B, S, S, 3]."""
        return torch.from_numpy(self.pixels[self.rows[rows.cpu()].numpy()]).to(self.device)

    def looks(self, rows: Tensor) -> Tensor:
        """An augmented view of each of the photos `rows`, drawn at random: uint8 [B, S, S, 3]."""
        seeds = torch.randint(2**62, (len(rows),)).tolist()
        photos = self.photos(rows).permute(0, 3, 1, 2)
        pairs = zip(photos, seeds, strict=True)
        looks = [self._enlarged(augmented(photo, self.view, str(seed))) for photo, seed in pairs]
        return torch.stack(looks).permute(0, 2, 3, 1)

    def _enlarged(self, view: Tensor) -> Tensor:
        """uint8 [3, H, W] -> [3, S, S]."""
        side = self.pixels.shape[1]
        enlarged: Tensor = transform.resize(view, [side, side], InterpolationMode.BICUBIC)
        return enlarged


def kept_pixels(pictures: PictureSet, image_size: int, cache: Path) -> Pixels:
    """What the network sees of a set, uint8 [N, S, S, 3], as a file of the cache that is mapped.

    Made once: 200 kB a photo at 256 px. Raises PhotoError where a picture cannot be read.
    """
    sizes = [path.stat().st_size for path in pictures.paths]
    parts = [preprocess_digest(image_size), *pictures.names, *sizes]
    key = hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()[:16]
    file = cache / "pixels" / f"{key}.npy"
    if not file.is_file():
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_suffix(".part")
        _write_pixels(pictures, image_size, beside)
        beside.replace(file)
    # Copied where it is written to, which it never is: torch warns of what cannot be written.
    pixels: Pixels = np.load(file, mmap_mode="c")
    return pixels


def _write_pixels(pictures: PictureSet, image_size: int, file: Path) -> None:
    reader, shape = PhotoReader(), (len(pictures), image_size, image_size, 3)
    pixels = np.lib.format.open_memmap(file, mode="w+", dtype=np.uint8, shape=shape)

    def write(row: int) -> None:
        pixels[row] = read_pixels(reader, image_size, pictures.paths[row])

    with ThreadPoolExecutor(available_cores()) as pool:
        list(pool.map(write, range(len(pictures))))
    pixels.flush()
