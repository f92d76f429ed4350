"""Run commands of the program, each in a process of its own.

Where the system can fork, the processes come from one that has imported what commands need; this
saves half a second of a core each.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from multiprocessing.context import ForkServerContext
from pathlib import Path
from typing import Any

_PRELOADED = [
    "desktop_app.__main__",
    "desktop_app.cli.app",
    "desktop_app.core.bundle.model_trial",
    "desktop_app.core.bundle.network_process",
    "desktop_app.core.care.back_up",
    "desktop_app.core.indexing.indexer",
    "desktop_app.core.indexing.watching",
    "desktop_app.core.models.model_exchange",
    "desktop_app.core.models.model_use",
    "desktop_app.core.reading.worker",
    "desktop_app.core.search.photo_search",
    "desktop_app.job",
    "multiprocessing.popen_forkserver",
    "numpy.ma",
    "rich.console",
    "tests.fork_server",
    "typer._adapters",
    "zoneinfo",
]


def forking_context() -> ForkServerContext:
    """Processes that are forked from one that has imported the libraries."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    return context


def run_cli(*words: object, fails: int = 0) -> subprocess.CompletedProcess[str]:
    """Run a command, which must end with this exit status, and return what it printed."""
    arguments = [str(word) for word in words]
    done = _started(arguments) if sys.platform == "win32" else _forked(arguments)
    assert done.returncode == fails, done.stderr
    assert "Traceback" not in done.stderr
    return done


def run_json(*words: object, fails: int = 0) -> Any:
    """As `run_cli`, with `--json`, and return the decoded output."""
    return json.loads(run_cli(*words, "--json", fails=fails).stdout)


def _started(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "desktop_app", *arguments]
    return subprocess.run(command, capture_output=True, text=True)


def _forked(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    with tempfile.TemporaryDirectory() as folder:
        streams = [Path(folder, name) for name in ("output", "errors")]
        process = forking_context().Process(
            target=_run, args=(arguments, dict(os.environ), Path.cwd(), streams)
        )
        process.start()
        process.join()
        status = process.exitcode or 0
        process.close()
        output, errors = (stream.read_text("utf-8") for stream in streams)
    return subprocess.CompletedProcess(arguments, status, output, errors)


def _run(
    arguments: list[str], environment: Mapping[str, str], folder: Path, streams: Sequence[Path]
) -> None:
    from desktop_app.__main__ import main
    from tests.forked_workers import forked_workers

    for number, stream in enumerate(streams, start=1):
        os.dup2(os.open(stream, os.O_WRONLY | os.O_CREAT), number)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    sys.argv = ["lookalike", *arguments]
    with forked_workers():
        sys.exit(main())
