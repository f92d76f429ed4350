"""`lookalike` without arguments opens the window; with arguments it is the command line."""

from __future__ import annotations

import sys


def main() -> int:
    if len(sys.argv) > 1:
        from desktop_app.cli import run

        return run()
    from desktop_app.ui.launch import open_window

    return open_window()


if __name__ == "__main__":
    sys.exit(main())
