"""Two models are compared on a library, which stays unchanged."""

from __future__ import annotations

import json
import shutil
from collections.abc import Generator
from pathlib import Path
from typing import cast

import numpy as np
import pytest

from desktop_app.core.base.errors import (
    ModelMismatchError,
    TooFewToCompareError,
    UnknownModelError,
)
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.descriptors import descriptor_batches
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.comparison.comparison import compare
from desktop_app.core.comparison.neighbourhoods import nearest_rows, smooth_descriptors, unit_rows
from desktop_app.core.comparison.paired_figures import paired_measure, uniqueness
from desktop_app.core.comparison.verdict import Verdict, verdict
from desktop_app.core.jobs.comparison_events import (
    Comparing,
    ComparingStage,
    Comparison,
    Figure,
    Measured,
)
from desktop_app.core.jobs.messages import (
    JobEvent,
    JobMessage,
    decode_event,
    decode_value,
    encode_event,
)
from desktop_app.core.jobs.progress import EVENTS, Retrained
from desktop_app.core.jobs.requests import TrainRequest
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.model_use import use_model
from desktop_app.core.models.retraining import Retraining
from desktop_app.sentences.errors import error_message
from tests.core import compared_models, tiny_bundle
from tests.core.compared_models import result
from tests.core.damage import run_sql

PHOTOS = 130


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a library that was indexed once for all tests, its photos and its model."""
    base = tmp_path_factory.mktemp("compared")
    compared_models.library(LibraryFiles(base / "library"), base, PHOTOS)
    return base


@pytest.fixture
def models(indexed: Path, files: LibraryFiles) -> LibraryModels:
    """A copy of the library for one test; its photos are those of all tests."""
    shutil.copytree(indexed / "library", files.folder)
    return LibraryModels(files, indexed / "shipped")


@pytest.mark.slow
def test_a_model_compared_with_itself_is_alike(models: LibraryModels) -> None:
    found = result(models, tiny_bundle.MODEL_ID)
    assert verdict(found) is Verdict.ALIKE
    assert found.photos == PHOTOS
    assert found.disagreements == []
    for figures in (found.copies, found.neighbours, found.relatives, found.unique, found.foreign):
        assert figures is not None
        assert figures.old == figures.new
        assert figures.gain == Figure(0, 0)


@pytest.mark.slow
def test_a_model_of_noise_is_worse(models: LibraryModels) -> None:
    found = result(models, compared_models.add(models, compared_models.spoiled(), "noise"))
    assert verdict(found) is Verdict.WORSE
    assert found.relatives is not None
    assert found.relatives.new.mean < found.relatives.old.mean / 2
    assert found.foreign is not None
    assert found.foreign.new.mean < found.foreign.old.mean


@pytest.mark.slow
def test_a_model_with_one_code_for_all_photos_is_worse(models: LibraryModels) -> None:
    found = result(models, compared_models.add(models, compared_models.constant(), "one"))
    assert found.unique.new.mean == pytest.approx(1 / PHOTOS)
    assert verdict(found) is Verdict.WORSE


@pytest.mark.slow
def test_a_good_model_is_better_than_a_spoiled_one_in_use(models: LibraryModels) -> None:
    compared_models.add(models, compared_models.spoiled(), "noise")
    for _ in use_model(models, "noise"):
        pass
    found = result(models, tiny_bundle.MODEL_ID)
    assert (found.old_model, found.new_model) == ("noise", tiny_bundle.MODEL_ID)
    assert verdict(found) is Verdict.BETTER


@pytest.mark.slow
def test_disagreements_are_of_different_photos_and_never_show_the_photo_itself(
    models: LibraryModels,
) -> None:
    found = result(models, compared_models.add(models, compared_models.good(11), "other"))
    queries = [item.photo_id for item in found.disagreements]
    assert 0 < len(queries) <= 12
    shown: set[int] = set()
    for item in found.disagreements:
        assert item.photo_id not in shown
        assert item.photo_id not in item.old + item.new
        assert len(item.old) == len(item.new) == 8
        assert item.old != item.new
        shown.update(item.old, item.new)
    with Catalogue(models.files) as catalogue:
        known = {photo.id for photo in catalogue.photos([*queries, *shown])}
    assert known == {*queries, *shown}


@pytest.mark.slow
def test_comparing_changes_no_database(models: LibraryModels) -> None:
    compared_models.add(models, compared_models.spoiled(), "noise")
    before = [path.read_bytes() for path in sorted(models.files.folder.rglob("*.sqlite"))]
    result(models, "noise")
    assert [path.read_bytes() for path in sorted(models.files.folder.rglob("*.sqlite"))] == before


@pytest.mark.slow
def test_the_photos_themselves_are_not_opened(files: LibraryFiles, tmp_path: Path) -> None:
    models = compared_models.library(files, tmp_path, PHOTOS)
    shutil.rmtree(tmp_path / "photos")
    assert result(models, tiny_bundle.MODEL_ID).copies is not None


@pytest.mark.slow
def test_without_thumbnails_and_photos_copies_are_not_measured(models: LibraryModels) -> None:
    run_sql(models.files.catalogue, "UPDATE roots SET paused = 1")
    for path in models.files.folder.glob("thumbnails.sqlite*"):
        path.unlink()
    found = result(models, tiny_bundle.MODEL_ID)
    assert found.copies is None
    assert verdict(found) is Verdict.ALIKE


@pytest.mark.slow
def test_photos_held_out_of_the_training_are_queried_first_and_counted(
    models: LibraryModels,
) -> None:
    learned = compared_models.add(models, compared_models.good(11), "learned")
    with Catalogue(models.files) as catalogue:
        ids = [item for batch in descriptor_batches(catalogue, "tiny-8", 99) for item in batch.ids]
    retraining = Retraining(models.files)
    with retraining.running(TrainRequest(models.files.folder, [], 256, None, previews=False)):
        retraining.store_result(Retrained(learned, 110, 1.0, ids[:20]))
    assert result(models, learned).held_out == 20
    other = compared_models.add(models, compared_models.good(12), "other")
    assert result(models, other).held_out == 0


@pytest.mark.slow
def test_progress_is_reported_in_every_stage(models: LibraryModels) -> None:
    *events, _ = compare(models, tiny_bundle.MODEL_ID)
    stages = [event.stage for event in events if isinstance(event, Comparing)]
    assert list(dict.fromkeys(stages)) == list(ComparingStage)
    assert len(events) > 300
    assert all(0 <= event.done <= event.total for event in events if isinstance(event, Comparing))


@pytest.mark.slow
def test_closing_the_generator_cancels_at_any_stage(models: LibraryModels) -> None:
    for stage in ComparingStage:
        steps = cast("Generator[Comparing]", compare(models, tiny_bundle.MODEL_ID))
        for event in steps:
            if event.stage is stage:
                break
        steps.close()
        assert list(steps) == []
    assert verdict(result(models, tiny_bundle.MODEL_ID)) is Verdict.ALIKE


def test_a_small_library_is_refused(files: LibraryFiles, tmp_path: Path) -> None:
    models = compared_models.library(files, tmp_path, 12)
    with pytest.raises(TooFewToCompareError) as caught:
        result(models, tiny_bundle.MODEL_ID)
    assert (caught.value.photos, caught.value.needed) == (12, 100)
    assert "the library has 12" in error_message(caught.value)


def test_a_library_whose_model_was_deleted_is_refused(models: LibraryModels) -> None:
    list(use_model(models, compared_models.add(models, compared_models.good(11), "other")))
    compared_models.add(models, compared_models.good(13), "third")
    shutil.rmtree(models.files.models / "other")
    with pytest.raises(ModelMismatchError) as caught:
        result(models, "third")
    assert caught.value.library_model == "other"


def test_an_unknown_model_is_refused(models: LibraryModels) -> None:
    with pytest.raises(UnknownModelError):
        result(models, "nothing")


@pytest.mark.slow
def test_a_comparison_survives_the_way_to_the_window(models: LibraryModels) -> None:
    found = result(models, compared_models.add(models, compared_models.good(11), "other"))
    line = encode_event(JobEvent.of_value(JobMessage.FINISHED, found))
    assert json.loads(line)["data"]["photos"] == PHOTOS
    event = decode_event(line)
    assert event is not None
    assert decode_value(event, EVENTS) == found


def test_smoothed_descriptors_equal_those_of_a_slow_reference() -> None:
    descriptors = np.random.default_rng(0).integers(-99, 100, (60, 8)).astype(np.int8)
    steps = smooth_descriptors(descriptors)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found = end.value
            break
    units = descriptors / np.linalg.norm(descriptors, axis=1, keepdims=True)
    near = [
        [other for other in np.argsort(-(units @ units[row])) if other != row][:10]
        for row in range(60)
    ]
    values = descriptors - descriptors.mean(axis=0)
    values = values / np.linalg.norm(values, axis=1, keepdims=True)
    for _ in range(2):
        values = np.stack([values[row] + values[near[row]].sum(axis=0) for row in range(60)])
        values = values / np.linalg.norm(values, axis=1, keepdims=True)
    np.testing.assert_allclose(found, values, atol=1e-5)


def test_nearest_rows_are_ordered_and_exclude_the_row_itself() -> None:
    units = unit_rows(np.random.default_rng(0).normal(0, 1, (700, 8)).astype(np.float32))
    rows = np.arange(0, 700)
    found = np.concatenate(list(nearest_rows(units, rows, 5)))
    for row in (0, 127, 128, 699):
        others = sorted(set(range(700)) - {row}, key=lambda other: -units[row] @ units[other])
        assert found[row].tolist() == others[:5]


def test_unique_codes_are_counted_as_a_share_of_the_photos() -> None:
    codes = np.array([[1, 2], [1, 2], [3, 4], [1, 2], [9, 9]], np.uint8)
    assert uniqueness(codes).mean() == pytest.approx(3 / 5)


def test_errors_are_standard_errors_of_the_mean() -> None:
    old, new = np.array([0.0, 1.0, 1.0, 0.0]), np.array([1.0, 1.0, 1.0, 1.0])
    figures = paired_measure(old, new)
    assert figures.old.error == pytest.approx(old.std(ddof=1) / 2)
    assert figures.new == Figure(1, 0)
    assert figures.gain.mean == pytest.approx(0.5)
    assert paired_measure(old[:1], new[:1]).new == Figure(1, 0)


def of(old: float, new: float, error: float = 0.005) -> Measured:
    return Measured(Figure(old, error), Figure(new, error), Figure(new - old, error), 300)


def compared(
    copies: Measured | None = None,
    relatives: Measured | None = None,
    unique: Measured | None = None,
    foreign: Measured | None = None,
) -> Comparison:
    """A comparison of models that differ only in the given measures."""
    same = of(0.8, 0.8)
    return Comparison(
        "old", "new", 5000, copies, same, relatives or same, unique or same, foreign, 0
    )


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (compared(relatives=of(0.50, 0.55)), Verdict.BETTER),
        (compared(relatives=of(0.50, 0.509)), Verdict.ALIKE),
        (compared(relatives=of(0.50, 0.491)), Verdict.ALIKE),
        (compared(relatives=of(0.50, 0.45)), Verdict.WORSE),
        (compared(relatives=of(0.50, 0.55), copies=of(0.97, 0.95)), Verdict.BETTER),
        (compared(relatives=of(0.50, 0.55), copies=of(0.97, 0.85)), Verdict.WORSE),
        (compared(relatives=of(0.50, 0.55), unique=of(1.0, 0.9)), Verdict.WORSE),
        (
            compared(relatives=of(0.50, 0.55), unique=of(1.0, 0.9), copies=of(0.9, 0.9)),
            Verdict.BETTER,
        ),
        (compared(relatives=of(0.50, 0.55), foreign=of(0.80, 0.75)), Verdict.BETTER),
        (compared(relatives=of(0.50, 0.55), foreign=of(0.80, 0.60)), Verdict.FORGETS),
        (compared(foreign=of(0.80, 0.60)), Verdict.WORSE),
    ],
)
def test_the_verdict_follows_from_the_measures(found: Comparison, expected: Verdict) -> None:
    assert verdict(found) is expected


@pytest.mark.parametrize(
    ("votes_new", "votes_old", "expected"),
    [
        (7, 5, Verdict.ALIKE),
        (2, 0, Verdict.ALIKE),
        (10, 2, Verdict.BETTER),
        (2, 10, Verdict.WORSE),
    ],
)
def test_votes_decide_where_they_are_unlikely_to_be_chance(
    votes_new: int, votes_old: int, expected: Verdict
) -> None:
    assert verdict(compared(), votes_new, votes_old) is expected


def test_votes_do_not_hide_forgetting() -> None:
    assert verdict(compared(foreign=of(0.8, 0.6)), 11, 1) is Verdict.FORGETS
