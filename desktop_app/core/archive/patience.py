"""Wait for storage that is gone for a while, such as a share whose server starts again."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path

from desktop_app.core.archive.errors import StorageGoneError

logger = logging.getLogger(__name__)

PATIENCE_SECONDS = 180
_PAUSE_SECONDS = 2.0


def wait_for_folder(folder: Path) -> None:
    """Return when a folder can be listed and is not empty: a mount point without its share is.

    Raises StorageGoneError after PATIENCE_SECONDS.
    """
    try:
        try_for_minutes(lambda: _look(folder))
    except OSError as error:
        raise StorageGoneError(folder) from error


def is_there(folder: Path) -> bool:
    """Whether a folder can be listed now and is not empty."""
    try:
        _look(folder)
    except OSError:
        return False
    return True


def _look(folder: Path) -> None:
    if next(folder.iterdir(), None) is None:
        raise FileNotFoundError(folder)


def try_for_minutes(action: Callable[[], None]) -> None:
    """Repeat an action until it raises no OSError; after PATIENCE_SECONDS, raise that."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return action()
        except OSError as error:
            if time.monotonic() >= deadline:
                raise
            logger.warning("Trying again in %s s: %s", _PAUSE_SECONDS, error)
        time.sleep(_PAUSE_SECONDS)
