"""Retraining is suggested, once, for libraries that have drifted from their model."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from desktop_app.core.base.codes import Codes
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import Manifest
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.models.drift import Drift, RetrainingSuggestions, measure_drift, rare_share
from desktop_app.core.search.code_index import CodeIndex


@pytest.fixture
def manifest(encoder: Encoder) -> Manifest:
    return encoder.bundle.manifest


def learned(manifest: Manifest, **figures: float) -> Manifest:
    """Of a model that has learned a library of its own."""
    return dataclasses.replace(manifest, model_id="own-1", figures=figures)


def codes(photos: int, rare: float) -> Codes:
    """Random codes, which are far from each other, and pairs of equal ones."""
    table = np.random.default_rng(0).integers(0, 256, (photos, 32), np.uint8)
    paired = int(photos * (1 - rare)) // 2
    table[paired : 2 * paired] = table[:paired]
    return table


def index(manifest: Manifest, photos: int, rare: float) -> CodeIndex:
    found = CodeIndex(manifest)
    found.add_all(np.arange(photos, dtype=np.int64), codes(photos, rare))
    return found


def suggests(manifest: Manifest, photos: int, rare: float) -> bool:
    return measure_drift(index(manifest, photos, rare), manifest).suggests_retraining


def test_a_code_without_a_similar_one_is_rare() -> None:
    table = np.zeros((4, 32), np.uint8)
    table[3] = 255
    assert rare_share(table, 53) == 0.25
    assert rare_share(codes(1000, 0.3), 53) == pytest.approx(0.3, abs=0.01)
    assert rare_share(table[:1], 53) == 0


def test_a_small_library_gets_no_suggestion(manifest: Manifest) -> None:
    assert not suggests(manifest, 999, 1.0)
    assert not suggests(learned(manifest, photos=300, rare_codes=0.1), 999, 1.0)


def test_retraining_is_suggested_for_a_library_that_is_foreign_to_the_shipped_model(
    manifest: Manifest,
) -> None:
    assert suggests(manifest, 1500, 0.7)
    assert not suggests(manifest, 1500, 0.5)


def test_retraining_is_suggested_for_a_large_library(manifest: Manifest) -> None:
    assert suggests(manifest, 4600, 0.1)


def test_a_library_that_has_grown_by_half_has_drifted(manifest: Manifest) -> None:
    own = learned(manifest, photos=4000, rare_codes=0.4)
    assert not suggests(own, 5900, 0.4)
    assert suggests(own, 6100, 0.4)


def test_photos_that_existed_at_training_are_not_new(manifest: Manifest) -> None:
    """Copies of others, and what is beyond the sample that is learned."""
    own = learned(manifest, photos=1000, library=2000, rare_codes=0.9)
    found = measure_drift(index(own, 2000, 0.2), own)
    assert found.new_photos == 0
    assert not found.suggests_retraining
    assert suggests(own, 3100, 0.2)


def test_a_library_with_half_as_many_rare_codes_again_has_drifted(manifest: Manifest) -> None:
    own = learned(manifest, photos=4000, rare_codes=0.4)
    assert not suggests(own, 4200, 0.5)
    assert suggests(own, 4200, 0.7)


def test_new_photos_are_counted(manifest: Manifest) -> None:
    own = learned(manifest, photos=1200)
    assert measure_drift(index(own, 1500, 0.2), own).new_photos == 300
    assert measure_drift(index(own, 1000, 0.2), own).new_photos == 0
    assert measure_drift(index(manifest, 1500, 0.2), manifest).new_photos == 1500


def test_retraining_is_suggested_once(files: LibraryFiles) -> None:
    files.create()
    found = Drift("own-1", 2000, 900, suggests_retraining=True)
    assert RetrainingSuggestions(files).is_due(found)
    RetrainingSuggestions(files).record(found)
    assert not RetrainingSuggestions(files).is_due(found)
    assert not RetrainingSuggestions(files).is_due(dataclasses.replace(found, photos=3999))


def test_it_is_suggested_again_for_another_model_and_for_twice_the_library(
    files: LibraryFiles,
) -> None:
    files.create()
    found = Drift("own-1", 2000, 900, suggests_retraining=True)
    RetrainingSuggestions(files).record(found)
    assert RetrainingSuggestions(files).is_due(dataclasses.replace(found, model_id="own-2"))
    assert RetrainingSuggestions(files).is_due(dataclasses.replace(found, photos=4000))


def test_a_library_that_has_not_drifted_gets_no_suggestion(files: LibraryFiles) -> None:
    assert not RetrainingSuggestions(files).is_due(
        Drift("own-1", 2000, 10, suggests_retraining=False)
    )


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"model_id": "own-1", "photos": "many"}'])
def test_a_damaged_record_counts_as_missing(files: LibraryFiles, content: str) -> None:
    files.create()
    files.suggestion.write_text(content)
    assert RetrainingSuggestions(files).is_due(Drift("own-1", 2000, 900, suggests_retraining=True))


def test_a_measurement_that_is_stopped_ends_at_once_without_a_suggestion(
    manifest: Manifest,
) -> None:
    own = learned(manifest, photos=200_000, rare_codes=0.1)
    large = index(own, 200_000, 0.9)
    looks: list[bool] = []

    def is_stopped() -> bool:
        looks.append(len(looks) >= 2)
        return looks[-1]

    assert not measure_drift(large, own, is_stopped).suggests_retraining
    assert looks == [False, False, True, True]
    assert measure_drift(large, own).suggests_retraining


def test_of_a_large_library_fewer_codes_are_compared(manifest: Manifest) -> None:
    looks: list[int] = []

    def is_stopped() -> bool:
        looks.append(1)
        return False

    share = rare_share(codes(200_000, 0.5), 53, is_stopped)
    assert share == pytest.approx(0.5, abs=0.15)
    assert len(looks) == 10  # steps of 50 of 500 codes


def test_a_code_at_the_distance_of_similar_ones_is_not_isolated() -> None:
    table = np.zeros((2, 32), np.uint8)
    table[1, 0] = 0b111  # 3 bits
    assert rare_share(table, 3) == 0
    assert rare_share(table, 2) == 1
