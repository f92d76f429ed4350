"""Models are exported to one file, and imported from one."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.base.errors import BundleError, BundleProblem, ExportError, ImportBusyError
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.base.process_lock import process_lock
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import ENCODER, HASHER, read_bundle
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.model_exchange import (
    SUFFIX,
    clear_leftovers,
    export_model,
    import_model,
)
from tests.core.tiny_bundle import MODEL_ID, SIDE, described, tiny_files, write_folder, write_zip
from tests.flush_record import FlushRecord

pytestmark = pytest.mark.usefixtures("quick_trials")


@pytest.fixture
def models(files: LibraryFiles) -> LibraryModels:
    return LibraryModels(files, default_bundle())


def listed(models: LibraryModels) -> list[str]:
    return [model.model_id for model in models.all()]


def test_an_exported_model_gives_the_same_codes_where_it_is_imported(
    models: LibraryModels, tmp_path: Path
) -> None:
    made = read_bundle(write_folder(tmp_path / "made", tiny_files()))
    file = export_model(made, tmp_path / f"mine{SUFFIX}")
    imported = import_model(models, file)
    assert imported.is_new
    assert imported.bundle.manifest == Encoder(made).bundle.manifest
    assert imported.bundle.folder == models.files.models / MODEL_ID
    assert listed(models) == [models.all()[0].model_id, MODEL_ID]
    before, after = Encoder(made), Encoder(models.find(MODEL_ID))
    pixels = np.random.default_rng(3).integers(0, 256, (SIDE, SIDE, 3), np.uint8)
    assert np.array_equal(before.encode(pixels).descriptors, after.encode(pixels).descriptors)
    assert np.array_equal(before.encode(pixels).logits, after.encode(pixels).logits)
    codes = before.encode(pixels).codes
    assert np.array_equal(before.previews(codes), after.previews(codes))


@pytest.mark.slow
def test_the_shipped_model_is_exported_and_imported_completely(
    encoder: Encoder, files: LibraryFiles, tmp_path: Path
) -> None:
    other = LibraryModels(files, write_folder(tmp_path / "shipped", tiny_files()))
    imported = import_model(other, export_model(encoder.bundle, tmp_path / "shipped model"))
    assert imported.is_new
    for name in encoder.bundle.manifest.files:
        assert (imported.bundle.folder / name).read_bytes() == (
            encoder.bundle.folder / name
        ).read_bytes()


def test_a_model_without_generator_and_memory_is_imported(
    models: LibraryModels, tmp_path: Path
) -> None:
    whole = tiny_files()
    files = described({name: whole[name] for name in (ENCODER, HASHER)})
    assert import_model(models, write_zip(tmp_path / "x", files)).is_new


def test_a_bundles_folder_is_imported_and_left_in_place(
    models: LibraryModels, tmp_path: Path
) -> None:
    folder = write_folder(tmp_path / "made", tiny_files())
    (folder / "notes of mine.txt").write_text("keep")
    assert import_model(models, folder).is_new
    assert (folder / "notes of mine.txt").read_text() == "keep"
    assert not (models.files.models / MODEL_ID / "notes of mine.txt").exists()
    assert read_bundle(folder)


def test_two_exports_of_a_model_are_the_same_file(tmp_path: Path) -> None:
    made = read_bundle(write_folder(tmp_path / "made", tiny_files()))
    first, second = (export_model(made, tmp_path / name) for name in ("a", "b"))
    assert first == tmp_path / f"a{SUFFIX}"
    assert first.read_bytes() == second.read_bytes()


def test_an_export_never_replaces_a_photo(tmp_path: Path) -> None:
    photo = tmp_path / "beach.jpg"
    photo.write_bytes(b"a photo")
    made = read_bundle(write_folder(tmp_path / "made", tiny_files()))
    assert export_model(made, photo) == tmp_path / f"beach.jpg{SUFFIX}"
    assert photo.read_bytes() == b"a photo"


def test_an_export_to_an_unwritable_folder_is_an_error(tmp_path: Path) -> None:
    made = read_bundle(write_folder(tmp_path / "made", tiny_files()))
    with pytest.raises(ExportError) as caught:
        export_model(made, tmp_path / "nowhere" / f"x{SUFFIX}")
    assert caught.value.path == tmp_path / "nowhere" / f"x{SUFFIX}"


def test_an_export_without_a_file_name_is_an_error(tmp_path: Path) -> None:
    made = read_bundle(write_folder(tmp_path / "made", tiny_files()))
    with pytest.raises(ExportError) as caught:
        export_model(made, Path(tmp_path.anchor))
    assert caught.value.path == Path(tmp_path.anchor)


def test_importing_a_known_model_changes_nothing(models: LibraryModels, tmp_path: Path) -> None:
    file = write_zip(tmp_path / "x", tiny_files())
    import_model(models, file)
    models.rename(MODEL_ID, "mine")
    other = write_zip(tmp_path / "y", tiny_files(trained_on="something else"))
    again = import_model(models, other)
    assert not again.is_new
    assert again.bundle.manifest.trained_on == "noise"
    assert [model.name for model in models.all()] == ["", "mine"]


def test_the_shipped_model_cannot_be_replaced_by_one_of_its_id(
    models: LibraryModels, tmp_path: Path
) -> None:
    shipped = models.all()[0].model_id
    again = import_model(models, write_zip(tmp_path / "x", tiny_files(model_id=shipped)))
    assert not again.is_new
    assert again.bundle.folder == default_bundle()
    assert list(models.files.models.iterdir()) == []


def test_importing_again_repairs_a_damaged_model(models: LibraryModels, tmp_path: Path) -> None:
    file = write_zip(tmp_path / "x", tiny_files())
    damaged = import_model(models, file).bundle
    damaged.hasher.write_bytes(b"damaged")
    assert MODEL_ID not in listed(models)
    assert import_model(models, file).is_new
    assert MODEL_ID in listed(models)
    assert [path.name for path in models.files.models.iterdir()] == [MODEL_ID]


def test_a_second_import_at_the_same_time_is_refused(models: LibraryModels, tmp_path: Path) -> None:
    file = write_zip(tmp_path / "x", tiny_files())
    models.files.create()
    with process_lock(models.files.folder / "import.lock"), pytest.raises(ImportBusyError):
        import_model(models, file)
    assert import_model(models, file).is_new


def test_leftovers_of_a_killed_import_are_deleted_but_not_during_an_import(
    models: LibraryModels,
) -> None:
    left = models.files.models / ".passing-x" / "deep"
    left.mkdir(parents=True)
    with process_lock(models.files.folder / "import.lock"):
        clear_leftovers(models.files)
        assert left.exists()
    clear_leftovers(models.files)
    assert list(models.files.models.iterdir()) == []


def test_deleting_leftovers_creates_no_library(files: LibraryFiles) -> None:
    clear_leftovers(files)
    assert not files.folder.exists()


def test_a_missing_file_is_named(models: LibraryModels, tmp_path: Path) -> None:
    with pytest.raises(BundleError) as caught:
        import_model(models, tmp_path / "nothing")
    assert caught.value.problem is BundleProblem.UNREADABLE
    assert caught.value.folder == tmp_path / "nothing"


def test_importing_does_not_wait_for_indexing(models: LibraryModels, tmp_path: Path) -> None:
    with models.files.writing():
        assert import_model(models, write_zip(tmp_path / "x", tiny_files())).is_new


def test_an_imported_model_is_on_the_disk_before_its_folder_gets_its_name(
    models: LibraryModels, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write_zip(tmp_path / "x", tiny_files())
    record = FlushRecord(monkeypatch)
    folder = import_model(models, file).bundle.folder
    assert len(list(folder.iterdir())) == 6
    assert [path.name for path in folder.iterdir() if not record.is_safe(path)] == []
    assert record.is_flushed(folder)
    assert record.is_flushed(folder.parent)


def test_an_export_does_not_depend_on_the_time_at_which_it_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = read_bundle(write_folder(tmp_path / "made", tiny_files()))
    first = export_model(made, tmp_path / "a").read_bytes()
    monkeypatch.setattr(
        time, "localtime", lambda *_: time.struct_time((2031, 2, 3, 4, 5, 6, 0, 34, 0))
    )
    assert export_model(made, tmp_path / "b").read_bytes() == first
    with zipfile.ZipFile(tmp_path / f"a{SUFFIX}") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
