"""Let str() of an error be its sentence, which names the file and the remedy.

The core keeps errors as data and the sentences beside it. The command line and the window word an
error where they show it; a program that imports `lookalike` reads it in str(error) or a traceback.
"""

from __future__ import annotations

from desktop_app.core.base.errors import AppError
from desktop_app.sentences.errors import error_message


def word_errors() -> None:
    """Word all errors of the core in this process, as the command line prints them."""
    AppError.__str__ = _sentence  # type: ignore[method-assign]


def _sentence(error: BaseException) -> str:
    assert isinstance(error, AppError)
    return error_message(error)
