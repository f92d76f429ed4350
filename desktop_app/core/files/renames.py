"""Give files other names in their folders: first planned and checked, then done file by file.

A file never takes the name of another one, whatever has happened since the plan was made. Its
sidecars get its new name with it.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.files.exclusive_rename import rename_exclusively
from desktop_app.core.files.file_moves import Placed, Step, attempt, flushed_at_end
from desktop_app.core.files.file_names import NameProblem, name_problem
from desktop_app.core.files.sidecar_moves import brought_along, can_have
from desktop_app.core.files.sidecars import (
    OwnSidecar,
    sharing_photos,
    short_sidecar,
    sidecars_beside,
)
from desktop_app.core.photos.picture_formats import has_raw_suffix

DATE, NUMBER, NAME = "{date}", "{number}", "{name}"
_TOKENS = re.compile("|".join(map(re.escape, (DATE, NUMBER, NAME))))
_LEAST_DIGITS = 3


@dataclass(frozen=True)
class NamedFile:
    """A file that may get another name.

    Attributes:
        path: Where it is.
        date: The day when it was taken, such as '2023-07-14'; empty if it is not known.
    """

    path: Path
    date: str


@dataclass(frozen=True)
class Rename:
    """The new name of a file.

    Attributes:
        source: Where it is.
        name: Its new name, with the suffix.
        problem: Why it cannot have that name; None if it can, as far as is known.
    """

    source: Path
    name: str
    problem: NameProblem | None = None

    @property
    def is_change(self) -> bool:
        return self.name != self.source.name


@dataclass(frozen=True)
class Renamable:
    """Files that shall get other names together.

    Attributes:
        files: The files, in the order of their numbers.
        taken: All files in their folders.
    """

    files: Sequence[NamedFile]
    taken: frozenset[Path]

    def by_pattern(self, pattern: str) -> Iterator[Rename]:
        """Plan new names from a text with the tokens DATE, NUMBER and NAME; the suffixes stay."""
        digits = max(_LEAST_DIGITS, len(str(len(self.files))))

        def stem(number: int, file: NamedFile) -> str:
            values = {DATE: file.date, NUMBER: f"{number:0{digits}}", NAME: file.path.stem}
            return _TOKENS.sub(lambda token: values[token[0]], pattern).strip()

        return self._planned(stem)

    def by_name(self, stem: str) -> Rename:
        """Plan the new name of the only file."""
        return next(self._planned(lambda *_: stem.strip()))

    def _planned(self, stem: Callable[[int, NamedFile], str]) -> Iterator[Rename]:
        """Of two files with the same new name, the second has a problem."""
        free_later = {file.path for file in self.files}
        given: set[Path] = set()
        for number, file in enumerate(self.files, 1):
            new, suffix = stem(number, file), file.path.suffix
            rename = Rename(file.path, new + suffix)
            problem = name_problem(new, suffix) if rename.is_change else None
            if problem is None:
                target = file.path.with_name(rename.name)
                is_taken = target in self.taken and target not in free_later
                problem = NameProblem.TAKEN if target in given or is_taken else None
                given.add(target)
            yield Rename(file.path, rename.name, problem)


def rename_files(renames: Iterable[Rename]) -> Generator[Step]:
    """Give the files and their sidecars their new names; one whose name is taken keeps its own.

    A sidecar that several of them share goes with the last one, a RAW file if there is one.
    """
    renamed = [item for item in renames if item.is_change]
    renamed.sort(key=lambda item: has_raw_suffix(item.source))
    targets = {item.source: item.source.with_name(item.name) for item in renamed}
    yield from flushed_at_end(_renames(targets))


def _renames(targets: Mapping[Path, Path]) -> Iterator[Step]:
    sharing: dict[Path, set[Path]] = {}
    for folder in {source.parent for source in targets}:
        sharing |= sharing_photos(folder)

    def own(source: Path) -> list[OwnSidecar]:
        """Another photo may have got the name of one that has shared a sidecar with this one."""
        found = sidecars_beside(source)
        return [each for each in found if each.is_long or sharing.get(each.path) == {source}]

    for source in _in_order(targets):
        step = attempt(source, lambda source=source: _renamed(source, targets[source], own(source)))  # type: ignore[misc]
        if isinstance(step, Placed):
            sharing.get(short_sidecar(source), set()).discard(source)
        yield step


def _renamed(source: Path, target: Path, sidecars: Sequence[OwnSidecar]) -> Placed:
    """Raises OSError."""
    for each in sidecars:
        if not can_have(each, target):
            raise _taken(each.beside(target))
    with brought_along(sidecars, target) as follow:
        rename_exclusively(source, target)
        return Placed(source, target, moved_sidecars=follow(target))


def _taken(sidecar: Path) -> OSError:
    """The reason names the file, which is not the one that keeps its name."""
    name = os.fsencode(sidecar.name).decode("utf-8", "replace")
    return FileExistsError(errno.EEXIST, f"{name}: {os.strerror(errno.EEXIST)}")


def _in_order(targets: Mapping[Path, Path]) -> Iterator[Path]:
    """A file that has the new name of another one goes before that one. In a circle no name gets
    free, and all keep theirs.
    """
    waiting = set(targets)
    for first in targets:
        chain: dict[Path, None] = {}
        source = first
        while source in waiting and source not in chain:
            chain[source] = None
            source = targets[source]
        for source in reversed(chain):
            waiting.remove(source)
            yield source
