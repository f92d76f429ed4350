"""Long lists of ids."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.core.catalogue.id_lists import is_among


@pytest.mark.parametrize("counts", [(50, 20), (20, 50), (0, 20), (20, 0), (0, 0)])
def test_ids_are_found_among_others_as_numpy_finds_them(counts: tuple[int, int]) -> None:
    rng = np.random.default_rng(0)
    ids, others = (rng.integers(1, 100, count) for count in counts)
    assert is_among(ids, others).tolist() == np.isin(ids, others).tolist()


def test_the_largest_id_is_found_on_either_side() -> None:
    few, many = np.array([7]), np.array([3, 9, 7])
    assert is_among(many, few).tolist() == [False, False, True]
    assert is_among(few, many).tolist() == [True]
    assert is_among(many, np.array([9])).tolist() == [False, True, False]
