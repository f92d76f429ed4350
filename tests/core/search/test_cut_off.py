from dataclasses import replace

import numpy as np
import pytest

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.search.cut_off import Background, CutOff, fit_background, usual_background

USUAL = Background(0.5, 0.05)


def test_the_background_is_found_although_related_photos_are_among_the_sample() -> None:
    rng = np.random.default_rng(0)
    unrelated = rng.normal(0.45, 0.06, 20_000)
    related = rng.normal(0.85, 0.03, 2_000)
    found = fit_background(np.concatenate([unrelated, related]).astype(np.float32), USUAL)
    assert found.mean == pytest.approx(0.45, abs=0.02)
    assert found.deviation == pytest.approx(0.06, abs=0.01)


def test_an_empty_library_has_the_models_background() -> None:
    assert fit_background(np.empty(0, np.float32), USUAL) == USUAL


def test_a_handful_of_photos_hardly_moves_the_models_background() -> None:
    found = fit_background(np.array([0.9, 0.95], np.float32), USUAL)
    assert found.mean == pytest.approx(0.5, abs=0.02)


@pytest.fixture
def cut_off(encoder: Encoder) -> CutOff:
    return CutOff(encoder.bundle.manifest)


def test_a_library_without_relatives_has_none_that_are_related(cut_off: CutOff) -> None:
    scores = np.random.default_rng(3).normal(0.5, 0.04, 8000).astype(np.float32)
    assert (scores >= cut_off.least_related_score(scores)).sum() == 0


def test_what_stands_out_of_the_library_is_related(cut_off: CutOff) -> None:
    scores = np.random.default_rng(4).normal(0.5, 0.05, 8000).astype(np.float32)
    scores[:30] = 0.85
    related = scores >= cut_off.least_related_score(scores)
    assert np.flatnonzero(related).tolist() == list(range(30))


def test_a_query_that_is_near_to_everything_needs_more_to_be_related(cut_off: CutOff) -> None:
    scores = np.random.default_rng(5).normal(0.7, 0.05, 8000).astype(np.float32)
    assert cut_off.least_related_score(scores) > 0.86


def test_a_library_of_near_duplicates_of_nothing_is_not_related(cut_off: CutOff) -> None:
    """A narrow background alone makes no relatives: the score must be high in itself."""
    scores = np.random.default_rng(6).normal(0.4, 0.01, 8000).astype(np.float32)
    assert (scores >= cut_off.least_related_score(scores)).sum() == 0


def test_the_usual_background_is_that_of_the_distances_of_random_pairs(encoder: Encoder) -> None:
    """Of four pairs, one is 1 bit apart, two are 2, and one is 3."""
    manifest = replace(
        encoder.bundle.manifest, code_bits=4, random_pairs_within=[0, 0.25, 0.75, 1, 1]
    )
    found = usual_background(manifest)
    agreements = np.array([3 / 4, 2 / 4, 2 / 4, 1 / 4])
    assert found.mean == pytest.approx(agreements.mean())
    assert found.deviation == pytest.approx(agreements.std())


def test_a_hundred_photos_count_as_much_as_the_models_background() -> None:
    found = fit_background(np.full(100, 0.7, np.float32), USUAL)
    assert found.mean == pytest.approx((0.7 + 0.5) / 2)
    assert found.deviation == pytest.approx(0.05 / 2**0.5)
