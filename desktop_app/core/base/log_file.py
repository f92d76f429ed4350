"""The log: what went wrong, in words for whoever mends it. It stays on this machine."""

from __future__ import annotations

import platform
import threading
from datetime import datetime
from importlib import metadata
from pathlib import Path

_MOST_BYTES = 1_000_000
_LONGEST_ENTRY = 50_000


class LogFile:
    """Grows to a limit; then it becomes `.1`, and what was `.1` is gone. May be used by any thread,
    and never fails: where it cannot be written, the entry is lost.
    """

    def __init__(self, folder: Path, most_bytes: int = _MOST_BYTES) -> None:
        self.path = folder / "lookalike.log"
        self._most_bytes = most_bytes
        self._lock = threading.Lock()

    def note(self, heading: str, text: str) -> None:
        """An entry under its time. Names that are not UTF-8 are kept readable."""
        when = datetime.now().astimezone().isoformat(sep=" ", timespec="seconds")
        entry = f"{when}  {_versions()}  {heading}\n{text[-_LONGEST_ENTRY:].rstrip()}\n\n"
        with self._lock:
            try:
                self._write(entry.encode("utf-8", "backslashreplace"))
            except OSError:
                return

    def _write(self, entry: bytes) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if self.path.exists() and self.path.stat().st_size + len(entry) > self._most_bytes:
            self.path.replace(self.path.with_suffix(".log.1"))
        with self.path.open("ab") as file:
            file.write(entry)


def _versions() -> str:
    try:
        version = metadata.version("lookalike")
    except metadata.PackageNotFoundError:
        version = "from source"
    return f"Lookalike {version}, Python {platform.python_version()}, {platform.platform()}"
