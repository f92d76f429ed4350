"""In a new environment, what the tests import is compiled by one of pytest's workers."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path


@contextmanager
def compiled_once() -> Iterator[None]:
    """Let the other workers wait for the first one, which imports inside the block.

    Thousands of modules are not compiled when they are installed. All workers import them at the
    same time, and each would compile all of them, which takes twice as long as to import them.
    """
    with ExitStack() as stack:
        if "PYTEST_XDIST_WORKER" in os.environ and not _are_imports_compiled():
            stack.enter_context(_turn())
            if _are_imports_compiled():
                stack.close()
        yield


def _are_imports_compiled() -> bool:
    """Whether torch is compiled, which most of them belong to."""
    torch = importlib.util.find_spec("torch")
    if torch is None or torch.origin is None:
        return True
    return Path(importlib.util.cache_from_source(torch.origin)).exists()


@contextmanager
def _turn() -> Iterator[None]:
    """One process after the other comes in."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    with Path(__file__).open() as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
