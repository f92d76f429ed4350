"""The libraries of the build machine in a frozen build, by their Debian packages.

PyInstaller copies what the program is linked to and no Python package brings along, such as libxcb
and OpenSSL. Only dpkg knows where these files come from, so other systems are told that they are
missing in the bill of materials.
"""

from __future__ import annotations

import filecmp
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from licensing.debian_copyright import NOT_TOLD, licence_of
from licensing.library_names import library_name
from licensing.licence_terms import LIBRARIES, LIBRARY_TEXTS

DOCUMENTATION = Path("/usr/share/doc")
OUR_TEXTS = Path(__file__).with_name("licence_texts") / "libraries"
COMMON_LICENCES = Path("/usr/share/common-licenses")
_REFERRED = re.compile(r"/usr/share/common-licenses/(?P<name>[\w.-]*\w)")
_NO_DPKG = "There is no dpkg here, so the bill of materials lacks the libraries of this system.\n"


@dataclass(frozen=True)
class SystemPackage:
    """A package of Debian with the libraries that a frozen build has of it.

    Attributes:
        version: Empty if the build has other bytes than the package that is installed now.
        licence: An SPDX expression, or else the words of Debian; empty if nothing is known.
        files: The names of the libraries.
        text: What Debian says about authors and licences, if it is there.
    """

    name: str
    version: str
    architecture: str
    licence: str
    files: tuple[str, ...]
    text: Path | None


@dataclass(frozen=True)
class _Owner:
    package: str
    is_same: bool  # the same bytes


def system_packages(folder: Path) -> list[SystemPackage]:
    """Return the packages of the libraries in a frozen build that are of the system, by name.

    Says on stderr which libraries it knows nothing about.
    """
    libraries = _system_files(folder)
    if libraries and not shutil.which("dpkg-query"):
        sys.stderr.write(_NO_DPKG)
        return []
    owners = _owners(libraries) if libraries else {}
    files: dict[_Owner, list[str]] = {}
    for name in [path.name for path in libraries]:
        if name in owners:
            files.setdefault(owners[name], []).append(name)
        else:
            sys.stderr.write(f"{name} is not in the bill of materials: no package has it.\n")
    found = [_described(owner, names) for owner, names in files.items()]
    return sorted(found, key=lambda each: each.name)


def write_system_texts(packages: Iterable[SystemPackage], folder: Path) -> None:
    """Write what Debian says about each package, and the licences that these texts refer to."""
    for package in packages:
        if package.text:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(package.text, folder / f"{package.name}.txt")
            _write_own_texts(package, folder)
            for name in _REFERRED.findall(package.text.read_text("utf-8", "replace")):
                if (COMMON_LICENCES / name).is_file():
                    shutil.copyfile(COMMON_LICENCES / name, folder / f"{name}.txt")


def _write_own_texts(package: SystemPackage, folder: Path) -> None:
    """Write the texts that Debian does not have."""
    for library in map(library_name, package.files):
        if library in LIBRARY_TEXTS and library in NOT_TOLD:
            shutil.copyfile(OUR_TEXTS / LIBRARY_TEXTS[library], folder / f"{library}.txt")


def _system_files(folder: Path) -> list[Path]:
    """Return the libraries at the top, but for links into Python packages, and Python itself."""
    found = sorted((folder / "_internal").glob("lib*.so*"))
    return [path for path in found if not path.is_symlink() and "libpython" not in path.name]


def _owners(libraries: list[Path]) -> dict[str, _Owner]:
    """Return who owns each library, by its name: rather a file with the same bytes."""
    by_name = {path.name: path for path in libraries}
    owners: dict[str, _Owner] = {}
    for package, place in _search(by_name):
        is_same = place.is_file() and filecmp.cmp(place, by_name[place.name], shallow=False)
        if is_same or place.name not in owners:
            owners[place.name] = _Owner(package, is_same=is_same)
    return owners


def _search(names: Iterable[str]) -> Iterator[tuple[str, Path]]:
    """Yield packages for this processor, and the paths of their files with such names."""
    patterns = [f"*/{name}" for name in names]
    native = f":{_output('dpkg', '--print-architecture').strip()}"
    for line in _output("dpkg-query", "--search", *patterns).splitlines():
        package, _, place = line.partition(": ")
        if package.endswith(native) and place.startswith("/"):
            yield package, Path(place)


def _described(owner: _Owner, names: Iterable[str]) -> SystemPackage:
    asked = "--showformat=${Package}\n${Version}\n${Architecture}"
    name, version, architecture = _output("dpkg-query", "--show", asked, owner.package).split("\n")
    text = DOCUMENTATION / name / "copyright"
    debian = text.read_text("utf-8", "replace") if text.is_file() else ""
    found = {_licence(library_name(each), debian) for each in names}
    return SystemPackage(
        name=name,
        version=version if owner.is_same else "",
        architecture=architecture,
        licence=_all_of(found),
        files=tuple(sorted(names)),
        text=text if debian else None,
    )


def _licence(library: str, debian: str) -> str:
    """Return the licence of a library: as Debian says, or else as we read it."""
    return licence_of(library, debian) or LIBRARIES.get(library, "")


def _all_of(licences: set[str]) -> str:
    """Return the expression for libraries that lie in one package; empty if one is not known."""
    if "" in licences or len(licences) == 1:
        return min(licences)
    return " AND ".join(f"({each})" if " OR " in each else each for each in sorted(licences))


def _output(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout
