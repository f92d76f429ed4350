"""Build the frozen program: one folder with Python and all libraries, without torch.

    python packaging/frozen.py OUT

OUT/lookalike (on macOS OUT/Lookalike.app) gets the program, `licenses/` with all texts, and the
bill of materials. Needs the extra `packages`, Lookalike installed as a wheel (not editable), a C
compiler, and on Linux binutils. Exits with 1 and a sentence for each file that must not be passed
on, and where torch is inside.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from building.frozen_parts import unneeded_libraries
from building.heif_without_encoder import encoders, replace_encoder
from building.release import ROOT
from building.shared_blas import share_blas
from licences import forbidden_files, missing_texts, unknown_licences, write_texts
from licensing.frozen_libraries import unlisted_libraries
from licensing.installed import own_needs, packaged_components
from licensing.source_notice import source_notice
from licensing.system_libraries import system_packages, write_system_texts
from sbom import bill_of_frozen

PROGRAM = "lookalike"


def main() -> int:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = build(Path(sys.argv[1]).absolute())
    sys.stdout.write(f"{folder}: {size(folder) / 1e6:.0f} MB\n")
    return 0 if may_be_passed_on(folder) else 1


def build(out: Path) -> Path:
    """Build into a folder, and return that of the program."""
    spec = ROOT / "packaging" / "building" / "lookalike.spec"
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(out), "--workpath", str(out / "work"), str(spec)]
    out.mkdir(parents=True, exist_ok=True)
    # Not started in the checkout, whose modules would be found before those of the wheel.
    subprocess.run(command, check=True, cwd=out)  # noqa: S603
    folder = out / ("Lookalike.app" if sys.platform == "darwin" else PROGRAM)
    shrink(folder)
    add_documents(folder / "Contents" / "Resources" if sys.platform == "darwin" else folder)
    return folder


def shrink(folder: Path) -> None:
    """Take out of a frozen build what the program never loads, and what it must not contain."""
    if sys.platform.startswith("linux"):
        _shrink_libraries(folder)
    for path in encoders(folder):
        if not path.is_symlink():
            replace_encoder(path)
    for path in folder.rglob("*.dist-info"):
        _keep_metadata_only(path)
    for path in folder.rglob("*"):
        if path.is_symlink() and not path.exists():
            path.unlink()


def add_documents(folder: Path) -> None:
    """Add the texts of all licences, the notice about sources, and the bill of materials."""
    components = packaged_components()
    texts = folder / "licenses"
    write_texts(components, texts)
    system = system_packages(folder)
    (texts / "SOURCES.txt").write_text(source_notice(components, system), "utf-8")
    write_system_texts(system, texts / "system")
    bill = bill_of_frozen(components, own_needs(), system)
    (folder / "sbom.cdx.json").write_text(bill, "utf-8")


def may_be_passed_on(folder: Path) -> bool:
    """Write a sentence to stderr for all that keeps a frozen build from being passed on."""
    found = [*problems(folder)]
    sys.stderr.writelines(f"{problem}\n" for problem in found)
    return not found


def problems(folder: Path) -> Iterator[str]:
    """Yield a sentence for all that keeps a frozen build from being passed on."""
    components = packaged_components()
    yield from unknown_licences(components)
    yield from missing_texts(components)
    yield from forbidden_files(folder)
    yield from unlisted_libraries(folder, components, system_packages(folder))
    for path in folder.rglob("*torch*"):
        yield f"{path} belongs to torch, which users add themselves."
    for path in folder.rglob("libreadline*"):
        yield f"{path} is under the GPL, and must not be in a package."


def size(folder: Path) -> int:
    """Return the bytes of all files in a folder; links count nothing."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files)


def _shrink_libraries(folder: Path) -> None:
    """Take out what shared libraries of Linux do not need of each other, and in themselves."""
    share_blas(folder)
    for path in unneeded_libraries(folder):
        path.unlink()
    for path in [*folder.rglob("libpython*.so*"), *folder.rglob("lib-dynload/*.so")]:
        subprocess.run(["strip", "--strip-unneeded", str(path)], check=True)  # noqa: S603, S607


def _keep_metadata_only(about: Path) -> None:
    """Keep what names a package and its version; the texts of its licence are in `licenses/`."""
    for path in about.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.name != "METADATA":
            path.unlink()


if __name__ == "__main__":
    sys.exit(main())
