"""The entry point: the window, the command line, a job, or a worker that reads photos."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection

from desktop_app.arguments import window_request
from desktop_app.core.base.earlier_versions import delete_old_telemetry
from desktop_app.core.base.errors import PhotoError
from desktop_app.core.base.standard_streams import open_closed_streams


def main() -> int:
    """Run the program and return its exit status."""
    open_closed_streams()
    # Child processes must not import modules from the current folder.
    os.environ["PYTHONSAFEPATH"] = "1"
    match sys.argv[1:]:
        case ["job", work]:
            from desktop_app.job import run as run_work

            return run_work(work)
        case ["read-photos", memory_bytes] if memory_bytes.isdecimal():
            from desktop_app.core.reading.worker import run as read_photos

            return read_photos(int(memory_bytes))
    delete_old_telemetry()
    try:
        request = window_request(sys.argv[1:], _commands)
    except PhotoError as error:
        return _refuse(error)
    if request is None:
        from desktop_app.cli.app import run

        return run()
    from desktop_app.ui.shell.launch import open_window

    return open_window(request)


def _refuse(error: PhotoError) -> int:
    from desktop_app.cli.terminal import print_error
    from desktop_app.sentences.errors import error_message

    print_error(error_message(error))
    return 1


def _commands() -> Collection[str]:
    from desktop_app.cli.app import command_names

    return command_names()


if __name__ == "__main__":
    sys.exit(main())
