"""The process that runs a foreign network may neither write files nor take all memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="a process can be limited only here"
)


def tried(code: str) -> str:
    """What a process with these limits prints."""
    limited = (
        "from desktop_app.core.bundle.network_process import limit_resources, limit_seconds\n"
        "limit_resources(500 * 2**20)\nlimit_seconds(60)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", limited + code], capture_output=True, text=True, check=False
    )
    return done.stdout


def test_it_cannot_write_to_a_file(tmp_path: Path) -> None:
    file = tmp_path / "evil"
    code = f"""
try:
    open({str(file)!r}, "wb", buffering=0).write(b"evil")
except OSError as error:
    import os
    os.write(1, error.strerror.encode())
"""
    assert tried(code) == "File too large"
    assert file.read_bytes() == b""


def test_it_cannot_take_more_than_its_memory() -> None:
    code = """
import mmap, os
try:
    mmap.mmap(-1, 520 * 2**20)
except (OSError, MemoryError):
    os.write(1, b"refused")
mmap.mmap(-1, 400 * 2**20)
os.write(1, b", less is granted")
"""
    assert tried(code) == "refused, less is granted"


def test_it_cannot_work_for_ever() -> None:
    code = (
        "import os, resource\nos.write(1, str(resource.getrlimit(resource.RLIMIT_CPU)[0]).encode())"
    )
    assert 61 <= int(tried(code)) <= 90  # what it has worked before is not counted
