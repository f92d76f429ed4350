"""What is still found among photos of other people, that were not taught."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop_app.core.base.codes import Logits, agreement, pack
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.bundle.model_memory import training_memory
from tests.core import compared_models, tiny_bundle
from training.benchmarks.benchmark import Benchmark, Measure, label_matrix
from training.data.pictures import PictureSet
from training.evaluation.foreign_search import foreign_photos, foreign_precision
from training.evaluation.shipped import bundle_codes

COLOURS = {
    "warm": [(220, 30, 40), (230, 160, 20), (240, 90, 110), (120, 10, 90)],
    "cold": [(30, 40, 220), (20, 160, 190), (10, 200, 60)],
}


@pytest.fixture
def foreign(tmp_path: Path) -> Benchmark:
    names = []
    for kind, colours in COLOURS.items():
        (tmp_path / kind).mkdir()
        for number, colour in enumerate(colours):
            names.append(f"{kind}/{number}.png")
            Image.new("RGB", (48, 36), colour).save(tmp_path / names[-1])
    rows = np.arange(len(names))
    labels = label_matrix([[name.split("/")[0]] for name in names])
    pictures = PictureSet(tmp_path, tuple(names))
    return Benchmark("foreign", pictures, rows, rows, rows[:0], (Measure("class", 100, labels),))


def encoder(folder: Path, files: tiny_bundle.Files) -> Encoder:
    return Encoder(read_bundle(tiny_bundle.write_folder(folder, files)))


def test_photos_in_the_memory_of_a_training_are_not_queries(
    foreign: Benchmark, tmp_path: Path
) -> None:
    described = bundle_codes(encoder(tmp_path / "old", compared_models.good(7)), foreign.pictures)
    remembered = described.descriptors[[0, 1, 5, 6]]
    files = tiny_bundle.with_memory(tiny_bundle.npy(remembered))
    old = encoder(tmp_path / "remembers", files)
    found = foreign_photos(old, foreign, training_memory(old.bundle, 2000))
    assert found.benchmark.queries.tolist() == found.benchmark.database.tolist() == [1, 2, 3, 4, 6]


def test_without_a_memory_all_photos_are_queries(foreign: Benchmark, tmp_path: Path) -> None:
    old = encoder(tmp_path / "old", compared_models.good(7))
    found = foreign_photos(old, foreign, np.empty((0, tiny_bundle.SIZE), np.int8))
    assert found.benchmark.queries.tolist() == foreign.queries.tolist()


def test_the_precision_is_that_of_the_order_in_which_the_application_shows_them(
    foreign: Benchmark, tmp_path: Path
) -> None:
    model = encoder(tmp_path / "model", compared_models.spoiled())
    descriptors = bundle_codes(model, foreign.pictures).descriptors
    found = foreign_photos(model, foreign, descriptors[:1])
    logits = model.hash_descriptors(descriptors)
    kinds = [name.split("/")[0] for name in foreign.pictures.names]
    expected = [obvious_precision(row, logits, kinds) for row in range(1, len(kinds))]
    assert foreign_precision(model, found) == pytest.approx(np.mean(expected))


def test_a_model_without_any_of_the_old_neighbours_scores_low(
    foreign: Benchmark, tmp_path: Path
) -> None:
    old = encoder(tmp_path / "old", compared_models.good(7))
    new = encoder(tmp_path / "new", compared_models.constant())
    found = foreign_photos(old, foreign, np.empty((0, tiny_bundle.SIZE), np.int8))
    assert foreign_precision(new, found) < foreign_precision(old, found)


def obvious_precision(query: int, logits: Logits, kinds: list[str]) -> float:
    """Of one query among the rows from 1 on, nearest first; no two are equally near here."""
    others = [row for row in range(1, len(kinds)) if row != query]
    scores = agreement(logits[query], pack(logits[others]))
    assert len(set(scores.tolist())) == len(others)
    ranked = [kinds[others[place]] == kinds[query] for place in np.argsort(-scores)]
    hits = np.flatnonzero(ranked)
    return float(np.mean([(count + 1) / (place + 1) for count, place in enumerate(hits)]))
