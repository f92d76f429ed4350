import numpy as np
import pytest
from numpy.typing import NDArray

from desktop_app.core.codes import agreement, hamming, pack
from training.metrics import (
    asymmetric_distances,
    average_precision,
    bit_balance,
    cosine_distances,
    hamming_distances,
    mean_average_precision,
    unique_code_rate,
)


def slow_average_precision(relevant: list[bool]) -> float:
    precisions = [
        sum(relevant[: place + 1]) / (place + 1)
        for place in range(len(relevant))
        if relevant[place]
    ]
    return sum(precisions) / len(precisions) if precisions else 0.0


def logits(photos: int, bits: int, seed: int = 0) -> NDArray[np.float32]:
    return np.random.default_rng(seed).standard_normal((photos, bits)).astype(np.float32)


def test_average_precision_is_the_mean_precision_at_what_was_found() -> None:
    relevant = np.random.default_rng(0).random((40, 15)) < 0.3
    expected = [slow_average_precision(list(row)) for row in relevant]
    assert np.allclose(average_precision(relevant), expected)


def test_a_ranking_without_anything_relevant_counts_nothing() -> None:
    assert average_precision(np.zeros((1, 5), bool)) == 0
    assert average_precision(np.ones((1, 5), bool)) == 1


def test_ties_are_worth_what_shuffling_them_is_worth() -> None:
    rng = np.random.default_rng(1)
    distances = rng.integers(0, 4, (30, 60)).astype(np.float32)
    relevant = rng.random((30, 60)) < 0.2
    shuffled = []
    for _ in range(300):
        order = rng.permutation(60)
        ranks = np.argsort(distances[:, order], axis=1, kind="stable")[:, :20]
        found = np.take_along_axis(relevant[:, order], ranks, axis=1)
        shuffled.append(np.mean([slow_average_precision(list(row)) for row in found]))
    assert mean_average_precision(distances, relevant, 20) == pytest.approx(
        np.mean(shuffled), abs=0.02
    )


def test_the_order_of_the_files_helps_nobody() -> None:
    distances = np.zeros((50, 400), np.float32)
    relevant = np.zeros((50, 400), bool)
    relevant[:, :20] = True
    assert mean_average_precision(distances, relevant, 100) < 0.15


def test_the_matrix_of_hamming_distances_is_that_of_the_search() -> None:
    codes = pack(logits(9, 32))
    expected = np.stack([hamming(code, codes) for code in codes])
    assert np.array_equal(hamming_distances(codes, codes), expected)


def test_the_asymmetric_order_is_that_of_the_search() -> None:
    query, codes = logits(1, 64, 1), pack(logits(50, 64))
    by_search = np.argsort(-agreement(query[0], codes), kind="stable")
    assert np.array_equal(np.argsort(asymmetric_distances(query, codes)[0]), by_search)


def test_cosine_distance_ignores_length() -> None:
    x = logits(5, 8)
    assert np.allclose(cosine_distances(x, x * 3), cosine_distances(x, x), atol=1e-6)
    assert np.allclose(np.diag(cosine_distances(x, x)), -1, atol=1e-6)


def test_unique_codes_and_balance_are_shares() -> None:
    same = np.ones((4, 16), np.float32)
    assert unique_code_rate(same) == 0.25
    assert bit_balance(same) == 0
    assert unique_code_rate(logits(50, 64)) == 1
    assert bit_balance(np.concatenate([same, -same])) == 0.5
