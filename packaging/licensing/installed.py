"""What Lookalike requires, as it is installed here: packages, licences, libraries inside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path, PurePath

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from desktop_app.core.base.package_licence import stated_licence
from licensing.licence_terms import (
    ALSO_INSIDE,
    LIBRARIES,
    READ_IN_TEXT,
    SPDX_NAMES,
    Terms,
    terms_of,
)

OWN = "lookalike"
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|third.?party)", re.IGNORECASE)
# On Windows, the number of a version stands before the digits that make the name unique.
_LIBRARY_FILE = re.compile(
    r"(?:lib)?(?P<name>.+?)(?:-\d+(?=-[0-9a-f]{32}))?(?:[-.][0-9a-f]{8,})*(?:\.so|\.dylib|\.dll|\.\d)"
)
_LIBRARY_FOLDERS = (".libs", ".dylibs")


@dataclass(frozen=True)
class Library:
    """A library inside a package; `licence` is an SPDX expression, or empty if unknown."""

    name: str
    licence: str


@dataclass(frozen=True)
class Component:
    """An installed package.

    Attributes:
        licence: An SPDX expression, or what else the package says; empty if it says nothing.
        texts: The files with the texts of its licences.
        libraries: The libraries of other projects that it contains.
        needs: The names of the packages that it requires, of those that are installed.
    """

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]
    libraries: tuple[Library, ...]
    needs: tuple[str, ...]

    @property
    def packaged_libraries(self) -> tuple[Library, ...]:
        """The libraries that a package may contain."""
        return tuple(
            each for each in self.libraries if terms_of(each.licence) is not Terms.SEPARATE
        )


def required_components(extras: Sequence[str] = (), own: str = OWN) -> list[Component]:
    """Return every package that `own` requires, directly or not, without itself, by name.

    Raises:
        PackageNotFoundError: `own`, or a package that it requires, is not installed.
    """
    found: dict[str, Component] = {}
    waiting = [*_requirements(distribution(own), extras)]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name not in found:
            found[name] = component(distribution(requirement.name))
            waiting += _requirements(distribution(requirement.name), tuple(requirement.extras))
    return sorted(found.values(), key=lambda each: each.name.casefold())


def packaged_components() -> list[Component]:
    """Return every package that a frozen build contains: it has pip, too."""
    return sorted(
        [*required_components(), component(distribution("pip"))],
        key=lambda each: each.name.casefold(),
    )


def own_needs(extras: Sequence[str] = (), own: str = OWN) -> list[str]:
    """Return the names of the packages that `own` requires directly."""
    return sorted({each.name for each in _requirements(distribution(own), extras)})


def component(package: Distribution) -> Component:
    """Describe an installed package."""
    files = [path for path in package.files or () if path.suffix not in {".py", ".pyc"}]
    inside = [path.name for path in files if is_library(path)]
    texts = [Path(str(path.locate())) for path in files if _LICENCE_FILE.search(path.name)]
    return Component(
        name=package.metadata["Name"],
        version=package.version,
        licence=declared_licence(package),
        texts=tuple(path for path in texts if path.is_file()),
        libraries=(*_named_libraries(package), *_libraries(inside)),
        needs=tuple(sorted({each.name for each in _requirements(package, ()) if _is_here(each)})),
    )


def is_library(path: PurePath) -> bool:
    """Whether a file of a package, by its path, is a library of another project.

    They lie beside the package on Linux, inside it on macOS, and on Windows also at the top.
    """
    is_at_top = path.suffix == ".dll" and len(path.parts) == 1
    is_icu = path.name.startswith("libicu")  # beside Qt, on Linux
    return is_at_top or is_icu or any(part.endswith(_LIBRARY_FOLDERS) for part in path.parts[:-1])


def declared_licence(package: Distribution) -> str:
    """Return the SPDX expression of a package, or else its own words; empty if it has none."""
    about = package.metadata
    read = READ_IN_TEXT.get(canonicalize_name(about["Name"]))
    if read:
        return read
    words = stated_licence(about)
    return SPDX_NAMES.get(words, words)


def library_name(file_name: str) -> str:
    """Return the name of a library by that of its file: `zstd` of `libzstd-40ad5e7e.so.1.5.7`."""
    matched = _LIBRARY_FILE.match(file_name)
    return matched["name"] if matched else file_name


def _libraries(file_names: Sequence[str]) -> Iterator[Library]:
    names = sorted({library_name(name) for name in file_names}, key=str.casefold)
    return (Library(name, LIBRARIES.get(name, "")) for name in names)


def _named_libraries(package: Distribution) -> Iterator[Library]:
    inside = ALSO_INSIDE.get(package.metadata["Name"], {})
    return (Library(name, licence) for name, licence in inside.items())


def _requirements(package: Distribution, extras: Sequence[str]) -> Iterator[Requirement]:
    """Yield the requirements that apply on this machine, with the extras."""
    for text in package.requires or ():
        requirement = Requirement(text)
        marker = requirement.marker
        if not marker or any(marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield requirement


def _is_here(requirement: Requirement) -> bool:
    try:
        distribution(requirement.name)
    except PackageNotFoundError:
        return False
    return True
