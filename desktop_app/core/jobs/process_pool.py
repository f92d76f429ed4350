"""Processes that compute beside this one, and end with it, however it ends."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor


def process_pool(
    processes: int, begin: Callable[..., None] | None = None, *arguments: object
) -> ProcessPoolExecutor:
    """Return an executor that starts its processes at the first task.

    Args:
        processes: How many.
        begin: What each of them calls first, if anything.
        arguments: For `begin`.
    """
    context = multiprocessing.get_context("spawn")  # threads and locks are not inherited
    return ProcessPoolExecutor(processes, context, _begin, (begin, arguments))


def _begin(begin: Callable[..., None] | None, arguments: tuple[object, ...]) -> None:
    threading.Thread(target=_end_with_parent, name="parent", daemon=True).start()
    if begin is not None:
        begin(*arguments)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
