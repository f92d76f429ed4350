"""A program encodes pictures without a library."""

from __future__ import annotations

from pathlib import Path

import lookalike
import numpy as np
import pytest
from lookalike import Encoder, hamming_distance

from desktop_app.core.base.paths import default_bundle


def test_codes_are_the_signs_of_the_logits(model: Encoder, photos: Path) -> None:
    paths = sorted(photos.glob("*.jpg"))[:2]
    codes, logits = model.encode(paths), model.logits(paths)
    assert (codes.dtype.name, codes.shape) == ("uint8", (2, model.code_bits // 8))
    assert (logits.dtype.name, logits.shape) == ("float32", (2, model.code_bits))
    bits = np.unpackbits(codes, axis=1, bitorder="little").astype(bool)
    assert np.array_equal(bits, logits > 0)


def test_one_picture_gives_one_row_and_none_give_none(model: Encoder, photos: Path) -> None:
    path = photos / "beach-0.jpg"
    [code] = model.encode(path)
    assert np.array_equal(model.encode([path])[0], code)
    assert model.encode([]).shape == (0, model.code_bits // 8)
    assert model.descriptors([]).shape[0] == model.logits([]).shape[0] == 0


def test_a_relative_path_starts_from_the_folder_that_is_current_now(
    model: Encoder, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = model.encode(photos / "beach-0.jpg")  # starts the process that decodes files
    monkeypatch.chdir(photos)
    assert np.array_equal(model.encode("beach-0.jpg"), code)


def test_an_array_of_pictures_gives_a_row_for_each(model: Encoder) -> None:
    pictures = np.random.default_rng(1).integers(0, 256, (2, 48, 64, 3), np.uint8)
    codes = model.encode(pictures)
    assert len(codes) == 2
    assert np.array_equal(codes[1], model.encode(pictures[1])[0])


def test_descriptors_of_the_same_picture_are_the_same(model: Encoder, photos: Path) -> None:
    path = photos / "beach-0.jpg"
    first, second = model.descriptors([path, path])
    assert first.dtype == np.int8
    assert np.array_equal(first, second)


@pytest.mark.parametrize(
    ("picture", "error"),
    [
        (np.zeros((8, 8, 3), np.float32), TypeError),
        (np.zeros((8, 8, 4), np.uint8), ValueError),
        (np.zeros((0, 8, 3), np.uint8), ValueError),
    ],
)
def test_an_array_that_is_no_picture_is_refused(
    model: Encoder, picture: np.ndarray, error: type[Exception]
) -> None:
    with pytest.raises(error, match="picture has to be"):
        model.encode([picture])


def test_a_model_is_opened_from_its_folder(model: Encoder) -> None:
    with Encoder.open(default_bundle()) as opened:
        assert (opened.model_id, opened.code_bits) == (model.model_id, model.code_bits)


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(lookalike.BundleError) as raised:
        Encoder.open(tmp_path)
    assert str(tmp_path) in str(raised.value)


def test_distances_count_differing_bits_of_all_pairs() -> None:
    codes = np.random.default_rng(2).integers(0, 256, (5, 8), np.uint8)
    distances = hamming_distance(codes[:2], codes)
    assert distances.shape == (2, 5)
    for i, j in np.ndindex(2, 5):
        assert distances[i, j] == int.from_bytes(codes[i] ^ codes[j]).bit_count()
    assert hamming_distance(codes[:0], codes).shape == (0, 5)


def test_codes_of_different_lengths_or_types_cannot_be_compared() -> None:
    codes = np.zeros((2, 8), np.uint8)
    with pytest.raises(ValueError, match="shapes"):
        hamming_distance(codes, codes[:, :4])
    with pytest.raises(ValueError, match="shapes"):
        hamming_distance(codes[0], codes)
    with pytest.raises(TypeError, match="uint8"):
        hamming_distance(codes.astype(np.int64), codes)
