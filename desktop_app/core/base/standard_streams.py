"""The standard streams of a process that may have been started without them."""

from __future__ import annotations

import os
import sys


def open_closed_streams() -> None:
    """Open the null device in place of the standard streams that are closed.

    Otherwise the next files that are opened, such as a database, would take their numbers, and
    whatever prints would write into these files. Writing to a standard output that was closed fails
    as before (EBADF); what is written to a standard error that was closed is lost.
    """
    for number, mode in enumerate((os.O_RDONLY, os.O_RDONLY, os.O_WRONLY)):
        if not _is_open(number):
            os.open(os.devnull, mode)  # gets the lowest free number
            os.set_inheritable(number, True)  # noqa: FBT003
    if sys.stdout is None:
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115


def discard_output(number: int) -> None:
    """Send what is still written to a standard stream to the null device."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, number)
    os.close(null)


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True
