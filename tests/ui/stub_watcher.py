"""The application's program with a stub of its folder watching.

    python stub_watcher.py job REQUEST

The stub reports each line of `changes.txt` beside the library, once, as a path that has changed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from desktop_app.__main__ import main
from desktop_app.core.jobs.progress import FoldersChanged, Watching
from desktop_app.core.jobs.requests import WatchRequest, decode_request
from desktop_app.core.jobs.run_job import run_job


def watch(request: WatchRequest) -> Iterator[Watching | FoldersChanged | None]:
    yield Watching(request.roots)
    reported = 0
    source = request.library.parent / "changes.txt"
    while True:
        lines = source.read_text("utf-8").splitlines() if source.exists() else []
        if lines[reported:]:
            yield FoldersChanged([Path(line) for line in lines[reported:]])
            reported = len(lines)
        time.sleep(0.05)
        yield None


if __name__ == "__main__":
    try:
        request = decode_request(sys.argv[2], [WatchRequest])
    except ValueError:
        sys.exit(main())
    sys.exit(run_job(lambda: watch(request)))  # type: ignore[arg-type, return-value]
