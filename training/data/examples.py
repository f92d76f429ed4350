"""What training sees of each photo."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True, eq=False)
class Examples:
    """N photos, row by row.

    descriptors  int8 [N, D]: the stored descriptors (networks.Descriptor)
    views        each int8 [N, D]: descriptors of augmented copies; there may be none
    pictures     uint8 [N, G, G, 3]: the photos as small as the generator draws them, or None
    """

    descriptors: Tensor
    views: tuple[Tensor, ...] = ()
    pictures: Tensor | None = None

    def __len__(self) -> int:
        return len(self.descriptors)

    def looks(self, rows: Tensor) -> Tensor:
        """Of each of `rows` [B], its photo or one of its views, drawn at random: float32 [B, D]."""
        everything = torch.stack([each[rows] for each in (self.descriptors, *self.views)])
        drawn = torch.randint(len(everything), (len(rows),), device=rows.device)
        return everything[drawn, torch.arange(len(rows), device=rows.device)].float()

    def at(self, rows: Tensor) -> Examples:
        """Only the photos `rows`, int64 [B]."""
        pictures = None if self.pictures is None else self.pictures[rows]
        return Examples(self.descriptors[rows], tuple(view[rows] for view in self.views), pictures)

    def to(self, device: torch.device) -> Examples:
        """The same on another device; pictures stay where they are, and go batch by batch."""
        views = tuple(view.to(device) for view in self.views)
        return Examples(self.descriptors.to(device), views, self.pictures)
