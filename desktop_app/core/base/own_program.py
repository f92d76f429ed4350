"""How to start this very program again."""

from __future__ import annotations

import sys


def own_program() -> list[str]:
    """Return the command that starts this program, to which arguments are appended.

    Python gets -P, so that it imports nothing from the current folder; a frozen application is
    started directly.
    """
    frozen = getattr(sys, "frozen", False)
    return [sys.executable] if frozen else [sys.executable, "-P", "-m", "desktop_app"]
