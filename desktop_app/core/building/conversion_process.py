"""Adapt a foreign network in a process with limits of memory and time.

The file may be hostile: it may crash the parser or the runtime, hang, or swell. Of what the process
answers, the network is checked like that of any foreign model before it runs (network_check.py).
"""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
from contextlib import suppress
from dataclasses import asdict, replace
from multiprocessing.connection import Connection
from pathlib import Path

import psutil

from desktop_app.core.base.json_codec import decode_json, parse_json
from desktop_app.core.base.processors import awake_seconds
from desktop_app.core.building.errors import BuildError, BuildProblem
from desktop_app.core.building.feature_network import FeatureNetwork, adapted_network
from desktop_app.core.building.network_file import check_network_file
from desktop_app.core.building.network_options import NetworkOptions
from desktop_app.core.bundle.model_bundle import ENCODER, MAX_FILE_BYTES
from desktop_app.core.bundle.network_process import limit_resources, limit_seconds

_LIBRARY_BYTES = 512 * 2**20  # what the libraries take, where the system sets no limit
_MEMORY_BYTES = 2**30
# Of the weights: parsed, written for the runtime, and loaded by it, twice.
_COPIES = 8
_SECONDS = 600.0
_WATCH_SECONDS = 0.2
_MAX_TEXT_BYTES, _MAX_DETAIL_CHARACTERS = 2**16, 1000
_ADAPTED, _REFUSED = "adapted", "refused"


def adapt_safely(path: Path, options: NetworkOptions, seconds: float = _SECONDS) -> FeatureNetwork:
    """Do as `adapted_network`, which may take so many seconds of a processor. Raises BuildError."""
    size = check_network_file(path) + _bytes_beside(path)
    memory = _MEMORY_BYTES + _COPIES * size
    context = multiprocessing.get_context("spawn")
    connection, theirs = context.Pipe()
    arguments = (path, options, theirs, memory, seconds)
    process = context.Process(target=_serve, args=arguments, daemon=True)
    process.start()
    theirs.close()
    try:
        _wait(path, process, connection, memory + _LIBRARY_BYTES, seconds)
        return _answer(path, connection)
    except (EOFError, OSError) as error:
        raise BuildError(path, BuildProblem.NOT_RUNNABLE, _why_ended(process)) from error
    finally:
        _end(process)
        connection.close()


def _serve(
    path: Path, options: NetworkOptions, parent: Connection, memory: int, seconds: float
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent gets it, too, and ends us
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # errors are expected
    limit_resources(memory)
    limit_seconds(seconds)
    answer = _adapted(path, options)
    with suppress(OSError):  # the parent has ended
        if isinstance(answer, FeatureNetwork):
            parent.send_bytes(_text(kind=_ADAPTED, **asdict(replace(answer, content=b""))))
            parent.send_bytes(answer.content)
        else:
            detail = answer.detail[:_MAX_DETAIL_CHARACTERS]
            parent.send_bytes(_text(kind=_REFUSED, problem=answer.problem, detail=detail))


def _adapted(path: Path, options: NetworkOptions) -> FeatureNetwork | BuildError:
    try:
        return adapted_network(path, options)
    except BuildError as error:
        return error
    except MemoryError:
        return BuildError(path, BuildProblem.NOT_RUNNABLE, "it needs too much memory")


def _text(**values: object) -> bytes:
    return json.dumps(values, default=bytes.decode).encode()


def _answer(path: Path, connection: Connection) -> FeatureNetwork:
    """Raises BuildError, EOFError, OSError."""
    text = connection.recv_bytes(_MAX_TEXT_BYTES)
    try:
        values = parse_json(text)
        if values.pop("kind") == _REFUSED:
            raise BuildError(path, BuildProblem(values["problem"]), str(values["detail"]))
        network = decode_json(json.dumps(values), FeatureNetwork)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BuildError(path, BuildProblem.NOT_RUNNABLE, "it crashed") from error
    try:
        content = connection.recv_bytes(MAX_FILE_BYTES[ENCODER])
    except OSError as error:
        limit = f"{MAX_FILE_BYTES[ENCODER] / 1e6:,.0f}"
        raise BuildError(path, BuildProblem.TOO_MANY_WEIGHTS, limit) from error
    return replace(network, content=content)


def _wait(
    path: Path, process: multiprocessing.process.BaseProcess, connection: Connection,
    most_bytes: int, seconds: float,
) -> None:  # fmt: skip
    deadline = awake_seconds() + 6 * seconds  # a process that gets no processor may wait
    while not connection.poll(_WATCH_SECONDS):
        if awake_seconds() > deadline:
            raise BuildError(path, BuildProblem.NOT_RUNNABLE, "it runs too long")
        with suppress(psutil.Error):
            if psutil.Process(process.pid).memory_info().rss > most_bytes:
                raise BuildError(path, BuildProblem.NOT_RUNNABLE, "it needs too much memory")


def _end(process: multiprocessing.process.BaseProcess) -> None:
    process.kill()
    process.join()
    process.close()


def _why_ended(process: multiprocessing.process.BaseProcess) -> str:
    process.join(_WATCH_SECONDS)
    too_long = hasattr(signal, "SIGXCPU") and process.exitcode == -signal.SIGXCPU
    return "it runs too long" if too_long else "it crashed"


def _bytes_beside(path: Path) -> int:
    """Return the size of the files that may hold weights of the network."""
    others = [other for other in path.parent.iterdir() if other.name.startswith(path.stem)]
    return min(sum(_size(other) for other in others if other != path), 2**30)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
