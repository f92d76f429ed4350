"""Make a Flatpak of the install tree.

    python packaging/flatpak.py OUT

OUT holds what packaging/packages.py has built. The manifest is written to OUT/ID.json, with the id
of the AppStream page. Then flatpak-builder builds it, and flatpak makes one file of it, which
`flatpak install` takes. Where flatpak-builder is not installed, the manifest is left, and the exit
status is 1.
"""

from __future__ import annotations

import json
import platform
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from building.release import version
from frozen import PROGRAM
from integration.metainfo import application_id

RUNTIME_VERSION = "25.08"
BRANCH = "stable"
_REMOTE = "https://dl.flathub.org/repo/flathub.flatpakrepo"
_NO_BUILDER = f"""\
flatpak-builder is not installed, so that {{manifest}} is not built. Install the packages flatpak
and flatpak-builder of your distribution, and org.freedesktop.Platform//{RUNTIME_VERSION} and
org.freedesktop.Sdk//{RUNTIME_VERSION} from {_REMOTE}.
"""

PERMISSIONS = (
    "--socket=wayland",  # the window
    "--socket=fallback-x11",  # the window where there is no Wayland
    "--share=ipc",  # X11 shares the pixels of the window by memory; without it, it is slow
    # The folders of photos, wherever they are, also on other drives: a portal would show single
    # folders under other paths, which change. Only to be read: photos are found, and stay.
    "--filesystem=host:ro",
)
# Not among them: the network, which is never used; graphics devices, since Qt paints by itself;
# D-Bus names, since files are opened and chosen through portals, which need no permission. To move
# and trash photos, users allow to write: docs/packaging.md.


def main() -> int:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    out = Path(sys.argv[1]).absolute()
    path = out / f"{application_id()}.json"
    path.write_text(json.dumps(manifest(out / "tree"), indent=2) + "\n", "utf-8")
    if shutil.which("flatpak-builder") is None:
        sys.stderr.write(_NO_BUILDER.format(manifest=path))
        return 1
    sys.stdout.write(f"{build(path, out)}\n")
    return 0


def manifest(tree: Path) -> dict[str, Any]:
    """Return what flatpak-builder makes the Flatpak of."""
    return {
        "id": application_id(),
        "default-branch": BRANCH,
        "runtime": "org.freedesktop.Platform",
        "runtime-version": RUNTIME_VERSION,
        "sdk": "org.freedesktop.Sdk",
        "command": PROGRAM,
        "finish-args": [*PERMISSIONS],
        # Names that are shown outside of the sandbox begin with the id.
        "rename-desktop-file": f"{PROGRAM}.desktop",
        "rename-icon": PROGRAM,
        # The program at the beginning of a frozen build carries an archive, which strip cuts off.
        "build-options": {"strip": False, "no-debuginfo": True},
        "modules": [
            {
                "name": PROGRAM,
                "buildsystem": "simple",
                "build-commands": ['cp --archive bin lib share "$FLATPAK_DEST"'],
                "sources": [{"type": "dir", "path": str(tree)}],
            }
        ],
    }


def build(path: Path, out: Path) -> Path:
    """Build by the manifest, and return the file that users install. Raises CalledProcessError."""
    work, target = out / "flatpak", out / f"Lookalike-{version()}-{platform.machine()}.flatpak"
    options = ["--force-clean", f"--state-dir={work / 'state'}", f"--repo={work / 'repository'}"]
    builder = ["flatpak-builder", *options, str(work / "build"), str(path)]
    bundle = ["flatpak", "build-bundle", f"--runtime-repo={_REMOTE}", str(work / "repository")]
    for command in (builder, [*bundle, str(target), application_id(), BRANCH]):
        subprocess.run(command, check=True)  # noqa: S603
    return target


if __name__ == "__main__":
    sys.exit(main())
