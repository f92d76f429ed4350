"""What the user is told of an input that cannot be used."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.core.base.errors import AppError, BundleError
from desktop_app.sentences.errors import error_message


def told(act: Callable[[], object]) -> str:
    """The kind of the error, which has a sentence; empty if there is none.

    Any other exception is a fault, and is raised.
    """
    try:
        act()
    except AppError as error:
        return _kind(error)
    return ""


def _kind(error: AppError) -> str:
    assert error_message(error)
    problem = f" {error.problem}" if isinstance(error, BundleError) else ""
    return type(error).__name__ + problem
