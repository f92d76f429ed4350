"""Measure how long a newcomer waits for a first result, by each way of installing.

    python packaging/first_result.py OUT [--only deb,run,pipx,uv,make]
        [--share PATH]... [--set NAME=VALUE]...

OUT holds what packaging/packages.py has built. Each way begins in a Debian with nothing else,
installs what the README says, makes the sample pictures, indexes them and searches. Prints the
seconds of each step. Files and folders of --share are seen in the room, such as a local index of
packages that the settings of pip name; --set sets a variable there. Needs root, debootstrap and
bwrap.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from building.release import ROOT
from packages import NEEDS, PATTERNS
from screens.clean_room import CleanRoom, base_system

_CHECKOUT = "/checkout"
_PICTURES = "/root/pictures"
_APT_INSTALL = (
    "apt-get update -qq && DEBIAN_FRONTEND=noninteractive"
    " apt-get install -qq --no-install-recommends ca-certificates"
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", default=",".join(WAYS))
    parser.add_argument("--share", type=Path, action="append", default=[], metavar="PATH")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE")
    arguments = parser.parse_args()
    out, failed = arguments.out.absolute(), False
    base = base_system(out / "debian")
    for name in arguments.only.split(","):
        room = OnlineRoom(CleanRoom(base, out / "room"), arguments.share, arguments.set)
        try:
            WAYS[name](room, out)
        except subprocess.CalledProcessError as error:
            failed = True
            sys.stderr.write(f"{name}: {error}\n{error.stderr}\n")
            continue
        seconds = " + ".join(f"{step} {taken:.0f}" for step, taken in room.steps)
        total = sum(taken for _, taken in room.steps)
        sys.stdout.write(f"{name}: {total / 60:.1f} minutes ({seconds} s)\n")
        sys.stdout.flush()
    return 1 if failed else 0


class OnlineRoom:
    """A clean room with the network of this machine, which knows how long each step took."""

    def __init__(self, room: CleanRoom, shared: Sequence[Path], variables: Sequence[str]) -> None:
        self._room, self._shared, self._variables = room, shared, variables
        self.folder = room.folder
        self.steps: list[tuple[str, float]] = []
        shutil.copy("/etc/resolv.conf", self.folder / "etc" / "resolv.conf")

    def step(self, name: str, script: str) -> None:
        """Run a script of a shell, and note its time. Raises CalledProcessError."""
        words = ["env", *self._variables, "sh", "-euc", script]
        command = self._room.online_command(*words, shared=self._shared)
        started = time.monotonic()
        subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
        self.steps.append((name, time.monotonic() - started))

    def first_result(self, program: str = "lookalike") -> None:
        """Make the sample pictures, index them, and search for one of them."""
        self.step("samples", f"{program} samples {_PICTURES}")
        self.step("index", f"{program} index {_PICTURES}")
        self.step("search", f'{program} search "$(ls -d {_PICTURES}/*.jpg | head -n 1)"')


def from_deb(room: OnlineRoom, out: Path) -> None:
    path = _copied(room, out, "deb")
    room.step("install", f"{_APT_INSTALL} {path}")
    room.first_result()


def from_run(room: OnlineRoom, out: Path) -> None:
    path = _copied(room, out, "run")
    needs = " ".join([*NEEDS["deb"], "xz-utils"])
    room.step("install", f"{_APT_INSTALL} {needs} && sh {path}")
    room.first_result()


def from_pipx(room: OnlineRoom, out: Path) -> None:
    del out
    _check_out(room)
    room.step("packages of Debian", f"{_APT_INSTALL} pipx {libraries()}")
    room.step("install", f"pipx install {_CHECKOUT}")
    room.first_result()


def from_uv(room: OnlineRoom, out: Path) -> None:
    del out
    _check_out(room)
    room.step("packages of Debian", f"{_APT_INSTALL} pipx {libraries()}")
    room.step("uv", "pipx install uv")
    room.step("install", f"uv tool install {_CHECKOUT}")
    room.first_result()


def from_make(room: OnlineRoom, out: Path) -> None:
    del out
    _check_out(room)
    room.step("packages of Debian", f"{_APT_INSTALL} {libraries()}")
    room.step("install", f"make -C {_CHECKOUT} .venv/.app")
    room.first_result(f"{_CHECKOUT}/.venv/bin/lookalike")


WAYS: dict[str, Callable[[OnlineRoom, Path], None]] = {
    "deb": from_deb,
    "run": from_run,
    "pipx": from_pipx,
    "uv": from_uv,
    "make": from_make,
}


def libraries() -> str:
    """Return the packages of Debian that the README asks for."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"`sudo apt install ([^`]+)`", text)
    if not found:
        sys.exit("README.md does not say what to install on Debian.")
    return " ".join(found[1].split())


def _copied(room: OnlineRoom, out: Path, kind: str) -> str:
    """Copy a package into a room, and return its path there."""
    [package] = out.glob(PATTERNS[kind])
    shutil.copy(package, room.folder)
    return f"/{package.name}"


def _check_out(room: OnlineRoom) -> None:
    command = ["git", "clone", "--quiet", str(ROOT), f"{room.folder}{_CHECKOUT}"]
    subprocess.run(command, check=True)  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
