"""Paths as people give them: with `~`, as `file://` addresses, through links and dots."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote_to_bytes

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_FILE_ADDRESS = re.compile(r"file:(?://(?:localhost)?(?=/)|(?=/(?!/)))", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Whether a word is the address of something that is no file here, such as a web page."""
    return _ADDRESS.match(text) is not None and _in_file_address(text) is None


def given_path(text: str) -> Path:
    """Return the path that a word stands for; it is relative if the word is.

    `~` and `~name` are home folders, also where the shell has left them, as in `--library=~/x`.
    An address `file:///...` is decoded.
    """
    if os.path.lexists(text):
        return Path(text)
    return Path(_in_file_address(text) or os.path.expanduser(text))  # noqa: PTH111


def possible_places(path: Path) -> tuple[Path, ...]:
    """Return the absolute paths by which a library may know a path that was given.

    A library resolves the links in the path of a root, and keeps those inside a root: a photo can
    itself be a link.
    """
    absolute = path.absolute()
    in_real_folder = resolved(absolute.parent) / absolute.name
    return in_real_folder, Path(os.path.abspath(path)), resolved(path)  # noqa: PTH100


def resolved(path: Path) -> Path:
    """Resolve links and dots as far as the path exists. Unlike Path.resolve, this never fails."""
    return Path(os.path.realpath(path))


def _in_file_address(text: str) -> str | None:
    """Return the path in an address of a file on this machine; None if it is none."""
    beginning = _FILE_ADDRESS.match(text)
    if beginning is None:
        return None
    rest = text[beginning.end() :]
    if os.name == "nt":
        from urllib.request import url2pathname  # takes 80 ms: it loads HTTP and TLS

        return url2pathname(rest)
    return os.fsdecode(unquote_to_bytes(os.fsencode(rest)))
