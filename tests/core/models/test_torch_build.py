"""The build of torch that a machine needs, found out by NVIDIA's driver without torch."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop_app.core.models.torch_build import has_nvidia_gpu, torch_build, torch_build_here

needs_shell = pytest.mark.skipif(sys.platform == "win32", reason="the driver's program is a script")


@pytest.mark.parametrize(
    ("system", "has_gpu", "place"),
    [
        ("linux", False, "/whl/cpu"),
        ("win32", False, "/whl/cpu"),
        ("linux", True, None),
        ("win32", True, "/whl/cu130"),
        ("darwin", False, None),
        ("darwin", True, None),
    ],
)
def test_only_a_gpu_needs_the_large_build(system: str, has_gpu: bool, place: str | None) -> None:
    build = torch_build(system, has_gpu=has_gpu)
    assert build.index == (place and f"https://download.pytorch.org{place}")
    assert build.uses_gpu == (has_gpu and system != "darwin")
    assert (build.disk_gb > 5) == (build.download_gb > 3) == build.uses_gpu


def driver_that_says(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    program = folder / "nvidia-smi"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


@needs_shell
@pytest.mark.parametrize(
    ("script", "is_usable"),
    [
        ("echo 8.9", True),
        ("echo 6.1; echo 7.5", True),
        ("echo 6.1", False),  # too old for CUDA 13
        ("echo '[N/A]'", False),
        ("echo 'No devices were found'", False),
        ("echo 9.0; exit 9", False),
    ],
)
def test_a_gpu_counts_if_the_driver_runs_and_torch_can_use_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, *, is_usable: bool
) -> None:
    driver_that_says(tmp_path, monkeypatch, script)
    assert has_nvidia_gpu() == is_usable
    assert torch_build_here().uses_gpu == (is_usable and sys.platform == "linux")


@needs_shell
def test_without_a_driver_there_is_no_gpu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not has_nvidia_gpu()
