"""Programs that a script runs in its background, and interrupts."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil

# As a shell does with what it runs in the background where nobody types.
_UNHEARD = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_IGN);"
_IN_BACKGROUND = f"{_UNHEARD} os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
_LATER_SECONDS = 1.5


def in_background(words: list[str], library: Path) -> subprocess.Popen[str]:
    """`lookalike` with these words and that library, started with interrupts ignored."""
    command = [sys.executable, "-c", _IN_BACKGROUND, "-m", "desktop_app", *words]
    return subprocess.Popen(
        [*command, "--library", str(library)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def interrupt_all(program: subprocess.Popen[str]) -> None:
    """An interrupt to the program and to all that it has started, these so early that it would hear
    of their end first.
    """
    for process in psutil.Process(program.pid).children(recursive=True):
        process.send_signal(signal.SIGINT)
    time.sleep(_LATER_SECONDS)
    program.send_signal(signal.SIGINT)
