"""`lookalike model build` as a script and a person see it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageEnhance

from tests.command_line import run_cli, run_json
from tests.core.building.small_encoders import SmallEncoder, text_encoder

pytestmark = pytest.mark.e2e

CONFIG = {"image_mean": [0.5, 0.5, 0.5], "image_std": [0.5, 0.5, 0.5]}


@pytest.fixture
def photos(tmp_path: Path, scene: Callable[[str, int], Image.Image]) -> Path:
    """Photos of three beaches in many exposures, and an empty file."""
    folder = tmp_path / "photos"
    folder.mkdir()
    for number in range(200):
        drawn = ImageEnhance.Brightness(scene("beach", number % 3)).enhance(0.5 + number / 200)
        drawn.resize((60, 40)).save(folder / f"{number}.jpg")
    (folder / "empty.jpg").touch()
    return folder


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A folder as on Hugging Face: the network, and what its pixels are."""
    folder = tmp_path / "my-encoder"
    SmallEncoder().with_tokens(first=True).save(folder / "onnx" / "model.onnx")
    (folder / "preprocessor_config.json").write_text(json.dumps(CONFIG))
    return folder


@pytest.mark.slow
def test_a_model_is_built_imported_and_searched_with(
    tmp_path: Path, photos: Path, published: Path
) -> None:
    library = tmp_path / "library"
    run_cli("index", photos, "--library", library)
    out = tmp_path / "out"
    built = run_json("model", "build", published, "--photos", photos, "--out", out)
    model_id, folder = built["model_id"], Path(built["path"])
    assert folder == out / model_id
    assert model_id.startswith("my-encoder-64-")
    size = sum(path.stat().st_size for path in folder.iterdir())
    expected = {"photos": 200, "size_bytes": size, "image_size": 32, "features": 64}
    assert {name: built[name] for name in expected} == expected
    assert (built["output"], built["pooling"], built["takes_several"]) == ("tokens", "first", True)
    empty = {"path": str(photos / "empty.jpg"), "reason": "empty_file", "detail": ""}
    assert built["skipped"] == [empty]
    imported = run_json("model", "import", folder, "--library", library)
    assert imported == {"model_id": model_id, "new": True, "reads_photos_again": True}
    used = run_cli("model", "use", model_id, "--library", library)
    assert "still to be read with it: run 'lookalike index'" in used.stdout
    run_cli("index", "--library", library)
    answer = run_json("search", photos / "7.jpg", "--top", 3, "--library", library)
    assert 0 in [match["distance"] for match in answer["matches"]]


@pytest.mark.slow
def test_a_person_reads_how_the_network_was_understood_and_what_to_do_next(
    tmp_path: Path, photos: Path, published: Path
) -> None:
    done = run_cli("model", "build", published, "--photos", photos, "--out", tmp_path / "out")
    (folder,) = (tmp_path / "out").iterdir()
    config = published / "preprocessor_config.json"
    assert f"(pixel / 255 - [0.5, 0.5, 0.5]) / [0.5, 0.5, 0.5], from {config}" in done.stderr
    assert "Output: tokens, the first token of each photo, 64 numbers." in done.stderr
    assert f"{photos / 'empty.jpg'} is empty" in done.stderr
    assert f"Built {folder.name} from 200 photos: " in done.stdout
    assert f"lookalike model import {folder}" in done.stdout


def test_options_say_what_the_pixels_are(tmp_path: Path, photos: Path, published: Path) -> None:
    words = ("model", "build", published, "--photos", photos, "--out", tmp_path)
    cases = [
        (("--range", "0-255"), "(pixel - [0, 0, 0]) / [1, 1, 1]"),
        (("--range", "-1-1"), "(pixel / 255 - [0.5, 0.5, 0.5]) / [0.5, 0.5, 0.5]"),
        (("--mean", "0,0,.1", "--std", "1,2,3"), "(pixel / 255 - [0, 0, 0.1]) / [1, 2, 3]"),
    ]
    for options, expected in cases:
        # It ends there: codes cannot be longer than the features.
        done = run_cli(*words, *options, "--bits", 128, fails=1)
        assert expected in done.stderr
        assert "computes 64 numbers for each picture, which is too few" in done.stderr


@pytest.mark.parametrize(
    ("option", "value"),
    [("--mean", "1,2"), ("--std", "1,0,1"), ("--bits", "100"), ("--range", "0-2"), ("--most", "9")],
)
def test_an_option_that_makes_no_sense_is_wrong_usage(
    tmp_path: Path, published: Path, option: str, value: str
) -> None:
    run_cli("model", "build", published, "--photos", tmp_path, option, value, fails=2)


def test_a_text_model_is_refused_with_a_remedy(tmp_path: Path, photos: Path) -> None:
    path = text_encoder().save(tmp_path / "text_model.onnx")
    done = run_cli("model", "build", path, "--photos", photos, fails=1)
    assert f"{path} takes no pictures; its inputs: input_ids [?, 7]." in done.stderr
    assert "vision_model.onnx" in done.stderr


def test_a_path_that_leads_to_no_network_is_named(tmp_path: Path, photos: Path) -> None:
    absent = run_cli("model", "build", tmp_path / "no.onnx", "--photos", photos, fails=1)
    assert f"{tmp_path / 'no.onnx'} does not exist." in absent.stderr
    none = run_cli("model", "build", photos, "--photos", photos, fails=1)
    assert f"{photos} has no ONNX file, or several" in none.stderr
