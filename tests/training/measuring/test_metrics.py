from itertools import permutations, product
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop_app.core.base.codes import agreement, hamming, pack
from training.benchmarks.benchmark import Benchmark, Measure
from training.data.pictures import PictureSet
from training.measuring.average_precision import (
    TieGroups,
    counted_groups,
    expected_average_precision,
    ranked_groups,
)
from training.measuring.metrics import Score, bit_balance, measure, unique_code_rate
from training.measuring.rankings import (
    Distances,
    asymmetric_distances,
    by_confidence,
    by_cosine,
    by_hamming,
    cosine_distances,
    hamming_distances,
)


def slow_average_precision(relevant: list[bool]) -> float:
    precisions = [
        sum(relevant[: place + 1]) / (place + 1)
        for place in range(len(relevant))
        if relevant[place]
    ]
    return sum(precisions) / len(precisions) if precisions else 0.0


def over_all_orders(distances: NDArray[np.float32], relevant: NDArray[np.bool_], top: int) -> float:
    """The mean average precision over every order that the ties of one ranking allow."""
    groups = [relevant[distances == distance] for distance in np.unique(distances)]
    orders = product(*[permutations(group.tolist()) for group in groups])
    rankings = [[hit for group in order for hit in group] for order in orders]
    return float(np.mean([slow_average_precision(ranking[:top]) for ranking in rankings]))


def shuffled(distances: NDArray[np.float32], relevant: NDArray[np.bool_], top: int) -> float:
    """The mean average precision over 400 random orders of the database."""
    rng = np.random.default_rng(0)
    found = []
    for _ in range(400):
        order = rng.permutation(distances.shape[1])
        ranks = np.argsort(distances[:, order], axis=1, kind="stable")[:, :top]
        hits = np.take_along_axis(relevant[:, order], ranks, axis=1)
        found.append(np.mean([slow_average_precision(list(row)) for row in hits]))
    return float(np.mean(found))


def logits(photos: int, bits: int, seed: int = 0) -> NDArray[np.float32]:
    return np.random.default_rng(seed).standard_normal((photos, bits)).astype(np.float32)


def benchmark(queries: NDArray[np.int64], database: NDArray[np.int64], top: int) -> Benchmark:
    """As many pictures as rows, in five random classes."""
    count = int(max(queries.max(), database.max())) + 1
    labels = np.eye(5, dtype=np.bool_)[np.random.default_rng(3).integers(0, 5, count)]
    pictures = PictureSet(Path(), tuple(map(str, range(count))))
    return Benchmark(
        "classes", pictures, queries, database, database, (Measure("class", top, labels),)
    )


def only(scores: tuple[Score, ...]) -> Score:
    (score,) = scores
    return score


@pytest.mark.parametrize("top", [1, 2, 3, 5, 7, 9])
def test_ties_are_worth_the_mean_over_all_their_orders(top: int) -> None:
    rng = np.random.default_rng(top)
    for share in (0.2, 0.5, 0.8):
        distances = rng.integers(0, 4, (10, 7))
        relevant = rng.random((10, 7)) < share
        expected = [
            over_all_orders(row.astype(np.float32), hits, top)
            for row, hits in zip(distances, relevant, strict=True)
        ]
        counted = counted_groups(distances, relevant, 3)
        ranked = ranked_groups(distances.astype(np.float32), relevant, top)
        assert np.allclose(expected_average_precision(counted, top), expected)
        assert np.allclose(expected_average_precision(ranked, top), expected)


@pytest.mark.parametrize("top", [20, 60])
@pytest.mark.slow
def test_ties_are_worth_what_shuffling_them_is_worth(top: int) -> None:
    rng = np.random.default_rng(1)
    distances = rng.integers(0, 4, (30, 60)).astype(np.float32)
    relevant = rng.random((30, 60)) < 0.2
    groups = ranked_groups(distances, relevant, top)
    assert expected_average_precision(groups, top).mean() == pytest.approx(
        shuffled(distances, relevant, top), abs=0.005
    )


def test_without_ties_it_is_the_mean_precision_at_what_was_found() -> None:
    rng = np.random.default_rng(0)
    distances, relevant = rng.random((40, 30)), rng.random((40, 30)) < 0.3
    expected = [
        slow_average_precision(list(hits[np.argsort(row)][:15]))
        for row, hits in zip(distances, relevant, strict=True)
    ]
    found = expected_average_precision(ranked_groups(distances, relevant, 15), 15)
    assert np.allclose(found, expected)


def test_a_ranking_without_anything_relevant_counts_nothing() -> None:
    groups = TieGroups(np.array([[2, 0, 3]]), np.array([[0, 0, 0]]))
    assert expected_average_precision(groups, 4).tolist() == [0]
    full = TieGroups(np.array([[2, 0, 3]]), np.array([[2, 0, 3]]))
    assert expected_average_precision(full, 4) == pytest.approx(1)


def test_the_order_of_the_files_helps_nobody() -> None:
    distances = np.zeros((50, 400), np.int64)
    relevant = np.zeros((50, 400), bool)
    relevant[:, :20] = True
    first = expected_average_precision(counted_groups(distances, relevant, 8), 100)
    last = expected_average_precision(counted_groups(distances, relevant[:, ::-1], 8), 100)
    assert np.array_equal(first, last)
    assert first.mean() < 0.15


def test_hundred_thousand_ties_across_the_cut_are_exact() -> None:
    groups = TieGroups(np.array([[100, 100_000]]), np.array([[50, 50_000]]))
    found = expected_average_precision(groups, 1000)[0]
    rng = np.random.default_rng(0)
    sampled = []
    for _ in range(1000):
        hits = np.concatenate([rng.permutation(100) < 50, rng.random(900) < 0.5])
        precision = hits.cumsum() / np.arange(1, 1001)
        sampled.append(precision[hits].mean())
    assert found == pytest.approx(np.mean(sampled), abs=4 * np.std(sampled) / np.sqrt(1000))


def test_a_benchmark_measured_in_blocks_has_the_scores_of_its_whole_matrix(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    task = benchmark(np.arange(12), np.arange(12, 60), 10)
    x = logits(60, 16)
    relevant = task.measures[0].relevant(task.queries, task.database)
    matrix = hamming_distances(pack(x[:12]), pack(x[12:]))
    expected = expected_average_precision(ranked_groups(matrix, relevant, 10), 10).mean()
    monkeypatch.setattr("training.measuring.metrics._DISTANCES_AT_A_TIME", 100)
    score = only(measure(by_hamming(pack(x), task), task))
    assert (score.measure, score.top) == ("class", 10)
    assert score.mean_average_precision == pytest.approx(expected)


def test_floats_and_confidences_are_measured_as_their_matrices_would_be() -> None:
    task = benchmark(np.arange(12), np.arange(12, 60), 10)
    x = logits(60, 16)
    relevant = task.measures[0].relevant(task.queries, task.database)
    for distances, matrix in (
        (by_cosine(x, task), cosine_distances(x[:12], x[12:])),
        (by_confidence(x, task), asymmetric_distances(x[:12], pack(x[12:]))),
    ):
        expected = expected_average_precision(ranked_groups(matrix, relevant, 10), 10).mean()
        score = only(measure(distances, task))
        assert score.mean_average_precision == pytest.approx(expected)
        assert score.curve is None


def test_a_query_in_the_database_does_not_find_itself() -> None:
    everything = np.arange(30)
    task = benchmark(everything, everything[::-1].copy(), 10)
    x = logits(30, 16)
    alone = []
    for row in everything:
        others = np.delete(everything, row)
        matrix = hamming_distances(pack(x[[row]]), pack(x[others]))
        relevant = task.measures[0].relevant(np.array([row]), others)
        alone.append(expected_average_precision(ranked_groups(matrix, relevant, 10), 10)[0])
    scores = measure(by_hamming(pack(x), task), task)
    assert only(scores).mean_average_precision == pytest.approx(np.mean(alone))
    floats = measure(by_cosine(x, task), task)
    kept = [np.delete(cosine_distances(x[[row]], x)[0], row) for row in everything]
    hits = task.measures[0].relevant(everything, everything)
    expected = [
        slow_average_precision(list(np.delete(hits[row], row)[np.argsort(kept[row])][:10]))
        for row in everything
    ]
    assert only(floats).mean_average_precision == pytest.approx(np.mean(expected))


def test_equal_codes_are_at_one_distance_from_a_confident_query() -> None:
    x = logits(300, 8)
    task = benchmark(np.arange(5), np.arange(5, 300), 10)
    found = by_confidence(x, task).of(slice(0, 5))
    codes = pack(x[5:])
    for code in np.unique(codes, axis=0):
        same = found[:, (codes == code).all(axis=1)]
        assert (same == same[:, :1]).all()


def test_precision_and_recall_are_counted_within_every_radius() -> None:
    task = benchmark(np.arange(12), np.arange(12, 60), 10)
    codes = pack(logits(60, 8))
    curve = only(measure(by_hamming(codes, task), task)).curve
    assert curve is not None
    matrix = hamming_distances(codes[:12], codes[12:])
    relevant = task.measures[0].relevant(task.queries, task.database)
    for radius in range(9):
        precisions, recalls, answered = [], [], []
        for row, hits in zip(matrix, relevant, strict=True):
            within = row <= radius
            precisions.append(hits[within].mean() if within.any() else 0)
            recalls.append(hits[within].sum() / hits.sum())
            answered.append(within.any())
        assert curve.precision[radius] == pytest.approx(np.mean(precisions))
        assert curve.recall[radius] == pytest.approx(np.mean(recalls))
        assert curve.answered[radius] == pytest.approx(np.mean(answered))
    assert curve.recall[-1] == curve.answered[-1] == 1


def test_a_query_with_nothing_within_the_radius_has_no_precision_there() -> None:
    task = benchmark(np.arange(2), np.arange(2, 6), 4)
    task.measures[0].labels[:] = True
    far = Distances(lambda some: np.array([[9, 9, 9, 9], [0, 1, 9, 9]])[some], bits=16)
    curve = only(measure(far, task)).curve
    assert curve is not None
    assert (curve.precision[2], curve.answered[2], curve.recall[2]) == (0.5, 0.5, 0.25)


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


def test_a_query_does_not_find_itself_even_where_everything_is_ranked() -> None:
    everything = np.arange(30)
    task = benchmark(everything, everything, 30)
    x = logits(30, 64)
    distances, hits = cosine_distances(x, x), task.measures[0].relevant(everything, everything)
    alone = [
        slow_average_precision(
            list(np.delete(hits[row], row)[np.delete(distances[row], row).argsort()])
        )
        for row in everything
    ]
    found = only(measure(by_cosine(x, task), task)).mean_average_precision
    assert found == pytest.approx(np.mean(alone))


def test_a_query_without_relatives_does_not_lower_the_recall() -> None:
    task = benchmark(np.arange(2), np.arange(2, 6), 4)
    task.measures[0].labels[:] = [[1, 0, 0, 0, 0], [0, 1, 0, 0, 0], *[[1, 0, 0, 0, 0]] * 4]
    found = Distances(lambda some: np.array([[0, 1, 9, 9], [0, 1, 2, 3]])[some], bits=16)
    curve = only(measure(found, task)).curve
    assert curve is not None
    assert (curve.recall[1], curve.recall[-1]) == (0.5, 1)
