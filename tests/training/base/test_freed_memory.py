"""What glibc keeps of freed memory, and returns."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

_PROGRAM = """
import psutil
from training.base.devices import keep_freed_memory, release_freed_memory

def megabytes():
    return psutil.Process().memory_info().rss >> 20

keep_freed_memory()
before = megabytes()
blocks = [bytearray(b"x" * 100_000) for _ in range(3000)]
last = bytearray(b"x" * 100_000)
del blocks
kept = megabytes()
release_freed_memory()
print(before, kept, megabytes())
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other libraries keep none")
def test_memory_is_kept_when_it_is_freed_and_returned_when_that_is_asked_for() -> None:
    done = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True)
    before, kept, after = map(int, done.stdout.split())
    assert kept > before + 250
    assert after < before + 50
