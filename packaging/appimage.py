"""Make an AppImage of the install tree: one file that runs on most distributions of Linux.

    python packaging/appimage.py OUT

OUT holds what packaging/packages.py has built. OUT/Lookalike.AppDir gets the folder that an
AppImage is made of, in the places that the AppImage specification names. Then appimagetool packs
it, which downloads the small program at the beginning of every AppImage by itself. Without
appimagetool the folder is left, and the exit status is 1.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from building.release import commit_time, version
from frozen import PROGRAM

TOOL = "appimagetool"
_NO_TOOL = f"""\
{TOOL} is not installed, so that {{folder}} is not packed. Get it from
https://github.com/AppImage/appimagetool/releases, make it executable, and put it on the PATH under
the name {TOOL}.
"""


def main() -> int:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    out = Path(sys.argv[1]).absolute()
    folder = app_dir(out / "tree", out / "Lookalike.AppDir")
    if shutil.which(TOOL) is None:
        sys.stderr.write(_NO_TOOL.format(folder=folder))
        return 1
    sys.stdout.write(f"{pack(folder, out)}\n")
    return 0


def app_dir(tree: Path, folder: Path) -> Path:
    """Make the folder of an AppImage from an install tree, and return it.

    At its top are links to what starts the program and to what desktops show of it.
    """
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(tree, folder / "usr", symlinks=True)
    icon = f"usr/share/icons/hicolor/256x256/apps/{PROGRAM}.png"
    for name, target in (
        ("AppRun", f"usr/bin/{PROGRAM}"),
        (f"{PROGRAM}.desktop", f"usr/share/applications/{PROGRAM}.desktop"),
        (f"{PROGRAM}.png", icon),
        (".DirIcon", icon),
    ):
        (folder / name).symlink_to(target)
    return folder


def pack(folder: Path, out: Path) -> Path:
    """Pack the folder by appimagetool, and return the file. Raises CalledProcessError."""
    machine = platform.machine()
    target = out / f"Lookalike-{version()}-{machine}.AppImage"
    environment = {**os.environ, "ARCH": machine, "SOURCE_DATE_EPOCH": str(commit_time())}
    subprocess.run([TOOL, str(folder), str(target)], check=True, env=environment)  # noqa: S603
    return target


if __name__ == "__main__":
    sys.exit(main())
