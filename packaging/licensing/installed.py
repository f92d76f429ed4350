"""What Lookalike requires, as it is installed here: packages, licences, libraries inside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from desktop_app.core.base.package_licence import stated_licence
from licensing.crates import licence_of_crate, standard_texts, stated_crates
from licensing.library_names import is_library, library_name
from licensing.licence_terms import (
    ALSO_INSIDE,
    LIBRARIES,
    LIBRARY_TEXTS,
    READ_IN_TEXT,
    SPDX_NAMES,
    Terms,
    terms_of,
)
from licensing.qt_parts import PACKAGE, QtPart, qt_parts

OWN = "lookalike"
_TEXTS = Path(__file__).with_name("licence_texts") / "libraries"
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|third.?party)", re.IGNORECASE)


class UnknownExtraError(Exception):
    """A package has no such extra."""


@dataclass(frozen=True)
class Library:
    """A library inside a package.

    Attributes:
        licence: An SPDX expression; empty if it is not known.
        version: Empty if it is not known.
        copyright: Who says to have the copyright, line by line, where no text of ours names them.
        texts: The texts of its licences that we add, since the package has none.
        purl: Its address as a package of another language; empty for most.
    """

    name: str
    licence: str
    version: str = ""
    copyright: tuple[str, ...] = ()
    texts: tuple[Path, ...] = ()
    purl: str = ""

    @property
    def title(self) -> str:
        """The name, and the version if it is known."""
        return f"{self.name} {self.version}".rstrip()


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
        UnknownExtraError: `own` has no such extra.
    """
    for extra in extras:
        _check_extra(distribution(own), extra)
    found: dict[str, Component] = {}
    seen: set[tuple[str, str]] = set()  # names and extras: both can be asked for one after another
    waiting = [*_requirements(distribution(own), extras)]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name not in found:
            found[name] = component(distribution(requirement.name))
        asked = {(name, extra) for extra in ("", *requirement.extras)} - seen
        seen |= asked
        if asked:
            waiting += _requirements(distribution(name), tuple(requirement.extras))
    return sorted(found.values(), key=lambda each: each.name.casefold())


def packaged_components() -> list[Component]:
    """Return every package that a frozen build contains.

    It has pip, too, and the program of PyInstaller that starts it, without what PyInstaller needs.
    """
    found = [*required_components(), component(distribution("pip"))]
    if _is_here(Requirement("pyinstaller")):
        found.append(replace(component(distribution("pyinstaller")), needs=()))
    return sorted(found, key=lambda each: each.name.casefold())


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
        libraries=(*_named_libraries(package), *_libraries(inside), *_crates(package)),
        needs=tuple(sorted({each.name for each in _requirements(package, ()) if _is_here(each)})),
    )


def declared_licence(package: Distribution) -> str:
    """Return the SPDX expression of a package, or else its own words; empty if it has none."""
    about = package.metadata
    read = READ_IN_TEXT.get(canonicalize_name(about["Name"]))
    if read:
        return read
    words = stated_licence(about)
    return SPDX_NAMES.get(words, words)


def _libraries(file_names: Sequence[str]) -> Iterator[Library]:
    names = sorted({library_name(name) for name in file_names}, key=str.casefold)
    for name in names:
        texts = (_TEXTS / LIBRARY_TEXTS[name],) if name in LIBRARY_TEXTS else ()
        yield Library(name, LIBRARIES.get(name, ""), texts=texts)


def _named_libraries(package: Distribution) -> Iterator[Library]:
    inside = ALSO_INSIDE.get(package.metadata["Name"], {})
    yield from (Library(name, licence) for name, licence in inside.items())
    if package.metadata["Name"] == PACKAGE:
        yield from map(_of_qt, qt_parts(Path(str(package.locate_file("PySide6")))))


def _crates(package: Distribution) -> Iterator[Library]:
    for said in stated_crates(package):
        licence = licence_of_crate(said)
        authors = tuple(filter(None, [said.get("author", "")]))
        version, texts = said.get("version", ""), standard_texts(licence)
        yield Library(said["name"], licence, version, authors, texts, said["purl"])


def _of_qt(part: QtPart) -> Library:
    return Library(part.name, part.licence, part.version, part.copyright, part.texts)


def _check_extra(package: Distribution, extra: str) -> None:
    known = package.metadata.get_all("Provides-Extra") or []
    if canonicalize_name(extra) not in map(canonicalize_name, known):
        raise UnknownExtraError(
            f"{package.metadata['Name']}, as it is installed here, has no extra '{extra}', but"
            f" {', '.join(sorted(known)) or 'none'}. If it is a new one, install Lookalike again."
        )


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
