"""Which build of torch this machine needs, where pip finds it, and how large that makes training.

Sizes were measured on Linux, in 2026: files of pip, and folders in site-packages, of torch 2.14.1
with CUDA 13 from PyPI and of torch 2.13.0+cpu, both with the other packages. On
Windows and macOS PyPI has builds without CUDA, which are smaller than Linux's for the CPU.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_CPU_INDEX = "https://download.pytorch.org/whl/cpu"
_CUDA_INDEX = "https://download.pytorch.org/whl/cu130"
# CUDA 13 does not run on older GPUs.
_LEAST_CAPABILITY = 7.5
_QUERY = ("--query-gpu=compute_cap", "--format=csv,noheader")
_QUERY_SECONDS = 10


@dataclass(frozen=True)
class TorchBuild:
    """A build of torch.

    Attributes:
        index: Where pip finds torch and torchvision; None: PyPI.
        uses_gpu: It computes on an NVIDIA GPU.
        download_gb: Of all packages that training needs, in 10^9 bytes.
        disk_gb: What they take in site-packages.
    """

    index: str | None
    uses_gpu: bool
    download_gb: float
    disk_gb: float


def torch_build(system: str, *, has_gpu: bool) -> TorchBuild:
    """Return the build for a system of `sys.platform`, with a usable NVIDIA GPU or without."""
    has_index = system in ("linux", "win32")
    if has_gpu and has_index:
        index = _CUDA_INDEX if system == "win32" else None
        return TorchBuild(index, uses_gpu=True, download_gb=3.1, disk_gb=5.6)
    index = _CPU_INDEX if has_index else None
    return TorchBuild(index, uses_gpu=False, download_gb=0.4, disk_gb=1.2)


def torch_build_here() -> TorchBuild:
    """Return the build for this machine. Nothing is downloaded."""
    return torch_build(sys.platform, has_gpu=has_nvidia_gpu())


def has_nvidia_gpu() -> bool:
    """Whether NVIDIA's driver runs and finds a GPU that torch can use; torch is not needed."""
    program = _driver_program()
    if program is None:
        return False
    try:
        done = subprocess.run(  # noqa: S603 -- the driver's own program
            [program, *_QUERY], stdin=subprocess.DEVNULL, capture_output=True, text=True,
            check=False, timeout=_QUERY_SECONDS,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and any(map(_is_usable, done.stdout.splitlines()))


def _driver_program() -> str | None:
    """Return the path of nvidia-smi. On Windows, a search would look in the current folder."""
    if sys.platform != "win32":
        return shutil.which("nvidia-smi")
    path = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "nvidia-smi.exe")
    return str(path) if path.is_file() else None


def _is_usable(capability: str) -> bool:
    try:
        return float(capability) >= _LEAST_CAPABILITY
    except ValueError:
        return False
