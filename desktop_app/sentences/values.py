"""Names and times as they appear in sentences."""

from __future__ import annotations

from datetime import datetime


def local_time(moment: datetime) -> str:
    """Return a moment as people write it, to the minute, in the local time zone."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def printable(text: str) -> str:
    """Replace what a terminal or window cannot show: file names need not be UTF-8."""
    return text.encode("utf-8", "replace").decode()
