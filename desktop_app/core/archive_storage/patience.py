"""Wait for storage that is gone for a while, such as a share whose server starts again."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import TypeVar

logger = logging.getLogger(__name__)

PATIENCE_SECONDS = 180
_PAUSE_SECONDS = 2.0

_Result = TypeVar("_Result")


def try_for_minutes(
    action: Callable[[], _Result], may_pass: Callable[[OSError], bool] = lambda _: True
) -> _Result:
    """Repeat an action until it raises no OSError; after PATIENCE_SECONDS, raise that.

    One that does not pass (`may_pass`) is raised at once.
    """
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return action()
        except OSError as error:
            if time.monotonic() >= deadline or not may_pass(error):
                raise
            logger.warning("Trying again in %s s: %s", _PAUSE_SECONDS, error)
        time.sleep(_PAUSE_SECONDS)
