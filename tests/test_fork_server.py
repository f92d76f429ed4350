"""Processes that are forked behave as those that are started."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fork_server import ForkServer

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks here")


@pytest.fixture(scope="module")
def server() -> Iterator[ForkServer]:
    made = ForkServer()
    yield made
    made.close()


def test_input_output_folder_and_arguments_are_passed_on(
    server: ForkServer, tmp_path: Path
) -> None:
    command = [*server.program("json.tool"), "--compact", "-", "out.json"]
    subprocess.run(command, input=b'{"a": 1}', cwd=tmp_path, check=True)
    assert (tmp_path / "out.json").read_text() == '{"a":1}\n'
    done = subprocess.run(server.program("json.tool"), input=b"[]", capture_output=True)
    assert done.stdout == b"[]\n"


def test_a_failure_is_passed_on(server: ForkServer) -> None:
    done = subprocess.run(server.program("json.tool"), input=b"?", capture_output=True)
    assert done.returncode == 1
    assert b"Expecting value" in done.stderr


def test_the_environment_is_passed_on(
    server: ForkServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    done = subprocess.run(server.program("site"), capture_output=True, text=True)
    assert str(tmp_path) in done.stdout


def test_a_process_ends_when_the_one_that_stands_for_it_is_killed(server: ForkServer) -> None:
    with subprocess.Popen(
        server.program("code"), stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as console:
        assert console.stderr is not None
        assert console.stderr.read(6) == b"Python"  # it waits for input now
        console.kill()
        console.stderr.read()  # to its end, although the input is still open
