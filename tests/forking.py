"""Processes that are forked from one that has imported what the program needs."""

from __future__ import annotations

import multiprocessing
from multiprocessing.context import ForkServerContext

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
