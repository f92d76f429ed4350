"""Processes that train along with one that has started them."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress

import psutil
import pytest

from desktop_app.core.base.paths import default_bundle
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.requests import TrainRequest
from desktop_app.core.models.retraining import Retraining

pytestmark = pytest.mark.slow

_WAITS_FOR_ONE_THAT_FAILS = """
from training.jobs.worker_processes import worker_processes
with worker_processes(["worker", "nowhere", "nowhere"], 2):
    raise AssertionError("it cannot come to that")
"""
_NEVER_JOINS_ITS_GROUP = """
import sys, time
from training.jobs import worker_processes
def never_joins(group):
    group._connections[0].recv_bytes()
    print("The worker waits", flush=True)
    time.sleep(10**6)
worker_processes.training_device = never_joins
with worker_processes.worker_processes(["worker", *sys.argv[1:]], 2):
    raise AssertionError("it cannot come to that")
"""
_WAIT_S = 300


def test_a_worker_that_fails_ends_the_training_that_waits_for_it() -> None:
    command = [sys.executable, "-c", _WAITS_FOR_ONE_THAT_FAILS]
    done = subprocess.run(command, capture_output=True, text=True, timeout=_WAIT_S)
    assert done.returncode == 1
    assert "it cannot come to that" not in done.stderr


def test_a_worker_that_waits_for_its_group_exits_when_the_main_process_is_killed(
    files: LibraryFiles,
) -> None:
    request = TrainRequest(files.folder, [], 64, None, previews=False)
    with Retraining(files).running(request):
        arguments = [str(files.folder), str(default_bundle())]
        command = [sys.executable, "-c", _NEVER_JOINS_ITS_GROUP, *arguments]
        main = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert main.stdout is not None
        try:
            assert main.stdout.readline() == b"The worker waits\n"
            (worker,) = psutil.Process(main.pid).children()
        finally:
            main.kill()
        try:
            main.communicate(timeout=_WAIT_S)  # the worker holds the other end of this pipe, too
        finally:
            with suppress(psutil.NoSuchProcess):
                worker.kill()
