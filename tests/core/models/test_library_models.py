"""The models of a library are listed, found, added, renamed and deleted."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from desktop_app.core.base.errors import (
    BundleError,
    BundleProblem,
    LibraryUnwritableError,
    ModelInUseError,
    UnknownModelError,
)
from desktop_app.core.bundle.model_bundle import HASHER, MANIFEST, read_bundle
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.model_switch import ModelSwitch
from desktop_app.core.catalogue.writer import CatalogueWriter
from desktop_app.core.models.library_models import MAX_NAME_CHARACTERS, LibraryModels
from tests.core.tiny_bundle import tiny_files, write_folder

SHIPPED, FIRST, SECOND = "shipped-16", "first-16", "second-16"


@pytest.fixture
def models(files: LibraryFiles, tmp_path: Path) -> LibraryModels:
    """With one that was shipped, and two that came later."""
    shipped = write_folder(tmp_path / "shipped", tiny_files(model_id=SHIPPED))
    models = LibraryModels(files, shipped)
    for age, model_id in ((2000, FIRST), (1000, SECOND)):
        bundle = models.add(write_folder(tmp_path / model_id, tiny_files(model_id=model_id)))
        os.utime(bundle.folder / MANIFEST, (10**9 - age, 10**9 - age))
    return models


def ids(models: LibraryModels) -> list[str]:
    return [model.model_id for model in models.all()]


def note(catalogue: Catalogue, models: LibraryModels, model_id: str) -> CatalogueWriter:
    return CatalogueWriter(catalogue, models.find(model_id).manifest)


def use(catalogue: Catalogue, models: LibraryModels, model_id: str) -> None:
    writer = note(catalogue, models, model_id)
    with writer.batch():
        ModelSwitch(writer).set_in_use()


def test_the_shipped_model_is_listed_first_and_then_the_newest(models: LibraryModels) -> None:
    assert ids(models) == [SHIPPED, SECOND, FIRST]
    assert [model.is_shipped for model in models.all()] == [True, False, False]
    assert models.all()[1].since == 10**9 - 1000


def test_a_library_without_models_lists_the_shipped_one(
    files: LibraryFiles, models: LibraryModels
) -> None:
    elsewhere = LibraryModels(LibraryFiles(files.folder / "other"), models.all()[0].bundle.folder)
    assert ids(elsewhere) == [SHIPPED]
    assert not elsewhere.files.folder.exists()


def test_folders_that_are_not_models_are_not_listed(
    models: LibraryModels, files: LibraryFiles
) -> None:
    (files.models / "empty").mkdir()
    (files.models / ".passing-x").mkdir()
    (files.models / "a file").write_text("x")
    write_folder(files.models / "other name", tiny_files(model_id="own-16"))
    write_folder(files.models / SHIPPED, tiny_files(model_id=SHIPPED))
    (models.find(FIRST).folder / HASHER).write_bytes(b"damaged")
    assert ids(models) == [SHIPPED, SECOND]


def test_a_damaged_shipped_model_is_an_error(models: LibraryModels) -> None:
    models.all()[0].bundle.hasher.unlink()
    with pytest.raises(BundleError) as caught:
        models.all()
    assert caught.value.problem is BundleProblem.MISSING_FILE


def test_a_model_is_found_by_its_id_but_not_by_a_path(models: LibraryModels) -> None:
    assert models.find(FIRST).manifest.model_id == FIRST
    for name in ("unknown", "", "..", f"../models/{FIRST}", f"./{FIRST}"):
        with pytest.raises(UnknownModelError):
            models.find(name)


def test_the_model_of_the_codes_is_in_use_or_the_shipped_one(
    models: LibraryModels, files: LibraryFiles
) -> None:
    with Catalogue(files) as catalogue:
        assert models.in_use(catalogue).manifest.model_id == SHIPPED
        use(catalogue, models, FIRST)
        assert models.in_use(catalogue).manifest.model_id == FIRST
        (files.models / FIRST / HASHER).write_bytes(b"damaged")
        assert models.in_use(catalogue).manifest.model_id == SHIPPED
        catalogue.connection.execute("UPDATE meta SET value = '..' WHERE key = 'model_id'")
        assert models.in_use(catalogue).manifest.model_id == SHIPPED


def test_adding_moves_the_folder_and_a_second_time_changes_nothing(
    models: LibraryModels, files: LibraryFiles, tmp_path: Path
) -> None:
    made = write_folder(tmp_path / "made", tiny_files(model_id="third-16"))
    added = models.add(made)
    assert added.folder == files.models / "third-16"
    assert not made.exists()
    again = write_folder(tmp_path / "made", tiny_files(model_id="third-16", trained_on="else"))
    assert models.add(again).manifest.trained_on == "noise"
    assert not again.exists()


def test_adding_a_model_replaces_a_damaged_one_of_its_id(
    models: LibraryModels, files: LibraryFiles, tmp_path: Path
) -> None:
    models.find(FIRST).hasher.unlink()
    models.add(write_folder(tmp_path / "made", tiny_files(model_id=FIRST)))
    assert models.find(FIRST).manifest.model_id == FIRST
    assert {path.name for path in files.models.iterdir()} == {FIRST, SECOND}


def test_a_folder_that_is_not_a_bundle_is_not_added(models: LibraryModels, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    with pytest.raises(BundleError):
        models.add(tmp_path / "nothing")
    assert len(ids(models)) == 3


def test_a_model_can_be_named_and_its_name_removed(models: LibraryModels) -> None:
    models.rename(SHIPPED, "as it came")
    models.rename(FIRST, "  my \n wedding   photos " + "x" * 200)
    names = [model.name for model in models.all()]
    assert names == ["as it came", "", ("my wedding photos " + "x" * 200)[:MAX_NAME_CHARACTERS]]
    models.rename(FIRST, "")
    assert [model.name for model in models.all()] == ["as it came", "", ""]
    with pytest.raises(UnknownModelError):
        models.rename("unknown", "name")


@pytest.mark.parametrize("text", ["", "[]", "null", "{", '{"first-16": 3}'])
def test_damaged_names_are_ignored(models: LibraryModels, files: LibraryFiles, text: str) -> None:
    (files.models / "names.json").write_text(text)
    assert [model.name for model in models.all()] == ["", "", ""]
    models.rename(FIRST, "mine")
    assert json.loads((files.models / "names.json").read_text()) == {FIRST: "mine"}


def test_names_that_cannot_be_decoded_are_kept_beside_the_new_ones(
    models: LibraryModels, files: LibraryFiles
) -> None:
    (files.models / "names.json").write_text('{"second-16": "weddings",,}')
    models.rename(FIRST, "mine")
    models.rename(FIRST, "yours")
    assert (files.models / "names.damaged.json").read_text() == '{"second-16": "weddings",,}'
    assert json.loads((files.models / "names.json").read_text()) == {FIRST: "yours"}


def test_deleting_a_model_deletes_its_name(models: LibraryModels, files: LibraryFiles) -> None:
    models.rename(FIRST, "mine")
    with Catalogue(files) as catalogue:
        models.delete(FIRST, catalogue)
        with pytest.raises(UnknownModelError):
            models.delete(FIRST, catalogue)
    assert ids(models) == [SHIPPED, SECOND]
    assert {path.name for path in files.models.iterdir()} == {SECOND, "names.json"}
    assert json.loads((files.models / "names.json").read_text()) == {}


def test_the_shipped_the_current_and_the_pending_model_cannot_be_deleted(
    models: LibraryModels, files: LibraryFiles
) -> None:
    with Catalogue(files) as catalogue:
        use(catalogue, models, FIRST)
        writer = note(catalogue, models, SECOND)
        with writer.batch():
            ModelSwitch(writer).mark_pending()
        for model_id in (SHIPPED, FIRST, SECOND):
            with pytest.raises(ModelInUseError) as caught:
                models.delete(model_id, catalogue)
            assert caught.value.model_id == model_id
        with writer.batch():
            ModelSwitch(writer).clear_pending()
        models.delete(SECOND, catalogue)
    assert ids(models) == [SHIPPED, FIRST]


def test_a_library_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    shipped = write_folder(tmp_path / "shipped", tiny_files(model_id=SHIPPED))
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "models").write_text("a file where a folder should be")
    models = LibraryModels(LibraryFiles(tmp_path / "library"), shipped)
    made = write_folder(tmp_path / "made", tiny_files(model_id=FIRST))
    with pytest.raises(LibraryUnwritableError):
        models.add(made)
    with pytest.raises(LibraryUnwritableError):
        models.rename(SHIPPED, "mine")
    assert read_bundle(made)
