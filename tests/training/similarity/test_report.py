import math
from dataclasses import replace

import numpy as np
import pytest

from tests.training.similarity_photos import clouds
from training.benchmarks.benchmark import Measure
from training.similarity.matrix import (
    Combination,
    SemanticSimilarity,
    SimilaritySettings,
    semantic_similarity,
)
from training.similarity.report import Purity, print_reports, report_similarity

PHOTOS = 90


@pytest.fixture
def similarity() -> SemanticSimilarity:
    settings = SimilaritySettings(near_width=1, far_width=1, neighbours=8, best_shared=5)
    return semantic_similarity(clouds(PHOTOS), settings)


@pytest.fixture
def measures() -> list[Measure]:
    """The cloud of a photo, and some of four words for each."""
    cloud = np.arange(PHOTOS)[:, None] % 6 == np.arange(6)
    words = np.random.default_rng(0).random((PHOTOS, 4)) < 0.3
    return [Measure("cloud", 100, cloud), Measure("words", 1000, words)]


def slow_purity(similarity: SemanticSimilarity, measure: Measure) -> Purity:
    entries = similarity.among(np.arange(PHOTOS))
    pairs = [(i, j) for i in range(PHOTOS) for j in range(i)]
    shares = {(i, j): bool((measure.labels[i] & measure.labels[j]).any()) for i, j in pairs}
    similar = [shares[pair] for pair in pairs if entries[pair] == 1]
    dissimilar = [shares[pair] for pair in pairs if entries[pair] == -1]
    return Purity(
        label=measure.name,
        similar=sum(similar) / len(similar),
        dissimilar=1 - sum(dissimilar) / len(dissimilar),
        found=sum(similar) / sum(shares.values()),
        by_chance=sum(shares.values()) / len(pairs),
    )


@pytest.mark.parametrize("combination", list(Combination))
def test_every_pair_is_counted_once(
    similarity: SemanticSimilarity, combination: Combination
) -> None:
    similarity = replace(similarity, combination=combination)
    found = report_similarity(similarity, [], seed=0)
    pairs = similarity.among(np.arange(PHOTOS))[np.triu_indices(PHOTOS, 1)]
    expected = [int(np.sum(pairs == value)) for value in (1, -1, 0)]
    assert [found.similar, found.dissimilar, found.unknown] == expected
    assert found.pairs == PHOTOS * (PHOTOS - 1) // 2
    assert found.sampled_photos == found.photos == PHOTOS


def test_similar_photos_are_counted_for_each_photo(similarity: SemanticSimilarity) -> None:
    apart = replace(similarity, near=0.3)
    found = report_similarity(apart, [], seed=0)
    sizes = apart.sparse_positives().toarray().sum(axis=1)
    assert found.similar_a_photo == pytest.approx(sizes.mean())
    assert 0 < found.isolated == np.sum(sizes == 0)


@pytest.mark.parametrize("combination", list(Combination))
def test_purity_is_the_share_of_pairs_that_the_labels_confirm(
    similarity: SemanticSimilarity, measures: list[Measure], combination: Combination
) -> None:
    similarity = replace(similarity, combination=combination)
    found = report_similarity(similarity, measures, seed=0).purities
    for purity, measure in zip(found, measures, strict=True):
        expected = slow_purity(similarity, measure)
        for name in ("similar", "dissimilar", "found", "by_chance"):
            assert getattr(purity, name) == pytest.approx(getattr(expected, name)), name


def test_a_share_of_nothing_is_no_number(
    similarity: SemanticSimilarity, measures: list[Measure]
) -> None:
    nothing = replace(similarity, near=0.0, far=2.0)
    purity = report_similarity(nothing, measures, seed=0).purities[0]
    assert math.isnan(purity.similar)
    assert math.isnan(purity.dissimilar)
    assert purity.found == 0


def test_a_large_library_is_projected_from_a_sample(measures: list[Measure]) -> None:
    similarity = semantic_similarity(clouds(2000), SimilaritySettings())
    exact = report_similarity(similarity, [], seed=0)
    found = report_similarity(similarity, [], seed=0, most_pairs=1_000_000)
    assert (found.photos, found.sampled_photos, found.pairs) == (2000, 500, exact.pairs)
    assert found == report_similarity(similarity, [], seed=0, most_pairs=1_000_000)
    assert found.similar == pytest.approx(exact.similar, rel=0.05)
    assert found.dissimilar == pytest.approx(exact.dissimilar, rel=0.1)


def test_the_report_is_printed(
    similarity: SemanticSimilarity, measures: list[Measure], capsys: pytest.CaptureFixture[str]
) -> None:
    found = [
        report_similarity(replace(similarity, combination=combination), measures, seed=0)
        for combination in Combination
    ]
    print_reports([*found, replace(found[0], sampled_photos=40)])
    text = capsys.readouterr().out
    assert "Semantic similarity of 90 photos" in text
    assert "cloud" in text
    assert f"{found[0].similar:,}" in text
    assert f"{found[0].purities[0].similar:.2%}" in text
    assert "Projected" not in text
    print_reports([replace(found[0], sampled_photos=40)])
    assert "40 photos" in capsys.readouterr().out
