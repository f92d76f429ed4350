"""Grids of pictures: photo, preview and nearest photo; and the small grid of a training."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont, ImageOps

from desktop_app.core.base.atomic_write import atomic_file
from desktop_app.core.base.codes import Codes, Logits
from training.measuring.rankings import asymmetric_distances

_CELL, _GAP, _MARGIN, _HEADING = 128, 8, 16, 24
_GROUND, _INK = (38, 38, 38), (190, 190, 190)
_HEADINGS = ("photo", "preview", "nearest photo")


@dataclass(frozen=True)
class GridRow:
    """A photo, its preview uint8 [G, G, 3], and the nearest other photo by code."""

    photo: Image.Image
    preview: NDArray[np.uint8]
    nearest: Image.Image


def nearest_rows(logits: Logits, codes: Codes) -> NDArray[np.int64]:
    """Return the nearest of packed codes [M, K/8] to each of logits float32 [N, K]: int64 [N]."""
    return np.asarray(asymmetric_distances(logits, codes).argmin(axis=1), np.int64)


def save_preview_grid(path: Path, rows: Sequence[GridRow], panels: int = 2) -> None:
    """Write the rows as a PNG, in `panels` columns of three pictures with headings."""
    deep = -(-len(rows) // panels)
    panel_width = len(_HEADINGS) * (_CELL + _GAP) + _MARGIN
    columns = [[_fitted(row) for row in rows[i * deep : (i + 1) * deep]] for i in range(panels)]
    height = max(sum(_height(row) + _GAP for row in column) for column in columns)
    size = (panels * panel_width + _MARGIN - _GAP, _HEADING + height + 2 * _MARGIN - _GAP)
    grid = Image.new("RGB", size, _GROUND)
    for panel, column in enumerate(columns):
        left, top = _MARGIN + panel * panel_width, _MARGIN + _HEADING
        _write_headings(grid, left)
        for row in column:
            _paste_row(grid, row, left, top)
            top += _height(row) + _GAP
    save_png(grid, path)


def save_running_grid(
    path: Path, photos: NDArray[np.uint8], previews: NDArray[np.uint8], columns: int = 6
) -> None:
    """Write photos beside their previews, both uint8 [N, G, G, 3], as a PNG at their size."""
    side = photos.shape[1]
    deep = -(-len(photos) // columns)
    step = 2 * side + _GAP
    grid = Image.new("RGB", (columns * step + _GAP, deep * (side + _GAP) + _GAP), _GROUND)
    for place, pair in enumerate(np.concatenate([photos, previews], axis=2)):
        left, top = place % columns * step, place // columns * (side + _GAP)
        grid.paste(Image.fromarray(pair), (_GAP + left, _GAP + top))
    save_png(grid, path)


def save_png(grid: Image.Image, path: Path) -> None:
    """Write a picture as a PNG, whole or not at all."""
    data = io.BytesIO()  # Pillow does not notice that a full disk takes only a part of a file
    grid.save(data, "PNG")
    with atomic_file(path) as part:
        part.write_bytes(data.getvalue())


def _write_headings(grid: Image.Image, left: int) -> None:
    draw = ImageDraw.Draw(grid)
    font = ImageFont.load_default(13)
    for column, heading in enumerate(_HEADINGS):
        middle = left + column * (_CELL + _GAP) + _CELL / 2
        draw.text((middle, _MARGIN), heading, _INK, font, anchor="mt")


def _fitted(row: GridRow) -> list[Image.Image]:
    """Return photo, preview and nearest photo, scaled to fit into a cell."""
    photo = ImageOps.contain(row.photo, (_CELL, _CELL), Image.Resampling.BICUBIC)
    # Photos are distorted to a square for the network; their previews are stretched back.
    preview = Image.fromarray(row.preview).resize(photo.size, Image.Resampling.BICUBIC)
    nearest = ImageOps.contain(row.nearest, (_CELL, _CELL), Image.Resampling.BICUBIC)
    return [photo, preview, nearest]


def _height(pictures: list[Image.Image]) -> int:
    return max(picture.height for picture in pictures)


def _paste_row(grid: Image.Image, pictures: list[Image.Image], left: int, top: int) -> None:
    for column, picture in enumerate(pictures):
        x = left + column * (_CELL + _GAP) + (_CELL - picture.width) // 2
        grid.paste(picture, (x, top + (_height(pictures) - picture.height) // 2))
