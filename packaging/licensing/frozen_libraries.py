"""The shared libraries in a frozen build: whose they are, and under which licence."""

from __future__ import annotations

import shutil
import sysconfig
from collections.abc import Iterator, Sequence
from importlib.metadata import distribution
from pathlib import Path, PurePath

from licensing.installed import Component
from licensing.library_names import is_binary, is_library, library_name, qt_name
from licensing.licence_terms import terms_of
from licensing.qt_parts import COVERED
from licensing.system_libraries import SystemPackage

PYTHON = f"python{sysconfig.get_python_version()}"  # the folder of what is compiled in Python


def unlisted_libraries(
    folder: Path, components: Sequence[Component], system: Sequence[SystemPackage]
) -> Iterator[str]:
    """Yield a sentence for each shared library whose licence is not in the lists.

    What is of no package and lies where PyInstaller puts libraries of the system is left out where
    there is no dpkg, which alone knows these.

    Args:
        folder: A frozen build.
        components: The packages of Python in it.
        system: The packages of the system in it.
    """
    owners = _owners(components)
    names = {path.name: path for path in owners}
    of_system = {file: package for package in system for file in package.files}
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file() or not is_binary(path):
            continue
        inside = _in_package(path.relative_to(folder))
        known = inside if inside in owners else names.get(path.name)
        if known is not None:
            problem = _problem_of_package(known, owners[known])
        elif path.name in of_system:
            problem = _problem_of_system(of_system[path.name])
        else:
            problem = _problem_of_others(inside)
        if problem:
            yield f"{path} {problem}."


def _owners(components: Sequence[Component]) -> dict[PurePath, Component]:
    """Return whose each binary file is, by the path at which its package installs it."""
    return {
        PurePath(*path.parts): each
        for each in components
        for path in distribution(each.name).files or ()
        if is_binary(path)
    }


def _in_package(path: Path) -> PurePath:
    """Return the path of a file without the folder in which PyInstaller puts all libraries."""
    for folder in ("_internal", "Frameworks", "Resources"):
        if folder in path.parts:
            return PurePath(*path.parts[path.parts.index(folder) + 1 :])
    return PurePath(path)


def _problem_of_package(path: PurePath, owner: Component) -> str:
    name = qt_name(path.name)
    is_module = path.suffix == ".pyd" or ".abi3" in path.name
    if name.startswith("Qt6") and name not in COVERED and not is_module:
        return "is of Qt, and packaging/licensing/qt_parts.py does not list what it contains"
    licences = {library.name: library.licence for library in owner.libraries}
    licence = licences.get(library_name(path.name), "") if is_library(path) else owner.licence
    return "" if terms_of(licence) else f"is in {owner.name}, and its licence is not known"


def _problem_of_system(package: SystemPackage) -> str:
    if terms_of(package.licence):
        return ""
    said = f"'{package.licence}'" if package.licence else "none that programs can read"
    return f"is of Debian's {package.name}, whose licence is not known here: {said}"


def _problem_of_others(path: PurePath) -> str:
    """Return what is wrong with a file that neither a package nor Debian has.

    Without dpkg, nothing is known of what lies at the top, and `system_packages` has said so.
    """
    is_of_python = path.name.casefold().startswith(("libpython", "python"))
    if is_of_python or path.parts[0] == PYTHON or "lib-dynload" in path.parts:
        return ""
    is_told = len(path.parts) == 1 and not shutil.which("dpkg-query")
    return "" if is_told else "belongs to no package"
