"""Models built of small encoders and drawn photos."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageEnhance

from desktop_app.core.base.errors import (
    ExportError,
    NotAFolderError,
    PhotoProblem,
    TooFewPhotosError,
)
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.building.build import build_model
from desktop_app.core.building.errors import BuildError, BuildProblem, TooFewToBuildError
from desktop_app.core.building.events import Building, BuildingStage, Built
from desktop_app.core.building.network_options import BuildRequest, NetworkOptions
from desktop_app.core.building.photo_sample import FEWEST_PHOTOS
from desktop_app.core.building.scaling import Scaling
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.bundle.model_memory import read_memory
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.indexer import index
from desktop_app.core.jobs.requests import QuickTrainRequest
from desktop_app.core.learning.quick_learning import learn_quickly
from desktop_app.core.models.code_length import CodeTooLongError
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.model_exchange import export_model, import_model
from desktop_app.core.models.model_use import use_model
from desktop_app.core.models.own_models import is_own
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.search.code_index import Query
from desktop_app.core.search.photo_search import PhotoSearch
from desktop_app.samples.sample_pictures import KINDS
from tests.core.building.small_encoders import SmallEncoder, ended_by
from tests.made_once import made_once

pytestmark = pytest.mark.usefixtures("quick_trials")

PHOTOS = 230


def draw(folder: Path, scene: Callable[[str, int], Image.Image]) -> None:
    """Draw more photos than are needed; each has its own brightness."""
    for number in range(PHOTOS):
        drawn = scene(KINDS[number % len(KINDS)], number // len(KINDS) % 6)
        brightened = ImageEnhance.Brightness(drawn).enhance(0.6 + number / PHOTOS)
        brightened.save(folder / f"{number:03}.jpg", quality=90)


@pytest.fixture(scope="session")
def drawn_photos(
    tmp_path_factory: pytest.TempPathFactory, scene: Callable[[str, int], Image.Image]
) -> Path:
    return made_once(tmp_path_factory, "to_build_of", lambda base: draw(base, scene))


@pytest.fixture
def encoder_file(tmp_path: Path) -> Path:
    return SmallEncoder().with_vectors().save(tmp_path / "encoder.onnx")


def request(network: Path, photos: Path, *, most: int = 1000) -> BuildRequest:
    out = network.parent / "out"
    return BuildRequest(network, photos, out, "Mine, 1!", NetworkOptions(Scaling()), 64, most)


def built(wanted: BuildRequest) -> Built:
    *_, last = build_model(wanted)
    assert isinstance(last, Built)
    return last


@pytest.mark.slow
def test_a_built_model_goes_into_a_library_and_finds_photos(
    tmp_path: Path, encoder_file: Path, drawn_photos: Path, photo_folder: Path
) -> None:
    result = built(request(encoder_file, drawn_photos))
    assert result.photos == PHOTOS
    assert result.model_id.startswith("mine-1-64-")
    assert result.folder == tmp_path / "out" / result.model_id
    carried = export_model(read_bundle(result.folder), tmp_path / "carried")
    files = LibraryFiles(tmp_path / "library")
    models = LibraryModels(files)
    for _ in index(files, models.open(models.all()[0].bundle), [photo_folder]):
        pass
    bundle = import_model(models, carried).bundle
    assert not is_own(bundle)  # it has a stranger's network
    for _ in use_model(models, result.model_id):
        pass
    encoder = models.open(bundle)
    for _ in index(files, encoder, []):
        pass
    with Catalogue(files) as catalogue:
        search = PhotoSearch(catalogue, encoder, PhotoReader())
        search.refresh()
        query = photo_folder / "beach-0.jpg"
        image = PhotoReader().open(query, encoder.image_size).image
        first, second, *_ = search.search(Query(search.logits_of_image(image)), 3).found
    assert first.photo.path == query
    assert first.match.distance == 0
    assert second.match.distance > 0


@pytest.mark.slow
def test_a_quick_training_makes_no_longer_codes_than_its_descriptors_allow(
    tmp_path: Path, encoder_file: Path, drawn_photos: Path, photo_folder: Path
) -> None:
    result = built(request(encoder_file, drawn_photos, most=FEWEST_PHOTOS))
    models = LibraryModels(LibraryFiles(tmp_path / "library"))
    carried = export_model(read_bundle(result.folder), tmp_path / "carried")
    encoder = models.open(import_model(models, carried).bundle)
    for _ in index(models.files, encoder, [photo_folder]):
        pass
    for bits in (128, 256):
        wanted = QuickTrainRequest(models.files.folder, [], bits)
        with pytest.raises(CodeTooLongError) as caught:
            list(learn_quickly(wanted, default_bundle()))
        assert (caught.value.bits, caught.value.numbers, caught.value.longest) == (bits, 64, 64)
    with pytest.raises(TooFewPhotosError):  # 64 bits are possible
        list(learn_quickly(replace(wanted, code_bits=64), default_bundle()))


@pytest.mark.slow
def test_two_builds_of_the_same_photos_are_equal(
    tmp_path: Path, encoder_file: Path, drawn_photos: Path
) -> None:
    first = built(request(encoder_file, drawn_photos))
    content = {path.name: path.read_bytes() for path in first.folder.iterdir()}
    shutil.rmtree(first.folder)
    second = built(request(encoder_file, drawn_photos))
    assert {path.name: path.read_bytes() for path in second.folder.iterdir()} == content


@pytest.mark.slow
def test_its_manifest_tells_what_it_is(encoder_file: Path, drawn_photos: Path) -> None:
    result = built(request(encoder_file, drawn_photos, most=FEWEST_PHOTOS))
    bundle = read_bundle(result.folder)
    manifest = bundle.manifest
    assert (manifest.code_bits, manifest.descriptor_size, manifest.image_size) == (64, 64, 32)
    assert bundle.generator is None
    assert len(read_memory(bundle)) == FEWEST_PHOTOS == result.photos
    assert manifest.descriptor_graph == Encoder(bundle).bundle.manifest.descriptor_graph
    assert manifest.same_distance <= manifest.similar_distance < 32
    assert 0 < manifest.figures["rare_codes"] < 1
    card = (result.folder / "MODEL_CARD.md").read_text()
    assert card.startswith(f"# Model card: {result.model_id}")
    assert "$" not in card


@pytest.mark.slow
def test_broken_photos_are_named_and_skipped(
    tmp_path: Path, encoder_file: Path, drawn_photos: Path
) -> None:
    photos = shutil.copytree(drawn_photos, tmp_path / "photos")
    (photos / "000.jpg").write_bytes(b"")
    (photos / "001.jpg").write_bytes((photos / "001.jpg").read_bytes()[:500])
    (photos / "notes.txt").write_text("no photo")
    result = built(request(encoder_file, photos))
    skipped = {error.path.name: error.problem for error in result.skipped}
    assert skipped == {"000.jpg": PhotoProblem.EMPTY_FILE, "001.jpg": PhotoProblem.TRUNCATED}
    assert result.photos == PHOTOS - 2


def test_too_few_photos_are_counted(encoder_file: Path, photo_folder: Path) -> None:
    (photo_folder / "broken.jpg").write_bytes(b"")
    with pytest.raises(TooFewToBuildError) as caught:
        built(request(encoder_file, photo_folder))
    found = caught.value
    assert (found.photos, found.needed, found.broken) == (9, FEWEST_PHOTOS, 1)
    assert not (encoder_file.parent / "out").exists()


def test_a_folder_that_is_none_is_refused(encoder_file: Path) -> None:
    with pytest.raises(NotAFolderError):
        built(request(encoder_file, encoder_file))


@pytest.mark.parametrize(
    ("operator", "inputs", "constants", "problem"),
    [
        ("Mul", "vectors zero", {"zero": 0.0}, BuildProblem.CONSTANT),
        ("Sinh", "vectors", {}, BuildProblem.FORBIDDEN_OPERATOR),
    ],
)
def test_a_network_that_cannot_work_is_refused(
    tmp_path: Path, drawn_photos: Path, operator: str, inputs: str,
    constants: dict[str, float], problem: BuildProblem,
) -> None:  # fmt: skip
    network = ended_by(operator, inputs, **constants)().save(tmp_path / "encoder.onnx")
    with pytest.raises(BuildError) as caught:
        built(request(network, drawn_photos))
    assert (caught.value.path, caught.value.problem) == (network, problem)


def test_numbers_that_are_not_finite_for_some_photo_are_refused(
    tmp_path: Path, drawn_photos: Path
) -> None:
    """The root of the mean colour, which is positive for noise, but not for dark photos."""
    encoder = SmallEncoder().with_vectors("vectors")
    encoder.add("ReduceMean", "pictures", "mean_colour", axes=[1, 2, 3], keepdims=0)
    encoder.add("Sqrt", "mean_colour", "root")
    encoder.add("Unsqueeze", "root axis", "column")
    encoder.add("Add", "vectors column", "embedding")
    encoder.constants["axis"] = np.array([1])
    encoder.outputs = {"embedding": ["batch", 64]}
    network = encoder.save(tmp_path / "encoder.onnx")
    with pytest.raises(BuildError) as caught:
        built(request(network, drawn_photos))
    assert caught.value.problem is BuildProblem.NOT_FINITE


def test_codes_longer_than_the_features_are_refused(encoder_file: Path, drawn_photos: Path) -> None:
    wanted = request(encoder_file, drawn_photos)
    longer = BuildRequest(**{**vars(wanted), "bits": 128})
    with pytest.raises(BuildError) as caught:
        built(longer)
    assert (caught.value.problem, caught.value.detail) == (BuildProblem.TOO_FEW_FEATURES, "64")


def test_a_cancelled_build_leaves_nothing(encoder_file: Path, drawn_photos: Path) -> None:
    steps = build_model(request(encoder_file, drawn_photos))
    for event in steps:
        if isinstance(event, Building) and event.stage is BuildingStage.READING:
            break
    steps.close()
    assert {path.name for path in encoder_file.parent.iterdir()} == {"encoder.onnx"}


@pytest.mark.slow
def test_what_else_has_the_name_of_the_model_stays(encoder_file: Path, drawn_photos: Path) -> None:
    result = built(request(encoder_file, drawn_photos))
    shutil.rmtree(result.folder)
    result.folder.mkdir()
    (result.folder / "diary.txt").write_text("dear diary")
    with pytest.raises(ExportError) as caught:
        built(request(encoder_file, drawn_photos))
    assert caught.value.path == result.folder
    assert [path.name for path in result.folder.parent.iterdir()] == [result.model_id]
    assert (result.folder / "diary.txt").read_text() == "dear diary"
