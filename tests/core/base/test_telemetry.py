"""Nothing leaves the machine, and nothing is prepared for leaving it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import desktop_app
from desktop_app.core.base.paths import default_bundle

_OPEN_THE_MODEL = """
import {package}
import time
import onnxruntime
onnxruntime.InferenceSession({network!r}, providers=["CPUExecutionProvider"])
time.sleep(1)
"""


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
