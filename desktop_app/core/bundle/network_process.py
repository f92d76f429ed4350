"""The process that runs the networks of a foreign bundle, within limits.

A hostile graph may crash the runtime, hang, or allocate all memory. This process checks the graphs
before it loads them, reads each file once, may not write any, and ends with its parent.
"""

from __future__ import annotations

import hashlib
import json
import os
import signal
import sys
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

import psutil

from desktop_app.core.base.errors import BundleError, BundleProblem
from desktop_app.core.base.regular_file import open_regular_file
from desktop_app.core.bundle.descriptor_graph import descriptor_graph
from desktop_app.core.bundle.model_bundle import ENCODER, MAX_FILE_BYTES, ModelBundle
from desktop_app.core.bundle.network_check import check_network, parse
from desktop_app.core.bundle.network_limits import CHECK, COMPUTED, REFUSED, memory_limit
from desktop_app.core.bundle.networks import Array, LoadedNetworks
from desktop_app.core.bundle.signatures import signatures

_MAX_DETAIL_CHARACTERS = 1000


def serve(bundle: ModelBundle, parent: Connection, seconds: float) -> None:
    """Answer the requests of the parent: pairs of a network's name and its input."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent gets it, too, and ends us
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # errors are expected
    limit_resources(memory_limit(bundle))
    networks: CheckedNetworks | None = None
    with suppress(EOFError, OSError):  # the parent has ended
        while True:
            name, values = parent.recv()
            limit_seconds(seconds)
            try:
                networks = networks or CheckedNetworks(bundle)
                answer = COMPUTED + _computed(networks, name, values)
            except BundleError as error:
                answer = _refusal(error.problem, error.detail)
            except MemoryError:
                answer = _refusal(BundleProblem.NOT_RUNNABLE, "it needs too much memory")
            parent.send_bytes(answer)


def _computed(networks: CheckedNetworks, name: str, values: Array) -> bytes:
    if name == CHECK:
        return networks.bundle.manifest.descriptor_graph.encode()
    return b"".join(output.tobytes() for output in networks.run(name, values))


def _refusal(problem: BundleProblem, detail: str) -> bytes:
    return REFUSED + json.dumps([problem.value, detail[:_MAX_DETAIL_CHARACTERS]]).encode()


def limit_resources(memory_bytes: int) -> None:
    """Limit what this process takes from now on, and forbid writing to files; on Linux only."""
    if sys.platform == "linux":
        import resource

        memory = psutil.Process().memory_info().vms + memory_bytes
        for kind, limit in (
            (resource.RLIMIT_AS, memory),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            resource.setrlimit(kind, (limit, limit))


def limit_seconds(seconds: float) -> None:
    """Let the system end this process after so many seconds of work; on Linux only."""
    if sys.platform == "linux":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        most = int(used.ru_utime + used.ru_stime + seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))


class CheckedNetworks(LoadedNetworks):
    """Networks whose graphs were checked, loaded from the very bytes that the manifest names."""

    def __init__(self, bundle: ModelBundle) -> None:
        """Raises BundleError."""
        graph = ""
        for name, signature in signatures(bundle.manifest).items():
            model = parse(bundle, name, _content(bundle, name))
            check_network(bundle, name, model, signature)
            if name == ENCODER:
                graph = descriptor_graph(model)
        super().__init__(replace(bundle, manifest=replace(bundle.manifest, descriptor_graph=graph)))

    def _model(self, name: str) -> Path | bytes:
        return _content(self.bundle, name)


def _content(bundle: ModelBundle, name: str) -> bytes:
    """Read a file once. Raises BundleError where it is not the one that the manifest names."""
    try:
        with open_regular_file(bundle.folder / name, follow_links=False) as file:
            content = file.read(MAX_FILE_BYTES[name] + 1)
    except OSError as error:
        raise BundleError(bundle.folder, BundleProblem.MISSING_FILE, name) from error
    if hashlib.sha256(content).hexdigest() != bundle.manifest.files.get(name):
        raise BundleError(bundle.folder, BundleProblem.HASH_MISMATCH, name)
    return content
