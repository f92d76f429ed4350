"""Install each package in a clean Debian, and walk through the program that it installs.

    python packaging/packages_check.py OUT [--only deb,run] [--without-training] [--component FILES]

OUT holds what packaging/packages.py has built. The room has no Python, no checkout and no network
while the program runs. It makes the sample pictures, indexes them, searches, learns quickly, and
opens the window and the code lens on a virtual screen, whose pictures are kept in OUT. With a
folder FILES that `lookalike component download` has filled, it also learns thoroughly. Needs root,
debootstrap, bwrap, Xvfb, xdotool, bsdtar and rpm2cpio. Exits with 1 and a sentence for what does
not work.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from packages import NEEDS, PATTERNS
from screens.clean_room import CleanRoom, base_system
from screens.virtual_screen import VirtualScreen

_PICTURES = "/root/pictures"
_SECONDS_TO_SHOW = 5  # until the photos have appeared


class PackageError(Exception):
    """A package does not do what it has to."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", default=",".join(PATTERNS))
    parser.add_argument("--without-training", action="store_true")
    parser.add_argument("--component", type=Path)
    arguments = parser.parse_args()
    out, failed = arguments.out.absolute(), False
    base = base_system(out / "debian")
    for kind in arguments.only.split(","):
        [package] = out.glob(PATTERNS[kind])
        try:
            room = CleanRoom(base, out / "room")
            check(kind, package, room, not arguments.without_training)
            if arguments.component:
                learn_thoroughly(package, room, arguments.component)
        except (PackageError, subprocess.SubprocessError) as error:
            failed = True
            sys.stderr.write(f"{package.name}: {error}\n")
    return 1 if failed else 0


def check(kind: str, package: Path, room: CleanRoom, trains: bool) -> None:  # noqa: FBT001
    """Install a package and use it. Raises PackageError, CalledProcessError."""
    with _step(package, "install"):
        install(kind, package, room)
    if room.has_python() or [*room.folder.glob("usr/**/*torch*")]:
        raise PackageError("there is Python or torch in the room")
    with _step(package, "version"):
        room.run("lookalike", "--version")
    with _step(package, "samples"):
        room.run("lookalike", "samples", _PICTURES)
    with _step(package, "index"):
        room.run("lookalike", "index", _PICTURES)
    picture = min((room.folder / _PICTURES.lstrip("/")).glob("*.jpg")).name
    with _step(package, "search"):
        found = room.run("lookalike", "search", f"{_PICTURES}/{picture}").splitlines()
    if len(found) < 3 or picture not in found[1]:
        raise PackageError("the search does not find the picture itself")
    if trains:
        with _step(package, "quick learning"):
            room.run("lookalike", "train", "--quick")
    with _step(package, "window"):
        open_window(package, room)
    with _step(package, "code lens"):
        open_window(package, room, f"{_PICTURES}/{picture}", keys=("Right", "ctrl+l"))


def learn_thoroughly(package: Path, room: CleanRoom, component: Path) -> None:
    """Install the training component from a folder, and train for a minute."""
    shutil.copytree(component, room.folder / "component")
    with _step(package, "training component"):
        room.run("lookalike", "component", "install", "--from", "/component")
    with _step(package, "thorough learning"):
        trained = room.run("lookalike", "train", "--bits", "64", "--minutes", "1")
    if "Trained library-64-" not in trained:
        raise PackageError("it does not train")
    with _step(package, "removal of the training component"):
        room.run("lookalike", "component", "remove")


def install(kind: str, package: Path, room: CleanRoom) -> None:
    """Install a package: .deb by apt; .run by itself; the others are unpacked."""
    name = package.name
    (room.folder / name).write_bytes(package.read_bytes())
    if kind == "deb":
        room.install(f"/{name}")
    else:
        room.install(*NEEDS["deb"], *(["xz-utils"] if kind == "run" else []))
    if kind == "run":
        room.run("sh", f"/{name}")
    elif kind == "rpm":
        unpack = 'rpm2cpio "$1" | bsdtar -xf - -C "$2"'
        command = ["sh", "-ec", unpack, "unpack", str(package), str(room.folder)]
        subprocess.run(command, check=True)  # noqa: S603
    elif kind == "archlinux":
        command = ["bsdtar", "-xf", str(package), "-C", str(room.folder)]
        subprocess.run(command, check=True)  # noqa: S603
    (room.folder / name).unlink()


def open_window(package: Path, room: CleanRoom, *words: str, keys: Sequence[str] = ()) -> None:
    """Open the window, press keys, keep its picture beside the package, and quit it."""
    with VirtualScreen() as screen:
        command = room.command("lookalike", *words, display=screen.display)
        with subprocess.Popen(command) as process:  # noqa: S603
            try:
                is_shown = screen.wait_for_window()
                time.sleep(_SECONDS_TO_SHOW)
                for key in keys:
                    _press(screen, key)
                screen.save(package.with_name(f"{'-'.join([package.name, *keys])}.png"))
                screen.quit_program(process.pid, "lookalike")
                status = process.wait(30)
            finally:
                process.kill()
    if not is_shown:
        raise PackageError("no window appears")
    if status != 0:
        raise PackageError(f"the window ends with status {status}")


def _press(screen: VirtualScreen, key: str) -> None:
    """Press a key. Raises PackageError if the screen stays the same."""
    before = screen.picture()
    screen.press(key)
    time.sleep(_SECONDS_TO_SHOW)
    if screen.picture() == before:
        raise PackageError(f"the window does not answer to {key}")


@contextmanager
def _step(package: Path, name: str) -> Iterator[None]:
    started = time.monotonic()
    yield
    sys.stdout.write(f"{package.name}: {name}, {time.monotonic() - started:.1f} s\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
