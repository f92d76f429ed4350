from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import nn
from torch.nn import functional

from desktop_app.core.base.codes import Codes, pack, signs
from training.base.arrays import Floats
from training.data.pictures import PictureSet
from training.evaluation.previews import print_preview_quality
from training.measuring.preview_grid import (
    GridRow,
    nearest_rows,
    save_preview_grid,
    save_running_grid,
)
from training.measuring.preview_quality import (
    TorchModel,
    bits_kept,
    chosen_of,
    kernel_distance,
    measure_previews,
    recall,
)

TILES = 4  # a picture is TILES x TILES grey squares, and its code says which are bright
BITS = TILES * TILES


class Tiles:
    """A model whose codes are visible in its pictures."""

    image_size = 32

    def __init__(self, forgotten: int = 0) -> None:
        self.forgotten = forgotten

    def logits(self, pixels: NDArray[np.uint8]) -> Floats:
        side = self.image_size // TILES
        tiles = pixels.mean(axis=2).reshape(TILES, side, TILES, side).mean(axis=(1, 3))
        logits: Floats = ((tiles - 127.5) / 127.5).ravel().astype(np.float32)
        return logits

    def previews(self, codes: Codes) -> NDArray[np.uint8]:
        bright = signs(codes) > 0
        bright[:, : self.forgotten] = False
        tiles = np.where(bright, 200, 50).astype(np.uint8).reshape(-1, TILES, TILES, 1)
        return tiles.repeat(2, axis=1).repeat(2, axis=2).repeat(3, axis=3)


def features(images: list[Image.Image]) -> Floats:
    """A reference network: the brightness of the squares, from -3 to 3."""
    small = [np.asarray(image.convert("L").resize((TILES, TILES)), np.float32) for image in images]
    return np.stack(small).reshape(len(images), BITS) / np.float32(42.5) - 3


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> PictureSet:
    folder = tmp_path_factory.mktemp("photos")
    rng = np.random.default_rng(0)
    names = tuple(f"{number:02}.png" for number in range(40))
    for name in names:
        tiles = np.where(rng.random((TILES, TILES, 1)) < 0.5, 220, 30).astype(np.uint8)
        pixels = tiles.repeat(16, axis=0).repeat(16, axis=1).repeat(3, axis=2)
        Image.fromarray(pixels).save(folder / name)
    return PictureSet(folder, names)


def test_previews_that_show_every_bit_find_their_photo(pictures: PictureSet) -> None:
    found = measure_previews(Tiles(), pictures, features, candidates=30)
    assert found.candidates == 30
    assert found.bits_kept == 1
    assert found.bits_shuffled == pytest.approx(0.5, abs=0.1)
    assert found.own_code.at_1 == found.own_code.at_10 == found.judged.at_10 == 1
    assert found.chosen_of_ten == found.chosen_of_ten_shrunk == 1


def test_what_previews_do_not_show_is_not_kept(pictures: PictureSet) -> None:
    found = measure_previews(Tiles(forgotten=8), pictures, features, candidates=30)
    assert 0.6 < found.bits_kept < 0.9
    assert found.own_code.at_1 < 1
    assert found.bits_kept_shrunk == found.own_code_shrunk.at_1 == 1


def test_the_mean_picture_is_further_from_the_photos_than_photos_are(pictures: PictureSet) -> None:
    found = measure_previews(Tiles(), pictures, features, candidates=40).kernel_distances
    assert abs(found.real) < 0.3 * found.mean_picture
    assert found.previews < found.mean_picture


class BrightTiles(nn.Module):
    """Pixels uint8 [N, S, S, 3] -> nothing, and the logits of `Tiles`, in torch."""

    def forward(self, pixels: torch.Tensor) -> tuple[None, torch.Tensor]:
        tiles = functional.adaptive_avg_pool2d(pixels.float().mean(3), TILES)
        return None, (tiles.flatten(1) - 127.5) / 127.5


class DrawnTiles(nn.Module):
    def forward(self, codes: torch.Tensor) -> torch.Tensor:
        return torch.from_numpy(Tiles().previews(pack(codes.numpy())))


def test_networks_in_training_are_measured_as_bundles_are(pictures: PictureSet) -> None:
    model = TorchModel(BrightTiles(), DrawnTiles(), Tiles.image_size)
    assert measure_previews(model, pictures, features) == measure_previews(
        Tiles(), pictures, features
    )


def test_bits_kept_counts_agreeing_bits() -> None:
    logits = np.array([[1, -2, 3, -4, 5, -6, 7, -8]], np.float32)
    other = np.array([[1, 2, 3, -4, 5, -6, 7, 8]], np.float32)
    assert bits_kept(logits, pack(logits)) == 1
    assert bits_kept(logits, pack(other)) == 6 / 8


def test_recall_counts_the_photos_that_are_nearer() -> None:
    distances = np.random.default_rng(0).random((60, 60)).astype(np.float32)
    places = [sorted(row).index(row[number]) for number, row in enumerate(distances)]
    assert recall(distances).at_1 == np.mean([place < 1 for place in places])
    assert recall(distances).at_10 == np.mean([place < 10 for place in places])


def test_a_photo_is_chosen_if_it_is_nearer_than_all_the_others_shown() -> None:
    distances = np.random.default_rng(0).random((400, 400)).astype(np.float32)
    assert chosen_of(distances, 10) == pytest.approx(0.1, abs=0.05)
    assert chosen_of(distances, 2) == pytest.approx(0.5, abs=0.1)
    assert chosen_of(distances, 400) == recall(distances).at_1
    assert chosen_of(np.zeros((30, 30), np.float32), 10) == 0
    assert chosen_of(1 - np.eye(30, dtype=np.float32), 10) == 1


def test_photos_at_equal_distance_count_as_nearer() -> None:
    found = recall(np.zeros((30, 30), np.float32))
    assert found.at_1 == found.at_10 == 0
    assert recall(np.zeros((15, 15), np.float32)).at_10 == 1


def test_the_kernel_distance_is_the_unbiased_estimate_over_all_pairs() -> None:
    rng = np.random.default_rng(0)
    first, second = rng.random((5, 6), np.float32), rng.random((7, 6), np.float32)

    def kernel(x: Floats, y: Floats) -> float:
        return float((float(x @ y) / 6 + 1) ** 3)

    inside = [
        np.mean([kernel(x[i], x[j]) for i in range(len(x)) for j in range(len(x)) if i != j])
        for x in (first, second)
    ]
    between = np.mean([kernel(a, b) for a in first for b in second])
    assert kernel_distance(first, second) == pytest.approx(sum(inside) - 2 * between, rel=1e-4)


def test_the_kernel_distance_of_one_distribution_is_about_zero() -> None:
    rng = np.random.default_rng(1)
    same = [
        kernel_distance(*(rng.standard_normal((2, 50, 8)).astype(np.float32))) for _ in range(40)
    ]
    assert abs(np.mean(same)) < 0.03
    shifted = rng.standard_normal((50, 8)).astype(np.float32) + 1
    assert kernel_distance(rng.standard_normal((50, 8)).astype(np.float32), shifted) > 1


def test_the_table_has_the_figures(
    pictures: PictureSet, capsys: pytest.CaptureFixture[str]
) -> None:
    print_preview_quality(measure_previews(Tiles(), pictures, features, candidates=20))
    printed = capsys.readouterr().out
    assert "20 unseen photos" in printed
    assert "1.000" in printed


def test_the_grid_has_a_place_for_every_row(pictures: PictureSet, tmp_path: Path) -> None:
    codes = pack(np.random.default_rng(0).standard_normal((5, BITS), np.float32))
    photo = Image.new("RGB", (300, 200), "red")
    rows = [GridRow(photo, preview, photo) for preview in Tiles().previews(codes)]
    save_preview_grid(tmp_path / "grid.png", rows)
    grid = np.asarray(Image.open(tmp_path / "grid.png"))
    red = (grid == (255, 0, 0)).all(axis=2).sum()
    assert red == 5 * 2 * 128 * 85  # five photos and five nearest, in their own proportions


def test_the_running_grid_shows_photo_and_preview_side_by_side(tmp_path: Path) -> None:
    photos = np.full((7, 8, 8, 3), 10, np.uint8)
    previews = np.full((7, 8, 8, 3), 240, np.uint8)
    save_running_grid(tmp_path / "now.png", photos, previews, columns=3)
    grid = np.asarray(Image.open(tmp_path / "now.png"))
    assert (grid == 10).all(axis=2).sum() == (grid == 240).all(axis=2).sum() == 7 * 8 * 8
    assert grid[8, 8, 0] == 10
    assert grid[8, 16, 0] == 240


def test_the_nearest_photo_is_the_one_that_costs_the_querys_confidence_least() -> None:
    logits = np.array([[5, 1, 1, 1, 1, 1, 1, 1]], np.float32)
    codes = pack(np.array([[-1, 1, 1, 1, 1, 1, 1, 1], [1, -1, -1, 1, 1, 1, 1, 1]], np.float32))
    assert nearest_rows(logits, codes).tolist() == [1]
