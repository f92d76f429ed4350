"""Build a model bundle of an image encoder and a folder of photos."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from desktop_app.core.base.codes import longest_code
from desktop_app.core.base.errors import BundleError, BundleProblem
from desktop_app.core.building.built_bundle import CheckedPhotos, model_name, write_built_bundle
from desktop_app.core.building.bundle_files import feature_encoder
from desktop_app.core.building.conversion_process import adapt_safely
from desktop_app.core.building.errors import BuildError, BuildProblem
from desktop_app.core.building.events import Adapted, Building, BuildingStage, Built
from desktop_app.core.building.feature_network import FeatureNetwork
from desktop_app.core.building.fitting import (
    FittedModel,
    calibrated,
    fit_model,
    is_constant,
)
from desktop_app.core.building.network_options import BuildRequest
from desktop_app.core.building.photo_sample import PhotoSample, read_edited, read_sample
from desktop_app.core.bundle.model_bundle import ModelBundle
from desktop_app.core.learning.linear_hash import Floats
from desktop_app.core.photos.preprocess import network_input

logger = logging.getLogger(__name__)


def build_model(request: BuildRequest) -> Generator[Building | Adapted | Built]:
    """Build a model. Closing the generator cancels; nothing is left then.

    The last event is Built. Raises BuildError, NotAFolderError, TooFewToBuildError, ExportError.
    """
    yield Building(BuildingStage.ADAPTING)
    network = adapt_safely(request.network, request.options)
    adapted = _adapted(network)
    yield adapted
    bits = _checked_bits(request, network)
    with (
        _errors_of(request.network),
        tempfile.TemporaryDirectory(prefix="lookalike-build-") as folder,
    ):
        encoder = feature_encoder(Path(folder), network)
        sample = yield from read_sample(encoder, request.photos, request.most)
        if is_constant(sample.features):
            raise BuildError(request.network, BuildProblem.CONSTANT)
        yield Building(BuildingStage.FITTING)
        model = fit_model(sample.features, bits)
        edited = yield from read_edited(encoder, sample.pictures)
        yield Building(BuildingStage.CHECKING)
        written = _written(request, network, sample, model, edited)
    yield _built(adapted, sample, *written)


def _written(
    request: BuildRequest, network: FeatureNetwork, sample: PhotoSample, model: FittedModel,
    edited: Floats,
) -> tuple[ModelBundle, float]:  # fmt: skip
    calibration = calibrated(model, sample.features, edited)
    checked = _checked_photos(sample, network.side)
    name = model_name(request.name)
    return write_built_bundle(request.out, name, network, model, calibration, checked)


def _built(
    network: Adapted, sample: PhotoSample, bundle: ModelBundle, milliseconds: float
) -> Built:
    logger.info("Built %r", bundle.folder)
    megabytes = sum(path.stat().st_size for path in bundle.folder.iterdir()) / 1e6
    model_id, photos = bundle.manifest.model_id, len(sample.features)
    return Built(model_id, bundle.folder, network, photos, sample.skipped, megabytes, milliseconds)


def _adapted(network: FeatureNetwork) -> Adapted:
    return Adapted(
        network.side, network.output, network.features, network.pooling, network.takes_several
    )


def _checked_bits(request: BuildRequest, network: FeatureNetwork) -> int:
    """Return the length of the codes. Raises BuildError."""
    bits, features = request.bits or longest_code(network.features), network.features
    if bits > features:
        raise BuildError(request.network, BuildProblem.TOO_FEW_FEATURES, str(features))
    return bits


def _checked_photos(sample: PhotoSample, side: int) -> CheckedPhotos:
    pixels = np.stack([network_input(image, side) for image in sample.pictures])
    return CheckedPhotos(pixels, sample.features[: len(pixels)])


@contextmanager
def _errors_of(network: Path) -> Iterator[None]:
    """Let errors name the network that was given, and not the bundle that is being made of it."""
    try:
        yield
    except BundleError as error:
        problem = _PROBLEMS.get(error.problem, BuildProblem.NOT_RUNNABLE)
        raise BuildError(network, problem, error.detail) from error


_PROBLEMS = {
    BundleProblem.WRONG_ANSWERS: BuildProblem.NOT_FINITE,
    BundleProblem.FORBIDDEN_NETWORK: BuildProblem.FORBIDDEN_OPERATOR,
    BundleProblem.TOO_LARGE: BuildProblem.TOO_MANY_WEIGHTS,
}
