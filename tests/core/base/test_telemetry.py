"""Nothing leaves the machine, and nothing is prepared for leaving it."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

import desktop_app
from desktop_app.core.base.earlier_versions import delete_old_telemetry
from desktop_app.core.base.paths import default_bundle

_OPEN_THE_MODEL = """
import {package}
import time
import onnxruntime
onnxruntime.InferenceSession({network!r}, providers=["CPUExecutionProvider"])
time.sleep(1)
"""


def test_what_earlier_versions_left_is_deleted_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    tools = tmp_path / "Microsoft" / "DeveloperTools"
    (tools / ".onnxruntime" / "events").mkdir(parents=True)
    for path in (tools / "deviceid", tools / ".onnxruntime" / "events" / "1.json"):
        path.write_text("x")
    for _ in range(2):
        delete_old_telemetry()
        assert list(tools.iterdir()) == [tools / "deviceid"]


def test_of_a_link_that_lies_there_nothing_is_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (tmp_path / "photos").mkdir()
    tools = tmp_path / "Microsoft" / "DeveloperTools"
    tools.mkdir(parents=True)
    (tools / ".onnxruntime").symlink_to(tmp_path / "photos")
    delete_old_telemetry()
    assert (tmp_path / "photos").is_dir()


def test_the_installed_onnxruntime_is_one_that_was_checked() -> None:
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text("utf-8"))
    (required,) = (text for text in project["project"]["dependencies"] if "onnxruntime" in text)
    bound = required.partition(",<")[2]
    assert _numbers(metadata.version("onnxruntime"))[:2] < _numbers(bound)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in version.split(".")[:3])


@pytest.mark.parametrize(
    "package",
    [
        "desktop_app.core.bundle.encoder",
        pytest.param("training.networks.heads", marks=pytest.mark.slow),
    ],
)
def test_running_a_network_writes_no_telemetry_into_the_home_folder(
    package: str, tmp_path: Path
) -> None:
    code = _OPEN_THE_MODEL.format(package=package, network=str(default_bundle() / "hasher.onnx"))
    # onnxruntime is silent wherever it takes itself to be under test.
    unwanted = {"CI", "ORT_DISABLE_TELEMETRY", "ORT_RUNNING_UNIT_TESTS", "XDG_CACHE_HOME"}
    environment = {name: value for name, value in os.environ.items() if name not in unwanted}
    environment |= {"HOME": str(tmp_path), "PYTHONPATH": str(Path(desktop_app.__file__).parents[1])}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
    assert list(tmp_path.rglob("*")) == []
