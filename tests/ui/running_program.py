"""The program as a user starts it: a process with its own home folder."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_TIMEOUT_S = 180


class RunningProgram:
    """Starts offscreen windows on one library, and ends them."""

    def __init__(self, home: Path, library: Path) -> None:
        self.home = home
        self.library = library
        self._started: list[subprocess.Popen[bytes]] = []
        self.home.mkdir(parents=True)
        # A socket's path has at most 107 bytes, and the folder of a test is too deep for that.
        self.sockets = Path(tempfile.mkdtemp(prefix="sockets-"))
        self.logs = home / ".cache" / "Lookalike" / "log"
        self.settings = home / ".config" / "Lookalike"

    def start(self, *words: str | Path) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "desktop_app", "--library", self.library, *words]
        kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
        own = {"HOME": str(self.home), "XDG_RUNTIME_DIR": str(self.sockets)}
        python = {"PYTHONPATH": str(Path.cwd()), "QT_QPA_PLATFORM": "offscreen"}
        started = subprocess.Popen(command, env=kept | own | python, stderr=subprocess.PIPE)
        self._started.append(started)
        return started

    def opened(self, *words: str | Path) -> subprocess.Popen[bytes]:
        """Start the program, and wait until it listens for other instances."""
        started = self.start(*words)
        wait_until(lambda: any(path.is_socket() for path in self.sockets.iterdir()))
        return started

    def end(self, program: subprocess.Popen[bytes], how: signal.Signals = signal.SIGTERM) -> int:
        program.send_signal(how)
        return program.wait(_TIMEOUT_S)

    def close(self) -> None:
        """Kill the processes that still run."""
        for program in self._started:
            if program.poll() is None:
                program.kill()
                program.wait()
            if program.stderr is not None:
                program.stderr.close()
        shutil.rmtree(self.sockets)

    @property
    def log(self) -> str:
        path = self.logs / "lookalike.log"
        return path.read_text() if path.exists() else ""

    @property
    def searches(self) -> str:
        """The content of the library's file of searches."""
        path = self.library / "searches.json"
        return path.read_text() if path.exists() else ""


def wait_until(is_so: object, seconds: float = _TIMEOUT_S) -> None:
    assert callable(is_so)
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "the condition was not met in time"
        time.sleep(0.05)
