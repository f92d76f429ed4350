"""Run commands of the program, each in a process of its own."""

from __future__ import annotations

import json
import subprocess
from typing import Any

from tests.fork_server import shared_server


def run_cli(*words: object, fails: int = 0) -> subprocess.CompletedProcess[str]:
    """Run a command, which must end with this exit status, and return what it printed."""
    done = subprocess.run(
        [*shared_server().program(), *map(str, words)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == fails, done.stderr
    assert "Traceback" not in done.stderr
    return done


def run_json(*words: object, fails: int = 0) -> Any:
    """As `run_cli`, with `--json`, and return the decoded output."""
    return json.loads(run_cli(*words, "--json", fails=fails).stdout)
