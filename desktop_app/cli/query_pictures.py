"""The pictures that a search is given: files, `file://` addresses, and standard input."""

from __future__ import annotations

import os
import re
import select
import stat
import tempfile
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from desktop_app.core.base.errors import PhotoError, PhotoProblem
from desktop_app.core.base.given_paths import given_path, is_address
from desktop_app.core.photos.photo_reader import file_error
from desktop_app.core.photos.picture_formats import HEAD_BYTES, sniff

_STANDARD_INPUT = {"-", "/dev/stdin"}
_OPEN_FILE = re.compile(r"/(?:dev|proc/self)/fd/(\d{1,9})")
_MAX_INPUT_MB = 512
_PIECE_BYTES = 2**20
_WAIT_FOR_WRITER_MS = 3_000


class QueryPictures:
    """Finds the files of pictures by the words that the user has typed.

    What comes through standard input, or through a pipe such as `<(...)` of a shell, is saved in a
    temporary folder until the block ends: decoding needs a file.
    """

    def __init__(self) -> None:
        self._opened = ExitStack()
        self._received: dict[str, Path] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._opened.close()

    def file(self, word: str) -> Path:
        """Return the file of a picture. Raises PhotoError where there can be none."""
        if is_address(word):
            raise PhotoError(Path(word), PhotoProblem.LINK, word)
        if _is_input(word):
            if word not in self._received:  # standard input can be read only once
                self._received[word] = self._receive(word)
            return self._received[word]
        return _checked(given_path(word))

    def _receive(self, word: str) -> Path:
        folder = tempfile.TemporaryDirectory(prefix="lookalike-")
        target = Path(self._opened.enter_context(folder), "picture")
        try:
            # Not flushed: it ends with this process.
            with _opened_input(word) as source, target.open("wb") as copy:
                _copy_picture(source, copy, shown_path(word))
        except OSError as error:
            raise file_error(shown_path(word), error) from error
        return target


def shown_path(word: str) -> Path:
    """Return the path by which messages name a picture."""
    return Path("Standard input") if word in _STANDARD_INPUT else given_path(word)


def _is_input(word: str) -> bool:
    is_open = word in _STANDARD_INPUT or _OPEN_FILE.fullmatch(word) is not None
    return is_open or stat.S_ISFIFO(_mode(given_path(word)))


def _mode(path: Path) -> int:
    """Raises PhotoError where the file cannot be found."""
    try:
        return path.stat().st_mode
    except OSError as error:
        raise file_error(path, error) from error
    except ValueError as error:  # a null character, from '%00' in an address
        raise PhotoError(path, PhotoProblem.VANISHED) from error


def _checked(path: Path) -> Path:
    """Return the path of a regular file. Raises PhotoError for anything else."""
    mode = _mode(path)
    if stat.S_ISDIR(mode):
        raise PhotoError(path, PhotoProblem.FOLDER)
    if not stat.S_ISREG(mode):
        raise PhotoError(path, PhotoProblem.SPECIAL_FILE)
    return path


def _opened_input(word: str) -> BinaryIO:
    """Open an open file of this process again, or a named pipe. Raises PhotoError, OSError."""
    numbered = _OPEN_FILE.fullmatch(word)
    if word not in _STANDARD_INPUT and numbered is None:
        return _opened_pipe(given_path(word))
    number = int(numbered[1]) if numbered else 0
    if os.isatty(number):  # nobody types a picture
        raise PhotoError(shown_path(word), PhotoProblem.NO_INPUT)
    return open(number, "rb", closefd=False)


def _opened_pipe(path: Path) -> BinaryIO:
    """Open a named pipe. Raises PhotoError if nobody writes into it."""
    number = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    pipe = os.fdopen(number, "rb")
    waiting = select.poll()
    waiting.register(number, select.POLLIN)
    if not waiting.poll(_WAIT_FOR_WRITER_MS):
        pipe.close()
        raise PhotoError(path, PhotoProblem.NO_INPUT)
    os.set_blocking(number, True)
    return pipe


def _copy_picture(source: BinaryIO, target: BinaryIO, shown: Path) -> None:
    """Copy to the end, or only the beginning of what is no picture. Raises PhotoError, OSError."""
    piece = source.read(HEAD_BYTES)
    if not piece:
        raise PhotoError(shown, PhotoProblem.NO_INPUT)
    is_picture = sniff(piece, shown) is not None
    copied = 0
    while piece:
        copied += len(piece)
        if copied > _MAX_INPUT_MB * 2**20:
            raise PhotoError(shown, PhotoProblem.TOO_MUCH_INPUT, str(_MAX_INPUT_MB))
        target.write(piece)
        piece = source.read(_PIECE_BYTES) if is_picture else b""
