"""Give files other names in their folders: first planned and checked, then done file by file.

A file never takes the name of another one, whatever has happened since the plan was made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.files.exclusive_rename import rename_exclusively
from desktop_app.core.files.file_moves import Step, attempt, flushed_at_end
from desktop_app.core.files.file_names import NameProblem, name_problem

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
    """Give the files their new names; one whose name is taken keeps its own."""
    targets = {item.source: item.source.with_name(item.name) for item in renames if item.is_change}
    yield from flushed_at_end(
        attempt(source, lambda source=source: _renamed(source, targets[source]))  # type: ignore[misc]
        for source in _in_order(targets)
    )


def _renamed(source: Path, target: Path) -> Path:
    """Raises OSError."""
    rename_exclusively(source, target)
    return target


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
