"""What the user leaves out of scans: stored in the library, and changed by a short job.

Photos that are left out keep their rows, descriptors and codes, but are neither shown nor searched;
they are back after the next scan that does not leave them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.base.errors import InvalidPatternError, UnknownPatternError
from desktop_app.core.base.json_codec import decode_json, encode_json
from desktop_app.core.catalogue.catalogue import Catalogue, meta_value
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.database.opening import library_errors, transaction
from desktop_app.core.jobs.progress import ExclusionsStored

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_KEY = "exclusions"

# Characters of patterns, and how names have them.
_SPECIAL, _ESCAPED = r"[*?[\\]", r"\\\g<0>"


@dataclass(frozen=True)
class Exclusions:
    """The user's choice for the whole library.

    Attributes:
        patterns: In the syntax of .gitignore, relative to each root. The last one that matches a
            file decides.
        follow_links: Follow symbolic links that lead out of the library's roots.
    """

    patterns: tuple[str, ...] = ()
    follow_links: bool = False

    def with_added(self, patterns: list[str]) -> tuple[str, ...]:
        """Return the patterns with new ones at the end. Raises InvalidPatternError."""
        if not all(map(str.strip, patterns)):
            raise InvalidPatternError("")
        return tuple(dict.fromkeys((*self.patterns, *patterns)))

    def with_folder(self, folder: Path, roots: list[Path]) -> Exclusions:
        """Return the choice with the pattern of one folder, which is inside one of the roots."""
        around = [root for root in roots if root in folder.parents]
        inside = folder.relative_to(max(around, key=lambda root: len(root.parts)))
        pattern = f"/{re.sub(_SPECIAL, _ESCAPED, inside.as_posix())}/"
        return replace(self, patterns=self.with_added([pattern]))

    def without(self, patterns: list[str]) -> tuple[str, ...]:
        """Return the patterns without some. Raises UnknownPatternError."""
        unknown = next((each for each in patterns if each not in self.patterns), None)
        if unknown is not None:
            raise UnknownPatternError(unknown)
        return tuple(each for each in self.patterns if each not in patterns)


def read_exclusions(catalogue: Catalogue) -> Exclusions:
    """Return the stored choice; the default where there is none or it is damaged."""
    try:
        return decode_json(meta_value(catalogue, _KEY) or "{}", Exclusions)
    except ValueError:
        return Exclusions()


def store_exclusions(files: LibraryFiles, exclusions: Exclusions) -> Iterator[ExclusionsStored]:
    """Replace the stored choice; the next scan acts on it.

    Raises:
        InvalidPatternError: A pattern is not valid; nothing was changed.
        LibraryBusyError: Another process writes the library.
        LibraryDamagedError, LibraryUnwritableError: The catalogue cannot be changed.
    """
    compiled(exclusions.patterns)
    with files.writing(), Catalogue(files) as catalogue, library_errors(files.catalogue):
        with transaction(catalogue.connection):
            catalogue.connection.execute(
                "REPLACE INTO meta (key, value) VALUES (?, ?)", (_KEY, encode_json(exclusions))
            )
        yield ExclusionsStored(list(exclusions.patterns))


def store_following(files: LibraryFiles, *, follow_links: bool) -> Iterator[ExclusionsStored]:
    """Store only whether scans follow links. Raises the errors of the library."""
    with Catalogue(files) as catalogue:
        stored = read_exclusions(catalogue)
    yield from store_exclusions(files, replace(stored, follow_links=follow_links))


def compiled(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    """Compile patterns; empty lines and comments match nothing. Raises InvalidPatternError."""
    from pathspec import GitIgnoreSpec  # only where there are patterns

    for pattern in patterns:
        if "\n" in pattern:
            raise InvalidPatternError(pattern)
        try:
            GitIgnoreSpec.from_lines([pattern])
        except (ValueError, re.error) as error:
            raise InvalidPatternError(pattern) from error
    return GitIgnoreSpec.from_lines(patterns)
