"""The application's program, but for watching: there it tells what a test wants told.

    python telling_program.py job REQUEST

Every line of `changes.txt` beside the library is a path that is told as changed, once.
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


def tell(request: WatchRequest) -> Iterator[Watching | FoldersChanged | None]:
    yield Watching(request.roots)
    told = 0
    source = request.library.parent / "changes.txt"
    while True:
        lines = source.read_text("utf-8").splitlines() if source.exists() else []
        if lines[told:]:
            yield FoldersChanged([Path(line) for line in lines[told:]])
            told = len(lines)
        time.sleep(0.05)
        yield None


if __name__ == "__main__":
    request = decode_request(sys.argv[2])
    if isinstance(request, WatchRequest):
        sys.exit(run_job(lambda: tell(request)))  # type: ignore[arg-type, return-value]
    sys.exit(main())
