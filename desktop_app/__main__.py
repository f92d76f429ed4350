"""The entry point: a job's child process, the command line, or the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection

from desktop_app.arguments import window_request


def main() -> int:
    """Run the program and return its exit status."""
    # Child processes must not import modules from the current folder.
    os.environ["PYTHONSAFEPATH"] = "1"
    match sys.argv[1:]:
        case ["job", work]:
            from desktop_app.job import run as run_work

            return run_work(work)
    request = window_request(sys.argv[1:], _commands)
    if request is None:
        from desktop_app.cli.app import run

        return run()
    from desktop_app.ui.shell.launch import open_window

    return open_window(request)


def _commands() -> Collection[str]:
    from desktop_app.cli.app import command_names

    return command_names()


if __name__ == "__main__":
    sys.exit(main())
