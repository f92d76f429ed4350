"""What `lookalike` was started for: its window, or a command. Loads nothing that takes long."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

_SEPARATORS = tuple(mark for mark in (os.sep, os.altsep) if mark)


@dataclass(frozen=True)
class WindowRequest:
    """`pictures` are searched for together; folders among them join the library. `library` None:
    the user's own. `verbose`: every step is logged.
    """

    pictures: tuple[Path, ...] = ()
    library: Path | None = None
    verbose: bool = False


def window_request(
    words: Sequence[str], commands: Callable[[], Collection[str]]
) -> WindowRequest | None:
    """None where the words are for the command line.

    `commands`, its names, are asked for only where the first word could be one: a bare word
    without a dot. A picture of such a name is given as `./index`, or after `--`.
    """
    rest = list(words)
    pictures: list[str] = []
    library: Path | None = None
    verbose = False
    while rest:
        word = rest.pop(0)
        if word == "--":
            pictures, rest = [*pictures, *rest], []
        elif word == "--verbose":
            verbose = True
        elif word == "--library" and rest:
            library = Path(rest.pop(0))
        elif word.startswith("--library="):
            library = Path(word.removeprefix("--library="))
        elif word.startswith("-") or not (pictures or _is_picture(word, commands)):
            return None
        else:
            pictures.append(word)
    return WindowRequest(tuple(Path(word).absolute() for word in pictures), library, verbose)


def _is_picture(word: str, commands: Callable[[], Collection[str]]) -> bool:
    """A name with a dot or a folder is one even where no file is there: the window says so."""
    if "." in word or any(mark in word for mark in _SEPARATORS):
        return True
    return os.path.lexists(word) and word not in commands()
