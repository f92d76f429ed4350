from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.bundle.encoder import Encoder
from training.benchmarks.benchmark import Benchmark
from training.benchmarks.corel import corel
from training.evaluation.shipped import bundle_codes
from training.shipping.figures import code_figures

pytestmark = [pytest.mark.data, pytest.mark.slow]

# `python -m training evaluate` measures all of Corel, in two minutes; these are of a quarter.
EXPECTED = {
    "corel_theme_map100": 0.332,
    "corel_theme_map100_asymmetric": 0.345,
    "corel_words_map1000": 0.425,
    "corel_words_map1000_asymmetric": 0.436,
    "corel_unique_codes": 1.0,
    "corel_bit_balance": 0.394,
}


def a_quarter_of(whole: Benchmark) -> Benchmark:
    """Every fourth query, asked of every fourth photo."""
    queries, database = whole.queries[::4], whole.database[::4]
    rows = np.concatenate([queries, database])
    return replace(
        whole,
        pictures=whole.pictures.subset(rows),
        queries=np.arange(len(queries)),
        database=np.arange(len(queries), len(rows)),
        measures=tuple(replace(each, labels=each.labels[rows]) for each in whole.measures),
    )


def test_the_shipped_bundle_finds_what_it_found_when_it_was_made(
    encoder: Encoder, shared_data: Callable[[str], Path], tmp_path: Path
) -> None:
    shared_data("corel5k.tar.gz")
    some = a_quarter_of(corel(shared_data("corel5k_manifest.tsv").parent, tmp_path))
    found = code_figures("corel", bundle_codes(encoder, some.pictures).logits, some)
    assert found == pytest.approx(EXPECTED, abs=0.005)
