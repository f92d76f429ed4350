"""Decide from the arguments whether `lookalike` opens its window or runs a command.

This module imports nothing that is slow to load.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.base.errors import PhotoError, PhotoProblem
from desktop_app.core.base.given_paths import given_path, is_address

_SEPARATORS = tuple(mark for mark in (os.sep, os.altsep) if mark)


@dataclass(frozen=True)
class WindowRequest:
    """What the window is opened with.

    Attributes:
        pictures: Search for these pictures together; folders among them are added to the library.
        library: Folder of the library; None is the one that was opened last.
        verbose: Log every step.
    """

    pictures: tuple[Path, ...] = ()
    library: Path | None = None
    verbose: bool = False


def window_request(
    words: Sequence[str], commands: Callable[[], Collection[str]]
) -> WindowRequest | None:
    """Parse the arguments of the window; return None if they are for the command line.

    A first word that is the name of a command is that command; a picture of such a name is given
    as `./index`, or after `--`.

    Args:
        words: The arguments, without the name of the program.
        commands: Returns the names of the commands. Called only if the first word could be one,
            since it has to import the command line.

    Raises:
        PhotoError: A picture is a link.
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
            library = given_path(rest.pop(0))
        elif word.startswith("--library="):
            library = given_path(word.removeprefix("--library="))
        elif word.startswith("-") or not (pictures or _is_picture(word, commands)):
            return None
        else:
            pictures.append(word)
    return WindowRequest(tuple(_picture(word) for word in pictures), library, verbose)


def _picture(word: str) -> Path:
    if is_address(word):
        raise PhotoError(Path(word), PhotoProblem.LINK, word)
    return given_path(word).absolute()


def _is_picture(word: str, commands: Callable[[], Collection[str]]) -> bool:
    """Return True for a path, whether or not it exists: the window reports a missing file."""
    if "." in word or any(mark in word for mark in _SEPARATORS):
        return True
    return os.path.lexists(word) and word not in commands()
