"""Names and times as they appear in sentences."""

from __future__ import annotations

from datetime import datetime


def local_time(moment: datetime) -> str:
    """Return a moment as people write it, to the minute, in the local time zone."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def printable(text: str) -> str:
    """Replace what a terminal or window cannot show: file names need not be UTF-8."""
    return text.encode("utf-8", "replace").decode()


def size_text(size_bytes: int) -> str:
    """Return the size of a file as people write it, with decimal units."""
    for unit, factor in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size_bytes >= factor:
            return f"{size_bytes / factor:,.1f} {unit}"
    return f"{size_bytes} bytes"
