"""The program as its user starts it: a process with a home of its own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_PATIENCE_S = 60


class RunningProgram:
    """Windows on one library, offscreen."""

    def __init__(self, home: Path, library: Path) -> None:
        self.home = home
        self.library = library
        self._started: list[subprocess.Popen[bytes]] = []
        self.home.mkdir(parents=True)
        # The whole path of a socket has 107 bytes at most, which a test's own folder uses up.
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
        """Started, and listening."""
        started = self.start(*words)
        wait_until(lambda: any(path.is_socket() for path in self.sockets.iterdir()))
        return started

    def end(self, program: subprocess.Popen[bytes], how: signal.Signals = signal.SIGTERM) -> int:
        program.send_signal(how)
        return program.wait(_PATIENCE_S)

    def close(self) -> None:
        """Leaves none behind."""
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
        """What was searched for, as the library remembers it."""
        path = self.library / "searches.json"
        return path.read_text() if path.exists() else ""


def wait_until(is_so: object, seconds: float = _PATIENCE_S) -> None:
    assert callable(is_so)
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.05)
