"""The words that are known by name, and their Chinese names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.words.errors import WordsError, WordsProblem

CLASSES, PHOTO_WORDS = "classes.tsv", "photo_words.tsv"
_HAN = re.compile(r"[\u3400-\u9fff]+")


@dataclass(frozen=True)
class Entry:
    """A line of a word list.

    Attributes:
        names: English names, the usual one first.
        chinese: Chinese names.
        sense: What stands in the third column: numbers of classes, or none.
    """

    names: tuple[str, ...]
    chinese: tuple[str, ...]
    sense: str


class Dictionary:
    """Replaces Chinese words by English ones, the longest known word first.

    Attributes:
        words: All names that are known, English and Chinese, each once.
    """

    def __init__(self, entries: list[Entry]) -> None:
        self._english: dict[str, str] = {}
        for entry in entries:
            for name in entry.chinese:
                self._english.setdefault(name, entry.names[0])
        self._longest = max(map(len, self._english), default=0)
        names = [name for entry in entries for name in entry.names]
        self.words = tuple(dict.fromkeys([*names, *self._english]))

    def to_english(self, text: str) -> str:
        """Translate the Chinese words of a text; what is not known is left out of them."""
        return " ".join(_HAN.sub(lambda run: f" {self._translated(run[0])} ", text).split())

    def _translated(self, run: str) -> str:
        """Split a run of Chinese characters, which has no blanks, into known words."""
        found, at = [], 0
        while at < len(run):
            word = self._word_at(run, at)
            if word:
                found.append(self._english[word])
            at += len(word) or 1
        return " ".join(found)

    def _word_at(self, run: str, at: int) -> str:
        lengths = range(min(self._longest, len(run) - at), 0, -1)
        return next((run[at : at + n] for n in lengths if run[at : at + n] in self._english), "")


def read_dictionary(folder: Path) -> Dictionary:
    """Read the word lists in a folder, those of photos before the names of classes.

    Raises WordsError.
    """
    return Dictionary([*read_entries(folder / PHOTO_WORDS), *read_entries(folder / CLASSES)])


def read_entries(path: Path) -> list[Entry]:
    """Read a list of words: English names, Chinese names and sense, parted by tabs.

    Names are parted by commas; a line that begins with '#' is a comment. Raises WordsError.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise WordsError(WordsProblem.UNREADABLE, path, str(error)) from error
    return list(_entries(path, lines))


def _entries(path: Path, lines: list[str]) -> Iterator[Entry]:
    for number, line in enumerate(lines, 1):
        if line.startswith("#") or not line.strip():
            continue
        columns = line.split("\t")
        if len(columns) != 3 or not columns[0].strip():
            raise WordsError(WordsProblem.UNREADABLE, path, f"line {number} has not three columns")
        yield Entry(_names(columns[0]), _names(columns[1]), columns[2].strip())


def _names(column: str) -> tuple[str, ...]:
    return tuple(name for name in map(str.strip, column.split(",")) if name)
