"""`lookalike model ...` as a script sees it."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.model_bundle import MANIFEST, read_bundle
from tests.command_line import run_cli, run_json
from tests.core.tiny_bundle import MODEL_ID, described, tiny_files, write_zip

pytestmark = pytest.mark.e2e

SHIPPED = read_bundle(default_bundle()).manifest


@pytest.fixture
def library(tmp_path: Path, photo_folder: Path) -> Path:
    folder = tmp_path / "library"
    run_cli("index", photo_folder, "--library", folder)
    return folder


@pytest.fixture
def foreign_model(tmp_path: Path) -> Path:
    """A model that sees photos in another way."""
    return write_zip(tmp_path / "tiny.lookalike-model", tiny_files())


@pytest.fixture
def twin(tmp_path: Path) -> Path:
    """The shipped model by another name."""
    folder = default_bundle()
    names = [*SHIPPED.files, MANIFEST]
    files = {name: (folder / name).read_bytes() for name in names}
    values = {**json.loads(files[MANIFEST]), "model_id": "twin-256"}
    return write_zip(tmp_path / "twin.lookalike-model", described(files, **values))


def empty_library(folder: Path) -> Path:
    (folder / "photos").mkdir(parents=True)
    run_cli("index", folder / "photos", "--library", folder)
    return folder


def models(library: Path) -> dict[str, dict[str, Any]]:
    return {model["model_id"]: model for model in run_json("model", "list", "--library", library)}


@pytest.mark.slow
def test_a_model_goes_out_and_comes_in_with_the_words_that_are_promised(
    library: Path, tmp_path: Path, foreign_model: Path
) -> None:
    assert models(library) == {
        SHIPPED.model_id: {
            "model_id": SHIPPED.model_id,
            "name": "",
            "in_use": True,
            "shipped": True,
            "code_bits": 256,
            "trained_on": SHIPPED.trained_on,
        }
    }
    answer = run_json("model", "import", foreign_model, "--library", library)
    assert answer == {"model_id": MODEL_ID, "new": True, "reads_photos_again": True}
    again = run_json("model", "import", foreign_model, "--library", library)
    assert again == {"model_id": MODEL_ID, "new": False, "reads_photos_again": True}
    out = run_json("model", "export", MODEL_ID, tmp_path / "out", "--library", library)
    assert out == {"model_id": MODEL_ID, "path": str(tmp_path / "out.lookalike-model")}
    elsewhere = empty_library(tmp_path / "elsewhere")
    assert run_json("model", "import", out["path"], "--library", elsewhere)["new"]
    assert not models(elsewhere)[MODEL_ID]["in_use"]


@pytest.mark.slow
def test_a_model_of_another_backbone_reads_the_photos_again(
    library: Path, foreign_model: Path
) -> None:
    output = run_cli("model", "import", foreign_model, "--library", library).stdout
    assert "rereads every photo" in output
    run_cli("model", "use", MODEL_ID, "--library", library)
    assert run_json("status", "--library", library)["waiting"] == 9
    assert run_json("index", "--library", library)["indexed"] == 9
    status = run_json("status", "--library", library)
    assert (status["model_id"], status["code_bits"], status["indexed"]) == (MODEL_ID, 16, 9)
    assert run_json("model", "show", "--library", library)["model_id"] == MODEL_ID


@pytest.mark.slow
def test_a_model_of_the_same_eyes_is_used_at_once_and_taken_back(
    library: Path, photo_folder: Path, twin: Path
) -> None:
    before = run_json("search", photo_folder / "beach-1.jpg", "--library", library)
    output = run_cli("model", "import", twin, "--library", library).stdout
    assert "rereads" not in output
    run_cli("model", "use", "twin-256", "--library", library)
    assert models(library)["twin-256"]["in_use"]
    assert run_json("search", photo_folder / "beach-1.jpg", "--library", library) == before
    refused = run_cli("model", "delete", "twin-256", "--library", library, fails=1).stderr
    assert "twin-256" in refused
    run_cli("model", "use", SHIPPED.model_id, "--library", library)
    run_cli("model", "rename", "twin-256", "my twin", "--library", library)
    assert models(library)["twin-256"]["name"] == "my twin"
    assert "(my twin)" in run_cli("model", "list", "--library", library).stdout
    run_cli("model", "delete", "twin-256", "--library", library)
    assert list(models(library)) == [SHIPPED.model_id]
    assert run_json("search", photo_folder / "beach-1.jpg", "--library", library) == before


def test_a_bad_file_is_named_and_nothing_comes_in(tmp_path: Path, foreign_model: Path) -> None:
    foreign_model.write_bytes(foreign_model.read_bytes()[:-500])
    library = empty_library(tmp_path / "library")
    refused = run_cli("model", "import", foreign_model, "--library", library, fails=1)
    assert str(foreign_model) in refused.stderr
    assert refused.stdout == ""
    assert list(models(library)) == [SHIPPED.model_id]


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    library = empty_library(tmp_path / "library")
    for arguments in (
        ("use", "x-1"),
        ("delete", "x-1"),
        ("rename", "x-1", "y"),
        ("export", "x-1", "y"),
    ):
        assert "x-1" in run_cli("model", *arguments, "--library", library, fails=1).stderr
