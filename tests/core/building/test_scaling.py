"""What files beside a network say of its pixels."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.core.building.errors import BuildError, BuildProblem
from desktop_app.core.building.scaling import Scaling, scaling_beside

HALF = (0.5, 0.5, 0.5)
HUGGING_FACE = {
    "do_center_crop": True,
    "do_normalize": True,
    "do_rescale": True,
    "rescale_factor": 0.5,
    "image_mean": [0.5, 0.5, 0.5],
    "image_std": [0.25, 0.5, 1],
    "crop_size": {"height": 224, "width": 224},
    "size": {"shortest_edge": 256},
}
TIMM = {
    "architecture": "vit_small",
    "pretrained_cfg": {"input_size": [3, 518, 518], "mean": HALF, "std": HALF},
}
OPEN_CLIP = {"preprocess_cfg": {"size": [256, 256], "mean": HALF, "std": HALF}}
PLAIN = {"do_normalize": False, "image_mean": HALF, "image_std": HALF, "size": 384}


def write(path: Path, values: object) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(values))
    return path


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("preprocessor_config.json", HUGGING_FACE, Scaling(HALF, (0.25, 0.5, 1), 0.5, 224)),
        ("config.json", TIMM, Scaling(HALF, HALF, 1 / 255, 518)),
        ("open_clip_config.json", OPEN_CLIP, Scaling(HALF, HALF, 1 / 255, 256)),
        ("preprocessor_config.json", PLAIN, Scaling((0, 0, 0), (1, 1, 1), 1 / 255, 384)),
        ("preprocessor_config.json", {**PLAIN, "do_rescale": False},
         Scaling((0, 0, 0), (1, 1, 1), 1.0, 384)),
        ("preprocessor_config.json", {**HUGGING_FACE, "do_center_crop": False},
         Scaling(HALF, (0.25, 0.5, 1), 0.5, 256)),
    ],
    ids=["Hugging Face", "timm", "OpenCLIP", "not normalised", "bytes", "not cropped"],
)  # fmt: skip
def test_each_kind_of_file_is_understood(
    tmp_path: Path, name: str, values: object, expected: Scaling
) -> None:
    path = write(tmp_path / name, values)
    found = scaling_beside(tmp_path / "model.onnx")
    assert found == Scaling(expected.mean, expected.deviation, expected.factor, expected.side, path)


def test_a_file_above_the_folder_onnx_counts(tmp_path: Path) -> None:
    (tmp_path / "onnx").mkdir()
    write(tmp_path / "preprocessor_config.json", HUGGING_FACE)
    assert scaling_beside(tmp_path / "onnx" / "model.onnx").side == 224


def test_without_a_file_about_pixels_the_scaling_is_that_of_imagenet(tmp_path: Path) -> None:
    write(tmp_path / "config.json", {"hidden_size": 384, "image_size": 224})
    found = scaling_beside(tmp_path / "model.onnx")
    assert (found.mean, found.side, found.source) == ((0.485, 0.456, 0.406), None, None)


@pytest.mark.parametrize(
    "values",
    [
        [],
        {"image_mean": [0.5], "image_std": HALF},
        {"image_mean": HALF, "image_std": [0, 0.5, 0.5]},
        {"image_mean": HALF, "image_std": ["a", "b", "c"]},
        {"image_mean": HALF, "image_std": HALF, "rescale_factor": -1},
        {"image_mean": HALF, "image_std": HALF, "rescale_factor": {}},
        {"image_mean": HALF},
    ],
)
def test_a_file_that_makes_no_sense_is_named(tmp_path: Path, values: object) -> None:
    path = write(tmp_path / "preprocessor_config.json", values)
    with pytest.raises(BuildError) as caught:
        scaling_beside(tmp_path / "model.onnx")
    assert (caught.value.path, caught.value.problem) == (path, BuildProblem.BAD_CONFIG)
