"""A library's own model: from what the library has stored to a model among its models."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Generator
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch

from desktop_app.core.base.errors import (
    RetrainingBusyError,
    RetrainingStoppedError,
    TooFewPhotosError,
    TooLittleDiskError,
    TooLittleMemoryError,
)
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.descriptor_graph import descriptor_graph
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import ENCODER, read_bundle
from desktop_app.core.bundle.network_check import parse
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.progress import (
    Retrained,
    TrainingBegun,
    TrainingEstimate,
    TrainingProgress,
    TrainingStage,
)
from desktop_app.core.jobs.requests import ProbeRequest, TrainRequest
from desktop_app.core.learning.library_photos import trainable_ids
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.model_use import use_model
from desktop_app.core.models.own_models import is_own
from desktop_app.core.models.retraining import Retraining, RetrainingPhase
from tests.drawn_library import PHOTOS
from tests.quick_calibration import quick_calibration
from training.data.library_photos import LibrarySample
from training.jobs import retrain, retraining_checks, worker_processes
from training.jobs.probe import probe
from training.learning.recipe import read_recipe

pytestmark = pytest.mark.slow

BITS = 64


@pytest.fixture
def library(trainable_library: LibraryFiles) -> LibraryFiles:
    """A library whose photos have been deleted since, for one test."""
    return trainable_library


@dataclass(frozen=True)
class Run:
    library: LibraryFiles
    events: list[Any]
    files: set[Path]  # of the run, at its end: tests may discard it

    @property
    def result(self) -> Retrained:
        result: Retrained = self.events[-1]
        return result

    def progress(self, stage: TrainingStage) -> list[TrainingProgress]:
        reports = [event for event in self.events if isinstance(event, TrainingProgress)]
        return [event for event in reports if event.stage is stage]


def request(library: LibraryFiles, **changes: Any) -> TrainRequest:
    train_request = TrainRequest(
        library.folder, [], BITS, minutes=None, previews=False, gentle=True
    )
    return replace(train_request, **changes)


@pytest.fixture(scope="module")
def retrained(
    shared_trainable_library: LibraryFiles, tmp_path_factory: pytest.TempPathFactory
) -> Run:
    """Trained with previews, in two processes if there are two cores."""
    folder = tmp_path_factory.mktemp("trained") / "library"
    shutil.copytree(shared_trainable_library.folder, folder)
    library = LibraryFiles(folder)
    train_request = request(library, previews=True, gentle=False, minutes=0.06)
    with quick_calibration():
        events = list(retrain.retrain(train_request, default_bundle()))
    return Run(library, events, set(library.retraining.iterdir()))


def models(library: LibraryFiles) -> LibraryModels:
    return LibraryModels(library, default_bundle())


def test_a_retraining_ends_with_a_model_that_nothing_uses_yet(retrained: Run) -> None:
    bundle = models(retrained.library).find(retrained.result.model_id)
    assert bundle.manifest.code_bits == BITS
    shipped = read_bundle(default_bundle()).manifest
    assert bundle.manifest.shares_descriptors(shipped)
    assert bundle.manifest.descriptor_graph == descriptor_graph(
        parse(bundle, ENCODER, bundle.encoder.read_bytes())
    )
    assert is_own(bundle)
    assert bundle.manifest.figures["photos"] == retrained.result.photos
    assert bundle.manifest.figures["library"] == PHOTOS
    assert 0 <= bundle.manifest.figures["rare_codes"] < 1
    left = {path.suffix for path in retrained.files}
    assert not left & {".pt", ".npy", ".npz"}
    with Catalogue(retrained.library) as catalogue:
        assert catalogue.model_id != retrained.result.model_id
        assert models(retrained.library).in_use(catalogue).folder == default_bundle()
    assert Retraining(retrained.library).state.phase is RetrainingPhase.FINISHED
    assert Retraining(retrained.library).state.result == retrained.result


@pytest.mark.skipif(os.name == "nt", reason="permissions are inherited there")
def test_nobody_else_can_open_what_a_training_has_written(retrained: Run) -> None:
    model = models(retrained.library).find(retrained.result.model_id).folder
    written = [model, *model.iterdir(), retrained.library.retraining]
    written += retrained.library.retraining.rglob("*")
    assert [path.name for path in written if path.stat().st_mode & 0o077] == []


def test_each_stage_reports_its_progress(retrained: Run) -> None:
    begun = retrained.events[0]
    assert begun == TrainingBegun(
        retrained.result.photos, retrained.result.photos, "cpu", previews=True, resumed=False
    )
    stages = [event.stage for event in retrained.events if isinstance(event, TrainingProgress)]
    assert sorted(stages, key=list(TrainingStage).index) == stages
    assert set(stages) == set(TrainingStage) - {TrainingStage.FINE_TUNING}
    validations = [each for each in retrained.progress(TrainingStage.CODES) if each.unique_codes]
    assert all(each.losses and each.bit_balance for each in validations)
    grids = [each.grid for each in retrained.progress(TrainingStage.PREVIEWS) if each.grid]
    assert grids
    assert set(grids) <= retrained.files


def test_the_held_out_photos_are_reported(retrained: Run) -> None:
    held = retrained.result.held_out
    assert len(held) == 50
    with Catalogue(retrained.library) as catalogue:
        assert len(catalogue.photos(held)) == 50


def test_the_new_model_can_be_used_and_the_old_one_again(retrained: Run, tmp_path: Path) -> None:
    shutil.copytree(retrained.library.folder, tmp_path / "library")
    library = LibraryFiles(tmp_path / "library")
    shipped = read_bundle(default_bundle()).manifest.model_id
    with Catalogue(library) as catalogue:
        before = catalogue.code_pages(shipped)[0]
        list(use_model(models(library), retrained.result.model_id))
        assert catalogue.model_id == retrained.result.model_id
        assert catalogue.code_pages(retrained.result.model_id)[0][0].codes.shape[1] == BITS // 8
        list(use_model(models(library), shipped))
        after = catalogue.code_pages(shipped)[0]
    assert all(
        np.array_equal(one.codes, other.codes) for one, other in zip(before, after, strict=True)
    )


def test_previews_of_the_new_model_are_pictures(retrained: Run) -> None:
    encoder = Encoder(models(retrained.library).find(retrained.result.model_id))
    pictures = encoder.previews(np.zeros((2, BITS // 8), np.uint8))
    assert pictures.shape[0] == 2
    assert pictures.std() > 0


def trained_head(library: LibraryFiles, steps: Generator[Any]) -> dict[str, Any]:
    """Return the head's best state after its training, and stop there."""
    next(
        event
        for event in steps
        if isinstance(event, TrainingProgress) and event.stage is TrainingStage.FINISHING
    )
    steps.close()
    state: dict[str, Any] = torch.load(library.retraining / "codes.pt", weights_only=True)
    best: dict[str, Any] = state["state"]["run"]["best_state"]["learner"]
    return best


def test_a_stopped_run_resumes_to_the_same_head(library: LibraryFiles) -> None:
    train_request = request(library)
    undisturbed = trained_head(library, retrain.retrain(train_request, default_bundle()))
    Retraining(library).discard()
    steps = retrain.retrain(train_request, default_bundle())
    next(event for event in steps if isinstance(event, TrainingProgress) and event.unique_codes)
    steps.close()
    state = Retraining(library).state
    assert state.phase is RetrainingPhase.INTERRUPTED
    assert state.request == train_request
    steps = retrain.retrain(train_request, default_bundle())
    begun = next(steps)
    assert isinstance(begun, TrainingBegun)
    assert begun.resumed
    resumed = trained_head(library, steps)
    assert all(torch.equal(value, resumed[name]) for name, value in undisturbed.items())


def test_another_process_can_stop_it_and_the_checkpoint_is_kept(library: LibraryFiles) -> None:
    steps = retrain.retrain(request(library), default_bundle())
    next(event for event in steps if isinstance(event, TrainingProgress) and event.unique_codes)
    Retraining(library).request_stop()
    with pytest.raises(RetrainingStoppedError):
        next(steps)
    assert Retraining(library).state.phase is RetrainingPhase.INTERRUPTED
    steps = retrain.retrain(request(library), default_bundle())
    begun = next(steps)
    assert isinstance(begun, TrainingBegun)
    assert begun.resumed
    assert isinstance(next(steps), TrainingProgress)
    steps.close()


def test_a_pause_is_no_time_that_it_has_worked(library: LibraryFiles) -> None:
    steps = retrain.retrain(request(library), default_bundle())
    reports = (event for event in steps if isinstance(event, TrainingProgress))
    before = next(event for event in reports if event.losses)
    time.sleep(3)
    assert next(reports).seconds < before.seconds + 3
    steps.close()
    assert Retraining(library).state.phase is RetrainingPhase.INTERRUPTED


def test_a_finished_retraining_starts_again_when_it_is_requested_again(
    retrained: Run, tmp_path: Path
) -> None:
    shutil.copytree(retrained.library.folder, tmp_path / "library")
    retraining = Retraining(LibraryFiles(tmp_path / "library"))
    assert retraining.state.phase is RetrainingPhase.FINISHED
    train_request = retraining.state.request
    assert train_request is not None
    with retraining.running(replace(train_request)) as is_resumed:
        assert not is_resumed


def test_only_one_retraining_of_a_library_runs(library: LibraryFiles) -> None:
    with (
        Retraining(library).running(request(library)),
        pytest.raises(RetrainingBusyError),
    ):
        next(retrain.retrain(request(library), default_bundle()))


@pytest.mark.parametrize("chosen", [1, 199])
def test_too_few_photos_are_refused_with_their_number(library: LibraryFiles, chosen: int) -> None:
    train_request = request(library, photos=list(range(1, chosen + 1)))
    with pytest.raises(TooFewPhotosError) as caught:
        list(retrain.retrain(train_request, default_bundle()))
    assert caught.value.needed == 200
    assert caught.value.photos <= chosen


def test_what_is_refused_has_not_cost_the_training_before_it(library: LibraryFiles) -> None:
    steps = retrain.retrain(request(library), default_bundle())
    next(event for event in steps if isinstance(event, TrainingProgress) and event.unique_codes)
    steps.close()
    with pytest.raises(TooFewPhotosError):
        list(retrain.retrain(request(library, photos=[1, 2, 3]), default_bundle()))
    state = Retraining(library).state
    assert state.phase is RetrainingPhase.INTERRUPTED
    assert state.request == request(library)
    assert (library.retraining / "codes.pt").is_file()


def test_the_sample_is_drawn_again_if_photos_of_it_are_gone(library: LibraryFiles) -> None:
    train_request = request(library, previews=True)
    steps = retrain.retrain(train_request, default_bundle())
    next(event for event in steps if isinstance(event, TrainingProgress) and event.losses)
    steps.close()
    with Catalogue(library) as catalogue:
        catalogue.connection.execute("DELETE FROM photos WHERE id <= 20")
    steps = retrain.retrain(train_request, default_bundle())
    next(event for event in steps if isinstance(event, TrainingProgress) and event.losses)
    steps.close()
    drawn = LibrarySample.read(library.retraining)
    assert drawn.ids.min() == 21
    assert len(np.load(library.retraining / "pictures.npy")) == len(drawn.ids) == PHOTOS - 20


def test_of_chosen_photos_it_does_not_matter_what_has_copies_elsewhere(
    library: LibraryFiles,
) -> None:
    with Catalogue(library) as catalogue:
        catalogue.connection.execute(
            "UPDATE photos SET content_hash = (SELECT content_hash FROM photos AS one"
            " WHERE one.id = photos.id - 120) WHERE id > 120"
        )
        descriptor_id = read_bundle(default_bundle()).manifest.descriptor_id
        chosen = list(range(121, PHOTOS + 1))
        assert trainable_ids(catalogue, chosen, descriptor_id).tolist() == chosen
        assert trainable_ids(catalogue, [], descriptor_id).tolist() == list(range(1, 121))


def test_copies_of_a_photo_are_trained_on_once(library: LibraryFiles) -> None:
    with Catalogue(library) as catalogue:
        catalogue.connection.execute("UPDATE photos SET content_hash = x'00' WHERE id <= 100")
    with pytest.raises(TooFewPhotosError) as caught:
        list(retrain.retrain(request(library), default_bundle()))
    assert caught.value.photos == PHOTOS - 99


def test_a_full_disk_and_a_full_memory_are_reported_before_anything_is_done(
    library: LibraryFiles,
) -> None:
    with pytest.raises(TooLittleMemoryError):
        retraining_checks.check_resources(request(library), 20_000, 128, processes=10_000)
    many = 10**9
    with pytest.raises((TooLittleDiskError, TooLittleMemoryError)):
        retraining_checks.check_resources(request(library, previews=True), many, 128, processes=1)


def test_previews_need_space_for_pictures_on_the_disk(
    library: LibraryFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    needed = {}
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=0))
    for previews in (False, True):
        asked = request(library, previews=previews)
        with pytest.raises(TooLittleDiskError) as caught:
            retraining_checks.check_resources(asked, 1000, 256, processes=1)
        needed[previews] = caught.value.needed_mb
    side = read_recipe("library").generator.side
    pictures_mb = 1000 * side * side * 3 / 2**20
    assert needed[True] - needed[False] == pytest.approx(pictures_mb, abs=1)


def test_an_estimate_tells_more_for_more_to_do(library: LibraryFiles) -> None:
    (both,) = probe(ProbeRequest(library.folder, [], BITS, previews=True), default_bundle())
    (codes,) = probe(ProbeRequest(library.folder, [], BITS, previews=False), default_bundle())
    assert isinstance(both, TrainingEstimate)
    assert both.device == "cpu"
    assert both.previews_seconds > 0
    assert codes.previews_seconds == 0
    assert both.memory_mb > codes.memory_mb >= 900
    assert both.memory_mb <= 1200 * worker_processes.processes_for(
        torch.device("cpu"), gentle=False
    )


def test_a_gentle_training_runs_in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    cpu = torch.device("cpu")
    monkeypatch.setattr(worker_processes, "available_cores", lambda: 8)
    assert worker_processes.processes_for(cpu, gentle=True) == 1
    assert worker_processes.processes_for(cpu, gentle=False) <= 4
