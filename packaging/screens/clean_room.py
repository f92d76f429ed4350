"""A Debian without Python and without the checkout, in which a package is installed and started."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

MIRROR = "http://deb.debian.org/debian"
SUITE = "bookworm"


def base_system(folder: Path) -> Path:
    """Return a minimal Debian in a folder; it is fetched by debootstrap the first time."""
    if not (folder / "usr" / "bin" / "apt-get").exists():
        command = ["debootstrap", "--variant=minbase", SUITE, str(folder), MIRROR]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    return folder


class CleanRoom:
    """A copy of the base system."""

    def __init__(self, base: Path, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        command = ["cp", "--archive", "--reflink=auto", str(base), str(folder)]
        subprocess.run(command, check=True)  # noqa: S603
        self.folder = folder

    def install(self, *packages: str) -> None:
        """Install packages of Debian, or files in the room, with all that they need."""
        shutil.copy("/etc/resolv.conf", self.folder / "etc" / "resolv.conf")
        for words in (["update", "-qq"], ["install", "-qq", "--no-install-recommends", *packages]):
            command = ["chroot", str(self.folder), "env", "DEBIAN_FRONTEND=noninteractive"]
            subprocess.run([*command, "apt-get", "-y", *words], check=True, capture_output=True)  # noqa: S603

    def command(self, *words: str, display: str = "") -> list[str]:
        """Return the command that runs another in the room, without the system around it."""
        sandbox = [*self._sandbox(), "--unshare-pid", "--unshare-net"]
        if display:
            sandbox += ["--setenv", "DISPLAY", display]
            sandbox += ["--ro-bind", "/tmp/.X11-unix", "/tmp/.X11-unix"]  # noqa: S108
        return [*sandbox, *words]

    def online_command(self, *words: str, shared: Sequence[Path] = ()) -> list[str]:
        """Return the command that runs another in the room with the network of this machine.

        It sees the folders `shared` of this machine, and cannot change them.
        """
        sandbox = self._sandbox()
        for each in shared:
            sandbox += ["--ro-bind", str(each), str(each)]
        return [*sandbox, *words]

    def run(self, *words: str) -> str:
        """Run a command in the room, and return its output. Raises CalledProcessError."""
        done = subprocess.run(self.command(*words), stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603
        return done.stdout

    def has_python(self) -> bool:
        return any((self.folder / "usr" / "bin").glob("python*"))

    def _sandbox(self) -> list[str]:
        sandbox = ["bwrap", "--bind", str(self.folder), "/", "--proc", "/proc", "--dev", "/dev"]
        sandbox += ["--die-with-parent", "--clearenv"]
        path = "/root/.local/bin:/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin"
        for name, value in {"HOME": "/root", "PATH": path, "LANG": "C.UTF-8"}.items():
            sandbox += ["--setenv", name, value]
        return sandbox
