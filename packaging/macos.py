"""Build Lookalike.app and a disk image for macOS.

    python packaging/macos.py OUT [--sign IDENTITY]

Builds the frozen program (packaging/frozen.py), signs it, and writes OUT/Lookalike-VERSION.dmg.
IDENTITY is a 'Developer ID Application' in the keychain: with it, the program gets the hardened
runtime, as notarising asks. Without it, the signature says only that nothing was changed: users
have to allow the program in the system's settings. Needs the extra `packages` and Xcode's command
line tools.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from building.release import version
from frozen import build, may_be_passed_on
from integration import TEMPLATES
from integration.icons import write_macos_icon
from integration.metainfo import application_id
from integration.picture_types import SUFFIXES

ENTITLEMENTS = TEMPLATES / "entitlements.plist"
OLDEST_SYSTEM = "14.0"  # what the wheels of onnxruntime and faiss are built for
_NOBODY = "-"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--sign", metavar="IDENTITY", default=_NOBODY)
    arguments = parser.parse_args()
    out = arguments.out.absolute()
    if sys.platform != "darwin":
        sys.stderr.write("Lookalike.app can be built on macOS only.\n")
        return 1
    app = build(out)
    if not may_be_passed_on(app):
        return 1
    sign(app, arguments.sign)
    sys.stdout.write(f"{disk_image(app, out)}\n")
    return 0


def bundle_options(work: Path) -> dict[str, Any]:
    """Return what PyInstaller makes Lookalike.app of, beside the program."""
    icon = work / "lookalike.icns"
    write_macos_icon(icon)
    return {
        "name": "Lookalike.app",
        "icon": str(icon),
        "bundle_identifier": application_id(),
        "version": version(),
        "info_plist": info(),
    }


def info() -> dict[str, Any]:
    """Return what Info.plist says beside PyInstaller's own entries.

    The system asks the user by itself when the program reads Documents, Downloads or a drive. It
    does not use Apple's photo library, which needs a text in here.
    """
    pictures = {
        "CFBundleTypeName": "Picture",
        "CFBundleTypeRole": "Viewer",
        "LSHandlerRank": "Alternate",  # listed under 'Open With', and never the default
        "CFBundleTypeExtensions": [suffix.removeprefix(".") for suffix in SUFFIXES],
    }
    return {
        "CFBundleDocumentTypes": [pictures],
        "CFBundleVersion": version(),
        "LSApplicationCategoryType": "public.app-category.photography",
        "LSMinimumSystemVersion": OLDEST_SYSTEM,
        "NSHighResolutionCapable": True,
    }


def sign(app: Path, identity: str) -> None:
    """Sign all that is in the program, which was changed after PyInstaller had signed it."""
    command = ["codesign", "--force", "--deep", "--sign", identity]
    if identity != _NOBODY:
        command += ["--timestamp", "--options", "runtime", "--entitlements", str(ENTITLEMENTS)]
    subprocess.run([*command, str(app)], check=True)  # noqa: S603
    subprocess.run(["codesign", "--verify", "--deep", "--strict", str(app)], check=True)  # noqa: S603, S607


def disk_image(app: Path, out: Path) -> Path:
    """Write a disk image with the program, and a link to the folder into which it is dragged."""
    stage, target = out / "image", out / f"Lookalike-{version()}.dmg"
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(app, stage / app.name, symlinks=True)
    (stage / "Applications").symlink_to("/Applications")
    command = ["hdiutil", "create", "-volname", "Lookalike", "-srcfolder", str(stage), "-ov"]
    subprocess.run([*command, "-format", "UDZO", str(target)], check=True)  # noqa: S603
    return target


if __name__ == "__main__":
    sys.exit(main())
