"""Programs that run under strace, and what they were seen to do."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import psutil
import pytest

_CHANGES = (
    "creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mknod,mknodat"
)
# -ff: a file for each thread, in which no call is broken in two. -y: the paths of open folders.
_STRACE = ["strace", "-ff", "-qq", "-y", "-s", "8192", "--seccomp-bpf"]
_CALLS = ["-e", f"trace=socket,open,openat,openat2,{_CHANGES}"]
_CALL = re.compile(r"(?P<name>\w+)\((?P<arguments>.*)\)\s+= (?P<result>-?\d+)")
# A path, and before it, where the system call takes one, the folder that it is relative to.
_PATH = re.compile(r'(?:(?:AT_FDCWD|\d+)<(?P<folder>[^>]*)>, )?"(?P<path>(?:[^"\\]|\\.)*)"')
_WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC")
_INTERNET = re.compile(r"AF_INET6?\b")


def skip_without_strace() -> None:
    """Skip the test, saying why, where programs cannot be traced."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed: apt-get install strace")
    tried = subprocess.run([*_STRACE, *_CALLS, "true"], capture_output=True, text=True)
    if tried.returncode:
        pytest.skip(f"programs cannot be traced here: {tried.stderr.strip()[-200:]}")


class TracedHome:
    """A home folder, and the programs that are traced in it."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home"
        self.temporary = folder / "temporary"
        self._traces = folder / "traces"
        for each in (self.home, self.temporary, self._traces):
            each.mkdir()
        self._started: list[subprocess.Popen[str]] = []

    def end(self) -> None:
        """Let the programs that still run quit, as the system does when the user logs out."""
        for strace in self._started:
            if strace.poll() is None:
                # strace itself hears no signals.
                for program in psutil.Process(strace.pid).children():
                    program.terminate()
            strace.communicate(timeout=300)

    def start(self, name: str, *words: object) -> subprocess.Popen[str]:
        """Start this program under strace. `name` is that of its trace."""
        return self.trace(name, [sys.executable, "-m", "desktop_app", *map(str, words)])

    def trace(self, name: str, program: list[str]) -> subprocess.Popen[str]:
        """Start any program under strace."""
        output = ["-o", str(self._traces / name)]
        started = subprocess.Popen(
            [*_STRACE, *_CALLS, *output, "--", *program],
            env=self._environment(),
            cwd=self.home,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._started.append(started)
        return started

    def run(self, name: str, *words: object) -> str:
        """Run a command under strace to its end, and return what it printed."""
        process = self.start(name, *words)
        printed, errors = process.communicate(timeout=1200)
        assert process.returncode == 0, errors
        return printed

    def _environment(self) -> Mapping[str, str]:
        # onnxruntime is silent wherever it takes itself to be under test.
        unwanted = {"CI", "ORT_DISABLE_TELEMETRY", "ORT_RUNNING_UNIT_TESTS", "MPLCONFIGDIR"}
        kept = {
            name: value
            for name, value in os.environ.items()
            if name not in unwanted and not name.startswith(("XDG_", "HF_"))
        }
        own = {"HOME": str(self.home), "TMPDIR": str(self.temporary)}
        python = {"PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONDONTWRITEBYTECODE": "1"}
        return {**kept, **own, **python, "QT_QPA_PLATFORM": "offscreen"}

    def internet_sockets(self) -> list[str]:
        """Return every attempt to open a socket of the internet."""
        return [line for line in self._lines() if "socket(" in line and _INTERNET.search(line)]

    def written_paths(self) -> set[Path]:
        """Return every path that was created, renamed, linked, or opened for writing."""
        return {path for line in self._lines() for path in _written(line)}

    def has_read(self, part: str) -> bool:
        """Whether any file was opened whose path has this part."""
        return any(part in line and _is_opened(line) for line in self._lines())

    def _lines(self) -> Iterator[str]:
        for trace in sorted(self._traces.iterdir()):
            yield from trace.read_text(errors="surrogateescape").splitlines()


def _is_opened(line: str) -> bool:
    call = _CALL.match(line)
    return call is not None and call["name"].startswith("open") and call["result"] != "-1"


def _written(line: str) -> list[Path]:
    call = _CALL.match(line)
    if call is None or call["result"].startswith("-"):
        return []
    if call["name"].startswith("open") and not _WRITES.search(call["arguments"]):
        return []
    found = list(_PATH.finditer(call["arguments"]))
    if call["name"].startswith("symlink"):
        del found[0]  # what it leads to
    return [Path(os.path.normpath(Path(each["folder"] or "/", each["path"]))) for each in found]
