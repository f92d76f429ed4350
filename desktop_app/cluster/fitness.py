"""What a worker of a cluster lacks for a piece of work: asked before it, and where it fails."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from importlib import metadata

from desktop_app.core.archive.errors import OtherVersionError, WorkerFailedError
from desktop_app.core.base.errors import AppError

logger = logging.getLogger(__name__)

_ANSWER_SECONDS = 60


def own_versions() -> str:
    """Name what all machines of a cluster need in the same version."""
    names = {"Lookalike": "lookalike", "Dask": "distributed"}
    return ", ".join(f"{name} {_version(package)}" for name, package in names.items())


async def lacking(look: Callable[[], None], versions: str) -> AppError | None:
    """Return what this machine lacks; None if it has all.

    Args:
        look: Raises an error if something is not there. Storage that hangs may never answer.
        versions: Of the machine that asks.
    """
    if versions != own_versions():
        return OtherVersionError(own_versions(), versions)
    try:
        await asyncio.wait_for(asyncio.to_thread(look), _ANSWER_SECONDS)
    except AppError as error:
        return error
    except TimeoutError:
        return WorkerFailedError(f"no answer from its storage in {_ANSWER_SECONDS} s")
    except Exception as error:  # whatever it is, this worker cannot work
        logger.exception("This worker lacks something")
        return WorkerFailedError(repr(error)[:200])
    return None


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "?"
