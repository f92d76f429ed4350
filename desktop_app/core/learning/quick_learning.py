"""The job that fits a library's own model in seconds, without gradients and without torch."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PIL import Image

from desktop_app.core.base.codes import Descriptors, pack
from desktop_app.core.base.errors import (
    LibraryUnwritableError,
    RetrainingBusyError,
    RetrainingStoppedError,
    TooFewPhotosError,
)
from desktop_app.core.base.private_files import private_umask
from desktop_app.core.base.processors import awake_seconds
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import ModelBundle
from desktop_app.core.bundle.model_memory import read_memory, training_memory
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.id_lists import Ids
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import library_status
from desktop_app.core.jobs.progress import (
    Retrained,
    TrainingBegun,
    TrainingProgress,
    TrainingStage,
)
from desktop_app.core.jobs.requests import QuickTrainRequest
from desktop_app.core.learning.calibration import Calibration, calibrate
from desktop_app.core.learning.edited_photos import EditedPhotos, describe_copies
from desktop_app.core.learning.head_bundle import check_head, write_head_bundle
from desktop_app.core.learning.integer_head import IntegerWeights, linear_logits
from desktop_app.core.learning.library_photos import (
    LibraryThumbnails,
    photos_to_learn,
    sample_ids,
)
from desktop_app.core.learning.quick_head import STRENGTHS, QuickData, quick_head
from desktop_app.core.models.code_length import check_code_length
from desktop_app.core.models.drift import rare_share
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.own_models import open_trained, remember_trained
from desktop_app.core.models.retraining import (
    MOST_QUICK_PHOTOS,
    Retraining,
    RetrainingPhase,
    delete_bundles,
)

_REMEMBERED = 2000
_EDITED_PHOTOS = 56
_FEWEST_PICTURES = 20
_CALIBRATION_PHOTOS = 3000
_HELD_OUT_SHARE, _FEWEST_HELD_OUT, _MOST_HELD_OUT = 0.02, 50, 300

QuickEvent = TrainingBegun | TrainingProgress | Retrained


def learn_quickly(request: QuickTrainRequest, shipped: Path) -> Generator[QuickEvent]:
    """Fit a model and add it to the library's models; nothing uses it yet.

    The last event is Retrained. Closing the generator cancels; called again, it starts anew.
    Raises RetrainingBusyError, RetrainingStoppedError, CodeTooLongError, TooFewPhotosError,
    BundleError and the library's errors.
    """
    files = LibraryFiles(request.library)
    retraining = Retraining(files)
    if retraining.state.phase is RetrainingPhase.RUNNING:
        raise RetrainingBusyError(files.folder)
    models = LibraryModels(files, shipped)
    try:
        with Catalogue(files) as catalogue:
            encoder = models.open(models.in_use(catalogue))
            check_code_length(request.code_bits, encoder.bundle.manifest.descriptor_size)
            # Before `running`: a request that is refused must not discard an interrupted training.
            ids = photos_to_learn(catalogue, request.photos, encoder.bundle.manifest)
            with private_umask(request.library), retraining.running(request):
                run = _Run(request, retraining, models, encoder)
                yield from _until_stopped(run.steps(catalogue, ids), retraining)
    except OSError as error:  # a full disk
        raise LibraryUnwritableError(files.folder, error.strerror or str(error)) from error


def _until_stopped(steps: Generator[QuickEvent], retraining: Retraining) -> Generator[QuickEvent]:
    with closing(steps):
        for event in steps:
            yield event
            if retraining.is_stop_requested and not isinstance(event, Retrained):
                raise RetrainingStoppedError(retraining.library)


@dataclass(frozen=True, eq=False)
class _Learned:
    """The photos that are learned: all ids, those that are held out, and the data of the rest."""

    ids: Ids
    held_out: Ids
    data: QuickData


@dataclass(frozen=True, eq=False)
class _Run:
    """One run."""

    request: QuickTrainRequest
    retraining: Retraining
    models: LibraryModels
    encoder: Encoder
    started: float = field(default_factory=awake_seconds)

    def steps(self, catalogue: Catalogue, ids: Ids) -> Generator[QuickEvent]:
        sample = sample_ids(ids, MOST_QUICK_PHOTOS)
        yield TrainingBegun(len(sample), len(ids), "cpu", previews=False, resumed=False)
        learned = yield from self._read(catalogue, sample)
        head = yield from self._fit(learned.data)
        yield self._progress(TrainingStage.FINISHING, 0, 1)
        indexed = library_status(catalogue).indexed
        bundle = self._build(learned, head, indexed)
        added = self.models.add(bundle.folder)
        remember_trained(added, self.encoder.bundle)
        delete_bundles(self.retraining.folder)
        seconds = round(awake_seconds() - self.started, 1)
        model_id, held_out = added.manifest.model_id, learned.held_out.tolist()
        result = Retrained(model_id, len(learned.ids), seconds, held_out)
        self.retraining.store_result(result)
        yield result

    def _read(
        self, catalogue: Catalogue, sample: Ids
    ) -> Generator[TrainingProgress, None, _Learned]:
        """Read descriptors, and make edited copies of some of the photos."""
        learned, held_out = _split(sample)
        thumbnails = LibraryThumbnails(catalogue, learned)
        rows, images = thumbnails.sample_with_rows(_EDITED_PHOTOS, seed=2)
        if len(images) < _FEWEST_PICTURES:
            raise TooFewPhotosError(len(images), _FEWEST_PICTURES)
        copies = yield from self._edit(images)
        descriptors = catalogue.descriptors(learned.tolist())
        edited = EditedPhotos(rows, descriptors[rows], copies)
        remembered = training_memory(self.encoder.bundle, _REMEMBERED)
        return _Learned(sample, held_out, QuickData(descriptors, remembered, edited))

    def _edit(self, images: list[Image.Image]) -> Generator[TrainingProgress, None, Descriptors]:
        making = describe_copies(self.encoder, images)
        while True:
            try:
                done = next(making)
            except StopIteration as end:
                copies: Descriptors = end.value
                return copies
            yield self._progress(TrainingStage.READING, done, len(images))

    def _fit(self, data: QuickData) -> Generator[TrainingProgress, None, IntegerWeights]:
        fitting = quick_head(data, self.request.code_bits, self.encoder.hash_descriptors)
        while True:
            try:
                strength = next(fitting)
            except StopIteration as end:
                head: IntegerWeights = end.value
                return head
            tried = STRENGTHS.index(strength)
            yield self._progress(TrainingStage.CODES, tried, len(STRENGTHS))

    def _build(self, learned: _Learned, head: IntegerWeights, indexed: int) -> ModelBundle:
        data, count = learned.data, len(learned.ids)
        calibration = _calibrated(head, data, read_memory(self.encoder.bundle))
        codes = pack(linear_logits(head, data.photos))
        rare = rare_share(codes, calibration.similar_distance)
        figures = {"photos": float(count), "library": float(indexed), "rare_codes": rare}
        trained_on = f"{count:,} photos of the user's own"
        folder = self.retraining.folder / "bundle"
        bundle = write_head_bundle(folder, self.encoder, head, calibration, trained_on, figures)
        written = open_trained(bundle, self.encoder.bundle)
        check_head(written, head, data.photos[:_CALIBRATION_PHOTOS])
        return bundle

    def _progress(self, stage: TrainingStage, step: int, steps: int) -> TrainingProgress:
        seconds = round(awake_seconds() - self.started, 1)
        progress = TrainingProgress(stage, step, steps, seconds)
        self.retraining.store_progress(progress)
        return progress


def _split(sample: Ids) -> tuple[Ids, Ids]:
    """Hold out some photos, which the comparison prefers: ids of the others, and of these."""
    count = round(_HELD_OUT_SHARE * len(sample))
    count = min(_MOST_HELD_OUT, max(_FEWEST_HELD_OUT, count))
    order = np.random.default_rng(1).permutation(sample)
    return np.sort(order[count:]), np.sort(order[:count])


def _calibrated(head: IntegerWeights, data: QuickData, foreign: Descriptors) -> Calibration:
    assert data.edited is not None
    edited = data.edited.part(1)
    rows = np.sort(np.random.default_rng(0).permutation(len(data.photos))[:_CALIBRATION_PHOTOS])
    descriptors = data.photos[rows]
    return calibrate(
        linear_logits(head, descriptors),
        descriptors.astype(np.float32),
        linear_logits(head, edited.photos),
        [linear_logits(head, copies) for copies in edited.copies.transpose(1, 0, 2)],
        linear_logits(head, foreign) if len(foreign) else None,
    )
