from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.photos.edits import EDITS
from tests.training.picture_files import write_pictures
from training.data.features import FeatureStore
from training.data.pictures import PictureSet
from training.evaluation.copies import (
    EditedCopies,
    copies_as_markdown,
    copy_recall,
    edited_copies,
    print_copies,
    recall_at_1,
)
from training.evaluation.shipped import BundleDescriptors, bundle_codes

Floats = NDArray[np.float32]


def noise(*shape: int, seed: int = 0) -> Floats:
    return np.random.default_rng(seed).standard_normal(shape).astype(np.float32)


def unchanged(descriptors: Floats) -> Floats:
    return descriptors


def slow_recall_at_1(distances: list[list[int]], rows: list[int]) -> float:
    """How often the original is first, over all orders that the distances allow."""
    chances = []
    for near, row in zip(distances, rows, strict=True):
        best = [place for place, distance in enumerate(near) if distance == min(near)]
        chances.append(1 / len(best) if row in best else 0)
    return sum(chances) / len(chances)


def test_equally_near_photos_share_the_first_place() -> None:
    distances = np.random.default_rng(0).integers(0, 4, (30, 8))
    rows = np.arange(30) % 8
    expected = slow_recall_at_1(distances.tolist(), rows.tolist())
    assert 0 < expected < 1
    assert recall_at_1(distances, rows) == pytest.approx(expected)


def test_what_an_edit_leaves_alone_is_always_found_and_noise_is_not() -> None:
    originals = noise(200, 32)
    rows = np.arange(0, 200, 2)
    edits = {"none": originals[rows], "all": noise(100, 32, seed=1)}
    found = copy_recall("signs", [unchanged, unchanged], EditedCopies(originals, rows, edits))
    assert found.bits == 32
    for shares in (found.plain, found.asymmetric):
        assert shares["none"] == 1
        assert shares["all"] < 0.1


def test_the_asymmetric_ranking_finds_what_a_bit_has_lost() -> None:
    originals = noise(300, 32)
    copies = EditedCopies(
        originals, np.arange(300), {"a little": originals + 0.5 * noise(300, 32, seed=1)}
    )
    found = copy_recall("signs", [unchanged], copies)
    assert found.asymmetric["a little"] > found.plain["a little"]


def test_recall_is_the_mean_over_the_seeds() -> None:
    originals = noise(100, 16)
    copies = EditedCopies(originals, np.arange(100), {"none": originals})

    def blind(descriptors: Floats) -> Floats:
        return np.ones_like(descriptors)

    found = copy_recall("half", [unchanged, blind], copies)
    assert found.plain["none"] == pytest.approx((1 + 0.01) / 2, abs=0.01)


def test_every_edit_is_made_once_of_the_same_photos(tmp_path: Path) -> None:
    names = tuple(f"{number}.png" for number in range(4))
    write_pictures(tmp_path / "pictures", names)
    seen: list[int] = []

    class MeanColour(torch.nn.Module):
        def forward(self, pixels: torch.Tensor) -> torch.Tensor:
            seen.append(len(pixels))
            return pixels.float().mean((1, 2))

    store = FeatureStore(MeanColour(), "mean", 32, tmp_path / "cache")
    pictures = PictureSet(tmp_path / "pictures", names)
    copies = edited_copies(store, unchanged, pictures)
    assert sum(seen) == 4 * (1 + len(EDITS))
    assert copies.rows.tolist() == [0, 1, 2, 3]
    mean = copies.originals.mean(axis=1)
    assert np.allclose(copies.edits["mirrored"], copies.originals)
    assert (copies.edits["brighter"].mean(axis=1) > mean).all()
    assert (copies.edits["darker"].mean(axis=1) < mean).all()
    assert (copies.edits["warmer"][1:, 0] > copies.originals[1:, 0]).all()
    assert (copies.edits["warmer"][:, 2] < copies.originals[:, 2]).all()
    again = edited_copies(store, unchanged, pictures)
    assert sum(seen) == 4 * (1 + len(EDITS))
    assert all(np.array_equal(again.edits[name], copies.edits[name]) for name in EDITS)


def test_recall_is_shown_with_its_mean_over_the_edits(capsys: pytest.CaptureFixture[str]) -> None:
    originals = noise(100, 16)
    edits = {"none": originals, "all": originals[::-1]}
    found = copy_recall("signs", [unchanged], EditedCopies(originals, np.arange(100), edits))
    print_copies([found])
    assert "none" in capsys.readouterr().out
    lines = copies_as_markdown([found]).splitlines()
    assert lines[0] == "| | bits | ranking | none | all | mean |"
    assert lines[3].startswith("| signs | 16 | asymmetric | 1.000 | 0.000 |")


def test_a_bundle_is_a_backbone_whose_features_are_its_descriptors(
    encoder: Encoder, tmp_path: Path
) -> None:
    names = ("0.png", "1.png")
    write_pictures(tmp_path, names)
    pictures = PictureSet(tmp_path, names)
    encoded = bundle_codes(encoder, pictures)
    store = FeatureStore(BundleDescriptors(encoder), "", encoder.image_size, tmp_path / "cache")
    assert np.array_equal(store.of_pictures(pictures), encoded.descriptors)
    assert np.array_equal(encoder.hash_descriptors(encoded.descriptors), encoded.logits)
