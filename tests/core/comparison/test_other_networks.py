"""Models whose networks describe photos differently are compared on a sample that both read."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop_app.core.base.errors import TooFewToCompareError
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.comparison.comparison import compare
from desktop_app.core.comparison.verdict import Verdict, verdict
from desktop_app.core.indexing.indexer import index
from desktop_app.core.jobs.comparison_events import Comparing, ComparingStage
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.model_use import use_model
from tests.core import compared_models, tiny_bundle
from tests.core.compared_models import result
from tests.core.damage import run_sql

FOLDERS, OF_A_FOLDER = 6, 20


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of six folders, the photos of each of about one colour."""
    base = tmp_path_factory.mktemp("folders")
    shipped = tiny_bundle.write_folder(base / "shipped", compared_models.good(7))
    rng = np.random.default_rng(0)
    for folder in range(FOLDERS):
        place = base / "photos" / f"{folder}"
        place.mkdir(parents=True)
        colour = rng.integers(40, 216, 3)
        for number in range(OF_A_FOLDER):
            shade = tuple((colour + rng.integers(-9, 10, 3)).tolist())
            Image.new("RGB", (48, 36), shade).save(place / f"{number:02}.png")
    for _ in index(
        LibraryFiles(base / "library"), Encoder(read_bundle(shipped)), [base / "photos"]
    ):
        pass
    return base


@pytest.fixture
def models(indexed: Path, files: LibraryFiles) -> LibraryModels:
    shutil.copytree(indexed / "library", files.folder)
    return LibraryModels(files, indexed / "shipped")


def add_stranger(models: LibraryModels, content: tiny_bundle.Files) -> str:
    """Add a model whose descriptors have another name, as those of another network."""
    made = tiny_bundle.described(content, model_id="stranger", descriptor_id="other")
    tiny_bundle.write_folder(models.files.models / "stranger", made)
    return "stranger"


@pytest.mark.slow
def test_the_same_network_under_another_name_is_alike(models: LibraryModels) -> None:
    found = result(models, add_stranger(models, compared_models.good(7)))
    assert verdict(found) is Verdict.ALIKE
    assert found.photos == FOLDERS * OF_A_FOLDER
    assert found.disagreements == []
    assert (found.neighbours, found.relatives, found.foreign) == (None, None, None)
    for figures in (found.folders, found.copies, found.unique):
        assert figures is not None
        assert figures.old == figures.new


@pytest.mark.slow
def test_a_network_that_mixes_up_folders_is_worse(models: LibraryModels) -> None:
    found = result(models, add_stranger(models, compared_models.constant()))
    assert found.folders is not None
    assert found.folders.old.mean > 0.5
    assert found.folders.new.mean < 0.3
    assert found.copies is not None
    assert found.copies.new.mean < found.copies.old.mean
    assert verdict(found) is Verdict.WORSE


@pytest.mark.slow
def test_a_network_that_tells_folders_apart_is_better(models: LibraryModels) -> None:
    compared_models.add(models, compared_models.spoiled(), "noise")
    for _ in use_model(models, "noise"):
        pass
    found = result(models, add_stranger(models, compared_models.good(7)))
    assert found.folders is not None
    assert found.folders.gain.mean > 0.2
    assert verdict(found) is Verdict.BETTER


@pytest.mark.slow
def test_without_several_folders_only_votes_can_prefer_the_new_model(
    files: LibraryFiles, tmp_path: Path
) -> None:
    models = compared_models.library(files, tmp_path, 130)
    found = result(models, add_stranger(models, compared_models.good(8)))
    assert found.folders is None
    assert found.copies is not None
    assert verdict(found) is Verdict.ALIKE
    assert verdict(found, votes_new=9) is Verdict.BETTER


@pytest.mark.slow
def test_photos_without_a_thumbnail_are_left_out(models: LibraryModels) -> None:
    name = add_stranger(models, compared_models.good(7))
    run_sql(models.files.catalogue, "UPDATE roots SET paused = 1")
    with Catalogue(models.files) as catalogue:
        some = catalogue.photos(list(range(1, 11)))
    for photo in some:
        run_sql(
            models.files.thumbnails,
            f"DELETE FROM thumbnails WHERE content_hash = x'{photo.content_hash.hex()}'",
        )
    assert result(models, name).photos == FOLDERS * OF_A_FOLDER - len(some)
    for path in models.files.folder.glob("thumbnails.sqlite*"):
        path.unlink()
    with pytest.raises(TooFewToCompareError) as caught:
        result(models, name)
    assert caught.value.photos == 0


@pytest.mark.slow
def test_every_photo_that_is_read_is_reported(models: LibraryModels) -> None:
    *events, _ = compare(models, add_stranger(models, compared_models.good(7)))
    read = [
        event.done
        for event in events
        if isinstance(event, Comparing) and event.stage is ComparingStage.CODES
    ]
    assert read == sorted(read)
    assert read[-1] == FOLDERS * OF_A_FOLDER
