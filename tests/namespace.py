"""Run Python in a mount namespace of its own, where a test may mount and unmount file systems."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_UNSHARE = ["unshare", "--map-root-user", "--mount"]
_PROJECT = Path(__file__).resolve().parents[1]


def run_in_namespace(code: str, *arguments: Path) -> str:
    """Run Python code and return what it printed; skips the test where that is not permitted."""
    if not _is_permitted():
        pytest.skip("no mount namespace of its own is permitted here")
    done = subprocess.run(
        [*_UNSHARE, sys.executable, "-c", code, *map(str, arguments)],
        cwd=_PROJECT,
        env={**os.environ, "PYTHONPATH": str(_PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _is_permitted() -> bool:
    if shutil.which("unshare") is None or shutil.which("mount") is None:
        return False
    trial = [*_UNSHARE, "mount", "-t", "tmpfs", "none", "/mnt"]
    return subprocess.run(trial, capture_output=True, check=False).returncode == 0
