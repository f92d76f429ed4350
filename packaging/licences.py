"""Check the licences of all that a package of Lookalike contains, and collect their texts.

    python packaging/licences.py [FOLDER] [--extra train] [--frozen FOLDER]

Prints one line for each package that is required, and for each library inside it: its licence, and
what that asks for. FOLDER gets the texts. `--extra` checks what users install themselves, too.
`--frozen` looks through a frozen build for libraries that must not be passed on with it, or of
which nobody knows the licence.

Exits with 1 and a sentence for each licence that is not known to be compatible with Apache-2.0.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from pathlib import Path

from building.heif_without_encoder import is_stub
from licensing.frozen_libraries import unlisted_libraries
from licensing.installed import (
    Component,
    Library,
    UnknownExtraError,
    packaged_components,
    required_components,
)
from licensing.library_names import qt_name
from licensing.licence_terms import LIBRARIES, Terms, terms_of
from licensing.qt_parts import PACKAGE, outdated_parts
from licensing.system_libraries import system_packages
from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parents[1]
OUR_TEXTS = Path(__file__).with_name("licensing") / "licence_texts"

# Their texts lie beside the folders of the packages.
_AT_TOP = (
    "Apache-2.0", "GPL-3.0-or-later WITH GCC-exception-3.1", "LGPL-2.1-or-later", "LGPL-3.0-only",
    "LGPL-3.0-or-later",
)  # fmt: skip
# Packages whose own texts have the licences of all libraries inside.
_COMPLETE = ("faiss-cpu", "imagecodecs", "numpy", "pillow", "pip", "rawpy")

_WORDS = {
    Terms.NOTICE: "include its text",
    Terms.SOURCE: "include its text, offer its source, let users replace it",
    Terms.SEPARATE: "never in a package: users get it themselves",
    None: "NOT KNOWN",
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--extra", action="append", default=[])
    parser.add_argument("--frozen", type=Path)
    arguments = parser.parse_args()
    try:
        components = required_components(arguments.extra)
    except UnknownExtraError as error:
        sys.exit(str(error))
    Console(width=None if sys.stdout.isatty() else 160).print(_table(components))
    if arguments.folder:
        write_texts(components, arguments.folder)
    problems = [*unknown_licences(components)]
    if arguments.frozen:
        packaged, system = packaged_components(), system_packages(arguments.frozen)
        problems += forbidden_files(arguments.frozen)
        problems += unlisted_libraries(arguments.frozen, packaged, system)
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    return 1 if problems else 0


def unknown_licences(components: Sequence[Component]) -> Iterator[str]:
    """Yield a sentence for each licence that is not known to be compatible."""
    for each in components:
        if each.name == PACKAGE:
            yield from outdated_parts(each.version)
        if terms_of(each.licence) is None:
            yield (
                f"{each.name} {each.version} has the licence '{each.licence or 'none named'}',"
                " which is not known to be compatible with Apache-2.0."
            )
        for library in each.libraries:
            if terms_of(library.licence) is None:
                yield (
                    f"{each.name} {each.version} contains the library {library.name}, whose"
                    " licence is not known here."
                )


def missing_texts(components: Sequence[Component]) -> Iterator[str]:
    """Yield a sentence for each licence whose text would not lie in a frozen build."""
    for each in components:
        if not each.texts and not each.licence.startswith(_AT_TOP):
            yield f"{each.name} {each.version} comes without the text of its licence."
        for library in each.packaged_libraries:
            is_here = library.texts or library.licence.startswith(_AT_TOP)
            if not is_here and each.name not in _COMPLETE:
                yield (
                    f"{each.name} {each.version} contains {library.name}, and no text of its"
                    " licence is in packaging/licensing/licence_texts/libraries."
                )


def forbidden_files(frozen: Path) -> Iterator[str]:
    """Yield a sentence for each library in a frozen build that must not be passed on with it."""
    separate = [name for name, text in LIBRARIES.items() if terms_of(text) is Terms.SEPARATE]
    for path in sorted(frozen.rglob("*")):
        name = qt_name(path.name)
        found = next((known for known in separate if name.startswith(known)), None)
        if found and path.is_file() and not is_stub(path):
            yield f"{path} is under {LIBRARIES[found]}, and must not be in a package."


def write_texts(components: Sequence[Component], folder: Path) -> None:
    """Write the licence of Lookalike and a folder of texts for each package."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE")
    for text in sorted(OUR_TEXTS.glob("*.txt")):
        shutil.copy(text, folder)
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    if python.is_file():
        shutil.copy(python, folder / "Python.txt")
    for each in components:
        own = folder / each.name
        own.mkdir(exist_ok=True)
        inside = "".join(_of_library(library) for library in each.packaged_libraries)
        summary = f"{each.name} {each.version}: {each.licence}\n{inside}"
        (own / "SUMMARY.txt").write_text(summary, "utf-8")
        for number, text in enumerate(each.texts):
            shutil.copy(text, own / f"{number:02}-{text.name}")
        for text in {text for library in each.packaged_libraries for text in library.texts}:
            shutil.copy(text, own / text.name)


def _of_library(library: Library) -> str:
    """Return what the summary of a package says about a library inside."""
    lines = [
        f"contains {library.title}: {library.licence}",
        *(f"    {line}" for line in library.copyright),
    ]
    if library.texts:
        lines.append(f"    text: {', '.join(text.name for text in library.texts)}")
    return "\n".join(lines) + "\n"


def _table(components: Sequence[Component]) -> Table:
    table = Table("component", "version", "licence", "a package must", box=None)
    for each in components:
        table.add_row(each.name, each.version, each.licence, _WORDS[terms_of(each.licence)])
        for library in each.libraries:
            table.add_row(*_library_row(library))
    return table


def _library_row(library: Library) -> tuple[str, str, str, str]:
    return f"  {library.name}", library.version, library.licence, _WORDS[terms_of(library.licence)]


if __name__ == "__main__":
    sys.exit(main())
