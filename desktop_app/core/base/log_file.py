"""The log: warnings and errors, or with `--verbose` every step. It stays on this machine.

Modules log through `logging.getLogger(__name__)`. A program calls `configure_logging` once at its
start, a job's process `configure_job_logging`.
"""

from __future__ import annotations

import logging
import os
import platform
from datetime import datetime
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from desktop_app.core.base.plain_text import escape_controls
from desktop_app.core.base.private_files import create_private_folder, private_opener

LOG_FILE_NAME = "lookalike.log"
_MAX_BYTES = 1_000_000
_MAX_HEADING_CHARACTERS = 2_000
_MAX_DETAILS_CHARACTERS = 50_000
_PACKAGES = ("desktop_app", "training")
_VERBOSE_VARIABLE = "LOOKALIKE_VERBOSE"  # child processes inherit it


def configure_logging(
    log_file: Path, *, verbose: bool = False, max_bytes: int = _MAX_BYTES
) -> None:
    """Write log entries of all threads to a file, and with `verbose` to standard error too.

    A later call replaces the handlers of an earlier one. With `verbose`, this project's packages
    log from DEBUG, child processes too; everything else logs from WARNING. The file is created at
    the first entry; if it would exceed `max_bytes`, it is renamed to `<name>.1`.
    """
    handlers: list[logging.Handler] = [_LogFileHandler(log_file, max_bytes)]
    os.environ.pop(_VERBOSE_VARIABLE, None)
    if verbose:
        os.environ[_VERBOSE_VARIABLE] = "1"
        handlers.append(logging.StreamHandler())
    _install(handlers, verbose=verbose)


def configure_job_logging() -> None:
    """Write log entries to standard error, which the parent process copies into its own log."""
    _install([logging.StreamHandler()], verbose=_VERBOSE_VARIABLE in os.environ)


def remove_log_handlers() -> None:
    """Undo `configure_logging`: close the handlers that it has installed."""
    root = logging.getLogger()
    for handler in root.handlers[:]:
        if isinstance(handler.formatter, _Formatter):
            root.removeHandler(handler)
            handler.close()


def _install(handlers: list[logging.Handler], *, verbose: bool) -> None:
    remove_log_handlers()
    for handler in handlers:
        handler.setFormatter(_Formatter())
        logging.getLogger().addHandler(handler)
    for package in _PACKAGES:
        logging.getLogger(package).setLevel(logging.DEBUG if verbose else logging.WARNING)


class _Formatter(logging.Formatter):
    """One line of time, level and logger, then the message; warnings and errors name the versions.

    Very long entries lose the end of their first line and the beginning of the rest. Control
    characters are escaped: logs are read in terminals.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s  %(levelname)s  %(name)s  %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        heading, _, details = super().format(record).rstrip().partition("\n")
        heading = escape_controls(heading[:_MAX_HEADING_CHARACTERS])
        details = escape_controls(details[-_MAX_DETAILS_CHARACTERS:], keep="\n\t")
        return f"{heading}\n{details}\n" if details else heading

    def formatTime(self, record: logging.LogRecord, _: str | None = None) -> str:  # noqa: N802
        time = datetime.fromtimestamp(record.created).astimezone()
        text = time.isoformat(sep=" ", timespec="seconds")
        return f"{text}  {_versions()}" if record.levelno >= logging.WARNING else text


class _LogFileHandler(RotatingFileHandler):
    """Opens the file for each entry: several processes write to it, and Windows cannot rename a
    file that is open. An entry that cannot be written is lost without an error.
    """

    def __init__(self, path: Path, max_bytes: int) -> None:
        super().__init__(path, maxBytes=max_bytes, backupCount=1, encoding="utf-8",
                         errors="backslashreplace", delay=True)  # fmt: skip

    def emit(self, record: logging.LogRecord) -> None:
        super().emit(record)
        if self.stream is not None:
            self.stream.close()
            self.stream = None

    def shouldRollover(self, record: logging.LogRecord) -> int:  # noqa: N802
        """Counts bytes, where the standard library counts characters, and never renames nothing."""
        entry = len((self.format(record) + self.terminator).encode("utf-8", "backslashreplace"))
        path = Path(self.baseFilename)
        size = path.stat().st_size if path.exists() else 0
        return int(size > 0 and size + entry > self.maxBytes)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """Lose the entry: a full disk must not stop the program."""

    def _open(self) -> TextIOWrapper:
        create_private_folder(Path(self.baseFilename).parent)
        return open(
            self.baseFilename, "a", encoding=self.encoding, errors=self.errors,
            opener=private_opener,
        )  # fmt: skip


def _versions() -> str:
    from importlib import metadata  # costs 20 ms, and most processes never log a warning

    try:
        version = metadata.version("lookalike")
    except metadata.PackageNotFoundError:
        version = "from source"
    return f"Lookalike {version}, Python {platform.python_version()}, {platform.platform()}"
